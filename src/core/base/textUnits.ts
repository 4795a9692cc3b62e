/**
 * How is a text read letter by letter, by the hundred million? As an array of its UTF-16 units: of a string, the engine
 * asks anew for each letter how that string is kept.
 */

/** All units of a text. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i)
  return units
}

/** The text of the units from `from` to `to`. */
export function textOf(units: Uint16Array, from: number, to: number): string {
  // Engines take some ten thousand arguments at least; stories have no longer texts.
  return String.fromCharCode.apply(null, units.subarray(from, to) as unknown as number[])
}

/** Bytes looked at together: of four, one test tells whether all of them are ASCII. */
const FOUR = 4
const NOT_ASCII = 0x80808080
/** From so many ASCII bytes in a row on, the engine's own copying is faster than a loop. */
const LONG_RUN = 96

/** Reads UTF-8 into an array of its own, which is valid until the next is read. */
export class Utf8Reader {
  #bytes = new Uint8Array(0)
  #fours = new Uint32Array(0)
  /** [letters that take more bytes than units] where each ends: its unit, and its byte. */
  #longUnits = new Uint32Array(0)
  #longBytes = new Uint32Array(0)
  #longCount = 0
  #longAt = 0
  units: Uint16Array = new Uint16Array(0)

  /** How many units there are, a zero after the last; -1 where the bytes are not sound: a decoder has to say what they mean. */
  read(source: Uint8Array): number {
    this.#reserve(source.length)
    const [bytes, fours, units] = [this.#bytes, this.#fours, this.units]
    const end = source.length
    bytes.set(source)
    let count = 0
    let longCount = 0
    this.#longAt = this.#longCount = 0
    for (let i = 0; i < end;) {
      if (i % FOUR === 0) {
        let to = i
        while (to + FOUR <= end && ((fours[to / FOUR] ?? 0) & NOT_ASCII) === 0) to += FOUR
        if (to - i >= LONG_RUN) units.set(bytes.subarray(i, to), count)
        else for (let j = i; j < to; j++) units[count + j - i] = bytes[j] ?? 0
        count += to - i
        i = to
        if (i === end) break
      }
      const first = bytes[i++] ?? 0
      if (first < 0x80) {
        units[count++] = first
        continue
      }
      const length = first < 0xc2 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : 0
      if (length === 0 || i + length > end) return -1
      let letter = first & (0x3f >> length)
      for (let j = 0; j < length; j++) {
        const byte = bytes[i++] ?? 0
        if ((byte & 0xc0) !== 0x80) return -1
        letter = (letter << 6) | (byte & 0x3f)
      }
      if (letter <= 0xffff) {
        const isHalf = letter >= 0xd800 && letter <= 0xdfff
        if (isHalf || (length === 2 && letter < 0x800) || length === 3) return -1
        units[count++] = letter
      } else {
        if (letter > 0x10ffff) return -1
        units[count++] = 0xd7c0 + (letter >> 10)
        units[count++] = 0xdc00 | (letter & 0x3ff)
      }
      this.#longUnits[longCount] = count
      this.#longBytes[longCount++] = i
    }
    units[count] = 0
    this.#longCount = longCount
    return count
  }

  /** The unit whose letter begins at the byte of those read last, or after the last. Quick for places close to the last. */
  unitOf(byte: number): number {
    while (this.#longAt > 0 && (this.#longBytes[this.#longAt - 1] ?? 0) > byte) this.#longAt--
    while (this.#longAt < this.#longCount && (this.#longBytes[this.#longAt] ?? 0) <= byte) this.#longAt++
    if (this.#longAt === 0) return byte
    const last = this.#longAt - 1
    return (this.#longUnits[last] ?? 0) + byte - (this.#longBytes[last] ?? 0)
  }

  #reserve(byteCount: number): void {
    if (byteCount < this.units.length) return
    const buffer = new ArrayBuffer(FOUR * Math.ceil((1.5 * byteCount) / FOUR + 1))
    this.#bytes = new Uint8Array(buffer)
    this.#fours = new Uint32Array(buffer)
    this.units = new Uint16Array(buffer.byteLength)
    this.#longUnits = new Uint32Array(buffer.byteLength / 2)
    this.#longBytes = new Uint32Array(buffer.byteLength / 2)
  }
}
