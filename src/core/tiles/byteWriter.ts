/** How is a row of numbers written in few bytes? As varints (LEB128): seven bits in each byte, the lowest first. */
import { DAY_MS } from '../time/units.ts'

/** Grows as needed; everything is little-endian. */
export class ByteWriter {
  #bytes: Uint8Array
  #view: DataView
  #length = 0

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity)
    this.#view = new DataView(this.#bytes.buffer)
  }

  get length(): number {
    return this.#length
  }

  byte(value: number): void {
    this.#reserve(1)
    this.#bytes[this.#length++] = value
  }

  /** @param value a whole number from 0 to 2^53 - 1 */
  varint(value: number): void {
    this.#reserve(8)
    let rest = value
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80
      rest = Math.floor(rest / 0x80)
    }
    this.#bytes[this.#length++] = rest
  }

  /** @param value a whole number from -2^53 to 2^53 - 1: 0, -1, 1, -2 … become the varints 0, 1, 2, 3 … */
  signedVarint(value: number): void {
    if (value < 0) this.#varintWithBit(-value - 1, 1)
    else this.#varintWithBit(value, 0)
  }

  /**
   * A length of time, in days where it is whole days: a varint of twice the days, or of twice the ms and 1.
   * @param ms a whole number from 0 to 2^53 - 1, or a larger number of whole days
   */
  duration(ms: number): void {
    if (ms % DAY_MS === 0) this.#varintWithBit(ms / DAY_MS, 0)
    else this.#varintWithBit(ms, 1)
  }

  float64(value: number): void {
    this.#reserve(8)
    this.#view.setFloat64(this.#length, value, true)
    this.#length += 8
  }

  uint32(value: number): void {
    this.#reserve(4)
    this.#view.setUint32(this.#length, value, true)
    this.#length += 4
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** Bytes after their number. */
  block(bytes: Uint8Array): void {
    this.varint(bytes.length)
    this.bytes(bytes)
  }

  /** A view of what was written; valid until the next write. */
  written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  /** What was written, in a buffer of its own length. */
  close(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  /** Forgets what was written and keeps the room. */
  clear(): void {
    this.#length = 0
  }

  /** The varint of 2 · value + bit, which may be too large for a number. */
  #varintWithBit(value: number, bit: 0 | 1): void {
    const rest = Math.floor(value / 0x40)
    this.byte(bit | ((value % 0x40) << 1) | (rest > 0 ? 0x80 : 0))
    if (rest > 0) this.varint(rest)
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#length + count, this.#bytes.length * 2))
    larger.set(this.written())
    this.#bytes = larger
    this.#view = new DataView(larger.buffer)
  }
}
