/**
 * Reads dates that are written in the plain forms that nearly all are: years, months, days and times of a day, from the year
 * 0 on, perhaps with signs of doubt; from one of them to another; and sets of them. Says the same of these as core/time
 * (calendarDate.ts, clockTime.ts, dateInterval.ts, dateSet.ts, spanBounds.ts, readingPeriod.ts). All others, and all in
 * which something is wrong, are left to the host.
 */
import { daysFromCivil, daysInMonth, monthStart, msOfDay } from './calendar'
import {
  SIGN_ABOUT,
  SIGN_DAY,
  SIGN_ENDLESS,
  SIGN_LASTED,
  SIGN_OPEN,
  SIGN_RANGE,
  SIGN_SOFT,
  SIGN_UNKNOWN,
} from './layout'

const HYPHEN: u8 = 0x2d
const ZERO: u8 = 0x30
const SLASH: u8 = 0x2f
const DOT: u8 = 0x2e
const COMMA: u8 = 0x2c
const QUESTION: u8 = 0x3f
const TILDE: u8 = 0x7e
const PERCENT: u8 = 0x25
const OPEN_ONE: u8 = 0x5b
const CLOSE_ONE: u8 = 0x5d
const OPEN_ALL: u8 = 0x7b
const CLOSE_ALL: u8 = 0x7d
const COLON: u8 = 0x3a
const PLUS: u8 = 0x2b
const LETTER_T: u8 = 0x54
const LETTER_X: u8 = 0x58
const LETTER_Z: u8 = 0x5a

/** Longer texts are the host's. */
const MOST_BYTES: usize = 200
const MOST_MEMBERS: i32 = 24

/** What kind of date it is; see FuzzyDate. */
export const PLAIN_MOMENT = 0
export const PLAIN_ALL = 1
export const PLAIN_SPAN = 2

// What the date says that was read last, until the next.
export let plainKind: i32 = PLAIN_MOMENT
/** One day that nobody doubts. */
export let isKnownDay: bool = false
/** One moment of which the time of day is known. */
export let hasClockTime: bool = false
export let startMs: f64 = 0
export let endMs: f64 = 0
export let periodStartMs: f64 = 0
export let periodEndMs: f64 = 0
/** Middle of its last stretch of time; NaN: it lasted. */
export let middleMs: f64 = 0
/** A bit for each: of a date as it is written, and of one of which a bound is derived. */
export let signs: u32 = 0
export let derivedSigns: u32 = 0
export let partCount: i32 = 0

/** Stretches of time: the members of a set while they are read, then the parts of the date. Two numbers each. */
const stretches: usize = heap.alloc(MOST_MEMBERS * 16)

export function partStartMs(i: i32): f64 {
  return load<f64>(stretches + ((i as usize) << 4))
}

export function partEndMs(i: i32): f64 {
  return load<f64>(stretches + ((i as usize) << 4), 8)
}

/** False: it is not written in such a form, or something is wrong with it. */
export function readPlainDate(from: usize, to: usize): bool {
  if (to - from > MOST_BYTES || to - from < 4) return false
  const first = load<u8>(from)
  if (first == OPEN_ONE || first == OPEN_ALL) return readSet(from, to, first == OPEN_ALL)
  for (let at = from; at < to; at++) if (load<u8>(at) == SLASH) return readInterval(from, at, to)
  if (!readMoment(from, to)) return false
  putStretch(0, firstMs, lastMs)
  closeSet(1, false, isDoubted, fineness)
  return true
}

// What the last single date says: from when to when, how finely it is written, and whether it is doubted.
let firstMs: f64 = 0
let lastMs: f64 = 0
let fineness: u32 = 0
let isDoubted: bool = false

const YEAR: u32 = 0
const MONTH: u32 = 1
const DAY: u32 = 2
const MINUTE: u32 = 3
const SECOND: u32 = 4

// Where the next letter of a single date stands, and where it ends.
let next: usize = 0
let textEnd: usize = 0

/** A year, month or day, with one sign of doubt before or after each; the days of a month left open; or a time of a day. */
function readMoment(from: usize, to: usize): bool {
  next = from
  textEnd = to
  isDoubted = false
  fineness = YEAR
  skipDoubt()
  if (textEnd - next < 4) return false
  const century = twoDigits(next)
  const inCentury = twoDigits(next + 2)
  next += 4
  if (century < 0 || inCentury < 0) return false
  const year = 100 * century + inCentury
  skipDoubt()
  if (next == textEnd) return setDays(daysFromCivil(year, 1, 1), daysFromCivil(year, 13, 1))
  const month = readPart()
  if (month < 1 || month > 12) return false
  fineness = MONTH
  skipDoubt()
  if (next == textEnd) return setDays(daysFromCivil(year, month, 1), daysFromCivil(year, month + 1, 1))
  const day = readPart()
  fineness = DAY
  if (day == ANY) {
    skipDoubt()
    return next == textEnd && setDays(daysFromCivil(year, month, 1), daysFromCivil(year, month + 1, 1))
  }
  if (day < 1 || day > daysInMonth(year, month)) return false
  const firstDay = daysFromCivil(year, month, day)
  if (next < textEnd && load<u8>(next) == LETTER_T) return !isDoubted && readClock(msOfDay(firstDay))
  skipDoubt()
  return next == textEnd && setDays(firstDay, firstDay + 1)
}

