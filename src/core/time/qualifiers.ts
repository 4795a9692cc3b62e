/**
 * Is a date doubted, or an estimate? EDTF's three signs: `?` uncertain, `~` approximate, `%` both.
 * Level 2 lets a sign stand at a single component; a date with any doubtful part counts as doubtful here.
 */

/** What the signs anywhere in `text` say. */
export function qualifiersOf(text: string): {
  readonly isApproximate: boolean
  readonly isUncertain: boolean
} {
  // Not by patterns: those take as long as all the rest of reading an interval.
  const isBoth = text.includes('%')
  return { isApproximate: isBoth || text.includes('~'), isUncertain: isBoth || text.includes('?') }
}
