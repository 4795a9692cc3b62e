/**
 * How does an event's brief become bytes? As JSON, written by hand: what briefColumn.ts reads. The engine's own
 * JSON.stringify and encoder have to be called for each brief, and each call costs more than writing it.
 */
import { GrowingColumn, type NumberColumn } from '../base/growingColumn.ts'
import { unitsOf } from '../base/textUnits.ts'
import type { TimelineEvent } from '../story/story.ts'
import { derivedBounds, standings } from '../story/storyFile.ts'

/** Briefs in the order in which they were added. */
export interface WrittenBriefs {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** [n + 1] where each begins in `bytes`; last, where they end. */
  readonly starts: Uint32Array
}

/** WrittenBriefs that grow. */
export interface GrowingBriefs {
  readonly bytes: NumberColumn<Uint8Array<ArrayBuffer>>
  readonly starts: NumberColumn<Uint32Array>
}

export function growingBriefs(): GrowingBriefs {
  return {
    bytes: new GrowingColumn((length) => new Uint8Array(length)),
    starts: new GrowingColumn((length) => new Uint32Array(length)),
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const MINUS = 0x2d
const ZERO = 0x30
/** A UTF-16 unit takes at most so many bytes, as an escape. */
const BYTES_PER_UNIT = 6
/** Of a number below 2^32 and a comma; of a text its quotes and a comma. */
const NUMBER_BYTES = 12

export class BriefWriter {
  readonly #briefs: GrowingBriefs
  readonly #actorNumber: ReadonlyMap<string, number>
  // Of the brief under way.
  #bytes = new Uint8Array(1 << 12)
  #length = 0

  /** @param actorNumber position of an actor among those of the story; @param briefs that somebody else may add to as well */
  constructor(actorNumber: ReadonlyMap<string, number>, briefs = growingBriefs()) {
    this.#actorNumber = actorNumber
    this.#briefs = briefs
  }

  /** Without relations, which are not known before the last event. */
  add(event: TimelineEvent): void {
    this.#briefs.starts.push(this.#briefs.bytes.length)
    this.#length = 0
    this.#open()
    this.#text(event.id)
    this.#text(event.title)
    if (event.shortTitle === event.title) this.#number(0)
    else this.#text(event.shortTitle)
    const { when, reported, publishes } = event
    if (when === null) this.#number(0)
    else this.#text(when.date.edtf)
    this.#number(
      when === null ? 0 : when.derived.reduce((bits, bound) => bits | (1 << derivedBounds.indexOf(bound)), 0),
    )
    this.#number(standings.indexOf(event.standing.is))
    this.#open()
    for (const { actor } of event.actors) this.#number(this.#actorNumber.get(actor) ?? -1)
    this.#close()
    this.#number(event.sources.length)
    this.#number(event.statements.length)
    if (reported !== null || publishes !== null) {
      if (reported === null) this.#number(0)
      else {
        this.#open()
        this.#text(reported.date.edtf)
        this.#text(reported.source)
        this.#close()
      }
      if (publishes === null) this.#number(0)
      else this.#text(publishes)
    }
    this.#close()
    // The comma after the last bracket separates nothing.
    this.#briefs.bytes.pushAll(this.#bytes.subarray(0, this.#length - 1))
  }

  /** What was added; the writer begins anew. */
  take(): WrittenBriefs {
    const { bytes, starts } = this.#briefs
    starts.push(bytes.length)
    return { bytes: bytes.take(), starts: starts.take() }
  }

  // After each value stands a comma; a bracket that closes takes the place of the last.

  #open(): void {
    this.#reserve(NUMBER_BYTES)
    this.#bytes[this.#length++] = OPEN_LIST
  }

  #close(): void {
    this.#reserve(NUMBER_BYTES)
    if (this.#bytes[this.#length - 1] === COMMA) this.#length--
    this.#bytes[this.#length++] = CLOSE_LIST
    this.#bytes[this.#length++] = COMMA
  }

  #number(number: number): void {
    this.#reserve(NUMBER_BYTES)
    if (number < 0) this.#bytes[this.#length++] = MINUS
    this.#digits(Math.abs(number))
    this.#bytes[this.#length++] = COMMA
  }

  #digits(number: number): void {
    if (number >= 10) this.#digits(Math.floor(number / 10))
    this.#bytes[this.#length++] = ZERO + (number % 10)
  }

  #text(text: string): void {
    const units = unitsOf(text)
    this.#reserve(units.length * BYTES_PER_UNIT + NUMBER_BYTES)
    const bytes = this.#bytes
    let at = this.#length
    bytes[at++] = QUOTE
    for (let i = 0; i < units.length; i++) {
      const unit = units[i] ?? 0
      if (unit >= 0x20 && unit < 0x80) {
        if (unit === QUOTE || unit === BACKSLASH) bytes[at++] = BACKSLASH
        bytes[at++] = unit
      } else if (unit >= 0x80 && unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6)
        bytes[at++] = 0x80 | (unit & 0x3f)
      } else if (unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff)) {
        bytes[at++] = 0xe0 | (unit >> 12)
        bytes[at++] = 0x80 | ((unit >> 6) & 0x3f)
        bytes[at++] = 0x80 | (unit & 0x3f)
      } else {
        const low = units[i + 1] ?? 0
        if (unit >= 0xd800 && unit < 0xdc00 && low >= 0xdc00 && low <= 0xdfff) {
          const letter = ((unit - 0xd7c0) << 10) | (low & 0x3ff)
          bytes[at++] = 0xf0 | (letter >> 18)
          bytes[at++] = 0x80 | ((letter >> 12) & 0x3f)
          bytes[at++] = 0x80 | ((letter >> 6) & 0x3f)
          bytes[at++] = 0x80 | (letter & 0x3f)
          i++
        } else {
          // A control character, or half of a letter: neither has bytes of its own.
          const escape = `\\u${unit.toString(16).padStart(4, '0')}`
          for (let j = 0; j < escape.length; j++) bytes[at++] = escape.charCodeAt(j)
        }
      }
    }
    bytes[at++] = QUOTE
    bytes[at++] = COMMA
    this.#length = at
  }

  #reserve(count: number): void {
    const needed = this.#length + count
    if (needed <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(needed, Math.ceil(this.#bytes.length * 1.6)))
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }
}
