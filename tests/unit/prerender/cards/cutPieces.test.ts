/** Where may a line end? */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutPieces } from '../../../../src/prerender/cards/cutPieces.ts'

const cut = (text: string): readonly string[] => cutPieces(text).map(({ from, to }) => text.slice(from, to))

test('pieces are the whole text, in order, and each has letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
      const text = raw.trim()
      expect(cut(text).join('')).toBe(text)
    }),
  )
})

test('a line ends at spaces, between Han letters and never before a closing bracket', () => {
  expect(cut('held back')).toEqual(['held ', 'back'])
  expect(cut('中国「政府」が')).toEqual(['中', '国', '「政', '府」', 'が'])
})

test('a line of Korean ends between words only', () => {
  expect(cut('중국 정부가')).toEqual(['중국 ', '정부가'])
})

test('a line of Thai, which has no spaces, ends between words', () => {
  expect(cut('รัฐบาลจีน').length).toBeGreaterThan(1)
})
