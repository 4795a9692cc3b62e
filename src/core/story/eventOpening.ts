/**
 * Where does an event likely end? Programs write all events of a file in one way, so that wherever one ends and the
 * next begins there stand the same bytes:
 *
 *   …"url":"…"}]},⏎{"id":"e17","title":"…
 *               ────────── joint      the end of an event, and of the next all up to its first value
 *                         ────────── second      from the end of that value through the second key
 *
 * They are learnt from some events and looked for by the engine's own search, which takes a tenth of the time of
 * walking over every byte. A list inside an event may look the same, or an event may be written in another way: who
 * uses a likely end has to see later that what stands before it is one JSON value.
 */
import { BYTE, isWhiteSpace } from './scanJsonValue.ts'

/** Events looked at to learn from: fewer say little, more take time. */
const LEAST_EVENTS = 8
const MOST_EVENTS = 64

/** What endOf says where it knows no end: there is a joint with another second key; there is no joint. */
export const DOUBTFUL = -1
export const NONE = -2

export class EventOpening {
  readonly #joint: Uint8Array
  readonly #second: Uint8Array
  /** Where in the joint the byte stands that is looked for: its rarest. */
  readonly #rarestAt: number

  /** Bytes from the end of one event to the beginning of the next. */
  readonly gap: number

  constructor(joint: Uint8Array, second: Uint8Array, rarestAt: number, gap: number) {
    this.#joint = joint
    this.#second = second
    this.#rarestAt = rarestAt
    this.gap = gap
  }

  /** The likely end of the event that begins at `start`, exclusive; DOUBTFUL; NONE, which holds for later events too. */
  endOf(bytes: Uint8Array, start: number): number {
    const rarest = this.#joint[this.#rarestAt] ?? 0
    for (let from = start + 1 + this.#rarestAt; ;) {
      const found = bytes.indexOf(rarest, from)
      if (found === -1) return NONE
      const at = found - this.#rarestAt
      if (isThere(this.#joint, bytes, at)) {
        const valueEnd = endOfText(bytes, at + this.#joint.length - 1) - 1
        return isThere(this.#second, bytes, valueEnd) ? at + 1 : DOUBTFUL
      }
      from = found + 1
    }
  }
}

/**
 * What events begin with; null: not all of these in the same way, or they are too few.
 * @param bytes of whole events and what stands between; @param starts, ends offsets of each, the ends exclusive
 */
export function learnOpening(
  bytes: Uint8Array,
  starts: ArrayLike<number>,
  ends: ArrayLike<number>,
): EventOpening | null {
  const count = Math.min(starts.length, MOST_EVENTS)
  if (count < LEAST_EVENTS) return null
  const jointStart = (ends[0] ?? 0) - 1
  const value = findFirstValue(bytes, starts[1] ?? 0)
  if (value === null) return null
  const joint = bytes.slice(jointStart, value.start)
  const second = bytes.slice(value.end, value.secondKeyEnd)
  const sample = bytes.subarray(starts[0] ?? 0, ends[count - 1] ?? 0)
  const gap = (starts[1] ?? 0) - (ends[0] ?? 0)
  const opening = new EventOpening(joint, second, rarestIn(joint, sample), gap)
  let rightCount = 0
  for (let i = 0; i + 1 < count; i++) {
    const end = opening.endOf(bytes, starts[i] ?? 0)
    if (end === ends[i]) rightCount++
    else if (end !== DOUBTFUL) return null
  }
  return 2 * rightCount >= count ? opening : null
}

/** Of an object that begins with two keys, the first of which has a text. Offsets; `start` and `end` without quotes. */
function findFirstValue(
  bytes: Uint8Array,
  objectStart: number,
): { readonly start: number; readonly end: number; readonly secondKeyEnd: number } | null {
  if (bytes[objectStart] !== BYTE.openObject) return null
  const colon = skipSpace(bytes, endOfText(bytes, skipSpace(bytes, objectStart + 1)))
  const valueStart = skipSpace(bytes, colon + 1)
  const valueEnd = endOfText(bytes, valueStart)
  const comma = skipSpace(bytes, valueEnd)
  const secondKeyEnd = endOfText(bytes, skipSpace(bytes, comma + 1))
  const isSo = bytes[colon] === BYTE.colon && bytes[comma] === BYTE.comma && secondKeyEnd < bytes.length
  return isSo ? { start: valueStart + 1, end: valueEnd - 1, secondKeyEnd } : null
}

/** After the quote that ends the text at `at`; the length of the bytes where there is none. */
function endOfText(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== BYTE.quote) return bytes.length
  for (let end = bytes.indexOf(BYTE.quote, at + 1); end !== -1; end = bytes.indexOf(BYTE.quote, end + 1)) {
    let escapes = 0
    while (bytes[end - 1 - escapes] === BYTE.backslash) escapes++
    if (escapes % 2 === 0) return end + 1
  }
  return bytes.length
}

function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from
  while (isWhiteSpace(bytes[at] ?? 0)) at++
  return at
}

/** Where in the joint that byte stands which the sample has least often. */
function rarestIn(joint: Uint8Array, sample: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (const byte of sample) counts[byte] = (counts[byte] ?? 0) + 1
  let rarestAt = 0
  joint.forEach((byte, at) => {
    if ((counts[byte] ?? 0) < (counts[joint[rarestAt] ?? 0] ?? 0)) rarestAt = at
  })
  return rarestAt
}

function isThere(part: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < part.length; i++) if (bytes[at + i] !== part[i]) return false
  return true
}
