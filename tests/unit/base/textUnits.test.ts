/** Are letters read from bytes as a decoder reads them, or left to it? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf, unitsOf, Utf8Reader } from '../../../src/core/base/textUnits.ts'

const letters = fc.string({
  unit: fc.oneof(
    { arbitrary: fc.constantFrom('a', 'bcd', 'é', 'ß', '火', '🔥', '\ufeff', '\u0000'), weight: 4 },
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
})

describe('UTF-8', () => {
  const reader = new Utf8Reader()

  it('is read as it was written', () => {
    fc.assert(
      fc.property(letters, (text) => {
        const count = reader.read(new TextEncoder().encode(text))
        expect(textOf(reader.units, 0, count)).toBe(text)
        expect(reader.units[count]).toBe(0)
      }),
      { numRuns: 2000 },
    )
  })

  it('has each letter where its bytes begin', () => {
    fc.assert(
      fc.property(letters, (text) => {
        reader.read(new TextEncoder().encode(text))
        const starts = [0]
        for (const letter of text) starts.push((starts.at(-1) ?? 0) + letter.length)
        for (const unit of [...starts, ...starts.toReversed()])
          expect(reader.unitOf(new TextEncoder().encode(text.slice(0, unit)).length)).toBe(unit)
      }),
      { numRuns: 500 },
    )
  })

  it('that is not sound is left to a decoder', () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(letters, bytes, fc.nat(), (text, some, where) => {
        const sound = new TextEncoder().encode(text)
        const at = where % (sound.length + 1)
        const mixed = Uint8Array.from([...sound.slice(0, at), ...some, ...sound.slice(at)])
        const decoded = decodedOrNull(mixed)
        const count = reader.read(mixed)
        expect(count === -1 ? null : textOf(reader.units, 0, count)).toBe(decoded)
      }),
      { numRuns: 4000 },
    )
  })
})

/** With its order mark, if it has one. */
function decodedOrNull(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

it('a text is its units and back', () => {
  fc.assert(
    fc.property(letters, (text) => {
      const units = unitsOf(`<${text}>`)
      expect(textOf(units, 1, units.length - 1)).toBe(text)
    }),
  )
})
