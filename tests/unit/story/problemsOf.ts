/** What does parseStory say about a file? As lines "path: sentence", and "!" before those that cost an item. */
import { parseStory } from '../../../src/core/story/parseStory.ts'

export function problemsOf(json: unknown): readonly string[] {
  const result = parseStory(json)
  const problems = result.ok ? result.value.problems : result.problem
  return problems.map(({ path, sentence, isLeftOut }) => `${isLeftOut ? '!' : ''}${path}: ${sentence}`)
}

/** Ids of the events that are shown, in reading order; null where the file is refused. */
export function shownEvents(json: unknown): readonly string[] | null {
  const result = parseStory(json)
  return result.ok ? result.value.story.events.map(({ id }) => id) : null
}
