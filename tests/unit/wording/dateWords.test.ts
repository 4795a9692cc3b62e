import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilMsFromDate } from '../../../src/core/time/civilDay.ts'
import { parseEdtf } from '../../../src/core/time/parseEdtf.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'
import { formatDateShort, formatDateWords } from '../../../src/core/wording/dateWords.ts'
import {
  formatDay,
  formatDayLabel,
  formatMonth,
  formatWindowWords,
} from '../../../src/core/wording/dayWords.ts'
import { readDate } from '../time/readingText.ts'

/** The date, in full, and in a row under a heading of 2026. */
type Row = readonly [edtf: string, full: string, short: string]

const days: readonly Row[] = [
  ['2026-04-07', '7 April 2026', '7 April'],
  ['2025-04-07', '7 April 2025', '7 April 2025'],
  ['2026-04', 'On some day in April 2026', 'some day in April'],
  ['2026', 'On some day in 2026', 'some day in 2026'],
  ['2026-04-XX', 'On some day in April 2026', 'some day in April'],
  ['2026-XX-XX', 'On some day in 2026', 'some day in 2026'],
  ['2026-XX', 'In some month of 2026', 'some month of 2026'],
  ['2026-05-1X', 'On some day from 10 to 19 May 2026', 'some day from 10 to 19 May'],
  ['1984-1X', 'In some month from October to December 1984', 'some month from October to December 1984'],
]

const doubts: readonly Row[] = [
  ['2026-04-14~', 'About 14 April 2026', 'about 14 April'],
  ['2026-04-14?', 'Perhaps 14 April 2026', 'perhaps 14 April'],
  ['2026-04-14%', 'Perhaps about 14 April 2026', 'perhaps about 14 April'],
  ['2026-04~', 'About April 2026', 'about April'],
  ['2004-06-~11', 'About 11 June 2004', 'about 11 June 2004'],
  ['2026-21?', 'Perhaps spring 2026', 'perhaps spring'],
  ['2026-04-XX?', 'Perhaps on some day in April 2026', 'perhaps some day in April'],
  [
    '[2026-04-01~..2026-05-12]',
    'On some day from 1 April to 12 May 2026, approximately',
    'some day from 1 April to 12 May, approximately',
  ],
]

const bounds: readonly Row[] = [
  ['[2026-04-01..2026-05-12]', 'On some day from 1 April to 12 May 2026', 'some day from 1 April to 12 May'],
  ['[2026-04-01..2026-04-30]', 'On some day in April 2026', 'some day in April'],
  [
    '[2025-12-30..2026-01-02]',
    'On some day from 30 December 2025 to 2 January 2026',
    'some day from 30 December 2025 to 2 January',
  ],
  ['[..2026-05-12]', 'Not later than 12 May 2026', 'not later than 12 May'],
  ['[2026-05-01..]', 'Not before 1 May 2026', 'not before 1 May'],
  ['[1760-12..]', 'Not before December 1760', 'not before December 1760'],
  ['[..1984]', 'Not later than 1984', 'not later than 1984'],
]

const sets: readonly Row[] = [
  ['[2026-04-01,2026-04-03,2026-04-05]', 'On 1, 3 or 5 April 2026', '1, 3 or 5 April'],
  ['{2026-04-01,2026-04-03,2026-04-05}', 'On each of 1, 3 and 5 April 2026', 'each of 1, 3 and 5 April'],
  ['{2026-04-01,2026-05-05}', 'On each of 1 April and 5 May 2026', 'each of 1 April and 5 May'],
  ['{2026-04-01..2026-04-05}', 'On each day from 1 to 5 April 2026', 'each day from 1 to 5 April'],
  ['[1667,1760-12]', 'In 1667 or December 1760', '1667 or December 1760'],
  ['{1960,1961-12}', 'In each of 1960 and December 1961', 'each of 1960 and December 1961'],
  [
    '[1667,1668,1670..1672]',
    'In one of the years 1667 to 1668 or 1670 to 1672',
    'one of the years 1667 to 1668 or 1670 to 1672',
  ],
  ['{..1984}', 'In every year up to 1984', 'every year up to 1984'],
  ['{2026-04-01..}', 'On every day from 1 April 2026 on', 'every day from 1 April on'],
  ['[..1760-12-03,1762]', '3 December 1760 or before or 1762', '3 December 1760 or before or 1762'],
  [
    '2024-XX-15',
    'On one of 12 dates from 15 January to 15 December 2024',
    'one of 12 dates from 15 January to 15 December 2024',
  ],
]

