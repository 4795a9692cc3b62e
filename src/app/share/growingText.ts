/** A text that grows by many small parts: kept in few large ones, which are sooner made a file. */

/** Letters of a part, about. */
const PART_LENGTH = 256 * 1024

export class GrowingText {
  readonly #parts: Blob[] = []
  #small: string[] = []
  #length = 0

  add(part: string): void {
    this.#small.push(part)
    this.#length += part.length
    if (this.#length >= PART_LENGTH) this.#close()
  }

  asBlob(type: string): Blob {
    this.#close()
    return new Blob(this.#parts, { type })
  }

  /** Outside of the heap from now on. */
  #close(): void {
    this.#parts.push(new Blob([this.#small.join('')]))
    this.#small = []
    this.#length = 0
  }
}
