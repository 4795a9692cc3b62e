/** Is what is asked for understood, and what cannot be done refused with a sentence? */
import { describe, expect, test } from 'vitest'
import { OPEN_CELL, UNDATED_CELL } from '../../../src/core/tiles/cell.ts'
import { readArguments } from '../../../src/tiling/readArguments.ts'
import { isInShare, whyNotWhole, type Share } from '../../../src/tiling/share.ts'

const read = (line: string) => readArguments(line.split(' '))

describe('arguments', () => {
  test('a story, a part by its number, a part by dates, parts', () => {
    const build = { kind: 'build', input: 'a.json', out: 'd', cellBits: 31, head: null, hasReported: true }
    expect(read('a.json --out d')).toMatchObject({ ok: true, value: { ...build, share: { kind: 'all' } } })
    const stripe = { kind: 'stripe', rest: 1, of: 4 }
    expect(read('a.json --out d --part 2/4')).toMatchObject({ value: { ...build, share: stripe } })
    const stretch = { kind: 'stretch', from: Math.floor(Date.UTC(1990, 0, 1) / 2 ** 31), to: null }
    expect(read('a.json --out d --from 1990-01-01')).toMatchObject({ value: { ...build, share: stretch } })
    expect(read('e.parquet --story h.json --cell-bits 36 --out d')).toMatchObject({
      value: { ...build, input: 'e.parquet', head: 'h.json', cellBits: 36 },
    })
    expect(read('a.json --out d --no-reported')).toMatchObject({ value: { ...build, hasReported: false } })
    expect(read('--merge p q --out d')).toMatchObject({
      value: { kind: 'merge', folders: ['p', 'q'], out: 'd' },
    })
  })

  test.each([
    ['a.json', '--out is missing'],
    ['--out d', 'No story is named'],
    ['--merge --out d', 'No part is named'],
    ['a.json b.json --out d', 'More than one story'],
    ['a.json --out d --part 5/4', '--part is a fraction'],
    ['a.json --out d --part 1/2 --from 1990', 'exclude each other'],
    ['a.json --out d --from 1990-01-01 --to 1990-01-02', 'lie in one cell'],
    ['a.json --out d --from 1990-02-31', '1990-02-31'],
    ['a.json --out d --cell-bits 3', '--cell-bits is a whole number'],
    ['a.json --out d --speed 9', 'speed'],
  ])('%s is refused', (line, sentence) => {
    const result = read(line)
    expect(result.ok ? '' : result.problem).toContain(sentence)
  })
})

describe('shares', () => {
  const stretch = (from: number | null, to: number | null): Share => ({ kind: 'stretch', from, to })

  test('every cell is in one share', () => {
    const stripes = [0, 1, 2].map((rest): Share => ({ kind: 'stripe', rest, of: 3 }))
    const stretches = [stretch(null, -5), stretch(-5, 0), stretch(0, null)]
    for (const shares of [stripes, stretches]) {
      expect(whyNotWhole(shares)).toBeNull()
      for (const cell of [OPEN_CELL, -7, -6, -5, -4, -1, 0, 1, 2, 700, UNDATED_CELL])
        expect(shares.filter((share) => isInShare(cell, share))).toHaveLength(1)
    }
  })

  test('an overlap, a gap and an end are named', () => {
    expect(whyNotWhole([stretch(null, 5), stretch(4, null)])).toBe('The parts overlap at cell 4')
    expect(whyNotWhole([stretch(null, 5), stretch(6, null)])).toBe('The parts leave a gap before cell 6')
    expect(whyNotWhole([stretch(null, 5)])).toBe('The parts end at cell 5')
    expect(whyNotWhole([stretch(null, null), { kind: 'all' }])).toContain('in different ways')
    expect(whyNotWhole([])).toBe('There are no parts')
  })
})
