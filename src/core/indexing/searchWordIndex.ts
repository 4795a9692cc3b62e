/** In which rows do all words of a search occur? Found block by block, so that a search can be left halfway. */
import type { WordBlock, WordIndex } from './wordIndex.ts'

export interface WordSearch {
  /** [n] 1 where all terms occur; filled while the search goes on, the same array every time. */
  readonly hits: Uint8Array
  /** Rows looked at; in the order of adding, so that while the search goes on they may be any. */
  readonly rowsSearched: number
  /** Rows with a hit among them. */
  readonly found: number
}

/** Below this share of rows in `within`, each is looked at by itself. */
const FEW_ROWS = 1 / 8

/**
 * Yields after each block: some milliseconds. The last one yielded is the whole result; of no rows, none is.
 * @param terms folded (see foldTerms); a row is hit when its text includes every one of them; none: all rows
 * @param within [n] only rows with a 1 here are searched: an earlier result that this search refines
 */
export function* searchWordIndex(
  index: WordIndex,
  terms: readonly string[],
  within?: Uint8Array,
): Generator<WordSearch, void, undefined> {
  const hits = new Uint8Array(index.rowCount)
  const longestFirst = [...terms].sort((a, b) => b.length - a.length)
  const isFew = within !== undefined && countOnes(within) < index.rowCount * FEW_ROWS
  let rowsSearched = 0
  let found = 0
  for (const block of index.blocks) {
    found += isFew
      ? searchRowByRow(block, longestFirst, within, hits)
      : searchBlock(block, longestFirst, within, hits)
    rowsSearched += block.rows.length
    yield { hits, rowsSearched, found }
  }
}

/** Whether every row that has all of `terms` has all of `earlier` too, so that its hits may serve as `within`. */
export function isRefinement(terms: readonly string[], earlier: readonly string[]): boolean {
  return earlier.every((before) => terms.some((term) => term.includes(before)))
}

/**
 * Marks rows and counts them. All terms move on together: one that does not occur before the end of a row takes the
 * others with it to the row where it occurs next, so none is looked for where a rarer one is not.
 */
function searchBlock(
  { text, starts, rows }: WordBlock,
  terms: readonly string[],
  within: Uint8Array | undefined,
  hits: Uint8Array,
): number {
  /** Where each term occurs next, at or after the row looked at. */
  const next = new Int32Array(terms.length).fill(-1)
  let found = 0
  let i = 0
  nextRow: while (i < rows.length) {
    const row = rows[i] ?? 0
    if (within !== undefined && within[row] !== 1) {
      i++
      continue
    }
    const start = starts[i] ?? 0
    for (let t = 0; t < terms.length; t++) {
      const term = terms[t] ?? ''
      let at = next[t] ?? -1
      if (at < start) {
        at = text.indexOf(term, start)
        if (at === -1) return found
        next[t] = at
      }
      const end = starts[i + 1] ?? 0
      if (at + term.length < end) continue
      do i++
      while ((starts[i + 1] ?? Infinity) <= at)
      continue nextRow
    }
    hits[row] = 1
    found++
    i++
  }
  return found
}

function searchRowByRow(
  { text, starts, rows }: WordBlock,
  terms: readonly string[],
  within: Uint8Array,
  hits: Uint8Array,
): number {
  let found = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0
    if (within[row] !== 1) continue
    const words = text.slice(starts[i], (starts[i + 1] ?? 0) - 1)
    if (!terms.every((term) => words.includes(term))) continue
    hits[row] = 1
    found++
  }
  return found
}

function countOnes(flags: Uint8Array): number {
  let count = 0
  for (const flag of flags) count += flag
  return count
}
