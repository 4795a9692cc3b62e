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

/** Whether a text stands at a place in a longer one. */
export function standsAt(part: Uint16Array, units: Uint16Array, at: number): boolean {
  for (let i = 0; i < part.length; i++) if (units[at + i] !== part[i]) return false
  return true
}

/**
 * Reads UTF-8 into `units`, which has room for as many as there are bytes; returns how many there are, or -1 where the
 * bytes are not sound and a decoder has to say what they mean.
 */
export function readUtf8(bytes: Uint8Array, units: Uint16Array): number {
  const end = bytes.length
  let count = 0
  for (let i = 0; i < end;) {
    let first = bytes[i++] ?? 0
    while (first < 0x80 && i < end) {
      units[count++] = first
      first = bytes[i++] ?? 0
    }
    if (first < 0x80) {
      units[count++] = first
      break
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
  }
  return count
}
