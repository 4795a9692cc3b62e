/**
 * What does a large file say before its events? Where their list begins is looked for by the engine's own search, which
 * takes a hundredth of the time of walking over every byte. The same letters may stand deeper in the file, or in a text:
 * where what stands before them is JSON as soon as the list and the file are closed, they are the list's.
 */
import { BYTE, isWhiteSpace } from '../core/story/scanJsonValue.ts'
import { parseJson } from './parseJson.ts'
import { copyBytes, type Pieces } from './pieces.ts'

export interface FoundHead {
  /** File offset after the bracket that begins the list of events. */
  readonly endByte: number
  /** UTF-8 JSON: all that stands before that, with the list and the file closed. */
  readonly frameBytes: Uint8Array
  /** What it says. */
  readonly json: unknown
}

const LIST = /"events"[ \t\n\r]*:[ \t\n\r]*\[/g
/** Bytes of one piece that are looked at again with the next: the letters may be cut. */
const TAIL_BYTES = 32
/** Places held against JSON.parse, of which each takes the whole head. */
const MOST_PLACES = 3
/**
 * A head is not waited for longer, ms: what is wrong with it would be told late, and while bytes come slowly a walk costs
 * nothing.
 */
const MOST_MS = 200

export class HeadFinder {
  /** One letter for each byte, whatever it means. */
  readonly #letters = new TextDecoder('windows-1252')
  readonly #texts = new TextDecoder()
  readonly #pieces: Uint8Array<ArrayBuffer>[] = []
  readonly #now: () => number
  #startMs = NaN
  #length = 0
  #tail = ''
  #placeCount = 0

  /** @param now ms */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** All that came. */
  get pieces(): Pieces {
    return this.#pieces
  }

  /** Bytes that came. */
  get length(): number {
    return this.#length
  }

  /**
   * The next bytes of the file, which are handed over.
   * @returns null: more are needed; 'unknown': it has to be found by walking over the file
   */
  push(bytes: Uint8Array<ArrayBuffer>): FoundHead | 'unknown' | null {
    this.#pieces.push(bytes)
    const places = this.#places(bytes)
    if (this.#pieces.length === 1) {
      this.#startMs = this.#now()
      if (!isObject(bytes)) return 'unknown'
    }
    for (const place of places) {
      if (++this.#placeCount > MOST_PLACES) return 'unknown'
      const frameBytes = this.#closedAt(place)
      const json = parseJson(this.#texts.decode(frameBytes))
      if (json.ok) return { endByte: place, frameBytes, json: json.value }
    }
    return this.#now() - this.#startMs > MOST_MS ? 'unknown' : null
  }

  /** File offsets of the byte after each `[` that ends in these bytes. */
  #places(bytes: Uint8Array): readonly number[] {
    const text = this.#tail + this.#letters.decode(bytes)
    const before = this.#length
    const textStart = before - this.#tail.length
    this.#tail = text.slice(-TAIL_BYTES)
    this.#length += bytes.length
    return Array.from(text.matchAll(LIST), (found) => textStart + found.index + found[0].length).filter(
      (place) => place > before,
    )
  }

  #closedAt(place: number): Uint8Array {
    const frame = new Uint8Array(place + 2)
    frame.set(copyBytes(this.#pieces, 0, place))
    frame.set([BYTE.closeList, BYTE.closeObject], place)
    return frame
  }
}

function isObject(bytes: Uint8Array): boolean {
  return bytes[bytes.findIndex((byte) => !isWhiteSpace(byte))] === BYTE.openObject
}
