/** Which of the texts known is this one? Told by its bytes, where they stand, without cutting them out. */

const RECORD: usize = 12
const FIRST_SLOTS: u32 = 1 << 13
const FIRST_ROOM: u32 = 1 << 12

/** Texts numbered from 0, in the order of adding. */
export class TextTable {
  count: u32 = 0
  /** [hash] number + 1; 0: empty. Twice as many as texts, or more. */
  private slots: u32 = FIRST_SLOTS
  private table: usize = heap.alloc((FIRST_SLOTS as usize) << 2)
  /** [number] hash, where it begins among the bytes, and its length. */
  private records: usize = heap.alloc((FIRST_ROOM as usize) * RECORD)
  private room: u32 = FIRST_ROOM
  private bytes: usize = heap.alloc(1 << 16)
  private byteRoom: u32 = 1 << 16
  private byteCount: u32 = 0

  constructor() {
    memory.fill(this.table, 0, (this.slots as usize) << 2)
  }

  /** Forgets all texts. */
  clear(): void {
    this.count = 0
    this.byteCount = 0
    memory.fill(this.table, 0, (this.slots as usize) << 2)
  }

  /** The number of the text of so many bytes; -1: it is not known. */
  numberOf(from: usize, length: u32): i32 {
    const hash = hashOf(from, length)
    const mask = this.slots - 1
    let slot = hash & mask
    while (true) {
      const number = load<u32>(this.table + ((slot as usize) << 2)) - 1
      if (number == -1) return -1
      const record = this.records + (number as usize) * RECORD
      if (
        load<u32>(record) == hash &&
        load<u32>(record, 8) == length &&
        isSame(this.bytes + load<u32>(record, 4), from, length)
      )
        return number
      slot = (slot + 1) & mask
    }
  }

  /** @returns the number of a text that is not known yet */
  add(from: usize, length: u32): i32 {
    if (this.count == this.room) {
      this.records = enlarged(this.records, (this.room as usize) * RECORD)
      this.room *= 2
    }
    while (this.byteCount + length > this.byteRoom) {
      this.bytes = enlarged(this.bytes, this.byteRoom)
      this.byteRoom *= 2
    }
    memory.copy(this.bytes + this.byteCount, from, length)
    const number = this.count++
    const record = this.records + (number as usize) * RECORD
    store<u32>(record, hashOf(from, length))
    store<u32>(record, this.byteCount, 4)
    store<u32>(record, length, 8)
    this.byteCount += length
    if (this.count * 2 > this.slots) this.grow()
    else this.enter(number)
    return number
  }

  private enter(number: u32): void {
    const mask = this.slots - 1
    let slot = load<u32>(this.records + (number as usize) * RECORD) & mask
    while (load<u32>(this.table + ((slot as usize) << 2)) != 0) slot = (slot + 1) & mask
    store<u32>(this.table + ((slot as usize) << 2), number + 1)
  }

  private grow(): void {
    this.slots *= 2
    this.table = heap.alloc((this.slots as usize) << 2)
    memory.fill(this.table, 0, (this.slots as usize) << 2)
    for (let number: u32 = 0; number < this.count; number++) this.enter(number)
  }
}

/** FNV-1a, mixed: the low bits of its product know only low bits of the letters. */
function hashOf(from: usize, length: u32): u32 {
  let hash: u32 = 0x811c9dc5
  for (let i: usize = 0; i < length; i++) hash = (hash ^ load<u8>(from + i)) * 0x01000193
  return hash ^ (hash >>> 15)
}

export function isSame(a: usize, b: usize, length: u32): bool {
  for (let i: usize = 0; i < length; i++) if (load<u8>(a + i) != load<u8>(b + i)) return false
  return true
}

/** A copy in twice as much memory. */
export function enlarged(from: usize, byteCount: usize): usize {
  const larger = heap.alloc(byteCount * 2)
  memory.copy(larger, from, byteCount)
  return larger
}
