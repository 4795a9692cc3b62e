/** How are many small texts gathered in one stretch of bytes? By doubling; cut to size at the end. */

/** Writes UTF-8 of `text` into `target`; TextEncoder.encodeInto, which the core does not know. */
export type EncodeInto = (text: string, target: Uint8Array) => { readonly written: number }

/** A UTF-16 unit takes at most so many bytes of UTF-8. */
const BYTES_PER_UNIT = 3

export class GrowingBytes {
  #bytes = new Uint8Array(1 << 16)
  #length = 0
  readonly #encodeInto: EncodeInto

  constructor(encodeInto: EncodeInto) {
    this.#encodeInto = encodeInto
  }

  get length(): number {
    return this.#length
  }

  push(text: string): void {
    const most = this.#length + text.length * BYTES_PER_UNIT
    if (most > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(most, Math.ceil(this.#bytes.length * 1.6)))
      larger.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = larger
    }
    this.#length += this.#encodeInto(text, this.#bytes.subarray(this.#length)).written
  }

  /** A view of what was pushed; valid until the next push. */
  subarray(start: number, end: number): Uint8Array {
    return this.#bytes.subarray(start, Math.min(end, this.#length))
  }

  /** All bytes, in a buffer of their own length. */
  close(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }
}
