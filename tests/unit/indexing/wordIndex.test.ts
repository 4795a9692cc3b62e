/** Does the search over joined texts find the rows that looking into each text finds? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldQuickly } from '../../../src/core/indexing/foldQuickly.ts'
import { foldTerms, foldText } from '../../../src/core/indexing/foldText.ts'
import { searchWordIndex } from '../../../src/core/indexing/searchWordIndex.ts'
import { WordGatherer, type WordBatch, type WordIndex } from '../../../src/core/indexing/wordIndex.ts'

interface WholeIndex extends WordIndex {
  readonly batches: readonly WordBatch[]
}

/** Events with one text each, in batches of a length. */
function indexOf(texts: readonly string[], rowOrder?: Uint32Array, batchLength = 3): WholeIndex {
  const gatherer = new WordGatherer()
  const batches: WordBatch[] = []
  for (let from = 0; from < texts.length; from += batchLength) {
    const batch = texts.slice(from, from + batchLength)
    for (const text of batch) gatherer.add([text])
    const rows = Uint32Array.from(batch, (_, i) => rowOrder?.[from + i] ?? from + i)
    batches.push({ bytes: gatherer.take(), rows })
  }
  return { vocabulary: gatherer.vocabulary, batches }
}

function hitsOf(index: WholeIndex, terms: readonly string[]): readonly number[] {
  const hits: number[] = index.batches.flatMap(({ rows }) => [...rows].map(() => 0))
  for (const rows of searchWordIndex(index, terms)) for (const row of rows) hits[row] = (hits[row] ?? 0) + 1
  return hits
}

function naiveHits(texts: readonly string[], terms: readonly string[]): readonly number[] {
  return texts.map((text) => (terms.every((term) => foldText(text).includes(term)) ? 1 : 0))
}

const syllable = fc.oneof(
  fc.constantFrom('a', 'b', 'ab', 'ba', 'A', 'B', ' ', '  ', '\n', '\t', '\u00a0', '\u2028'),
  fc.constantFrom(
    'é',
    'É',
    'e\u0301',
    'ß',
    'İ',
    'ı',
    'ΣΑΣ',
    'σ',
    'ς',
    '“',
    '’',
    '—',
    '…',
    'ﬁ',
    '¨',
    '\u0000',
  ),
  fc.constantFrom('火', '東京', 'が', '🔥', '\ud83d', '\udd25'),
)
const anyText = fc.oneof(
  { weight: 5, arbitrary: fc.string({ unit: syllable, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)
const anyTexts = fc.array(anyText, { maxLength: 20 })
const anyTerms = fc
  .array(fc.string({ unit: syllable, maxLength: 5 }).map(foldTerms), { minLength: 1, maxLength: 2 })
  .map((lists) => lists.flat())
  .filter((terms) => terms.length > 0)

describe('folding quickly', () => {
  it('is folding', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string()), (text) => {
        expect(foldQuickly(text)).toBe(foldText(text))
      }),
      { numRuns: 1000 },
    )
  })

  it('is folding for every letter, alone, beside others and between spaces', () => {
    const letters = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit))
    const texts = letters.flatMap((letter) => [letter, `A${letter}b${letter}`, ` ${letter} `])
    expect(texts.filter((text) => foldQuickly(text) !== foldText(text))).toEqual([])
  })
})

describe('a search', () => {
  it('finds the rows whose texts include every term', () => {
    fc.assert(
      fc.property(anyTexts, anyTerms, (texts, terms) => {
        expect(hitsOf(indexOf(texts), terms)).toEqual(naiveHits(texts, terms))
      }),
      { numRuns: 1000 },
    )
  })

  it('finds what is in any of the texts of an event', () => {
    const gatherer = new WordGatherer()
    gatherer.add(['Fire at', 'the harbour'])
    gatherer.add(['', ' '])
    gatherer.add(['fire'])
    const index = {
      vocabulary: gatherer.vocabulary,
      batches: [{ bytes: gatherer.take(), rows: Uint32Array.of(0, 1, 2) }],
    }
    expect(hitsOf(index, ['fire'])).toEqual([1, 0, 1])
    expect(hitsOf(index, ['fire', 'harb'])).toEqual([1, 0, 0])
  })

  it('numbers rows as the order given says', () => {
    expect(hitsOf(indexOf(['fire', 'smoke', '火 fire'], Uint32Array.of(2, 0, 1)), ['fire'])).toEqual([
      0, 1, 1,
    ])
  })

  it('finds nothing across two texts', () => {
    expect(hitsOf(indexOf(['har', 'bour', 'harbour']), ['harbour'])).toEqual([0, 0, 1])
  })

  it('finds what is indexed while it waits, words included that nobody had before', () => {
    const gatherer = new WordGatherer()
    function* batches(): Generator<WordBatch | null> {
      for (const [row, text] of ['fire', 'harbour', 'harbour fire', 'smoke'].entries()) {
        yield null
        gatherer.add([text])
        yield { bytes: gatherer.take(), rows: Uint32Array.of(row) }
      }
    }
    const steps = [
      ...searchWordIndex({ vocabulary: gatherer.vocabulary, batches: batches() }, ['harb', 'fire']),
    ]
    expect(steps.flat()).toEqual([2])
  })

  it('takes over what it has indexed before, event by event', () => {
    const gatherer = new WordGatherer()
    gatherer.add(['fire', 'smoke'])
    gatherer.add(['harbour'])
    const before = gatherer.take()
    expect(gatherer.addIndexed(before, gatherer.addIndexed(before, 0))).toBe(before.length)
    expect(gatherer.take()).toEqual(before)
  })

  it('takes more terms than a number has bits', () => {
    const words = Array.from({ length: 70 }, (_, i) => `w${i}x`)
    const texts = [words.join(' '), words.slice(1).join(' '), words.slice(0, -1).join(' ')]
    expect(hitsOf(indexOf(texts), words)).toEqual([1, 0, 0])
    expect(hitsOf(indexOf(texts), words.slice(1, -1))).toEqual([1, 1, 1])
  })

  it('splits where JavaScript sees white space, and nowhere else', () => {
    const gatherer = new WordGatherer()
    const wrong = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter(
      (letter, unit) => {
        const before = gatherer.vocabulary.count
        gatherer.add([`${unit}p${letter}${unit}q`])
        return gatherer.vocabulary.count - before !== (/\s/.test(letter) ? 2 : 1)
      },
    )
    expect(wrong).toEqual([])
  })
})

describe('a search through many words', () => {
  const count = 30_000
  const texts = Array.from(
    { length: count },
    (_, i) => `Event ${i} ${i % 3 === 0 ? '東京' : 'harbour'} ${'x'.repeat(20 + (i % 30))}${i % 11}`,
  )
  const index = indexOf(texts, undefined, 2_000)

  it('finds the same as looking into each text', () => {
    for (const terms of [['event'], ['harbour', '59'], ['999'], ['東京', '7'], ['zz'], ['x', 'e', '1']])
      expect(hitsOf(index, terms)).toEqual(naiveHits(texts, terms))
  })

  it('tells each batch of rows by itself, so that it can be left', () => {
    expect([...searchWordIndex(index, ['event'])].map((rows) => rows.length)).toEqual(
      Array.from({ length: 15 }, () => 2_000),
    )
    expect([...searchWordIndex(index, ['event', 'zz'])]).toEqual([])
  })
})
