/** Which known word did the author mean? The nearest one, when it is near enough to be a slip of the hand. */

/** Longer words than any of the format's: not a slip. Bounds the work on a hostile file. */
const MAX_WORD_LENGTH = 40

/** The candidate at most two slips away (and fewer than half its letters), or null. First of equals. */
export function suggestWord(word: string, candidates: readonly string[]): string | null {
  if (word.length > MAX_WORD_LENGTH) return null
  let nearest: string | null = null
  let fewest = 3
  for (const candidate of candidates) {
    const slips = countSlips(word.toLowerCase(), candidate.toLowerCase())
    if (slips < fewest && slips * 2 < candidate.length) {
      nearest = candidate
      fewest = slips
    }
  }
  return nearest
}

/** Optimal string alignment: letters added, dropped, changed, or swapped with their neighbour. */
function countSlips(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let slips = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        slips = Math.min(slips, at(beforeLast, j - 2) + 1)
      }
      row.push(slips)
    }
    beforeLast = last
    last = row
  }
  return at(last, b.length)
}

function at(row: readonly number[], j: number): number {
  return row[j] ?? Infinity
}
