/**
 * Every example of the EDTF specification (Library of Congress, 4 February 2019), level by level, with the
 * reading we expect of it. Ends are not included: 1985-04-12 is 1985-04-12>1985-04-13.
 */
import { describe, expect, it } from 'vitest'
import { readDate, readingOf } from './readingText.ts'

type Example = readonly [text: string, reading: string]

const level0: readonly Example[] = [
  ['1985-04-12', 'moment day 1985-04-12>1985-04-13'],
  ['1985-04', 'moment month 1985-04-01>1985-05-01'],
  ['1985', 'moment year 1985-01-01>1986-01-01'],
  ['1985-04-12T23:20:30', 'moment second 1985-04-12T23:20:30>1985-04-12T23:20:31'],
  ['1985-04-12T23:20:30Z', 'moment second 1985-04-12T23:20:30>1985-04-12T23:20:31'],
  ['1985-04-12T23:20:30-04', 'moment second 1985-04-12T23:20:30>1985-04-12T23:20:31'],
  ['1985-04-12T23:20:30+04:30', 'moment second 1985-04-12T23:20:30>1985-04-12T23:20:31'],
  ['1964/2008', 'span year 1964-01-01>1965-01-01 | year 2008-01-01>2009-01-01'],
  ['2004-06/2006-08', 'span month 2004-06-01>2004-07-01 | month 2006-08-01>2006-09-01'],
  ['2004-02-01/2005-02-08', 'span day 2004-02-01>2004-02-02 | day 2005-02-08>2005-02-09'],
  ['2004-02-01/2005-02', 'span day 2004-02-01>2004-02-02 | month 2005-02-01>2005-03-01'],
  ['2004-02-01/2005', 'span day 2004-02-01>2004-02-02 | year 2005-01-01>2006-01-01'],
  ['2005/2006-02', 'span year 2005-01-01>2006-01-01 | month 2006-02-01>2006-03-01'],
]

const level1: readonly Example[] = [
  ['Y170000002', 'moment year Y170000002>Y170000003'],
  ['Y-170000002', 'moment year Y-170000002>Y-170000001'],
  ['2001-21', 'moment season 2001-03-01>2001-06-01'],
  ['1984?', 'moment year 1984-01-01>1985-01-01 ?'],
  ['2004-06~', 'moment month 2004-06-01>2004-07-01 ~'],
  ['2004-06-11%', 'moment day 2004-06-11>2004-06-12 ~ ?'],
  ['201X', 'moment decade 2010-01-01>2020-01-01'],
  ['20XX', 'moment century 2000-01-01>2100-01-01'],
  ['2004-XX', 'moment month 2004-01-01>2005-01-01'],
  ['1985-04-XX', 'moment day 1985-04-01>1985-05-01'],
  ['1985-XX-XX', 'moment day 1985-01-01>1986-01-01'],
  ['1985-04-12/..', 'span day 1985-04-12>1985-04-13 | open'],
  ['1985-04/..', 'span month 1985-04-01>1985-05-01 | open'],
  ['1985/..', 'span year 1985-01-01>1986-01-01 | open'],
  ['../1985-04-12', 'span open | day 1985-04-12>1985-04-13'],
  ['../1985-04', 'span open | month 1985-04-01>1985-05-01'],
  ['../1985', 'span open | year 1985-01-01>1986-01-01'],
  ['1985-04-12/', 'span day 1985-04-12>1985-04-13 | unknown'],
  ['1985-04/', 'span month 1985-04-01>1985-05-01 | unknown'],
  ['1985/', 'span year 1985-01-01>1986-01-01 | unknown'],
  ['/1985-04-12', 'span unknown | day 1985-04-12>1985-04-13'],
  ['/1985-04', 'span unknown | month 1985-04-01>1985-05-01'],
  ['/1985', 'span unknown | year 1985-01-01>1986-01-01'],
  ['-1985', 'moment year -1985-01-01>-1984-01-01'],
]

