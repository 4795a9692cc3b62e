/** Does the search over joined texts find the rows that looking into each text finds? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldQuickly } from '../../../src/core/indexing/foldQuickly.ts'
import { foldTerms, foldText } from '../../../src/core/indexing/foldText.ts'
import type { WordSearch } from '../../../src/core/indexing/searchWordIndex.ts'
import { isRefinement, searchWordIndex } from '../../../src/core/indexing/searchWordIndex.ts'
import type { WordIndex } from '../../../src/core/indexing/wordIndex.ts'
import { openWordIndex } from '../../../src/core/indexing/wordIndex.ts'

function indexOf(texts: readonly string[], rowOrder?: Uint32Array): WordIndex {
  const builder = openWordIndex()
  for (const text of texts) builder.add(text)
  return builder.close(rowOrder)
}

function hitsOf(index: WordIndex, terms: readonly string[], within?: Uint8Array): readonly number[] {
  return [...(steps(index, terms, within).at(-1)?.hits ?? [])]
}

/** Copies: the array of hits is the same in all. */
function steps(index: WordIndex, terms: readonly string[], within?: Uint8Array): readonly WordSearch[] {
  return [...searchWordIndex(index, terms, within)].map((step) => ({ ...step }))
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
const anyTerms = fc.oneof(
  fc.string({ unit: syllable, maxLength: 5 }).map(foldTerms),
  // As no reader can type them: with white space inside, not folded, or empty.
  fc.array(fc.string({ unit: syllable, maxLength: 3 }), { maxLength: 3 }),
)

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
      { numRuns: 2000 },
    )
  })

  it('finds the same within rows, few or many, as among all of them', () => {
    const rows = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.nat(11))
    fc.assert(
      fc.property(anyTexts, anyTerms, rows, (texts, terms, [every, offset]) => {
        const within = Uint8Array.from(texts, (_, row) => (row % every === offset % every ? 1 : 0))
        const expected = naiveHits(texts, terms).map((hit, row) => hit & (within[row] ?? 0))
        expect(hitsOf(indexOf(texts), terms, within)).toEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('numbers rows as the order given says', () => {
    expect(hitsOf(indexOf(['fire', 'smoke', '火 fire'], Uint32Array.of(2, 0, 1)), ['fire'])).toEqual([
      0, 1, 1,
    ])
  })

  it('finds nothing across two texts', () => {
    expect(hitsOf(indexOf(['har', 'bour', 'harbour']), ['harbour'])).toEqual([0, 0, 1])
    expect(hitsOf(indexOf(['a', 'b']), ['a\nb'])).toEqual([0, 0])
  })

  it('finds every row without terms, and no row of none', () => {
    expect(hitsOf(indexOf(['a', '']), [])).toEqual([1, 1])
    expect(steps(indexOf([]), ['a'])).toEqual([])
  })
})

describe('a long search', () => {
  const count = 60_000
  const texts = Array.from(
    { length: count },
    (_, i) => `Event ${i} ${i % 3 === 0 ? '東京' : 'harbour'} ${'x'.repeat(90)}`,
  )
  const index = indexOf(texts)

  it('tells how far it is, block by block', () => {
    const told = steps(index, ['harbour'])
    expect(told.length).toBeGreaterThan(3)
    expect(told.at(-1)).toMatchObject({ rowsSearched: count, found: 40_000 })
    for (const [i, step] of told.entries()) {
      expect(step.rowsSearched).toBeGreaterThan(told[i - 1]?.rowsSearched ?? 0)
      expect(step.found).toBeLessThanOrEqual(step.rowsSearched)
    }
  })

  it('finds the same as looking into each text', () => {
    for (const terms of [['event'], ['harbour', '59'], ['999'], ['東京', '7'], ['zz'], ['x', 'e', '1']])
      expect(hitsOf(index, terms)).toEqual(naiveHits(texts, terms))
  })

  it('keeps texts of one byte a letter apart from the others', () => {
    for (const { text } of index.blocks) expect(text.includes('harbour')).toBe(!/[\u0100-\uffff]/.test(text))
  })
})

describe('a refined search', () => {
  it.each([
    ['a longer word', ['fire'], ['fir'], true],
    ['one word more', ['fire', 'harbour'], ['fire'], true],
    ['a word that holds the old one', ['campfire'], ['fire'], true],
    ['a shorter word', ['fi'], ['fir'], false],
    ['another word', ['harbour'], ['fire'], false],
    ['a word less', ['fire'], ['fire', 'harbour'], false],
    ['from no words', ['fire'], [], true],
  ])('%s', (_, terms, earlier, isRefined) => {
    expect(isRefinement(terms, earlier)).toBe(isRefined)
  })

  it('may start from the rows of the earlier one', () => {
    fc.assert(
      fc.property(anyTexts, anyTerms, anyTerms, (texts, earlier, added) => {
        const terms = [...earlier.map((term) => `${term}b`), ...added]
        expect(isRefinement(terms, earlier)).toBe(true)
        const index = indexOf(texts)
        const within = Uint8Array.from(hitsOf(index, earlier))
        expect(hitsOf(index, terms, within)).toEqual(hitsOf(index, terms))
      }),
      { numRuns: 500 },
    )
  })
})
