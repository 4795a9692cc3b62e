/** How are the numbers read that byteWriter.ts wrote? One after the other; throws a RangeError where the bytes end. */
import { DAY_MS, type DurationMs } from '../time/units.ts'

export class ByteReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#at = at
  }

  /** Where the next byte is read. */
  get at(): number {
    return this.#at
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length
  }

  byte(): number {
    const value = this.#bytes[this.#at++]
    if (value === undefined) throw new RangeError('the file ends in the middle')
    return value
  }

  varint(): number {
    let byte = this.byte()
    if (byte < 0x80) return byte
    let value = byte & 0x7f
    for (let scale = 0x80; byte >= 0x80; scale *= 0x80) {
      if (scale > 2 ** 53) throw new RangeError('a number is longer than 53 bits')
      byte = this.byte()
      value += (byte & 0x7f) * scale
    }
    return value
  }

  signedVarint(): number {
    const first = this.byte()
    const value = this.#valueAbove(first)
    return (first & 1) === 0 ? value : -value - 1
  }

  /** See ByteWriter.duration. */
  duration(): DurationMs {
    const first = this.byte()
    const value = this.#valueAbove(first)
    return (first & 1) === 0 ? value * DAY_MS : value
  }

  float64(): number {
    const value = this.#view.getFloat64(this.#at, true)
    this.#at += 8
    return value
  }

  uint32(): number {
    const value = this.#view.getUint32(this.#at, true)
    this.#at += 4
    return value
  }

  /** The next bytes: a view, not a copy. */
  bytes(count: number): Uint8Array {
    if (this.#at + count > this.#bytes.length) throw new RangeError('the file ends in the middle')
    this.#at += count
    return this.#bytes.subarray(this.#at - count, this.#at)
  }

  /** All bytes that are left: a view, not a copy. */
  rest(): Uint8Array {
    return this.bytes(this.#bytes.length - this.#at)
  }

  /** Bytes after their number. */
  block(): Uint8Array {
    return this.bytes(this.varint())
  }

  /** What stands above the lowest bit of a varint. @param first its first byte */
  #valueAbove(first: number): number {
    return ((first >> 1) & 0x3f) + (first < 0x80 ? 0 : this.varint() * 0x40)
  }
}
