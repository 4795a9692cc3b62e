/** When are two spellings the same word? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldTerms, foldText } from '../../../src/core/indexing/foldText.ts'

describe('a search does not mind', () => {
  it.each([
    ['diacritics', 'Café São Ångström', 'cafe sao angstrom'],
    ['marks written on their own', 'cafe\u0301', 'cafe'],
    ['capitals', 'HARBOUR Fire', 'harbour fire'],
    ['a dotted capital I', 'İstanbul', 'istanbul'],
    ['curly apostrophes', 'the speaker’s ‘own’ words', "the speaker's 'own' words"],
    ['curly quotation marks', 'the “fire”', 'the "fire"'],
    ['wide letters and ligatures', 'Ｆire ﬁre', 'fire fire'],
    ['line breaks and runs of spaces', ' a \n\t b\u00a0c ', 'a b c'],
  ])('%s', (_, text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  it('keeps apart what is a different letter in other scripts', () => {
    expect(foldText('東京 Москва')).toBe('東京 москва')
  })
})

describe('the words of a search', () => {
  it('are separate, and none for blank input', () => {
    expect(foldTerms('  Smoke at FIVE ')).toEqual(['smoke', 'at', 'five'])
    expect(foldTerms(' \n ')).toEqual([])
  })
})

it('folding a second time changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text))
    }),
    { numRuns: 100 },
  )
})

it('a word of a text finds the text, in whatever case it is typed', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'b', 'd', 'é', 'ß', 'ñ', 'ø', 'Å', 'ı', '“', '’'),
    minLength: 1,
  })
  fc.assert(
    fc.property(word, word, (one, other) => {
      const text = foldText(`${one} ${other}`)
      for (const typed of [other.toLowerCase(), other])
        for (const term of foldTerms(typed)) expect(text).toContain(term)
    }),
  )
})
