/**
 * Which lines and words does the time axis carry at this density?
 *
 *   April 2026            May 2026        major: names a period, at its first moment
 *   |   6    13   20   27 |  4    11      minor: a number or name inside it
 *   |'''''''''''''''''''''|''''''''''     fine:  a short line without words
 */
import {
  utcDay,
  utcHour,
  utcMinute,
  utcMonday,
  utcMonth,
  utcYear,
  type CountableTimeInterval,
  type TimeInterval,
} from 'd3'
import { monthName } from './monthNames.ts'
import type { TimeScale } from './timeScale.ts'
import { DAY_MS, HOUR_MS, MEAN_YEAR_MS, MINUTE_MS, type CivilMs, type DurationMs, type Px } from './units.ts'

export interface AxisTick {
  readonly timeMs: CivilMs
  readonly x: Px
  readonly label: string
  /** Its period began before the window, at whose edge its name stands: no line marks a beginning there. */
  readonly isCut: boolean
}

export interface AxisTicks {
  readonly major: readonly AxisTick[]
  readonly minor: readonly AxisTick[]
  /** x of lines without words; empty when they would stand closer than 4 px. */
  readonly fine: readonly Px[]
}

interface AxisLevel {
  /** This level is used from this density on (closer = fewer ms per px). */
  readonly maxMsPerPx: DurationMs
  readonly major: TimeInterval
  readonly minor: TimeInterval
  readonly fine: TimeInterval | null
  readonly majorLabel: (date: Date) => string
  readonly minorLabel: (date: Date) => string
}

const yearLabel = (date: Date): string => {
  const year = date.getUTCFullYear()
  return year > 0 ? String(year) : `${1 - year} BC`
}
const monthLabel = (date: Date): string => `${monthName(date.getUTCMonth() + 1)} ${yearLabel(date)}`
const shortMonthLabel = (date: Date): string => monthName(date.getUTCMonth() + 1).slice(0, 3)
const dayLabel = (date: Date): string => String(date.getUTCDate())
const fullDayLabel = (date: Date): string => `${date.getUTCDate()} ${monthLabel(date)}`
const clockLabel = (date: Date): string =>
  `${String(date.getUTCHours()).padStart(2, '0')}:${String(date.getUTCMinutes()).padStart(2, '0')}`

const every = (interval: CountableTimeInterval, step: number): TimeInterval =>
  interval.every(step) ?? interval

/** Finest first. A minor label needs about 34 px (a clock time 44 px); each `maxMsPerPx` is its step over that. */
const levels: readonly AxisLevel[] = [
  { maxMsPerPx: MINUTE_MS / 44, major: utcHour, minor: utcMinute, fine: null, majorLabel: (d) => `${fullDayLabel(d)}, ${clockLabel(d)}`, minorLabel: clockLabel }, // prettier-ignore
  { maxMsPerPx: (15 * MINUTE_MS) / 48, major: utcDay, minor: every(utcMinute, 15), fine: every(utcMinute, 5), majorLabel: fullDayLabel, minorLabel: clockLabel }, // prettier-ignore
  { maxMsPerPx: HOUR_MS / 48, major: utcDay, minor: utcHour, fine: every(utcMinute, 15), majorLabel: fullDayLabel, minorLabel: clockLabel }, // prettier-ignore
  { maxMsPerPx: (6 * HOUR_MS) / 48, major: utcDay, minor: every(utcHour, 6), fine: utcHour, majorLabel: fullDayLabel, minorLabel: clockLabel }, // prettier-ignore
  { maxMsPerPx: DAY_MS / 34, major: utcMonth, minor: utcDay, fine: every(utcHour, 6), majorLabel: monthLabel, minorLabel: dayLabel }, // prettier-ignore
  { maxMsPerPx: (7 * DAY_MS) / 30, major: utcMonth, minor: utcMonday, fine: utcDay, majorLabel: monthLabel, minorLabel: dayLabel }, // prettier-ignore
  { maxMsPerPx: (30 * DAY_MS) / 34, major: utcYear, minor: utcMonth, fine: utcMonday, majorLabel: yearLabel, minorLabel: shortMonthLabel }, // prettier-ignore
  { maxMsPerPx: (91 * DAY_MS) / 34, major: utcYear, minor: every(utcMonth, 3), fine: utcMonth, majorLabel: yearLabel, minorLabel: shortMonthLabel }, // prettier-ignore
]

/** Ticks within the window, ascending; a major tick that began before the window stands at its left edge. */
export function buildAxisTicks(scale: TimeScale): AxisTicks {
  const { startMs, endMs } = scale.window
  const start = new Date(startMs)
  const end = new Date(endMs)
  const moreLetters = Math.max(0, yearLabel(start).length - 4, yearLabel(end).length - 4)
  // "September 44 BC" is longer than "September 2026": its periods must be wider to hold their names.
  const crowdedMsPerPx = scale.msPerPx * (1 + moreLetters / 14)
  const level =
    levels.find((candidate) => crowdedMsPerPx <= candidate.maxMsPerPx) ??
    yearLevel(scale.msPerPx, YEAR_LABEL_PX + moreLetters * FIGURE_PX)
  // The period before the first moment of Date has no first moment.
  const majorDates = [level.major.floor(start), ...level.major.range(start, end)].filter(isValid)
  const major = keepApart(
    majorDates.map((date) => toTick(date, scale, level.majorLabel(date))),
    (label) => label.length * 8 + 16,
  )
  const majorTimes = new Set(majorDates.map(Number))
  const minor = level.minor
    .range(start, end)
    .filter((date) => !majorTimes.has(Number(date)))
    .map((date) => toTick(date, scale, level.minorLabel(date)))
  const fine = level.fine?.range(start, end).map((date) => scale.timeToPx(Number(date))) ?? []
  const fineStepPx = fine.length > 1 ? (fine[1] ?? 0) - (fine[0] ?? 0) : Infinity
  return { major, minor, fine: fineStepPx >= 4 ? fine : [] }
}

function isValid(date: Date): boolean {
  return Number.isFinite(Number(date))
}

function toTick(date: Date, scale: TimeScale, label: string): AxisTick {
  const timeMs = Number(date)
  const x = Math.max(scale.leftPx, scale.timeToPx(timeMs))
  return { timeMs, x, label, isCut: timeMs < scale.window.startMs }
}

/** Drops a tick whose words would run into the next one's; the one that began before the window gives way first. */
function keepApart(ticks: readonly AxisTick[], widthOf: (label: string) => Px): readonly AxisTick[] {
  return ticks.filter((tick, i) => {
    const next = ticks[i + 1]
    if (next !== undefined && next.x === tick.x) return false
    return i > 0 || next === undefined || next.x - tick.x >= widthOf(tick.label)
  })
}

/** Room for a year of four figures with air, and for each figure or letter more. */
const YEAR_LABEL_PX: Px = 44
const FIGURE_PX: Px = 7

/** Beyond seasons: years in steps of 1, 2, 5, 10, … so that labels stand at least `labelPx` apart. */
function yearLevel(msPerPx: DurationMs, labelPx: Px): AxisLevel {
  const minStepYears = (labelPx * msPerPx) / MEAN_YEAR_MS
  const power = 10 ** Math.floor(Math.log10(Math.max(1, minStepYears)))
  const step =
    [1, 2, 5, 10].map((factor) => factor * power).find((years) => years >= minStepYears) ?? power * 10
  const majorStep = step * 10
  return {
    maxMsPerPx: Infinity,
    major: every(utcYear, majorStep),
    minor: every(utcYear, step),
    fine: null,
    majorLabel: yearLabel,
    minorLabel: yearLabel,
  }
}
