/** Is valibot's own schema made of ours the one that was described? */
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import * as parts from '../../../src/core/story/schemaParts.ts'
import { validSchema } from '../../../src/core/story/validSchema.ts'

/** One schema with every part that there is, written with either. */
function write(by: Omit<typeof parts, 'SchemaPart'>) {
  const id = by.pipe(by.string(), by.regex(/^[a-z]+$/, 'an id is letters'), by.maxLength(4, 'is too long'))
  const text = by.pipe(by.string(), by.trim(), by.minLength(1, 'must not be empty'))
  return by.strictObject({
    id,
    text,
    format: by.literal(1),
    kind: by.optional(by.picklist(['act', 'state'])),
    isOutside: by.optional(by.boolean()),
    of: by.nullable(by.array(by.union([by.strictObject({ a: id }), by.strictObject({ b: text })]))),
  })
}

const good = { id: 'ab', text: 'some', format: 1, of: null }
const values: readonly unknown[] = [
  good,
  { ...good, text: ' cut ' },
  { ...good, text: '  ' },
  { ...good, id: 'A' },
  { ...good, id: 'abcde' },
  { ...good, format: 2 },
  { ...good, kind: 'act', isOutside: true },
  { ...good, kind: 'acts', isOutside: 'yes' },
  { ...good, of: [{ a: 'ab' }, { b: ' b ' }] },
  { ...good, of: [{ c: 1 }] },
  { ...good, extra: 1 },
  { id: 'ab' },
  [],
  null,
]

describe('validSchema', () => {
  test('takes, cleans and refuses what the library does, in the same words', () => {
    const ours = validSchema(write(parts))
    const theirs = write(v as unknown as typeof parts)
    for (const value of values) {
      const { success, output, issues } = v.safeParse(ours, value)
      const expected = v.safeParse(theirs, value)
      expect({ success, output }).toEqual({ success: expected.success, output: expected.output })
      expect(issues?.map(({ type, message }) => [type, message])).toEqual(
        expected.issues?.map(({ type, message }) => [type, message]),
      )
    }
  })

  test('is made once', () => {
    const described = write(parts)
    expect(validSchema(described)).toBe(validSchema(described))
  })

  test('refuses a part that it does not know', () => {
    expect(() => validSchema(v.number())).toThrow('number')
    expect(() => validSchema(v.pipe(v.string(), v.toLowerCase()))).toThrow('to_lower_case')
  })
})
