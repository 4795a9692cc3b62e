/** What do the page and the worker that reads a large story say to each other? */
import type { BriefStretches } from '../core/indexing/briefColumn.ts'
import type { EventIndex } from '../core/indexing/eventIndex.ts'
import type { NameColumns } from '../core/indexing/nameTable.ts'
import type { StoryFacts } from '../core/marks/storyFacts.ts'
import type { StoryProblem } from '../core/story/problem.ts'
import type { StoryFrame } from '../core/story/story.ts'
import type { LoadFault } from './loadError.ts'

/** To the worker. Pieces of the file come first, then `end`; the rest once the story is opened. */
export type Request =
  /** Before all others. */
  | { readonly kind: 'begin'; readonly expectedBytes: number }
  | { readonly kind: 'piece'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'end' }
  /** The JSON of the events in some rows. */
  | { readonly kind: 'details'; readonly ticket: number; readonly rows: readonly number[] }
  /** Abandons the search before. */
  | { readonly kind: 'search'; readonly ticket: number; readonly words: string }

/** From the worker. */
export type Answer =
  | {
      readonly kind: 'progress'
      readonly eventsRead: number
      /** null: not known yet */ readonly eventsFound: number | null
    }
  /** A piece has been taken in: the next may come. */
  | { readonly kind: 'taken'; readonly bytes: number }
  /** Comes before the columns, by itself: to take over either keeps the page waiting. */
  | { readonly kind: 'frame'; readonly frame: StoryFrame }
  | { readonly kind: 'opened'; readonly columns: Omit<StoryColumns, 'frame'> }
  | { readonly kind: 'fault'; readonly fault: LoadFault }
  | { readonly kind: 'details'; readonly ticket: number; readonly texts: readonly string[] }
  | {
      readonly kind: 'hits'
      readonly ticket: number
      /** null: no words */ readonly hits: Uint8Array<ArrayBuffer> | null
      readonly isDone: boolean
    }

/** All of a story but the texts of its events; its arrays are handed over, not copied. */
export interface StoryColumns {
  readonly frame: StoryFrame
  readonly problems: readonly StoryProblem[]
  readonly facts: StoryFacts
  readonly index: EventIndex
  readonly briefs: BriefStretches
  readonly names: NameColumns
  readonly relations: RelationColumns
}

/** Which event relates to which: one entry for each relation, sorted by `from`, then as the file has them. */
export interface RelationColumns {
  readonly from: Uint32Array
  readonly to: Uint32Array
  /** Position in `relationKinds`. */
  readonly kind: Uint8Array
}
