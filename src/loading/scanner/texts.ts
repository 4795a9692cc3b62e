/** Where does a text of JSON end, and is it clean? Escapes and bytes that are no UTF-8 are left to others. */

const QUOTE: u32 = 0x22
const BACKSLASH: u32 = 0x5c
const HYPHEN: u32 = 0x2d
const NO_TEXT: usize = 0

/** Of the quote after a text; 0: it has escapes, or is none. There are 16 bytes of anything after the last. */
export function endOfText(from: usize): usize {
  let at = from
  while (true) {
    const bytes = v128.load(at)
    // Below a space, as signed numbers, are control characters and all that is not ASCII.
    const stops = v128.or(
      i8x16.lt_s(bytes, i8x16.splat(0x20)),
      v128.or(i8x16.eq(bytes, i8x16.splat(QUOTE as i8)), i8x16.eq(bytes, i8x16.splat(BACKSLASH as i8))),
    )
    const mask = i8x16.bitmask(stops)
    if (mask == 0) {
      at += 16
      continue
    }
    at += ctz(mask)
    let byte = load<u8>(at) as u32
    if (byte == QUOTE) return at
    if (byte < 0x80) return NO_TEXT
    // Letters beyond ASCII mostly come together.
    do {
      at = afterLetter(at)
      if (at == NO_TEXT) return NO_TEXT
      byte = load<u8>(at)
    } while (byte >= 0x80)
  }
}

/** After the letter of several bytes that begins there; 0: they are no UTF-8. */
function afterLetter(at: usize): usize {
  const first = load<u8>(at) as u32
  const second = load<u8>(at, 1) as u32
  if (first < 0xc2 || (second & 0xc0) != 0x80) return NO_TEXT
  if (first < 0xe0) return at + 2
  if ((load<u8>(at, 2) & 0xc0) != 0x80) return NO_TEXT
  if (first < 0xf0) {
    // Written longer than it need be, or half of a letter.
    if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second >= 0xa0)) return NO_TEXT
    return at + 3
  }
  if (first > 0xf4 || (load<u8>(at, 3) & 0xc0) != 0x80) return NO_TEXT
  if ((first == 0xf0 && second < 0x90) || (first == 0xf4 && second >= 0x90)) return NO_TEXT
  return at + 4
}

/**
 * Of the quote after words joined by hyphens; 0: it is no such text.
 * @param rule of the first word, then of the others: for each ASCII letter 1 or 0; the least and the most of them
 */
export function endOfHyphened(from: usize, rule: usize): usize {
  let letters = rule
  let start = from
  let at = from
  while (true) {
    const byte = load<u8>(at) as u32
    if (byte < 0x80 && load<u8>(letters + byte) == 1) {
      at++
      continue
    }
    const length = (at - start) as u32
    if (length < load<u32>(letters, 128) || length > load<u32>(letters, 132)) return NO_TEXT
    if (byte == QUOTE) return at
    if (byte != HYPHEN) return NO_TEXT
    letters = rule + 136
    start = ++at
  }
}

/** Whether a text begins or ends with white space, as `trim` takes it. */
export function isPadded(from: usize, to: usize): bool {
  const first = load<u8>(from) as u32
  if (first == 0x20 || (first >= 0x80 && isWide(letterAt(from)))) return true
  const last = load<u8>(to - 1) as u32
  if (last < 0x80) return last == 0x20
  let start = to - 1
  while ((load<u8>(start) & 0xc0) == 0x80) start--
  return isWide(letterAt(start))
}

/** Of up to three bytes; white space has no more. */
function letterAt(at: usize): u32 {
  const first = load<u8>(at) as u32
  const second = (load<u8>(at, 1) & 0x3f) as u32
  if (first < 0xe0) return ((first & 0x1f) << 6) | second
  if (first >= 0xf0) return 0
  return ((first & 0x0f) << 12) | (second << 6) | (load<u8>(at, 2) & 0x3f)
}

/** White space beyond ASCII: "Space_Separator" of Unicode, the two line ends, and U+FEFF (ECMAScript, WhiteSpace). */
function isWide(letter: u32): bool {
  return (
    letter == 0xa0 ||
    letter == 0x1680 ||
    (letter >= 0x2000 && letter <= 0x200a) ||
    letter == 0x2028 ||
    letter == 0x2029 ||
    letter == 0x202f ||
    letter == 0x205f ||
    letter == 0x3000 ||
    letter == 0xfeff
  )
}
