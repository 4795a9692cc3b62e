/** A short list of numbers, of which there is one for as long as the scanner runs. */
import { extend } from './columns'

/** At most so many; it is emptied for each event. */
export class Few {
  length: u32 = 0
  private values: usize
  constructor(private most: u32) {
    this.values = heap.alloc((most as usize) << 2)
  }

  /** False: there are too many. */
  add(value: u32): bool {
    if (this.length == this.most) return false
    store<u32>(this.values + ((this.length++ as usize) << 2), value)
    return true
  }

  at(i: u32): u32 {
    return load<u32>(this.values + ((i as usize) << 2))
  }

  set(i: u32, value: u32): void {
    store<u32>(this.values + ((i as usize) << 2), value)
  }

  /** How many there are, and they, at the end of a column. */
  pushTo(column: i32): void {
    const at = extend(column, this.length + 1)
    store<u32>(at, this.length)
    memory.copy(at + 4, this.values, (this.length as usize) << 2)
  }
}
