/** How are very many numbers sorted while others wait? In blocks, each in a step, which are then merged. */

/** Numbers that are sorted or merged at a step, which takes some milliseconds. */
const STEP = 1 << 15

/** Sorts them in place, ascending, NaN left out of account. Each step takes a few milliseconds. */
export function* sortInSteps(numbers: Float64Array): Generator<void, void> {
  for (let from = 0; from < numbers.length; from += STEP) {
    numbers.subarray(from, from + STEP).sort()
    yield
  }
  let from: Float64Array = numbers
  let to: Float64Array = new Float64Array(numbers.length > STEP ? numbers.length : 0)
  for (let width = STEP; width < numbers.length; width *= 2) {
    for (let start = 0; start < numbers.length; start += 2 * width) yield* merge(from, to, start, width)
    ;[from, to] = [to, from]
  }
  if (from !== numbers) numbers.set(from)
}

/** Two sorted blocks of `width` from `start` on, of which the last may be shorter. */
function* merge(from: Float64Array, to: Float64Array, start: number, width: number): Generator<void, void> {
  const middle = Math.min(start + width, from.length)
  const end = Math.min(start + 2 * width, from.length)
  let [a, b] = [start, middle]
  for (let at = start; at < end;) {
    for (const stop = Math.min(at + STEP, end); at < stop; at++) {
      const isLeft = b >= end || (a < middle && (from[a] ?? 0) <= (from[b] ?? 0))
      to[at] = (isLeft ? from[a++] : from[b++]) ?? 0
    }
    yield
  }
}
