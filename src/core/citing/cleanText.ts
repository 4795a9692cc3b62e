/**
 * How does a text of a story stand in a citation? On one line, without signs that nobody sees.
 * Bibliographies are lists of lines, so that a break in a title could begin an entry of its own; and a sign that turns
 * text around, without the sign that ends it, would turn all that is pasted after it.
 */

/** Breaks and tabs become a space; control signs, and signs that turn text around, are left out. */
export function cleanText(text: string): string {
  return text
    .replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** Longest quotation that stands in a title, in characters. */
const LONGEST_TITLE = 300

/** Cut between words where it is very long; what is left out is marked as in a quotation. */
export function shortenTitle(text: string): string {
  const letters = [...text]
  if (letters.length <= LONGEST_TITLE) return text
  const cut = letters.slice(0, LONGEST_TITLE).join('')
  const end = cut.lastIndexOf(' ')
  return `${end > 0 ? cut.slice(0, end) : cut} […]`
}
