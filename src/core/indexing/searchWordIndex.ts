/** In which rows do all words of a search occur? Found batch by batch, so that a search can be left halfway. */
import type { FoundInWords, Vocabulary } from './vocabulary.ts'
import type { WordBatch, WordIndex } from './wordIndex.ts'

/** Terms looked for at once: the bits of a number. */
const TERMS_AT_ONCE = 31

/** Terms of a search, and what is found of them in the words so far. */
interface TermGroup {
  readonly terms: readonly string[]
  /** The bits of all terms. */
  readonly whole: number
  found: FoundInWords
  /** Every term occurs in some word. */
  hasHope: boolean
}

/**
 * Yields the rows of each batch that are hits, in the order of its events; none for a batch that is waited for.
 * @param terms folded, at least one (see foldTerms); a row is hit when its text includes every one of them
 */
export function* searchWordIndex(
  { vocabulary, batches }: WordIndex,
  terms: readonly string[],
): Generator<readonly number[], void, undefined> {
  const groups: TermGroup[] = []
  for (let i = 0; i < terms.length; i += TERMS_AT_ONCE) {
    const group = terms.slice(i, i + TERMS_AT_ONCE)
    groups.push({
      terms: group,
      whole: 2 ** group.length - 1,
      found: { bits: new Uint32Array(0), blockCount: 0 },
      hasHope: false,
    })
  }
  for (const batch of batches) {
    if (batch === null) {
      yield []
      continue
    }
    for (const group of groups) findMore(group, vocabulary)
    if (groups.some(({ hasHope }) => !hasHope)) continue
    const [first, ...others] = groups.map(({ found, whole }) => hitsIn(batch, found.bits, whole))
    const hits = others.reduce((rows = [], other) => {
      const known = new Set(other)
      return rows.filter((row) => known.has(row))
    }, first)
    yield hits ?? []
  }
}

/** Batches that were indexed since bring words of their own. */
function findMore(group: TermGroup, vocabulary: Vocabulary): void {
  const found = vocabulary.find(group.terms, group.found)
  if (found === group.found) return
  group.found = found
  group.hasHope ||= found.bits.reduce((bits, word) => bits | word, 0) === group.whole
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