function setDays(firstDay: i32, endDay: i32): bool {
  firstMs = msOfDay(firstDay)
  lastMs = msOfDay(endDay)
  return true
}

function skipDoubt(): void {
  if (next == textEnd) return
  const letter = load<u8>(next)
  if (letter != QUESTION && letter != TILDE && letter != PERCENT) return
  isDoubted = true
  next++
}

/** A hyphen, perhaps a sign of doubt, and two digits, or ANY; -1: something else. */
function readPart(): i32 {
  if (load<u8>(next) != HYPHEN) return -1
  next++
  skipDoubt()
  if (textEnd - next < 2) return -1
  const isAny = load<u8>(next) == LETTER_X && load<u8>(next, 1) == LETTER_X
  const part = isAny ? ANY : twoDigits(next)
  next += 2
  return part
}

/** Two letters X. */
const ANY = 100

/** The rest of a date, from the letter T on. A zone is looked at, and moves nothing. */
function readClock(dayMs: f64): bool {
  if (textEnd - next < 6 || load<u8>(next, 3) != COLON) return false
  const hour = twoDigits(next + 1)
  const minute = twoDigits(next + 4)
  next += 6
  fineness = MINUTE
  let second = 0
  if (textEnd - next >= 3 && load<u8>(next) == COLON) {
    second = twoDigits(next + 1)
    next += 3
    fineness = SECOND
  }
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false
  if (!isZone()) return false
  firstMs = dayMs + ((((hour * 60 + minute) * 60 + second) * 1000) as f64)
  lastMs = firstMs + (fineness == SECOND ? 1000 : 60_000)
  return true
}

/** Nothing, Z, or hours and perhaps minutes from UTC. */
function isZone(): bool {
  const length = textEnd - next
  if (length == 0) return true
  const letter = load<u8>(next)
  if (letter == LETTER_Z) return length == 1
  if ((letter != PLUS && letter != HYPHEN) || (length != 3 && length != 6)) return false
  const hours = twoDigits(next + 1)
  const minutes = length == 3 ? 0 : load<u8>(next, 3) == COLON ? twoDigits(next + 4) : -1
  return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60
}

function twoDigits(at: usize): i32 {
  const tens = load<u8>(at) - ZERO
  const ones = load<u8>(at, 1) - ZERO
  return tens > 9 || ones > 9 ? -1 : 10 * (tens as i32) + (ones as i32)
}

const END_MOMENT = 0
const END_OPEN = 1
const END_UNKNOWN = 2
const END_NONE = 3

/** What stands at one end of an interval; a moment is read. */
function readEnd(from: usize, to: usize): i32 {
  if (from == to) return END_UNKNOWN
  if (to - from == 2 && load<u8>(from) == DOT && load<u8>(from, 1) == DOT) return END_OPEN
  return readMoment(from, to) ? END_MOMENT : END_NONE
}

/** @param slash where the first one stands */
function readInterval(from: usize, slash: usize, to: usize): bool {
  const start = readEnd(from, slash)
  const startFirstMs = firstMs
  const startLastMs = lastMs
  const isStartSure = isSureDay()
  const end = readEnd(slash + 1, to)
  if (start == END_NONE || end == END_NONE) return false
  if (start != END_MOMENT && end != END_MOMENT) return false
  plainKind = PLAIN_SPAN
  isKnownDay = hasClockTime = false
  middleMs = NaN
  startMs = start == END_MOMENT ? startFirstMs : -Infinity
  endMs = end == END_MOMENT ? lastMs : Infinity
  if (!(startMs < endMs)) return false
  periodStartMs = start == END_MOMENT ? monthStart(startFirstMs, 0) : Infinity
  periodEndMs = start == END_MOMENT ? monthStart(startLastMs - 1, 1) : endMs
  const isOpen = start == END_OPEN || end == END_OPEN
  const isUnknown = start == END_UNKNOWN || end == END_UNKNOWN
  signs = derivedSigns = 1 << (isOpen ? SIGN_OPEN : isUnknown ? SIGN_UNKNOWN : SIGN_LASTED)
  const sureStartMs = start == END_MOMENT && !isStartSure ? startLastMs : startMs
  const sureEndMs = end == END_MOMENT && !isSureDay() ? firstMs : endMs
  partCount = 1
  if (!isUnknown) {
    putStretch(0, sureStartMs, sureEndMs)
    if (!(sureStartMs < sureEndMs)) partCount = 0
  } else if (start == END_MOMENT) putStretch(0, sureStartMs, sureStartMs + 1)
  else putStretch(0, sureEndMs - 1, sureEndMs)
  return true
}

