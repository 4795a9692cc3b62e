/** Dates, each read once and then known by its text. What a date means is told by the host. */
import { push64, push32, push8 } from './columns'
import {
  DATE_KIND,
  END_MS,
  LANE,
  PART_COUNTS,
  PART_END_MS,
  PART_START_MS,
  PERIOD_END_MS,
  PERIOD_START_MS,
  START_MS,
} from './layout'
import { enlarged, TextTable } from './textTable'

/** Reads a date of so many bytes and tells it by addDate and addDatePart; false: it is none that a story may have. */
declare function readDate(from: usize, length: u32): bool
/** A date is the first of its batch, or the first that is derived, or that is not. @param number -1: none */
declare function tellDate(number: i32, isDerived: bool): void
/** The same of when something was reported. */
declare function tellReport(number: i32): void

/** Dates kept; with more all are forgotten before the next batch. */
const KEPT_DATES: u32 = 1 << 14

// Of each date: four numbers; then lane and kind; what was told of it; parts; the first of these.
const WIDTH: usize = 48
const LANE_AT: usize = 32
const KIND_AT: usize = 33
const TOLD: usize = 34
const PART_COUNT: usize = 36
const FIRST_PART: usize = 40

const TOLD_WRITTEN: u8 = 1
const TOLD_DERIVED: u8 = 2
const TOLD_REPORT: u8 = 4

const table = new TextTable()
let records: usize = heap.alloc(WIDTH * 1024)
let room: u32 = 1024
/** Two numbers each. */
let parts: usize = heap.alloc(16 * 1024)
let partRoom: u32 = 1024
let partCount: u32 = 0

/** What was told of events without a date. */
let toldNone: u8 = 0
/** [lane] events; see dateNumbers.ts. */
const kindCounts: usize = heap.alloc(4 * 4)
let undatedLane: u8 = 0
let undatedKind: u8 = 0

export function openDates(lane: u8, kind: u8): void {
  undatedLane = lane
  undatedKind = kind
}

/** Begins a batch, of which nothing is told. Whether all dates were forgotten. */
export function startDates(): bool {
  memory.fill(kindCounts, 0, 4 * 4)
  toldNone = 0
  if (table.count >= KEPT_DATES) {
    table.clear()
    partCount = 0
    return true
  }
  for (let i: u32 = 0; i < table.count; i++) store<u8>(records + WIDTH * i, 0, TOLD)
  return false
}

export function kindCountsAt(): usize {
  return kindCounts
}

/** The number of a date; -1: it is none. */
export function dateAt(from: usize, to: usize): i32 {
  const length = (to - from) as u32
  const known = table.numberOf(from, length)
  if (known != -1) return known
  if (!readDate(from, length)) return -1
  return table.add(from, length)
}

/** The numbers of the next date; see DateNumbers in indexColumns.ts. */
export function addDate(
  startMs: f64,
  endMs: f64,
  periodStartMs: f64,
  periodEndMs: f64,
  lane: u8,
  kind: u8,
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
  store<u8>(record, lane, LANE_AT)
  store<u8>(record, kind, KIND_AT)
  store<u8>(record, 0, TOLD)
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

/** Adds the date of an event to the columns. @param number -1: it has none */
export function pushDate(number: i32, isDerived: bool): void {
  const bit = isDerived ? TOLD_DERIVED : TOLD_WRITTEN
  if (number == -1) {
    push64(START_MS, NaN)
    push64(END_MS, NaN)
    push64(PERIOD_START_MS, NaN)
    push64(PERIOD_END_MS, NaN)
    push8(LANE, undatedLane)
    push8(DATE_KIND, undatedKind)
    push32(PART_COUNTS, 0)
    count(undatedLane)
    if ((toldNone & bit) == 0) {
      toldNone |= bit
      tellDate(number, isDerived)
    }
    return
  }
  const record = records + WIDTH * (number as usize)
  push64(START_MS, load<f64>(record))
  push64(END_MS, load<f64>(record, 8))
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
  count(lane)
  const told = load<u8>(record, TOLD)
  if ((told & bit) == 0) {
    store<u8>(record, told | bit, TOLD)
    tellDate(number, isDerived)
  }
}

function count(lane: u8): void {
  const at = kindCounts + ((lane as usize) << 2)
  store<u32>(at, load<u32>(at) + 1)
}

export function noteReport(number: i32): void {
  const record = records + WIDTH * (number as usize)
  const told = load<u8>(record, TOLD)
  if ((told & TOLD_REPORT) != 0) return
  store<u8>(record, told | TOLD_REPORT, TOLD)
  tellReport(number)
}
