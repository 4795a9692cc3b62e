/**
 * Where in a story file does each event stand? Found while the file arrives, without parsing an event:
 *
 *   {"format":1, "actors":[…], "events":[{…},{…}], "revisions":[…]}
 *    ──────────────────────────────────  ─── ───  ─────────────────
 *                 frame                   ranges         frame
 *
 * so that a file of a million events is never in memory as a million objects, nor as one text. What is left to
 * JSON.parse is the frame, with its list of events empty, and each range. The file is JSON if and only if this
 * finds no fault and all of those parse: between events nothing is let pass but commas and white space.
 */
import { GrowingColumn } from '../base/growingColumn.ts'
import type { Result } from '../base/result.ts'
import { fail, succeed } from '../base/result.ts'
import { learnOpening, NONE, type EventOpening } from './eventOpening.ts'
import { BYTE, isValueStart, isWhiteSpace, ValueScanner } from './scanJsonValue.ts'
import { formatLimit } from './storyLimits.ts'

export interface SplitOptions {
  /** Entries of `events` that are taken, those of an overridden list included; default: any number. */
  readonly maxEvents?: number
  /**
   * Told of every entry of `events` when its last byte has been seen: file offsets, the end exclusive. Those of
   * a list that a second `events` overrides are told too; see SplitStory.firstEvent.
   */
  readonly onEvent?: (startByte: number, endByte: number) => void
}

export interface StorySplitter {
  /**
   * In the place of the first bytes, where it is known otherwise that the first list of events begins after them.
   * @param head all bytes up to the bracket that begins it, which are JSON once list and file are closed
   */
  beginAfter(head: Uint8Array): void
  /** Takes the next bytes of the file, cut anywhere; keeps no hold of `piece`. Nothing happens after a fault. */
  push(piece: Uint8Array): void
  /** To be called once, after the last piece. */
  end(): Result<SplitStory, SplitFault>
  /** Entries of `events` seen whole so far. */
  readonly eventsFound: number
  /** Between two pieces: no byte before this file offset will be part of an event that is told later. */
  readonly neededFromByte: number
  /** A fault found already: nothing that may still arrive can mend it. */
  readonly fault: SplitFault | null
  /**
   * UTF-8 JSON of the fields that stand before the first `events` list, with that list empty; null while none
   * has begun. Allows a start before the end, with what SplitStory.hasLateFields then says.
   */
  frameSoFar(): Uint8Array | null
  /**
   * From the next piece on ends of events may be guessed (see eventOpening.ts), which is faster. Whoever asks for it
   * sees to it that every event told is one JSON value: where one is not, or a fault is found, guesses may be wrong.
   */
  guess(): void
  /** It is known how: before, pieces should be short. */
  readonly canGuess: boolean
  /** Some event was told by a guess. */
  readonly hasGuessed: boolean
  /**
   * Takes back all since the first guess, and guesses no more.
   * @returns the file offset from which the bytes are to be pushed anew
   */
  forgetGuesses(): number
}

export interface SplitStory {
  /** UTF-8 JSON of the file without its byte order mark, with every `events` list empty. */
  readonly frameBytes: Uint8Array
  /** Entries of the list that counts: JSON.parse lets the last `events` win. 0 where that is not a list. */
  readonly eventCount: number
  /**
   * Index of the first of these in `starts` and `ends`, 0 in any sensible file. The ranges before it belong to
   * lists that were overridden: they show nothing, but the file is JSON only if they are.
   */
  readonly firstEvent: number
  /** File offset of each entry's first byte, in file order; all ranges are ASCII at both ends. */
  readonly starts: Float64Array
  /** File offset after each entry's last byte. */
  readonly ends: Float64Array
  /** Whether `format`, `actors` or `sources` stands after the first `events` list. */
  readonly hasLateFields: boolean
}

export type SplitFault =
  /** Not JSON. `isCut`: it ends in the middle. */
  | { readonly kind: 'json'; readonly isCut: boolean; readonly sentence: string; readonly atByte: number }
  | { readonly kind: 'too-many-events'; readonly limit: number }

/** Linear in the bytes, without recursion; keeps the frame and 16 bytes for each event. */
export function openStorySplitter(options: SplitOptions = {}): StorySplitter {
  return new Splitter(options)
}

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]
/** Fields that events cannot be read without. */
const FIELDS_BEFORE_EVENTS: readonly string[] = ['format', 'actors', 'sources']
/** Bytes of the longest such key, quotes and all, when each letter is written as an escape of six. */
const MAX_KEY_BYTES = 2 + 6 * 'sources'.length

