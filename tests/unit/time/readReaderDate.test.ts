/** Which date does a reader mean? */
import { describe, expect, it } from 'vitest'
import { readReaderDate } from '../../../src/core/time/readReaderDate.ts'

describe('a reader who writes', () => {
  it.each([
    ['7 April 2026', '2026-04-07'],
    ['07 apr 2026', '2026-04-07'],
    ['7 Apr. 2026', '2026-04-07'],
    ['April 7, 2026', '2026-04-07'],
    ['sept 2026', '2026-09'],
    ['April 2026', '2026-04'],
    ['  2026-04 ', '2026-04'],
    ['2026', '2026'],
    ['[..2026-05-12]', '[..2026-05-12]'],
    ['-0043-03-15', '-0043-03-15'],
  ])('“%s” means %s', (text, edtf) => {
    expect(readReaderDate(text)).toEqual({ ok: true, value: edtf })
  })

  it.each(['', '   '])('nothing means no limit', (text) => {
    expect(readReaderDate(text)).toEqual({ ok: true, value: null })
  })

  it.each([
    ['31 February 2026', '"2026-02-31" is not a date: February 2026 has 28 days'],
    ['yesterday', '"yesterday" is not a date: a date looks like 2026, 2026-04 or 2026-04-07'],
    ['7/4/2026', '"7/4/2026" is not a date: an interval has one slash'],
    ['1998-13', '"1998-13" is not a date: month 13 does not exist'],
  ])('“%s” is told what is wrong', (text, problem) => {
    expect(readReaderDate(text)).toEqual({ ok: false, problem })
  })
})
