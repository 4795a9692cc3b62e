/** How is an event of a story cited in a footnote? Title, story, revision, address; the date as well as it is known. */
import type { StoryFrame, TimelineEvent } from '../story/story.ts'

export interface CitedWords {
  /** The event's date in words. */
  readonly when: string
  /** The story's last revision in words. */
  readonly revised: string
}

/**
 * “Title” (date), in: Story. Dateline, revised date. address
 * @param words dates are said by core/wording, which this room does not know
 */
export function formatCitation(
  event: TimelineEvent,
  story: StoryFrame,
  words: CitedWords,
  address: string,
): string {
  return `“${event.title}” (${words.when}), in: ${story.title}. Dateline, revised ${words.revised}. ${address}`
}
