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
import { UncleanFile, type Explainer } from './parseItem.ts'
import type { StoryProblem } from './problem.ts'
import { finishStory, openStoryFrame } from './readFrame.ts'
import type { Story } from './story.ts'

export interface ParsedStory {
  readonly story: Story
  /** All that is wrong with the file without costing all of it; in file order, at most MAX_PROBLEMS and a count. */
  readonly problems: readonly StoryProblem[]
}

export type StoryResult = Result<ParsedStory, readonly StoryProblem[]>

/** @param json any value that JSON.parse can return */
export function readStory(json: unknown, explainer: Explainer | null): StoryResult {
  const opened = openStoryFrame(json, explainer)
  if (!opened.ok) return fail(opened.problem)
  const { events, directory, reports } = parseEvents(opened.value.events, opened.value.directories, explainer)
  const finished = finishStory(opened.value, directory, reports, events.length)
  if (!finished.ok) return fail(finished.problem)
  const { frame, problems } = finished.value
  return succeed({ story: { ...frame, events: orderEvents(events) }, problems })
}

/**
 * The same for a file whose every item is just what the format says, which nearly all are; null: it is not, and
 * parseStory.ts, which can say what is wrong, has to read it.
 */
export function readCleanStory(json: unknown): StoryResult | null {
  try {
    return readStory(json, null)
  } catch (error) {
    if (error instanceof UncleanFile) return null
    throw error
  }
}