const level2: readonly Example[] = [
  ['Y-17E7', 'moment year Y-170000000>Y-169999999'],
  ['1950S2', 'moment century 1900-01-01>2000-01-01'],
  ['Y171010000S3', 'moment other Y171000000>Y172000000'],
  ['Y3388E2S3', 'moment millennium Y338000>Y339000'],
  ['2001-34', 'moment season 2001-04-01>2001-07-01'],
  ['[1667,1668,1670..1672]', 'moment year 1667-01-01>1669-01-01 1670-01-01>1673-01-01'],
  ['[..1760-12-03]', 'moment day -∞>1760-12-04'],
  ['[1760-12..]', 'moment month 1760-12-01>∞'],
  ['[1760-01,1760-02,1760-12..]', 'moment month 1760-01-01>1760-03-01 1760-12-01>∞'],
  ['[1667,1760-12]', 'moment year 1667-01-01>1668-01-01 1760-12-01>1761-01-01'],
  ['[..1984]', 'moment year -∞>1985-01-01'],
  ['{1667,1668,1670..1672}', 'all year 1667-01-01>1669-01-01 1670-01-01>1673-01-01'],
  ['{1960,1961-12}', 'all year 1960-01-01>1961-01-01 1961-12-01>1962-01-01'],
  ['{..1984}', 'all year -∞>1985-01-01'],
  ['2004-06~-11', 'moment day 2004-06-11>2004-06-12 ~'],
  ['2004?-06-11', 'moment day 2004-06-11>2004-06-12 ?'],
  ['?2004-06-~11', 'moment day 2004-06-11>2004-06-12 ~ ?'],
  ['2004-%06-11', 'moment day 2004-06-11>2004-06-12 ~ ?'],
  ['156X-12-25', `moment other ${christmases(1560, 1569)}`],
  ['15XX-12-25', `moment other ${christmases(1500, 1599)}`],
  ['XXXX-12-XX', 'moment other 0000-12-01>Y10000'],
  ['1XXX-XX', 'moment other 1000-01-01>2000-01-01'],
  ['1XXX-12', 'moment other 1000-12-01>2000-01-01'],
  ['1984-1X', 'moment other 1984-10-01>1985-01-01'],
  ['2004-06-~01/2004-06-~20', 'span day 2004-06-01>2004-06-02 ~ | day 2004-06-20>2004-06-21 ~ ~'],
  ['2004-06-XX/2004-07-03', 'span day 2004-06-01>2004-07-01 | day 2004-07-03>2004-07-04'],
]

/** The specification names all 21 parts of a year; the months are our convention (subYearGroupings.ts). */
const groupings: readonly Example[] = [
  ['2001-21', '2001-03-01>2001-06-01'],
  ['2001-22', '2001-06-01>2001-09-01'],
  ['2001-23', '2001-09-01>2001-12-01'],
  ['2001-24', '2001-12-01>2002-03-01'],
  ['2001-25', '2001-03-01>2001-06-01'],
  ['2001-26', '2001-06-01>2001-09-01'],
  ['2001-27', '2001-09-01>2001-12-01'],
  ['2001-28', '2001-12-01>2002-03-01'],
  ['2001-29', '2001-09-01>2001-12-01'],
  ['2001-30', '2001-12-01>2002-03-01'],
  ['2001-31', '2001-03-01>2001-06-01'],
  ['2001-32', '2001-06-01>2001-09-01'],
  ['2001-33', '2001-01-01>2001-04-01'],
  ['2001-34', '2001-04-01>2001-07-01'],
  ['2001-35', '2001-07-01>2001-10-01'],
  ['2001-36', '2001-10-01>2002-01-01'],
  ['2001-37', '2001-01-01>2001-05-01'],
  ['2001-38', '2001-05-01>2001-09-01'],
  ['2001-39', '2001-09-01>2002-01-01'],
  ['2001-40', '2001-01-01>2001-07-01'],
  ['2001-41', '2001-07-01>2002-01-01'],
]

