import { describe, expect, it } from 'vitest'
import { MAX_EDTF_LENGTH, parseEdtf } from '../../../src/core/time/parseEdtf.ts'

function problemOf(text: string): string {
  const result = parseEdtf(text)
  return result.ok ? 'read as a date' : result.problem
}

/** Each text, and what follows `"…" is not a date: `. */
const refused: readonly (readonly [text: string, reason: string])[] = [
  ['', 'it is empty'],
  ['?', 'a date looks like 2026, 2026-04 or 2026-04-07'],
  ['yesterday', 'a date looks like 2026, 2026-04 or 2026-04-07'],
  ['7 April 2026', 'it has a space in it'],
  ['2026-04-07 ', 'it has a space in it'],
  ['2026-04-07\n', 'it has a space in it'],
  ['2026-02-30', 'February 2026 has 28 days'],
  ['2023-02-29', 'February 2023 has 28 days'],
  ['1900-02-29', 'February 1900 has 28 days'],
  ['2026-04-31', 'April 2026 has 30 days'],
  ['-0043-02-30', 'February -43 has 28 days'],
  ['1998-13', 'month 13 does not exist'],
  ['1998-00', 'month 00 does not exist'],
  ['1998-20', 'month 20 does not exist'],
  ['1998-42', 'month 42 does not exist'],
  ['2026-04-00', 'day 00 does not exist'],
  ['2026-04-32', 'day 32 does not exist'],
  ['2001-21-05', '21 stands for a part of a year, which has no day 05'],
  ['20XX-02-30', 'no February of a year written 20XX has a day 30'],
  ['2X01-02-29', 'no February of a year written 2X01 has a day 29'],
  ['2024-02-3X', 'February 2024 has 29 days'],
  ['2024-2X', 'no month is written 2X'],
  ['2024-01-4X', 'no day of a month is written 4X'],
  ['2026-1', 'a month has two digits'],
  ['2026-4-7', 'a month has two digits'],
  ['2026-04-7', 'a day has two digits'],
  ['12345', 'a year of more than four digits begins with Y'],
  ['-12345', 'a year of more than four digits begins with Y'],
  ['998', 'a year has four digits'],
  ['07-04-2026', 'a year has four digits'],
  ['20260407', 'it lacks the hyphens of 2026-04-07'],
  ['-0000', 'year 0 has no sign'],
  ['201x', 'a date looks like 2026, 2026-04 or 2026-04-07'],
  ['2004-06-11??', 'a date looks like 2026, 2026-04 or 2026-04-07'],
  ['2026-04-07-01', 'a date looks like 2026, 2026-04 or 2026-04-07'],
  ['Y2026', 'Y is only for years of more than four digits'],
  ['Y012345', 'a year after Y does not begin with 0'],
  ['Y17E0', 'the exponent after E is 1 or more'],
  ['1950S0', 'the number after S is 1 or more'],
  ['Y1E13', 'years beyond a million million are not supported'],
  ['Y1E999', 'years beyond a million million are not supported'],
  ['2026-04-07T25:00:00', 'hour 25 does not exist'],
  ['2026-04-07T24:00:00', 'hour 24 does not exist'],
  ['2026-04-07T05:60:00', 'minute 60 does not exist'],
  ['2026-04-07T05:00:60', 'second 60 does not exist'],
  ['2026-04-07T05:00:00+24:00', 'no clock is that far from UTC'],
  ['2026-04-07T5:00', 'a clock time is written 05:00 or 05:00:30, then perhaps Z or +09:00'],
  ['2026-04-07T', 'a clock time is written 05:00 or 05:00:30, then perhaps Z or +09:00'],
  ['2026-04T05:00', 'a clock time follows a whole day: 2026-04-07T05:00'],
  ['2026-02-30T05:00', 'February 2026 has 28 days'],
  ['[]', 'the set is empty'],
  ['[2026', 'the set has no ] at its end'],
  ['{2026]', 'the set has no } at its end'],
  ['[..]', '.. is not a range of dates'],
  ['[1667, 1668]', 'a set has no spaces in it'],
  ['[1667,]', 'there is nothing between two commas, or a comma and the end'],
  ['[1667,..1670]', 'only the first member of a set can begin with ..'],
  ['[1667..,1670]', 'only the last member of a set can end with ..'],
  ['[2026-04..2026-05-12]', 'the ends of 2026-04..2026-05-12 are not equally fine'],
  ['[2026-05..2026-04]', '2026-05..2026-04 starts after it ends'],
  ['[1667..1668..1670]', '1667..1668..1670 is not a range of dates'],
  ['[2026-13]', 'month 13 does not exist'],
  ['2026/04/07', 'an interval has one slash'],
  ['2026-04-07/2026-02-30', 'February 2026 has 28 days'],
  ['/', 'an interval has a date at one end at least'],
  ['../..', 'an interval has a date at one end at least'],
  ['/..', 'an interval has a date at one end at least'],
  ['2026/.', 'a date looks like 2026, 2026-04 or 2026-04-07'],
]

describe('a text that is no date', () => {
  it.each(refused)('refuses "%s" and says why', (text, reason) => {
    expect(problemOf(text)).toBe(`"${text}" is not a date: ${reason}`)
  })

  it.each(['2026-05/2026-04', '2026-04-08/2026-04-07', '2026/2025-12', '2026-04-07T07:00/2026-04-07T05:00'])(
    'refuses %s, which starts after it ends',
    (text) => {
      expect(problemOf(text)).toBe(`"${text}" starts after it ends`)
    },
  )

  it('refuses a very long text without looking at it, and does not repeat it', () => {
    expect(problemOf('[' + '2'.repeat(10_000))).toBe(
      'a text of 10001 characters is not a date: 200 is the most',
    )
    expect(problemOf('X'.repeat(MAX_EDTF_LENGTH))).toContain('is not a date')
  })

  it('answers the costliest texts that are short enough in a blink', { timeout: 500 }, () => {
    const costly = ['XXXX-X1-3X', 'XXXX-12-25', 'XXXX-XX-XX', 'X0X0-02-29']
    for (const member of costly) {
      expect(problemOf(`[${Array.from({ length: 18 }, () => member).join(',')}]`)).toBe('read as a date')
    }
    expect(problemOf('XXXX-02-30')).toContain('no February')
  })
})