const spans: readonly Row[] = [
  ['2026-04-06/2026-04-24', 'From 6 to 24 April 2026', '6 to 24 April'],
  ['2026-03-29/2026-05-30', 'From 29 March to 30 May 2026', '29 March to 30 May'],
  ['2026-04-07/..', 'Since 7 April 2026, still so', 'from 7 April'],
  ['2026-04-07/', 'From 7 April 2026, end unknown', '7 April, end unknown'],
  ['/2026-04-07', 'Until 7 April 2026, start unknown', 'until 7 April, start unknown'],
  ['../2026-04-07', 'Until 7 April 2026, with no start', 'until 7 April'],
  ['1964/2008', 'From 1964 to 2008', '1964 to 2008'],
  ['2004-06/2004-06', 'Within June 2004', 'June 2004'],
  ['2026-04-06/2026', 'From 6 April 2026 to 2026', '6 April to 2026'],
  [
    '2026-04-~01/2026-04-~20',
    'From about 1 April 2026 to about 20 April 2026',
    'about 1 April to about 20 April',
  ],
  [
    '2004-06-XX/2004-07-03',
    'From some day in June 2004 to 3 July 2004',
    'some day in June 2004 to 3 July 2004',
  ],
  ['2026-21/2026-23', 'From spring 2026 to autumn 2026', 'spring to autumn'],
]

const clocks: readonly Row[] = [
  ['2026-04-07T05:00', '7 April 2026, 05:00', '7 April, 05:00'],
  ['2026-04-07T05:00:00Z', '7 April 2026, 05:00 UTC', '7 April, 05:00 UTC'],
  ['2026-04-07T05:00:30+09:00', '7 April 2026, 05:00:30 UTC+9', '7 April, 05:00:30 UTC+9'],
  ['2026-04-07T05:00-03:30', '7 April 2026, 05:00 UTC−3:30', '7 April, 05:00 UTC−3:30'],
  ['2026-04-07T05:00/2026-04-07T07:00', 'From 05:00 to 07:00 on 7 April 2026', '05:00 to 07:00 on 7 April'],
]

const coarse: readonly Row[] = [
  ['2026-21', 'Spring 2026', 'spring'],
  ['2026-30', 'Southern summer 2026', 'southern summer'],
  ['2026-34', 'Second quarter of 2026', 'second quarter of 2026'],
  ['2026-41', 'Second half of 2026', 'second half of 2026'],
  ['201X', 'In the 2010s', 'the 2010s'],
  ['20XX', 'Some year from 2000 to 2099', 'some year from 2000 to 2099'],
  ['XXXX', 'In an unknown year', 'an unknown year'],
  [
    '1950S2',
    'Some year from 1900 to 1999, estimated at 1950',
    'some year from 1900 to 1999, estimated at 1950',
  ],
  [
    '156X-12-25',
    'On 25 December of some year from 1560 to 1569',
    '25 December of some year from 1560 to 1569',
  ],
  ['XXXX-12-XX', 'On some day in December of an unknown year', 'some day in December of an unknown year'],
  ['-0043-03-15', '15 March 44 BC', '15 March 44 BC'],
  ['0000', 'On some day in 1 BC', 'some day in 1 BC'],
  ['-201X', 'Some year from 2020 BC to 2011 BC', 'some year from 2020 BC to 2011 BC'],
  ['0033-04-03', '3 April AD 33', '3 April AD 33'],
  ['Y170000002', 'On some day in 170,000,002', 'some day in 170,000,002'],
]

