/** How are signs shown that no reader sees, and that could turn the text after them around? By their numbers. */

/** Marks of direction, embeddings, overrides and isolates (Unicode UAX #9). */
const controls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** "⟨U+202E⟩" for each such sign; for text that stands alone, such as titles and names that are read aloud. */
export function spellControls(text: string): string {
  return text.replace(
    controls,
    (sign) => `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  )
}
