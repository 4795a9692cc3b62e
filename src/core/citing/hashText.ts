/** How is a long text told from others by a few letters? For keys of citations; not against anybody who means harm. */

/** The same for the same text: seven digits to base 36 at most (FNV-1a, 32 bits). */
export function hashText(text: string): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}