/** What stands next, each with the words for it in a fault. */
const PLACES = {
  start: 'a JSON value',
  inFile: '',
  firstKey: 'a key or "}"',
  key: 'a key',
  inKey: '',
  colon: '":"',
  field: 'a value',
  inField: '',
  afterField: '"," or "}"',
  firstEvent: 'an event or "]"',
  event: 'an event',
  inEvent: '',
  afterEvent: '"," or "]" after an event',
  end: 'nothing more',
} as const
type Place = keyof typeof PLACES

/** Inside a list, with an event just begun. */
interface Sure {
  readonly eventStart: number
  readonly eventCount: number
  readonly firstEvent: number
  readonly frameLength: number
  readonly hasLateFields: boolean
}

class Splitter implements StorySplitter {
  readonly #options: SplitOptions
  readonly #scanner = new ValueScanner()
  readonly #frame = new GrowingColumn((length) => new Uint8Array(length))
  readonly #starts = new GrowingColumn((length) => new Float64Array(length))
  readonly #ends = new GrowingColumn((length) => new Float64Array(length))
  #fault: SplitFault | null = null
  #place: Place = 'start'
  /** Bytes of all pieces before this one. */
  #bytesBefore = 0
  /** Bytes of a byte order mark seen; 1 or 2: it is cut, which is a fault unless the rest follows. */
  #markLength = 0
  /** Where the frame goes on in this piece; null: in a list of events, which is not part of it. */
  #frameFrom: number | null = 0
  /** Where the last key stands in the frame. */
  #keyFrom = 0
  #isEventsKey = false
  /** File offset of the event under way. */
  #eventStart = 0
  #firstEvent = 0
  /** Length of the frame when the first list of events began. */
  #frameBeforeEvents: number | null = null
  #hasLateFields = false
  #mayGuess = false
  /** null: not known, or not to be used. */
  #opening: EventOpening | null = null
  /** No further end is to be found in this piece. */
  #isGuessedOut = false
  /** How it stood before the first guess; null: there was none. */
  #beforeGuesses: Sure | null = null

  constructor(options: SplitOptions) {
    this.#options = options
  }

  get eventsFound(): number {
    return this.#ends.length
  }

  get neededFromByte(): number {
    return this.#place === 'inEvent' ? this.#eventStart : this.#bytesBefore
  }

  get fault(): SplitFault | null {
    return this.#fault
  }

  beginAfter(head: Uint8Array): void {
    this.#frame.pushAll(head)
    this.#frameBeforeEvents = this.#bytesBefore = head.length
    this.#frameFrom = null
    this.#place = 'firstEvent'
  }