/** What the specification allows without an example, and where we go beyond it on purpose. */
const beyond: readonly (readonly [text: string, level: 0 | 1 | 2, reading: string])[] = [
  ['0000', 0, 'moment year 0000-01-01>0001-01-01'],
  ['0026-04-07', 0, 'moment day 0026-04-07>0026-04-08'],
  ['-0043-03-15', 1, 'moment day -0043-03-15>-0043-03-16'],
  ['-0001', 1, 'moment year -0001-01-01>0000-01-01'],
  ['-201X', 1, 'moment decade -2019-01-01>-2009-01-01'],
  ['-000X', 1, 'moment decade -0009-01-01>0000-01-01'],
  ['2000-02-29', 0, 'moment day 2000-02-29>2000-03-01'],
  ['9999-12-31', 0, 'moment day 9999-12-31>Y10000'],
  ['2026-04-07T05:00', 0, 'moment minute 2026-04-07T05:00:00>2026-04-07T05:01:00'],
  ['2026-04-07T23:59:59+09:00', 0, 'moment second 2026-04-07T23:59:59>2026-04-08'],
  ['2001-21?', 1, 'moment season 2001-03-01>2001-06-01 ?'],
  ['2XXX', 2, 'moment millennium 2000-01-01>3000-01-01'],
  ['XXXX', 2, 'moment other 0000-01-01>Y10000'],
  ['XXXX-XX-XX', 2, 'moment other 0000-01-01>Y10000'],
  ['XXXX-12-25', 2, 'moment other 0000-12-25>9999-12-26'],
  ['1XXX-02-29', 2, 'moment other 1004-02-29>1996-03-01'],
  ['2024-0X-31', 2, `moment other ${lastDays([1, 3, 5, 7, 8])}`],
  ['2026-05-1X', 2, 'moment other 2026-05-10>2026-05-20'],
  ['1950S4', 2, 'moment year 1950-01-01>1951-01-01'],
  ['-1859S2', 2, 'moment century -1899-01-01>-1799-01-01'],
  ['Y17E8', 2, 'moment year Y1700000000>Y1700000001'],
  ['[2026-04-01..2026-05-12]', 2, 'moment day 2026-04-01>2026-05-13'],
  ['[2026-05-12..]', 2, 'moment day 2026-05-12>∞'],
  ['[2026-04-07]', 2, 'moment day 2026-04-07>2026-04-08'],
  ['[2026-04-03,2026-04-01]', 2, 'moment day 2026-04-01>2026-04-02 2026-04-03>2026-04-04'],
  ['[..1760-12-03,1762]', 2, 'moment year -∞>1760-12-04 1762-01-01>1763-01-01'],
  ['2004-06/2004-06', 0, 'span month 2004-06-01>2004-07-01 | month 2004-06-01>2004-07-01'],
  ['2026-04-10/2026-04', 0, 'span day 2026-04-10>2026-04-11 | month 2026-04-01>2026-05-01'],
  ['2026-04-07~/..', 1, 'span day 2026-04-07>2026-04-08 ~ | open ~'],
  ['-0100/-0050', 1, 'span year -0100-01-01>-0099-01-01 | year -0050-01-01>-0049-01-01'],
  [
    '2026-04-07T05:00/2026-04-07T07:00',
    0,
    'span minute 2026-04-07T05:00:00>2026-04-07T05:01:00 | minute 2026-04-07T07:00:00>2026-04-07T07:01:00',
  ],
]

function christmases(firstYear: number, lastYear: number): string {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i)
  return years.map((year) => `${year}-12-25>${year}-12-26`).join(' ')
}

function lastDays(months: readonly number[]): string {
  return months.map((month) => `2024-0${month}-31>2024-0${month + 1}-01`).join(' ')
}

describe.each([
  [0, level0],
  [1, level1],
  [2, level2],
] as const)('the examples of level %i', (level, examples) => {
  it.each(examples)('%s is read as the specification means it', (text, reading) => {
    const date = readDate(text)
    expect(readingOf(date)).toBe(reading)
    expect(date.edtf).toBe(text)
    // The specification repeats 2004-06-11% under level 2; level 1 is what it needs.
    expect(date.level).toBe(level)
  })
})

describe('the parts of a year', () => {
  it.each(groupings)('%s covers its months', (text, extent) => {
    expect(readingOf(readDate(text))).toBe(`moment season ${extent}`)
  })
})

describe('dates that the specification gives no example of', () => {
  it.each(beyond)('%s needs level %i and is read', (text, level, reading) => {
    expect(readingOf(readDate(text))).toBe(reading)
    expect(readDate(text).level).toBe(level)
  })
})
