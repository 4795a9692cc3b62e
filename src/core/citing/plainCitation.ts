/** How is an event of a story cited in a footnote, without a choice of style? */
import type { StoryFrame, TimelineEvent } from '../story/story.ts'
import type { TitleOf } from '../wording/eventWords.ts'
import { formatChicagoNote } from './chicagoNote.ts'
import { citeEvent } from './citeStory.ts'

/** One paragraph, as a Chicago note. @param address the whole address of the event's page */
export function formatCitation(
  event: TimelineEvent,
  story: StoryFrame,
  titleOf: TitleOf,
  address: string,
): string {
  return formatChicagoNote(citeEvent(event, story, titleOf, address))
}
