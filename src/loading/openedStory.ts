/**
 * What is at hand of a story that has been opened, however large it is? Its frame, the briefs and columns of all its
 * events; the rest of an event, and the search by words, on demand.
 */
import type { EventId } from '../core/base/brand.ts'
import type { EventIndex, EventRow, RowColumns } from '../core/indexing/eventIndex.ts'
import type { Root } from '../core/marks/findRoots.ts'
import type { ReportDrawing } from '../core/marks/laneLayout.ts'
import type { ManyRows } from '../core/marks/layOutEvents.ts'
import type { StoryFacts } from '../core/marks/storyFacts.ts'
import type { EventBrief, EventList } from '../core/story/eventBrief.ts'
import type { RelatedEvent } from '../core/story/findRelated.ts'
import type { StoryProblem } from '../core/story/problem.ts'
import type { Story, StoryFrame, TimelineEvent } from '../core/story/story.ts'
import type { ReadLinks } from '../core/story/threadAround.ts'
import type { CivilMs } from '../core/time/units.ts'
import type { ReportWords } from '../core/wording/eventWords.ts'
import type { StoryNames } from '../core/view/fitToStory.ts'

export interface OpenedStory {
  readonly frame: StoryFrame
  /** What is wrong with the file without costing all of it. */
  readonly problems: readonly StoryProblem[]
  /** Events that were left out; null: those of `problems`, which lists them all. */
  readonly leftOutCount: number | null
  readonly events: EventList
  readonly index: RowColumns
  readonly facts: StoryFacts
  /** Empty for stories that are drawn in blocks. */
  readonly roots: readonly Root[]
  /** undefined: its events stand by when they happened. */
  readonly byReport?: { readonly drawing: ReportDrawing; readonly words: ReportWords }
  readonly names: StoryNames
  /** Row of the event of this id; null where the story has none. */
  readonly rowOf: (id: EventId) => EventRow | null
  /** How many events with a date are anchored before a moment; where it is not known yet, about. */
  readonly countBegun: (timeMs: CivilMs) => number
  readonly details: DetailReading
}

/** A story whose rows are all in memory. */
export interface WholeStory extends OpenedStory {
  readonly kind: 'whole'
  readonly index: EventIndex
  /** null for a story of so few events that they are always laid out one by one. */
  readonly many: ManyRows | null
  readonly words: WordSearching
}

/** One event, whole, and those it has to do with. */
export interface EventDetail {
  readonly event: TimelineEvent
  readonly related: readonly RelatedEvent[]
}

export type DetailReading = { readonly kind: 'at-hand'; readonly story: Story } | FetchedDetails

/** All of it rejects with an Error that says what failed. */
export interface FetchedDetails {
  readonly kind: 'fetched'
  readonly read: (row: EventRow) => Promise<EventDetail>
  /** Events that are best asked for together. */
  readonly mostAtOnce: number
  /** The events of some rows, in their order. Each may be read only as it is taken, so that a loop can pause. */
  readonly readMany: (rows: readonly EventRow[]) => Promise<Iterable<TimelineEvent>>
  /** Of which rows `readLinks` and `readName` speak: of an event on screen its row there. */
  readonly linkRowOf: (row: EventRow) => Promise<EventRow>
  readonly readLinks: ReadLinks
  /** What an event is called, however the story stands. */
  readonly readName: (row: EventRow) => Promise<Pick<EventBrief, 'id' | 'title'> | undefined>
}

/** [n] 1 where every word of a search occurs in the event's texts; null: no words asked for. */
export type WordHits = Uint8Array | null

export type WordSearching =
  | { readonly kind: 'at-hand'; readonly search: (words: string) => WordHits }
  /** `onHits` is called with the first hits, then with all of them. Returns the way to abandon the search. */
  | {
      readonly kind: 'elsewhere'
      readonly search: (words: string, onHits: (found: FoundWords) => void) => () => void
    }

export interface FoundWords {
  readonly hits: WordHits
  /** false: more may be found. */
  readonly isDone: boolean
}
