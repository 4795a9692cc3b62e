/** Where in an ascending order does something belong? */

/** How many of the positions from `from` on, before `to`, hold; @param holds of no position after one that it does not hold of */
export function countLeading(to: number, holds: (at: number) => boolean, from = 0): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** How many of ascending numbers are below a limit. */
export function countBelow(numbers: ArrayLike<number>, limit: number): number {
  return countLeading(numbers.length, (at) => (numbers[at] ?? 0) < limit)
}

/** How many of ascending numbers are not above a limit. */
export function countUpTo(numbers: ArrayLike<number>, limit: number): number {
  return countLeading(numbers.length, (at) => (numbers[at] ?? 0) <= limit)
}
