/**
 * Where are the bytes of a large file kept whose events come before what they refer to? In Blobs, which the browser
 * keeps outside the heap and, where it likes, on the disk, until they can be read.
 */

import { releaseBytes } from './releaseBytes.ts'

/** Bytes gathered before they become a Blob, so that there are hundreds of them and not tens of thousands. */
const BLOB_BYTES = 8 * 1024 * 1024

export class KeptFile {
  #pending: Uint8Array<ArrayBuffer>[] = []
  #pendingBytes = 0
  readonly #blobs: Blob[] = []
  readonly #offsets: number[]

  /** @param startByte file offset of the first bytes that will be pushed */
  constructor(startByte = 0) {
    this.#offsets = [startByte]
  }

  /** File offset after the last byte. */
  get endByte(): number {
    return this.#endOfBlobs + this.#pendingBytes
  }

  /** The next bytes, which are handed over: their memory is given back when they are in a Blob. */
  push(bytes: Uint8Array<ArrayBuffer>): void {
    this.#pending.push(bytes)
    this.#pendingBytes += bytes.length
    if (this.#pendingBytes >= BLOB_BYTES) this.#flush()
  }

  /** Takes over all of another file, which goes on where this one ends. */
  append(other: KeptFile): void {
    this.#flush()
    other.#flush()
    for (const blob of other.#blobs) this.#add(blob)
  }

  /** @param endByte exclusive */
  async read(startByte: number, endByte: number): Promise<Uint8Array<ArrayBuffer>> {
    this.#flush()
    const parts: Blob[] = []
    this.#blobs.forEach((blob, i) => {
      const offset = this.#offsets[i] ?? 0
      if (offset < endByte && offset + blob.size > startByte)
        parts.push(blob.slice(Math.max(0, startByte - offset), endByte - offset))
    })
    return new Uint8Array(await new Blob(parts).arrayBuffer())
  }

  #flush(): void {
    if (this.#pendingBytes === 0) return
    this.#add(new Blob(this.#pending))
    this.#pending.forEach(releaseBytes)
    this.#pending = []
    this.#pendingBytes = 0
  }

  #add(blob: Blob): void {
    this.#offsets.push(this.#endOfBlobs + blob.size)
    this.#blobs.push(blob)
  }

  get #endOfBlobs(): number {
    return this.#offsets[this.#offsets.length - 1] ?? 0
  }
}
