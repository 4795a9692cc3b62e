/** An address of the file as a link; a refused one keeps its place as text and is reported. */
import type { ItemReport } from './problem.ts'
import { noteProblem, quote } from './problem.ts'
import { gateUrl } from './safeUrl.ts'
import type { Link } from './story.ts'

/** null: no address given. */
export function parseLink(text: string | undefined, report: ItemReport, at: string): Link | null {
  if (text === undefined) return null
  const link = gateUrl(text)
  if (link.kind === 'refused') {
    noteProblem(report, at, `${quote(link.text)} is shown as text and not as a link. ${link.reason}`)
  }
  return link
}