/** Of the last single date: one day at most, which nobody doubts. */
function isSureDay(): bool {
  return !isDoubted && lastMs - firstMs <= msOfDay(1)
}

/** @param isAll every one of its members, not one of them */
function readSet(from: usize, to: usize, isAll: bool): bool {
  if (load<u8>(to - 1) != (isAll ? CLOSE_ALL : CLOSE_ONE)) return false
  const close = to - 1
  let count = 0
  let isAnyDoubted = false
  let coarsest = SECOND
  let at = from + 1
  while (true) {
    let end = at
    while (end < close && load<u8>(end) != COMMA) end++
    if (count == MOST_MEMBERS || !readMember(at, end, count, end == close)) return false
    isAnyDoubted = isAnyDoubted || isDoubted
    coarsest = min(coarsest, fineness)
    count++
    if (end == close) break
    at = end + 1
  }
  closeSet(count, isAll, isAnyDoubted, coarsest)
  return true
}

/** The i-th member of a set: a date, or a range of them, to which both ends belong. */
function readMember(from: usize, to: usize, i: i32, isLast: bool): bool {
  let dots = from
  while (dots < to && load<u8>(dots) != DOT) dots++
  if (dots == to) {
    if (!readMoment(from, to)) return false
    putStretch(i, firstMs, lastMs)
    return true
  }
  if (dots + 1 >= to || load<u8>(dots, 1) != DOT) return false
  const isFromOpen = dots == from
  const isToOpen = dots + 2 == to
  if ((isFromOpen && (isToOpen || i > 0)) || (isToOpen && !isLast)) return false
  let memberStartMs: f64 = -Infinity
  let isFirstDoubted = false
  let firstFineness = YEAR
  if (!isFromOpen) {
    if (!readMoment(from, dots)) return false
    memberStartMs = firstMs
    isFirstDoubted = isDoubted
    firstFineness = fineness
  }
  let memberEndMs: f64 = Infinity
  if (!isToOpen) {
    if (!readMoment(dots + 2, to)) return false
    memberEndMs = lastMs
    if (!isFromOpen && fineness != firstFineness) return false
  }
  isDoubted = isDoubted || isFirstDoubted
  putStretch(i, memberStartMs, memberEndMs)
  return memberStartMs < memberEndMs
}

function putStretch(i: i32, fromMs: f64, toMs: f64): void {
  const at = stretches + ((i as usize) << 4)
  store<f64>(at, fromMs)
  store<f64>(at, toMs, 8)
}

/** What so many stretches say together. */
function closeSet(members: i32, isAll: bool, isDoubtedSet: bool, finenessOfSet: u32): void {
  const count = mergeStretches(members)
  startMs = partStartMs(0)
  endMs = partEndMs(count - 1)
  middleMs = (partStartMs(count - 1) + endMs) / 2
  const isOneDay = count == 1 && endMs - startMs <= msOfDay(1)
  partCount = count == 1 ? 0 : count
  plainKind = isAll ? PLAIN_ALL : PLAIN_MOMENT
  isKnownDay = isOneDay && !isDoubtedSet
  hasClockTime = !isAll && finenessOfSet >= MINUTE
  const isStartKnown = startMs != -Infinity
  periodStartMs = isStartKnown ? monthStart(startMs, 0) : Infinity
  periodEndMs = isStartKnown && endMs != Infinity ? monthStart(endMs - 1, 1) : endMs
  if (isAll || isKnownDay) signs = derivedSigns = 1 << SIGN_DAY
  else if (isOneDay) signs = derivedSigns = 1 << SIGN_ABOUT
  else {
    const isEndless = startMs == -Infinity || endMs == Infinity
    signs = (1 << SIGN_RANGE) | (isDoubtedSet ? 1 << SIGN_SOFT : 0) | (isEndless ? 1 << SIGN_ENDLESS : 0)
    derivedSigns = signs | (1 << SIGN_SOFT)
  }
}

/** Puts them in order and joins those that overlap or touch. @returns how many are left */
function mergeStretches(count: i32): i32 {
  for (let i = 1; i < count; i++) {
    const fromMs = partStartMs(i)
    const toMs = partEndMs(i)
    let at = i
    for (; at > 0 && partStartMs(at - 1) > fromMs; at--)
      putStretch(at, partStartMs(at - 1), partEndMs(at - 1))
    putStretch(at, fromMs, toMs)
  }
  let left = 1
  for (let i = 1; i < count; i++) {
    if (partStartMs(i) > partEndMs(left - 1)) putStretch(left++, partStartMs(i), partEndMs(i))
    else if (partEndMs(i) > partEndMs(left - 1)) putStretch(left - 1, partStartMs(left - 1), partEndMs(i))
  }
  return left
}
