/**
 * Where does unknown JSON become a story that the rest of the program may trust?
 *
 *   frame → actors, sources → head → events → revisions → order
 *
 * Nothing in here throws on any JSON. What a file gets wrong costs the item that it stands in, never its
 * neighbours, and every loss has a path and a sentence; only a bad frame or head, or no event at all, costs the
 * file. A field that the format does not know is reported and costs nothing.
 */
import type { Result } from '../base/result.ts'
import { fail, succeed } from '../base/result.ts'
import { orderEvents } from './orderEvents.ts'
import { parseEvents } from './parseEvents.ts'
import type { StoryProblem } from './problem.ts'
import { finishStory, openStoryFrame } from './readFrame.ts'
import type { Story } from './story.ts'

export interface ParsedStory {
  readonly story: Story
  /** All that is wrong with the file without costing all of it; in file order, at most MAX_PROBLEMS and a count. */
  readonly problems: readonly StoryProblem[]
}

/** @param json any value that JSON.parse can return */
export function parseStory(json: unknown): Result<ParsedStory, readonly StoryProblem[]> {
  const opened = openStoryFrame(json)
  if (!opened.ok) return fail(opened.problem)
  const { events, directory, reports } = parseEvents(opened.value.events, opened.value.directories)
  const finished = finishStory(opened.value, directory, reports, events.length)
  if (!finished.ok) return fail(finished.problem)
  const { frame, problems } = finished.value
  return succeed({ story: { ...frame, events: orderEvents(events) }, problems })
}
