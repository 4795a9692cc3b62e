/** Is a text that stands inside another found again, and no other taken for it? */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TextTable } from '../../../src/core/base/textTable.ts'
import { unitsOf } from '../../../src/core/base/textUnits.ts'

const texts = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', '-', '火'), maxLength: 5 }), {
  maxLength: 40,
})

it('texts are found by the numbers of their adding, others are not', () => {
  fc.assert(
    fc.property(texts, texts, (known, asked) => {
      const table = new TextTable(known)
      expect(table.count).toBe(known.length)
      for (const text of [...known, ...asked]) {
        const units = unitsOf(`x${text}y`)
        expect(table.numberOf(units, 1, units.length - 1)).toBe(known.indexOf(text))
      }
    }),
  )
})

it('a table grows as far as it must', () => {
  const table = new TextTable()
  for (let i = 0; i < 5_000; i++) expect(table.add(`text ${i}`)).toBe(i)
  for (let i = 0; i < 5_000; i++) {
    const units = unitsOf(`text ${i}`)
    expect(table.numberOf(units, 0, units.length)).toBe(i)
  }
})
