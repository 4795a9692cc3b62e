/** In which rows do all words of a search occur? Found batch by batch, so that a search can be left halfway. */
import type { WordBatch, WordIndex } from './wordIndex.ts'

/** Terms looked for at once: the bits of a number. */
const TERMS_AT_ONCE = 31

/**
 * Yields the rows of each batch that are hits, in the order of its events.
 * @param terms folded, at least one (see foldTerms); a row is hit when its text includes every one of them
 */
export function* searchWordIndex(
  { vocabulary, batches }: WordIndex,
  terms: readonly string[],
): Generator<readonly number[], void, undefined> {
  const groups: Uint32Array[] = []
  const wholes: number[] = []
  for (let i = 0; i < terms.length; i += TERMS_AT_ONCE) {
    const group = terms.slice(i, i + TERMS_AT_ONCE)
    groups.push(vocabulary.find(group))
    wholes.push(2 ** group.length - 1)
  }
  const isHopeless = groups.some((found, i) => found.reduce((bits, word) => bits | word, 0) !== wholes[i])
  if (isHopeless) return
  for (const batch of batches) {
    const [first, ...others] = groups.map((found, i) => hitsIn(batch, found, wholes[i] ?? 0))
    const hits = others.reduce((rows = [], other) => {
      const known = new Set(other)
      return rows.filter((row) => known.has(row))
    }, first)
    yield hits ?? []
  }
}

/** The hot loop: all words of all texts pass through it. @param found bits of each word; @param whole all bits */
function hitsIn({ bytes, rows }: WordBatch, found: Uint32Array, whole: number): readonly number[] {
  const hits: number[] = []
  let at = 0
  for (let i = 0; i < rows.length; i++) {
    let bits = 0
    for (let word = bytes[at++] ?? 0; word !== 0; word = bytes[at++] ?? 0) {
      if (word >= 0x80) {
        let byte = bytes[at++] ?? 0
        word = (word & 0x7f) | ((byte & 0x7f) << 7)
        for (let shift = 14; byte >= 0x80; shift += 7) {
          byte = bytes[at++] ?? 0
          word |= (byte & 0x7f) << shift
        }
      }
      bits |= found[word - 1] ?? 0
    }
    if (bits === whole) hits.push(rows[i] ?? 0)
  }
  return hits
}