  push(piece: Uint8Array): void {
    if (this.#frameFrom !== null) this.#frameFrom = 0
    this.#isGuessedOut = false
    const eventsBefore = this.#ends.length
    let at = 0
    while (at < piece.length && this.#fault === null) at = this.#step(piece, at)
    if (this.#fault !== null) return
    this.#keepFrame(piece, piece.length)
    if (this.#mayGuess && this.#opening === null) this.#learn(piece, eventsBefore)
    this.#bytesBefore += piece.length
  }

  guess(): void {
    this.#mayGuess = true
  }

  get canGuess(): boolean {
    return this.#opening !== null
  }

  get hasGuessed(): boolean {
    return this.#beforeGuesses !== null
  }

  forgetGuesses(): number {
    const before = this.#beforeGuesses
    if (before === null) return this.#bytesBefore
    this.#mayGuess = false
    this.#opening = this.#beforeGuesses = this.#fault = this.#frameFrom = null
    this.#starts.cutTo(before.eventCount)
    this.#ends.cutTo(before.eventCount)
    this.#frame.cutTo(before.frameLength)
    this.#firstEvent = before.firstEvent
    this.#hasLateFields = before.hasLateFields
    this.#eventStart = before.eventStart
    this.#openValue('inEvent', BYTE.openObject)
    return (this.#bytesBefore = before.eventStart + 1)
  }

  end(): Result<SplitStory, SplitFault> {
    const isWhole = this.#place === 'end' || (this.#place === 'inFile' && this.#scanner.isBare)
    if (this.#fault === null && !isWhole) {
      const isEmpty = this.#place === 'start'
      this.#refuse(this.#bytesBefore, isEmpty ? 'The file is empty' : 'The file ends in the middle', !isEmpty)
    }
    if (this.#fault !== null) return fail(this.#fault)
    return succeed({
      frameBytes: this.#frame.close(),
      eventCount: this.#ends.length - this.#firstEvent,
      firstEvent: this.#firstEvent,
      starts: this.#starts.close(),
      ends: this.#ends.close(),
      hasLateFields: this.#hasLateFields,
    })
  }

  frameSoFar(): Uint8Array | null {
    if (this.#frameBeforeEvents === null) return null
    const frame = new Uint8Array(this.#frameBeforeEvents + 2)
    frame.set(this.#frame.close().subarray(0, this.#frameBeforeEvents))
    frame.set([BYTE.closeList, BYTE.closeObject], this.#frameBeforeEvents)
    return frame
  }

  /** From `at` to the end of a value, or over one byte between values. */
  #step(piece: Uint8Array, at: number): number {
    if (this.#scanner.isOpen) {
      const end = this.#guessEnds(piece, at) ?? this.#scanner.scan(piece, at)
      if (!this.#scanner.isOpen) this.#endValue(piece, end)
      return end
    }
    const byte = piece[at] ?? 0
    if (!isWhiteSpace(byte) && !this.#takeByte(piece, at, byte)) {
      const isPrintable = byte > BYTE.space && byte < 0x7f
      const found = isPrintable ? `"${String.fromCharCode(byte)}"` : `0x${byte.toString(16)}`
      this.#refuse(this.#bytesBefore + at, `Expected ${PLACES[this.#place]}, not ${found}`)
    }
    return at + 1
  }

  /**
   * Of an object in a list of events, from its second byte, and of all that follow and whose ends can be guessed: the index
   * after the last of them; null: it is to be walked over.
   */
  #guessEnds(piece: Uint8Array, at: number): number | null {
    const opening = this.#opening
    if (opening === null || this.#isGuessedOut || this.#place !== 'inEvent') return null
    if (this.#bytesBefore + at !== this.#eventStart + 1 || piece[at - 1] !== BYTE.openObject) return null
    const limit = this.#options.maxEvents ?? Infinity
    const before = this.#bytesBefore
    let end = opening.endOf(piece, at - 1)
    this.#isGuessedOut = end === NONE
    if (end < 0) return null
    this.#beforeGuesses ??= {
      eventStart: this.#eventStart,
      eventCount: this.#ends.length,
      firstEvent: this.#firstEvent,
      frameLength: this.#frame.length,
      hasLateFields: this.#hasLateFields,
    }
    this.#scanner.close()
    for (;;) {
      const start = end + opening.gap
      // One more has begun; whether it is one too many, and whether it ends here, is for the walk to say.
      const next = this.#ends.length + 1 < limit ? opening.endOf(piece, start) : NONE
      if (next < 0) return end
      this.#endEvent(before + end)
      this.#eventStart = before + start
      end = next
    }
  }

  /** From the events that stand whole in a piece, the first of which has this number. */
  #learn(piece: Uint8Array, firstEvent: number): void {
    const offsets = (column: GrowingColumn<Float64Array>, from: number): number[] =>
      Array.from(
        { length: this.#ends.length - from },
        (_, i) => (column.at(from + i) ?? 0) - this.#bytesBefore,
      )
    // One may have begun before the piece.
    const from = firstEvent + ((this.#starts.at(firstEvent) ?? Infinity) < this.#bytesBefore ? 1 : 0)
    this.#opening = learnOpening(piece, offsets(this.#starts, from), offsets(this.#ends, from))
  }

  /** False: this byte may not stand here. */
  #takeByte(piece: Uint8Array, at: number, byte: number): boolean {
    switch (this.#place) {
      case 'start':
        if (this.#takeOrderMark(at, byte)) return true
        if (this.#markLength % BYTE_ORDER_MARK.length !== 0) return false
        if (byte === BYTE.openObject) return this.#go('firstKey')
        return this.#openValue('inFile', byte)
      case 'firstKey':
        if (byte === BYTE.closeObject) return this.#go('end')
        return this.#openKey(piece, at, byte)
      case 'key':
        return this.#openKey(piece, at, byte)
      case 'colon':
        return byte === BYTE.colon && this.#go('field')
      case 'field':
        if (this.#isEventsKey) {
          this.#firstEvent = this.#ends.length
          if (byte === BYTE.openList) return this.#openEvents(piece, at)
        }
        return this.#openValue('inField', byte)
      case 'afterField':
        if (byte === BYTE.comma) return this.#go('key')
        return byte === BYTE.closeObject && this.#go('end')
      case 'firstEvent':
        if (byte === BYTE.closeList) return this.#closeEvents(at)
        return this.#openEvent(at, byte)
      case 'event':
        return this.#openEvent(at, byte)
      case 'afterEvent':
        if (byte === BYTE.comma) return this.#go('event')
        return byte === BYTE.closeList && this.#closeEvents(at)
      default:
        return false
    }
  }

  #go(place: Place): true {
    this.#place = place
    return true
  }

  #openValue(place: Place, byte: number): boolean {
    if (!isValueStart(byte)) return false
    this.#scanner.open(byte)
    return this.#go(place)
  }

  #openKey(piece: Uint8Array, at: number, byte: number): boolean {
    if (byte !== BYTE.quote) return false
    this.#keepFrame(piece, at)
    this.#keyFrom = this.#frame.length
    return this.#openValue('inKey', byte)
  }

  #openEvents(piece: Uint8Array, at: number): true {
    this.#keepFrame(piece, at + 1)
    this.#frameFrom = null
    this.#frameBeforeEvents ??= this.#frame.length
    return this.#go('firstEvent')
  }

  #openEvent(at: number, byte: number): boolean {
    if (!this.#openValue('inEvent', byte)) return false
    const limit = this.#options.maxEvents ?? Infinity
    if (this.#ends.length >= limit) this.#fault = { kind: 'too-many-events', limit }
    this.#eventStart = this.#bytesBefore + at
    return true
  }

  #closeEvents(at: number): true {
    this.#frameFrom = at
    return this.#go('afterField')
  }

  #endValue(piece: Uint8Array, end: number): void {
    switch (this.#place) {
      case 'inKey':
        this.#keepFrame(piece, end)
        this.#noteKey(this.#readKey())
        this.#place = 'colon'
        break
      case 'inField':
        this.#place = 'afterField'
        break
      case 'inEvent':
        this.#endEvent(this.#bytesBefore + end)
        this.#place = 'afterEvent'
        break
      default:
        this.#place = 'end'
    }
  }

  #endEvent(endByte: number): void {
    this.#starts.push(this.#eventStart)
    this.#ends.push(endByte)
    this.#options.onEvent?.(this.#eventStart, endByte)
  }

  #noteKey(key: string | null): void {
    this.#isEventsKey = key === 'events'
    if (this.#frameBeforeEvents !== null && key !== null && FIELDS_BEFORE_EVENTS.includes(key))
      this.#hasLateFields = true
  }

  /** The key just kept; null: none that a story file has. */
  #readKey(): string | null {
    if (this.#frame.length - this.#keyFrom > MAX_KEY_BYTES) return null
    let quoted = ''
    for (let at = this.#keyFrom; at < this.#frame.length; at++)
      quoted += String.fromCharCode(this.#frame.at(at) ?? 0)
    try {
      const key: unknown = JSON.parse(quoted)
      return typeof key === 'string' ? key : null
    } catch {
      return null // the frame will not parse either
    }
  }

  /** Keeps what of the frame stands in this piece before `end`. */
  #keepFrame(piece: Uint8Array, end: number): void {
    if (this.#frameFrom === null) return
    this.#frame.pushAll(piece.subarray(this.#frameFrom, end))
    this.#frameFrom = end
  }

  /** The mark may stand at the start of the file, once; it is no part of the frame. */
  #takeOrderMark(at: number, byte: number): boolean {
    const isNext = byte === BYTE_ORDER_MARK[this.#markLength] && this.#bytesBefore + at === this.#markLength
    if (!isNext) return false
    this.#markLength++
    this.#frameFrom = at + 1
    return true
  }

  #refuse(atByte: number, what: string, isCut = false): void {
    this.#fault = { kind: 'json', isCut, sentence: `${what}, at byte ${formatLimit(atByte)}`, atByte }
  }
}
