/** What is known of an event that is taken along, beside the event itself? */
import type { EventId, StatementId } from '../base/brand.ts'
import type { StoryFrame, TimelineEvent } from '../story/story.ts'
import type { TitleOf } from '../wording/eventWords.ts'

export interface TakenEvent {
  readonly event: TimelineEvent
  /** By its date it passes the filter only perhaps. */
  readonly isPossible: boolean
}

/** What the events stand in, and where each of them can be opened. */
export interface TakenFrom {
  readonly frame: StoryFrame
  readonly titleOf: TitleOf
  /** Whole address of an event, or of one of its statements. */
  readonly addressOf: (event: EventId, statement: StatementId | null) => string
}
