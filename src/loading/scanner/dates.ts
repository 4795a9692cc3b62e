/** Dates, each read once and then known by its text: in plain forms here (plainDate.ts), in all others by the host. */
import { push64, push32, push8 } from './columns'
import { addSigns, countLane, coverDate, coverReport } from './facts'
import {
  DATE_KIND,
  END_MS,
  LANE,
  PART_COUNTS,
  PART_END_MS,
  PART_START_MS,
  PERIOD_END_MS,
  PERIOD_START_MS,
  SIGN_UNDATED,
  START_MS,
} from './layout'
import * as plain from './plainDate'
import { enlarged, TextTable } from './textTable'

/** Reads a date of so many bytes and tells it by addDate and addDatePart; false: it is none that a story may have. */
declare function readDate(from: usize, length: u32): bool

/** Dates kept; with more all are forgotten before the next batch. */
const KEPT_DATES: u32 = 1 << 14

// Of each date: five numbers; then lane, kind, whether it has a time of day; signs, and those where it is derived; parts;
// the first of these.
const WIDTH: usize = 64
const MIDDLE_AT: usize = 32
const LANE_AT: usize = 40
const KIND_AT: usize = 41
const CLOCK_AT: usize = 42
const SIGNS: usize = 44
const DERIVED_SIGNS: usize = 48
const PART_COUNT: usize = 52
const FIRST_PART: usize = 56

const table = new TextTable()
let records: usize = heap.alloc(WIDTH * 1024)
let room: u32 = 1024
/** Two numbers each. */
let parts: usize = heap.alloc(16 * 1024)
let partRoom: u32 = 1024
let partCount: u32 = 0

// As an index numbers them.
let dayLane: u8 = 0
let lastedLane: u8 = 0
let doubtLane: u8 = 0
let undatedLane: u8 = 0
let momentKind: u8 = 0
let allKind: u8 = 0
let spanKind: u8 = 0
let undatedKind: u8 = 0

export function openLanes(day: u8, lasted: u8, doubt: u8, undated: u8): void {
  dayLane = day
  lastedLane = lasted
  doubtLane = doubt
  undatedLane = undated
}

export function openDateKinds(moment: u8, all: u8, span: u8, undated: u8): void {
  momentKind = moment
  allKind = all
  spanKind = span
  undatedKind = undated
}

/** Begins a batch. */
export function startDates(): void {
  if (table.count < KEPT_DATES) return
  table.clear()
  partCount = 0
}

/** The number of a date; -1: it is none. */
export function dateAt(from: usize, to: usize): i32 {
  const length = (to - from) as u32
  const known = table.numberOf(from, length)
  if (known != -1) return known
  if (plain.readPlainDate(from, to)) addPlainDate()
  else if (!readDate(from, length)) return -1
  return table.add(from, length)
}

function addPlainDate(): void {
  const isSpan = plain.plainKind == plain.PLAIN_SPAN
  const isAll = plain.plainKind == plain.PLAIN_ALL
  addDate(
    plain.startMs,
    plain.endMs,
    plain.periodStartMs,
    plain.periodEndMs,
    plain.middleMs,
    isSpan ? lastedLane : isAll || plain.isKnownDay ? dayLane : doubtLane,
    isSpan ? spanKind : isAll ? allKind : momentKind,
    plain.hasClockTime,
    plain.signs,
    plain.derivedSigns,
  )
  for (let i = 0; i < plain.partCount; i++) addDatePart(plain.partStartMs(i), plain.partEndMs(i))
}

/**
 * The numbers of the next date; see DateNumbers in indexColumns.ts. @param middleMs of the report that has it; not finite:
 * it has none; @param signs a bit for each; @param derivedSigns where a bound of it is derived
 */
export function addDate(
  startMs: f64,
  endMs: f64,
  periodStartMs: f64,
  periodEndMs: f64,
  middleMs: f64,
  lane: u8,
  kind: u8,
  hasClockTime: bool,
  signs: u32,
  derivedSigns: u32,
): void {
  if (table.count == room) {
    records = enlarged(records, WIDTH * (room as usize))
    room *= 2
  }
  const record = records + WIDTH * table.count
  store<f64>(record, startMs)
  store<f64>(record, endMs, 8)
  store<f64>(record, periodStartMs, 16)
  store<f64>(record, periodEndMs, 24)
  store<f64>(record, middleMs, MIDDLE_AT)
  store<u8>(record, lane, LANE_AT)
  store<u8>(record, kind, KIND_AT)
  store<u8>(record, hasClockTime, CLOCK_AT)
  store<u32>(record, signs, SIGNS)
  store<u32>(record, derivedSigns, DERIVED_SIGNS)
  store<u32>(record, 0, PART_COUNT)
  store<u32>(record, partCount, FIRST_PART)
}

/** The next of its parts. */
export function addDatePart(startMs: f64, endMs: f64): void {
  if (partCount == partRoom) {
    parts = enlarged(parts, 16 * (partRoom as usize))
    partRoom *= 2
  }
  store<f64>(parts + 16 * (partCount as usize), startMs)
  store<f64>(parts + 16 * (partCount as usize), endMs, 8)
  partCount++
  const record = records + WIDTH * table.count
  store<u32>(record, load<u32>(record, PART_COUNT) + 1, PART_COUNT)
}

/** Adds the date of an event to the columns, and what it says to the facts. @param number -1: it has none */
export function pushDate(number: i32, isDerived: bool): void {
  if (number == -1) {
    push64(START_MS, NaN)
    push64(END_MS, NaN)
    push64(PERIOD_START_MS, NaN)
    push64(PERIOD_END_MS, NaN)
    push8(LANE, undatedLane)
    push8(DATE_KIND, undatedKind)
    push32(PART_COUNTS, 0)
    countLane(undatedLane)
    addSigns(1 << SIGN_UNDATED)
    return
  }
  const record = records + WIDTH * (number as usize)
  const startMs = load<f64>(record)
  const endMs = load<f64>(record, 8)
  push64(START_MS, startMs)
  push64(END_MS, endMs)
  push64(PERIOD_START_MS, load<f64>(record, 16))
  push64(PERIOD_END_MS, load<f64>(record, 24))
  const lane = load<u8>(record, LANE_AT)
  push8(LANE, lane)
  push8(DATE_KIND, load<u8>(record, KIND_AT))
  const partsOfDate = load<u32>(record, PART_COUNT)
  push32(PART_COUNTS, partsOfDate)
  let part = parts + 16 * (load<u32>(record, FIRST_PART) as usize)
  for (let i: u32 = 0; i < partsOfDate; i++, part += 16) {
    push64(PART_START_MS, load<f64>(part))
    push64(PART_END_MS, load<f64>(part, 8))
  }
  countLane(lane)
  coverDate(startMs, endMs, load<u8>(record, CLOCK_AT) != 0)
  addSigns(isDerived ? load<u32>(record, DERIVED_SIGNS) : load<u32>(record, SIGNS))
}

/** The same of when it was reported. */
export function noteReport(number: i32): void {
  coverReport(load<f64>(records + WIDTH * (number as usize), MIDDLE_AT))
}
