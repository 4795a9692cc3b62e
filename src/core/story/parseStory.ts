/** Unknown JSON → the story, or every problem: the whole of readStory.ts, with someone to say what is wrong. */
import { explainer } from './explainItem.ts'
import { readStory, type StoryResult } from './readStory.ts'

/** @param json any value that JSON.parse can return; never throws on any */
export function parseStory(json: unknown): StoryResult {
  return readStory(json, explainer)
}
