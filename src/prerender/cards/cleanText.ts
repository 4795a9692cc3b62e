/** What of a text from a story is set? Letters as they are; what has no place on a picture becomes a space or a sign. */

/** One line of text, composed letters (NFC), single spaces; halves of letters become the replacement sign. */
export function cleanText(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\u00AD\uFEFF]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .normalize('NFC')
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What readers take for one letter, with its marks. */
export function clustersOf(text: string): readonly string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment)
}
