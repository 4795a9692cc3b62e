/** Are the dates that the generator writes EDTF that this program reads, of every form and for every day? */
import { expect, test } from 'vitest'
import { daysFromCivil } from '../../../src/core/time/civilDay.ts'
import { parseEdtf } from '../../../src/core/time/parseEdtf.ts'
import type { DateFormName } from '../../bench/generator/dates.ts'
import { createDateWriter, dateForms, writeDay, writeInForm } from '../../bench/generator/dates.ts'
import { createRandom } from '../../bench/generator/random.ts'
import { LAST_DAY } from '../../bench/generator/storySize.ts'

const names = Object.keys(dateForms) as DateFormName[]
const DECK = 1_000

test.each(names)('the form %s can be read, whatever the day', (name) => {
  const random = createRandom(1, name)
  const texts = Array.from({ length: 800 }, (_, i) => writeInForm(name, LAST_DAY - i, random))
  expect(texts.filter((text) => !parseEdtf(text).ok)).toEqual([])
})

test('the forms fill a deck of a thousand', () => {
  expect(names.reduce((sum, name) => sum + dateForms[name].cards, 0)).toBe(DECK)
})

test('a long story has dates of every level, kind and precision', () => {
  const random = createRandom(1, 'dates')
  const write = createDateWriter(3_000)
  const dates = Array.from({ length: DECK }, () => parseEdtf(write(LAST_DAY - 500, random).edtf))
  const read = dates.flatMap((date) => (date.ok ? date.value : []))
  const precisions = read.flatMap((date) => (date.kind === 'span' ? [] : date.precision))
  expect(new Set(read.map(({ level }) => level))).toEqual(new Set([0, 1, 2]))
  expect(new Set(read.map(({ kind }) => kind))).toEqual(new Set(['all', 'moment', 'span']))
  expect(new Set(precisions)).toEqual(
    new Set(['day', 'decade', 'minute', 'month', 'other', 'season', 'second', 'year']),
  )
  expect(read.some(({ isApproximate, isUncertain }) => isApproximate && !isUncertain)).toBe(true)
  expect(read.some(({ isApproximate, isUncertain }) => isUncertain && !isApproximate)).toBe(true)
  expect(read.some(({ isApproximate, isUncertain }) => isApproximate && isUncertain)).toBe(true)
})

test('a story of two months has no date as wide as a year', () => {
  const random = createRandom(1, 'dates')
  const write = createDateWriter(60)
  const texts = Array.from({ length: DECK }, () => write(LAST_DAY - 30, random).edtf)
  expect(texts.filter((text) => /^\d{3}[\dX][?~%]?$/.test(text))).toEqual([])
})

test('a season is written with the year in which it began', () => {
  const random = createRandom(1, 'season')
  expect(writeInForm('season', daysFromCivil(2024, 2, 29), random)).toBe('2023-24')
  expect(writeInForm('season', daysFromCivil(2024, 3, 1), random)).toBe('2024-21')
  expect(writeInForm('levelTwoSeason', daysFromCivil(2024, 1, 9), random)).toBe('2023-30')
  expect(writeInForm('levelTwoSeason', daysFromCivil(2024, 9, 9), random)).toBe('2024-29')
  expect(writeDay(daysFromCivil(2024, 2, 29))).toBe('2024-02-29')
})
