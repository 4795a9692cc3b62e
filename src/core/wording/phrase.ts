/**
 * In which two lengths is a date said? In full ("On some day in April 2026"), and in a row under a heading,
 * without the word that leads in ("some day in April").
 */

/** Both begin with a small letter where the word allows. */
export interface Phrase {
  readonly full: string
  readonly short: string
}

/** A phrase whose short form leaves out what leads in. @param lead "on ", "in ", "from " or "" */
export function phrase(lead: string, body: string): Phrase {
  return { full: lead + body, short: body }
}

/** The phrase with something said before and after both of its forms. */
export function wrapPhrase(before: string, inner: Phrase, after: string): Phrase {
  return { full: before + inner.full + after, short: before + inner.short + after }
}

/** The sentence begins with a capital. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "a", "a or b", "a, b or c". @param items at least one */
export function joinWords(items: readonly string[], conjunction: 'and' | 'or'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items[items.length - 1] ?? ''}`
}

/** A date's words in the middle of a sentence: what has its capital only as the first word loses it. */
export function lowerFirst(text: string): string {
  const opens =
    /^(?:On|Not|No|From|Since|Until|About|Perhaps|In|The|Some|Between|Before|After|At|Each|Every)\b/
  return opens.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
