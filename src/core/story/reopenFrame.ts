/**
 * What does the frame of a file say whose actors and sources were read before the file had ended? Those stay as they
 * are: a thousand of them take as long as a thousand events.
 */
import type { Result } from '../base/result.ts'
import { fail, succeed } from '../base/result.ts'
import { parseHead } from './parseHead.ts'
import type { Explainer } from './parseItem.ts'
import { openReport, type StoryProblem } from './problem.ts'
import { listProblems, type OpenFrame } from './readFrame.ts'

/**
 * As openStoryFrame.
 * @param before of the same file, with all its actors and sources; @param json of the whole file, `events` empty
 * @param eventCount of the whole file
 */
export function reopenStoryFrame(
  before: OpenFrame,
  json: unknown,
  explainer: Explainer,
  eventCount: number,
): Result<OpenFrame, readonly StoryProblem[]> {
  const frameReport = openReport('')
  const frame = explainer.readFrame(json, frameReport, eventCount)
  if (frame === null) return fail(listProblems([frameReport]))
  const headReport = openReport('story')
  const [, , ...itemReports] = before.reports
  return succeed({
    ...before,
    head: parseHead(frame.head, before.directories.sources, headReport, explainer),
    eventCount,
    events: frame.events,
    revisions: frame.revisions,
    reports: [frameReport, headReport, ...itemReports],
  })
}
