/** How is a large file written without holding it? In pieces of a megabyte. */
import { closeSync, openSync, writeSync } from 'node:fs'

const BUFFER_BYTES = 1 << 20

export class FileWriter {
  readonly #handle: number
  readonly #buffer = Buffer.allocUnsafe(BUFFER_BYTES)
  #used = 0
  #written = 0

  /** Over what was there. @throws where the file cannot be made */
  constructor(file: string) {
    this.#handle = openSync(file, 'w')
  }

  /** Bytes so far. */
  get length(): number {
    return this.#written + this.#used
  }

  write(bytes: Uint8Array): void {
    if (this.#used + bytes.length > BUFFER_BYTES) this.flush()
    if (bytes.length > BUFFER_BYTES) {
      this.#writeAll(bytes)
      return
    }
    this.#buffer.set(bytes, this.#used)
    this.#used += bytes.length
  }

  flush(): void {
    this.#writeAll(this.#buffer.subarray(0, this.#used))
    this.#used = 0
  }

  close(): void {
    this.flush()
    closeSync(this.#handle)
  }

  #writeAll(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) at += writeSync(this.#handle, bytes, at)
    this.#written += bytes.length
  }
}
