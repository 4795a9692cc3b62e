/**
 * Reads the clean events of a large file, at the speed of its bytes: the part of a parser that is written for WebAssembly,
 * in AssemblyScript. It says nothing of an event that it refuses; eventScanner.ts is its host.
 */
import { openColumns } from './columns'
import { startDates } from './dates'
import { closeEvent, startEvent } from './event'
import { startFacts } from './facts'
import { forgetNames } from './names'
import { REFUSED, scan } from './scan'

export { extend, startOf, lengthOf, cutTo } from './columns'
export { addDate, addDatePart, openDateKinds, openLanes } from './dates'
export { addActor, addSource, closeDirectory, openEvents } from './event'
export { factsAt } from './facts'
export { claim, claimOf } from './names'

/** After the last byte of a part nothing stands, for as many bytes as are looked at together. */
const PADDING: usize = 16

let input: usize = 0
let inputRoom: usize = 0
/** Of the entries of a part: where each begins and ends, counted from the first byte of the part. */
let ranges: usize = 0
let rangeRoom: u32 = 0

let schema: usize = 0

openColumns()

/** Room for the nodes of a schema; the first word says where that of an event begins. */
export function roomForSchema(byteCount: u32): usize {
  schema = heap.alloc(byteCount)
  return schema
}

/** Begins a batch. */
export function startBatch(): void {
  forgetNames()
  startFacts()
  startDates()
}

/** Room for the bytes of the next part. */
export function roomForPart(byteCount: u32): usize {
  const needed = (byteCount as usize) + PADDING
  if (needed > inputRoom) {
    inputRoom = needed * 2
    input = heap.alloc(inputRoom)
  }
  memory.fill(input + byteCount, 0, PADDING)
  return input
}

/** Room for two numbers of each of so many entries. */
export function roomForRanges(count: u32): usize {
  if (count > rangeRoom) {
    rangeRoom = count * 2
    ranges = heap.alloc((rangeRoom as usize) << 3)
  }
  return ranges
}

/**
 * Reads entries of the part from the `at`-th on. @returns the first that is refused, or `count`
 * @param firstEntry number of the first entry of the part in its batch; @param firstIndex and in the file
 */
export function readEvents(at: u32, count: u32, firstEntry: u32, firstIndex: u32): u32 {
  for (let i = at; i < count; i++) {
    const range = ranges + ((i as usize) << 3)
    startEvent()
    const end = scan(load<u32>(schema), input + load<u32>(range))
    // Where it ends may be a guess.
    if (end == REFUSED || end != input + load<u32>(range, 4)) return i
    if (!closeEvent(firstEntry + i, firstIndex + i, input)) return i
  }
  return count
}
