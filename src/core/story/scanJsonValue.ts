/**
 * Where does a JSON value end that arrives in pieces of bytes? Found without parsing it: brackets are counted
 * (not told apart), strings are jumped over, and a bare word or number ends before what may follow a value.
 * Of sound JSON the end is right; of anything else an end is found that JSON.parse will refuse.
 */

/** Bytes that have a meaning in JSON, all ASCII: none of them is ever part of a longer UTF-8 sequence. */
export const BYTE = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  quote: 0x22,
  comma: 0x2c,
  minus: 0x2d,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  f: 0x66,
  n: 0x6e,
  t: 0x74,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const

/** The four that JSON allows between its parts. */
export function isWhiteSpace(byte: number): boolean {
  return byte === BYTE.space || byte === BYTE.lineFeed || byte === BYTE.carriageReturn || byte === BYTE.tab
}

/** Whether a JSON value may begin with this byte. */
export function isValueStart(byte: number): boolean {
  return (
    byte === BYTE.openObject ||
    byte === BYTE.quote ||
    byte === BYTE.openList ||
    (byte >= BYTE.zero && byte <= BYTE.nine) ||
    byte === BYTE.minus ||
    byte === BYTE.t ||
    byte === BYTE.f ||
    byte === BYTE.n
  )
}

/** `[` and `{` differ from each other, and `]` and `}`, only in this bit. */
const CURLY = 0x20

/** [256] 1 where a byte ends a string or begins an escape: one look-up is faster than two comparisons. */
const STOPS_IN_STRING = new Uint8Array(256)
STOPS_IN_STRING[BYTE.quote] = 1
STOPS_IN_STRING[BYTE.backslash] = 1

/** [256] how many brackets a byte opens; a quote is neither, and told apart by its own number. */
const STEPS = new Int8Array(256)
const QUOTED = 2
STEPS[BYTE.openObject] = STEPS[BYTE.openList] = 1
STEPS[BYTE.closeObject] = STEPS[BYTE.closeList] = -1
STEPS[BYTE.quote] = QUOTED

/** One value after the other: `open` at its first byte, then `scan` until it is no longer open. */
export class ValueScanner {
  #isOpen = false
  #isBare = false
  #isInString = false
  /** Brackets that are open. */
  #depth = 0
  /** Bytes of the next piece that an escape has used up: 0 or 1. */
  #owed = 0

  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Whether a number or bare word is under way: it may be whole although nothing has ended it yet. */
  get isBare(): boolean {
    return this.#isOpen && this.#isBare
  }

  /** @param byte the first of a value; see isValueStart */
  open(byte: number): void {
    this.#isOpen = true
    this.#isInString = byte === BYTE.quote
    this.#depth = (byte | CURLY) === BYTE.openObject ? 1 : 0
    this.#isBare = !this.#isInString && this.#depth === 0
    this.#owed = 0
  }

  /** The value's end was found in another way. */
  close(): void {
    this.#isOpen = false
  }

  /** The index after the value's last byte; the piece's length where the value is open still. */
  scan(piece: Uint8Array, from: number): number {
    return this.#isBare ? this.#scanBare(piece, from) : this.#scanNested(piece, from)
  }

  #scanBare(piece: Uint8Array, from: number): number {
    for (let at = from; at < piece.length; at++) {
      const byte = piece[at] ?? 0
      const isEnd =
        byte === BYTE.comma || byte === BYTE.closeList || byte === BYTE.closeObject || isWhiteSpace(byte)
      if (!isEnd) continue
      this.#isOpen = false
      return at
    }
    return piece.length
  }

  /** The hot loop: nearly all bytes of a file pass through it, most of them inside a string. */
  #scanNested(piece: Uint8Array, from: number): number {
    const end = piece.length
    let at = from + this.#owed
    let depth = this.#depth
    let isInString = this.#isInString
    while (at < end) {
      if (isInString) {
        while (at < end && STOPS_IN_STRING[piece[at] ?? 0] === 0) at++
        if (at === end) break
        isInString = piece[at] === BYTE.backslash
        at += isInString ? 2 : 1
        if (isInString) continue
      } else {
        let step = 0
        while (at < end && step === 0) step = STEPS[piece[at++] ?? 0] ?? 0
        if (step === 0) break
        isInString = step === QUOTED
        if (isInString) continue
        depth += step
      }
      if (depth === 0) {
        this.#isOpen = false
        return at
      }
    }
    this.#depth = depth
    this.#isInString = isInString
    this.#owed = at > end ? at - end : 0
    return end
  }
}
