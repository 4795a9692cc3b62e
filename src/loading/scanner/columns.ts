/** Columns of numbers that grow in memory. Both sides write to them: each event of a batch has its place in all. */
import {
  COLUMN_COUNT,
  LANE,
  PART_END_MS,
  RECORD,
  RELATION_KINDS,
  RELATION_NAMES,
  BRIEF_BYTES,
} from './layout'

// Of each column: where it begins, how many values it has, for how many there is room, and how large one is (2^n bytes).
const WIDTH: usize = 16
const LENGTH: usize = 4
const ROOM: usize = 8
const SHIFT: usize = 12
const FIRST_ROOM: u32 = 1024

const columns: usize = heap.alloc(WIDTH * COLUMN_COUNT)

function shiftOf(column: i32): u32 {
  if (column <= PART_END_MS) return 3
  const isSmall =
    (column >= LANE && column <= RECORD) ||
    column == BRIEF_BYTES ||
    column == RELATION_KINDS ||
    column == RELATION_NAMES
  return isSmall ? 0 : 2
}

export function openColumns(): void {
  for (let i = 0; i < COLUMN_COUNT; i++) {
    const at = columns + WIDTH * i
    const shift = shiftOf(i)
    store<u32>(at, heap.alloc(FIRST_ROOM << shift) as u32)
    store<u32>(at, 0, LENGTH)
    store<u32>(at, FIRST_ROOM, ROOM)
    store<u32>(at, shift, SHIFT)
  }
}

/** Makes a column longer. @returns where the new values are to be written */
export function extend(column: i32, count: u32): usize {
  const at = columns + WIDTH * column
  const length = load<u32>(at, LENGTH)
  const needed = length + count
  if (needed > load<u32>(at, ROOM)) grow(at, needed)
  store<u32>(at, needed, LENGTH)
  return (load<u32>(at) as usize) + ((length as usize) << load<u32>(at, SHIFT))
}

function grow(at: usize, needed: u32): void {
  const shift = load<u32>(at, SHIFT)
  const room = max<u32>(needed, load<u32>(at, ROOM) * 2)
  const larger = heap.alloc((room as usize) << shift)
  memory.copy(larger, load<u32>(at) as usize, (load<u32>(at, LENGTH) as usize) << shift)
  store<u32>(at, larger as u32)
  store<u32>(at, room, ROOM)
}

export function startOf(column: i32): usize {
  return load<u32>(columns + WIDTH * column) as usize
}

export function lengthOf(column: i32): u32 {
  return load<u32>(columns + WIDTH * column, LENGTH)
}

/** Forgets the values from `length` on, and keeps their memory. */
export function cutTo(column: i32, length: u32): void {
  store<u32>(columns + WIDTH * column, length, LENGTH)
}

export function push64(column: i32, value: f64): void {
  store<f64>(extend(column, 1), value)
}

export function push32(column: i32, value: u32): void {
  store<u32>(extend(column, 1), value)
}

export function push8(column: i32, value: u32): void {
  store<u8>(extend(column, 1), value)
}
