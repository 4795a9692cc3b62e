/**
 * Is a date doubted, or an estimate? EDTF's three signs: `?` uncertain, `~` approximate, `%` both.
 * Level 2 lets a sign stand at a single component; a date with any doubtful part counts as doubtful here.
 */

/** What the signs anywhere in `text` say. */
export function qualifiersOf(text: string): {
  readonly isApproximate: boolean
  readonly isUncertain: boolean
} {
  let isApproximate = false
  let isUncertain = false
  // Letter by letter: a pattern takes as long as all the rest of reading an interval.
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    isApproximate ||= unit === TILDE || unit === PERCENT
    isUncertain ||= unit === QUESTION_MARK || unit === PERCENT
  }
  return { isApproximate, isUncertain }
}

const PERCENT = 0x25
const QUESTION_MARK = 0x3f
const TILDE = 0x7e
