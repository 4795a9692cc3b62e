/**
 * How is a day known? Writes it in every form of EDTF, levels 0 to 2, that a story of these decades can have: years
 * before the calendar and years of more than four digits are left to the tests of the parser.
 */
import { civilFromDays } from '../../../src/core/time/civilDay.ts'
import { createDeck } from './deck.ts'
import type { Random } from './random.ts'
import { LAST_DAY } from './storySize.ts'

/** A day, taken apart for writing. */
interface DayParts {
  /** Days since 1970-01-01. */
  readonly day: number
  readonly year: number
  /** "2004-06-11" and its parts. */
  readonly text: string
  readonly yearText: string
  readonly monthText: string
  readonly dayText: string
  readonly month: number
}

type Write = (parts: DayParts, random: Random) => string

interface DateForm {
  readonly write: Write
  /** Cards in a deck of a thousand. */
  readonly cards: number
  /** In a shorter story the form would be wider than all of it; a plain day stands in its place. */
  readonly leastSpanDays?: number
  readonly isRange?: true
}

const signs = ['~', '?', '%'] as const
const clocks = ['05:00', '09:15', '11:40', '16:05', '20:30', '23:55'] as const
const offsets = ['Z', '+01:00', '+09:00', '-05:00'] as const
/** Lengths of stories in days, below which forms as wide as a year, or a decade, are left out. */
const YEAR = 365
const DECADE = 1_000

/** By name, so that a test can ask for each. */
export const dateForms = {
  day: form(695, ({ text }) => text),

  month: form(32, ({ yearText, monthText }) => `${yearText}-${monthText}`),
  year: form(10, ({ yearText }) => yearText, YEAR),
  season: form(8, writeSeason, 90),
  levelTwoSeason: form(4, writeLevelTwoSeason, 90),
  quarter: form(4, ({ yearText, month }) => `${yearText}-${33 + Math.floor((month - 1) / 3)}`, 90),
  third: form(2, ({ yearText, month }) => `${yearText}-${37 + Math.floor((month - 1) / 4)}`, 120),
  half: form(3, ({ yearText, month }) => `${yearText}-${month <= 6 ? 40 : 41}`, 180),

  signedDay: form(18, ({ text }, random) => text + random.pick(signs)),
  signedMonth: form(8, ({ yearText, monthText }, random) => `${yearText}-${monthText}${random.pick(signs)}`),
  signedYear: form(5, ({ yearText }, random) => yearText + random.pick(signs), YEAR),
  signedSeason: form(2, (parts, random) => writeSeason(parts) + random.pick(signs), 90),
  signAfterPart: form(
    3,
    ({ yearText, monthText, dayText }, random) => `${yearText}-${monthText}${random.pick(signs)}-${dayText}`,
  ),
  signBeforePart: form(
    3,
    ({ yearText, monthText, dayText }, random) => `${yearText}-${monthText}-${random.pick(signs)}${dayText}`,
  ),

  minute: form(5, ({ text }, random) => `${text}T${random.pick(clocks)}`),
  secondWithOffset: form(3, ({ text }, random) => `${text}T${random.pick(clocks)}:30${random.pick(offsets)}`),

  oneOfDays: form(8, ({ text, day }, random) => `[${text},${later(day, 2, 9, random)}]`),
  oneOfThreeDays: form(3, ({ text, day }) => `[${text},${writeDay(day + 2)},${writeDay(day + 5)}]`),
  oneOfMonths: form(
    2,
    ({ yearText, monthText }) => `[${yearText}-${monthText},${Number(yearText) + 1}-01]`,
    YEAR,
  ),
  oneOfRange: form(22, ({ text, day }, random) => `[${text}..${later(day, 2, 60, random)}]`),
  earlier: form(7, ({ text }) => `[..${text}]`),
  later: form(7, ({ text }) => `[${text}..]`),
  laterMonth: form(2, ({ yearText, monthText }) => `[${yearText}-${monthText}..]`),
  allDays: form(7, ({ text, day }, random) => `{${text},${later(day, 1, 20, random)}}`),
  allOfRange: form(3, ({ text, day }, random) => `{${text}..${later(day, 2, 6, random)}}`),
  allMixed: form(2, ({ yearText, monthText }) => `{${yearText}-${monthText},${Number(yearText) + 1}}`, YEAR),

  unspecifiedDay: form(8, ({ yearText, monthText }) => `${yearText}-${monthText}-XX`),
  unspecifiedMonth: form(5, ({ yearText }) => `${yearText}-XX`, YEAR),
  unspecifiedMonthAndDay: form(2, ({ yearText }) => `${yearText}-XX-XX`, YEAR),
  unspecifiedYear: form(2, ({ yearText }) => `${yearText.slice(0, 3)}X`, DECADE),
  unspecifiedLastDigit: form(
    4,
    ({ yearText, monthText, dayText }) => `${yearText}-${monthText}-${dayText.charAt(0)}X`,
  ),
  unspecifiedMonthDigit: form(2, ({ yearText, monthText }) => `${yearText}-${monthText.charAt(0)}X`, YEAR),
  unspecifiedYearOfMonth: form(
    1,
    ({ yearText, monthText }) => `${yearText.slice(0, 3)}X-${monthText}`,
    DECADE,
  ),
  unspecifiedMonthOfDay: form(2, ({ yearText, dayText }) => `${yearText}-XX-${dayText}`, YEAR),
  significantDigits: form(1, ({ yearText }) => `${yearText}S3`, DECADE),

  range: range(46, ({ text, day }, random) => `${text}/${later(day, 1, 30, random)}`),
  longRange: range(12, ({ text, day }, random) => `${text}/${later(day, 90, 900, random)}`, YEAR),
  openRange: range(11, ({ text }) => `${text}/..`),
  unknownEnd: range(8, ({ text }) => `${text}/`),
  unknownStart: range(3, ({ text }) => `/${text}`),
  openStart: range(2, ({ text }) => `../${text}`),
  monthRange: range(
    6,
    ({ text, day }, random) => `${text.slice(0, 7)}/${later(day, 40, 300, random).slice(0, 7)}`,
  ),
  yearRange: range(2, ({ yearText }) => `${Number(yearText) - 1}/${yearText}`, DECADE),
  signedRange: range(
    4,
    ({ text, day }, random) => `${text}${random.pick(signs)}/${later(day, 5, 60, random)}`,
  ),
  signedEndOfRange: range(
    3,
    ({ text, day }, random) => `${text}/${later(day, 5, 60, random)}${random.pick(signs)}`,
  ),
  halfMonthRange: range(3, ({ text, day }, random) => `${text.slice(0, 7)}/${later(day, 40, 90, random)}`),
  unspecifiedRange: range(
    2,
    ({ text, day }, random) => `${text.slice(0, 8)}XX/${later(day, 40, 90, random)}`,
  ),
  hours: range(3, ({ text }, random) => `${text}T04:45/${text}T${random.pick(clocks.slice(1))}`),
} as const satisfies Readonly<Record<string, DateForm>>

