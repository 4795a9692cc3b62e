/** The bytes of a brief: JSON, with a comma after each value; a bracket that closes takes the place of the last. */
import { cutTo, extend, lengthOf, push32 } from './columns'
import { BRIEF_BYTES, BRIEF_STARTS } from './layout'

const QUOTE: u8 = 0x22
const COMMA: u8 = 0x2c
const OPEN_LIST: u8 = 0x5b
const CLOSE_LIST: u8 = 0x5d
const ZERO: u8 = 0x30
/** Of a number below 2^32 and a comma, or of quotes, a comma and brackets. */
const NUMBER_BYTES: u32 = 12
/** Of a brief beside its texts and its actors. */
const FRAME_BYTES: u32 = 16 * NUMBER_BYTES

/** Where the brief under way begins, among all bytes and in memory; and its next byte. */
let first: u32 = 0
let start: usize = 0
let at: usize = 0

/** Begins the next brief. @param textBytes of all its texts; @param numbers beside those that each brief has */
export function openBrief(textBytes: u32, numbers: u32): void {
  first = lengthOf(BRIEF_BYTES)
  push32(BRIEF_STARTS, first)
  start = at = extend(BRIEF_BYTES, FRAME_BYTES + NUMBER_BYTES * numbers + textBytes)
}

/** Without the comma after its last bracket. */
export function closeBrief(): void {
  cutTo(BRIEF_BYTES, first + ((at - start) as u32) - 1)
}

export function openList(): void {
  write(OPEN_LIST)
}

export function closeList(): void {
  if (load<u8>(at - 1) == COMMA) at--
  write(CLOSE_LIST)
  write(COMMA)
}

/** A text of JSON, as it stands somewhere without its quotes. */
export function writeText(from: usize, to: usize): void {
  write(QUOTE)
  memory.copy(at, from, to - from)
  at += to - from
  write(QUOTE)
  write(COMMA)
}

export function writeNumber(number: u32): void {
  writeDigits(number)
  write(COMMA)
}

function writeDigits(number: u32): void {
  if (number >= 10) writeDigits(number / 10)
  write(ZERO + ((number % 10) as u8))
}

function write(byte: u8): void {
  store<u8>(at++, byte)
}
