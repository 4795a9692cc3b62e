/**
 * How does the built page become the page of an event, a list, a source? Its text goes where the shape of what comes
 * stands; title, description and language are its own.
 */
import type { PartFiles } from './partLinks.ts'
import { addPartLinks } from './partLinks.ts'

export interface PageFilling {
  /** A language tag. */
  readonly language: string
  /** Plain text, escaped here. */
  readonly title: string
  readonly description: string
  /** HTML for the end of the head, each tag on a line of its own. */
  readonly head: readonly string[]
  /** For the element that holds the text, and the HTML in it. */
  readonly className: string
  readonly text: string
}

/** Cuts the built page once, so that each of thousands of pages is only joined. */
export interface PageMould {
  readonly fill: (filling: PageFilling) => string
}

/**
 * @param html the built page
 * @param files of the part that the text is drawn with: its sheets are needed by the first picture
 */
export function makeMould(html: string, base: string, files: PartFiles): PageMould {
  const whole = addPartLinks(withoutNoscript(html), base, files)
  const cuts: readonly (readonly [before: string, after: string, fill: (filling: PageFilling) => string])[] =
    [
      ['<html lang="', '"', ({ language }) => escapeHtml(language)],
      ['name="description"', '/>', ({ description }) => ` content="${escapeHtml(description)}" `],
      ['<title>', '</title>', ({ title }) => escapeHtml(title)],
      ['', '</head>', ({ head }) => head.map((line) => `  ${line}\n  `).join('')],
      [
        '<div id="before"',
        '<div id="root">',
        ({ className, text }) => ` class="${className}">${text}</div>\n    `,
      ],
    ]
  const pieces: (string | ((filling: PageFilling) => string))[] = []
  let at = 0
  for (const [before, after, fill] of cuts) {
    const start = before === '' ? whole.indexOf(after, at) : whole.indexOf(before, at) + before.length
    const end = whole.indexOf(after, start)
    if (start < at + before.length || end < start)
      throw new Error(`index.html has no ${before === '' ? after : before}, or not in its place`)
    pieces.push(whole.slice(at, start), fill)
    at = end
  }
  pieces.push(whole.slice(at))
  return {
    fill: (filling) => pieces.map((piece) => (typeof piece === 'string' ? piece : piece(filling))).join(''),
  }
}

/** What is said where there is no text. */
function withoutNoscript(html: string): string {
  const start = html.indexOf('<noscript>')
  const end = html.indexOf('</noscript>')
  if (start < 0 || end < start) throw new Error('index.html has no <noscript>')
  return html.slice(0, start).trimEnd() + html.slice(end + '</noscript>'.length)
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