describe.each([
  ['a day, month or year', days],
  ['a date in doubt', doubts],
  ['a date between bounds', bounds],
  ['a set of dates', sets],
  ['something that lasted', spans],
  ['a clock time', clocks],
  ['a coarse or distant date', coarse],
])('%s', (_, rows) => {
  it.each(rows)('%s is "%s", in a row "%s"', (edtf, full, short) => {
    expect(formatDateWords(readDate(edtf), [])).toBe(full)
    expect(formatDateShort(readDate(edtf), [], 2026)).toBe(short)
  })
})

describe('a bound that the author of the story derived', () => {
  it('is said as a month where it is the edge of one', () => {
    const date = readDate('[2026-04-01..2026-05-12]')
    expect(formatDateWords(date, ['earliest'])).toBe('Not before April, not later than 12 May 2026')
    expect(formatDateWords(date, ['latest'])).toBe('Not before 1 April, not later than 12 May 2026')
    expect(formatDateWords(readDate('[2026-04-01..]'), ['earliest'])).toBe('Not before April 2026')
    expect(formatDateWords(readDate('[..2026-04-30]'), ['latest'])).toBe('Not later than April 2026')
  })

  it('is left out of a row, which says what a source gives', () => {
    const date = readDate('[2026-04-01..2026-05-12]')
    expect(formatDateShort(date, ['earliest'], 2026)).toBe('not later than 12 May')
    expect(formatDateShort(date, ['latest'], 2026)).toBe('not before 1 April')
    expect(formatDateShort(date, ['earliest', 'latest'], 2026)).toBe(
      'not before April, not later than 12 May',
    )
  })

  it('names both years where they differ', () => {
    expect(formatDateWords(readDate('[2025-12-01..2026-01-12]'), ['earliest'])).toBe(
      'Not before December 2025, not later than 12 January 2026',
    )
  })
})

describe('the year in a row', () => {
  it('is said where the heading does not say it', () => {
    expect(formatDateShort(readDate('2026-04-07'), [])).toBe('7 April 2026')
    expect(formatDateShort(readDate('2026-04'), [], 2025)).toBe('some day in April 2026')
  })
})

describe('days on labels and by the slider', () => {
  const aprilMs = civilMsFromDate(2026, 4, 7)

  it('are short on the timeline, long in text', () => {
    expect(formatDayLabel(aprilMs, 2026)).toBe('7 Apr')
    expect(formatDayLabel(civilMsFromDate(2025, 4, 7), 2026)).toBe('7 Apr 2025')
    expect(formatDayLabel(aprilMs)).toBe('7 Apr 2026')
    expect(formatDay(aprilMs + DAY_MS - 1)).toBe('7 April 2026')
    expect(formatMonth(aprilMs)).toBe('April 2026')
  })

  it('name the first and the last day of a window', () => {
    expect(formatWindowWords(civilMsFromDate(2026, 3, 29), civilMsFromDate(2026, 5, 31))).toBe(
      '29 March to 30 May 2026',
    )
    expect(formatWindowWords(aprilMs, aprilMs + DAY_MS)).toBe('7 April 2026')
    expect(formatWindowWords(aprilMs, aprilMs)).toBe('7 April 2026')
  })
})

describe('any date that can be read', () => {
  const pieces = [
    '2026',
    '156X',
    'XXXX',
    '-0043',
    '-04',
    '-1X',
    '-XX',
    '-24',
    '-07',
    '..',
    '/',
    ',',
    '[',
    ']',
  ]
  const text = fc
    .array(fc.constantFrom(...pieces, '{', '}', '?', '~', '%', 'Y17E7', 'S2', 'T05:00'), { maxLength: 8 })
    .map((parts) => parts.join(''))

  it('can be said, without a word that belongs to machines', () => {
    fc.assert(
      fc.property(text, fc.subarray(['earliest', 'latest'] as const), (edtf, derived) => {
        const result = parseEdtf(edtf)
        if (!result.ok) return
        for (const words of [
          formatDateWords(result.value, derived),
          formatDateShort(result.value, derived, 2026),
        ]) {
          expect(words).toMatch(/^\S.*\S$/)
          expect(words).not.toMatch(/NaN|undefined|null|Infinity| {2}/)
        }
      }),
      { numRuns: 5000 },
    )
  })
})
