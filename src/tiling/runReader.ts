/** What stands in a run, record after record? See README.md for its layout. */
import { readSync } from 'node:fs'

/** A record; `payload` is a view that holds until the next record is read. */
export interface RunRecord {
  readonly key0: number
  readonly key1: number
  readonly key2: number
  readonly payload: Uint8Array
}

/** Three keys and the length of the payload. */
export const HEADER_BYTES = 28

/** By keys, then by the bytes of the payload. */
export function compareRecords(a: RunRecord, b: RunRecord): number {
  if (a.key0 !== b.key0) return a.key0 < b.key0 ? -1 : 1
  if (a.key1 !== b.key1) return a.key1 < b.key1 ? -1 : 1
  if (a.key2 !== b.key2) return a.key2 < b.key2 ? -1 : 1
  return Buffer.compare(a.payload, b.payload)
}

export class RunReader implements RunRecord {
  readonly #handle: number
  readonly #end: number
  /** File offset of what is read into the buffer next. */
  #next: number
  #buffer: Buffer
  #view: DataView
  #from = 0
  #to = 0
  key0 = 0
  key1 = 0
  key2 = 0
  payload: Uint8Array = new Uint8Array(0)

  /** @param start,end file offsets of the run; @param bufferBytes read at a time */
  constructor(handle: number, start: number, end: number, bufferBytes: number) {
    this.#handle = handle
    this.#next = start
    this.#end = end
    this.#buffer = Buffer.allocUnsafe(Math.max(HEADER_BYTES, bufferBytes))
    this.#view = viewOf(this.#buffer)
  }

  /** Goes to the next record; false: there is none. */
  advance(): boolean {
    if (!this.#need(HEADER_BYTES)) return false
    const at = this.#from
    this.key0 = this.#view.getFloat64(at, true)
    this.key1 = this.#view.getFloat64(at + 8, true)
    this.key2 = this.#view.getFloat64(at + 16, true)
    const length = this.#view.getUint32(at + 24, true)
    if (!this.#need(HEADER_BYTES + length)) throw new Error('a run ends in the middle of a record')
    this.payload = this.#buffer.subarray(this.#from + HEADER_BYTES, this.#from + HEADER_BYTES + length)
    this.#from += HEADER_BYTES + length
    return true
  }

  /** Whether so many bytes are in the buffer, after reading on where they were not. */
  #need(count: number): boolean {
    if (this.#to - this.#from >= count) return true
    if (count > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(count * 2)
      this.#buffer.copy(larger, 0, this.#from, this.#to)
      this.#buffer = larger
      this.#view = viewOf(larger)
    } else this.#buffer.copy(this.#buffer, 0, this.#from, this.#to)
    this.#to -= this.#from
    this.#from = 0
    while (this.#to < count) {
      const wanted = Math.min(this.#buffer.length - this.#to, this.#end - this.#next)
      const read = wanted === 0 ? 0 : readSync(this.#handle, this.#buffer, this.#to, wanted, this.#next)
      if (read === 0) return false
      this.#to += read
      this.#next += read
    }
    return true
  }
}

function viewOf(buffer: Buffer): DataView {
  return new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength)
}
