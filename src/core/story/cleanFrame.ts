/**
 * The parts of a story file that is just what the format says. Of any other parseFrame.ts says what is wrong, which
 * the page fetches only when a file needs it.
 */
import { isJsonObject } from './jsonObject.ts'
import { UncleanFile } from './parseItem.ts'
import { FORMAT_VERSION, storyFile } from './storyFile.ts'
import { MAX_DIRECTORY_LENGTH, MAX_EVENTS } from './storyLimits.ts'

export interface FileFrame {
  readonly head: unknown
  readonly actors: readonly unknown[]
  readonly sources: readonly unknown[]
  /** At least one, if they are in here. */
  readonly events: readonly unknown[]
  readonly revisions: readonly unknown[]
}

/** Throws UncleanFile where parseFrame.ts would have anything to do or to say. */
export function readCleanFrame(json: unknown): FileFrame {
  const file = isJsonObject(json) ? json : {}
  const { format, story: head, actors, sources, events, revisions = [] } = file
  const isKnown = Object.keys(file).every((name) => Object.hasOwn(storyFile.entries, name))
  if (
    isKnown &&
    format === FORMAT_VERSION &&
    head !== undefined &&
    isList(actors, MAX_DIRECTORY_LENGTH) &&
    isList(sources, MAX_DIRECTORY_LENGTH) &&
    isList(events, MAX_EVENTS) &&
    events.length > 0 &&
    isList(revisions, MAX_DIRECTORY_LENGTH)
  )
    return { head, actors, sources, events, revisions }
  throw new UncleanFile()
}

function isList(value: unknown, maxLength: number): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= maxLength
}