export type DateFormName = keyof typeof dateForms

/** A date and what a caller needs to know of how it is written. */
export interface DrawnDate {
  readonly edtf: string
  readonly isRange: boolean
  /** One moment between two days, whose bounds an editor may have derived. */
  readonly hasBounds: boolean
}

/** Draws dates for days, in each form in its proportion. @param spanDays the length of the story */
export function createDateWriter(spanDays: number): (day: number, random: Random) => DrawnDate {
  const names = Object.keys(dateForms) as DateFormName[]
  const deal = createDeck(
    names.map((name) => [fits(dateForms[name], spanDays) ? name : 'day', dateForms[name].cards] as const),
  )
  return (day, random) => {
    const name = deal(random)
    const drawn: DateForm = dateForms[name]
    return {
      edtf: drawn.write(takeApart(day), random),
      isRange: drawn.isRange === true,
      hasBounds: name === 'oneOfRange',
    }
  }
}

/** "2004-06-11". @param day days since 1970-01-01 */
export function writeDay(day: number): string {
  const { year, month, day: dayOfMonth } = civilFromDays(day)
  return `${year}-${pad(month)}-${pad(dayOfMonth)}`
}

/** A day in one form. @param day days since 1970-01-01 */
export function writeInForm(name: DateFormName, day: number, random: Random): string {
  return dateForms[name].write(takeApart(day), random)
}

function form(cards: number, write: Write, leastSpanDays = 0): DateForm {
  return { cards, write, leastSpanDays }
}

function range(cards: number, write: Write, leastSpanDays = 0): DateForm {
  return { cards, write, leastSpanDays, isRange: true }
}

function fits({ leastSpanDays = 0 }: DateForm, spanDays: number): boolean {
  return spanDays >= leastSpanDays
}

function takeApart(day: number): DayParts {
  const text = writeDay(day)
  const [yearText = '', monthText = '', dayText = ''] = text.split('-')
  return { day, text, yearText, monthText, dayText, year: Number(yearText), month: Number(monthText) }
}

/** A day `least` to `most` days later; towards the end of the story, the soonest of them. */
function later(day: number, least: number, most: number, random: Random): string {
  const furthest = Math.max(least, Math.min(most, LAST_DAY - day))
  return writeDay(day + least + random.below(furthest - least + 1))
}

/** EDTF 21 to 24, northern; winter begins in December of the year it is written with. */
function writeSeason({ year, month }: DayParts): string {
  return `${month < 3 ? year - 1 : year}-${21 + Math.floor(((month + 9) % 12) / 3)}`
}

/** EDTF 25 to 28 in even months, northern; 29 to 32 in odd ones, southern, with spring from September. */
function writeLevelTwoSeason({ year, month }: DayParts): string {
  const isNorthern = month % 2 === 0
  const season = Math.floor(((month + (isNorthern ? 9 : 3)) % 12) / 3)
  return `${month < 3 ? year - 1 : year}-${(isNorthern ? 25 : 29) + season}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
