/** What is handed to a reader of events, and what does it give back? Both can be sent from worker to worker. */
import type { NumberColumn } from '../core/base/growingColumn.ts'
import type { WrittenBriefs } from '../core/indexing/briefWriter.ts'
import type { IndexColumns } from '../core/indexing/indexColumns.ts'
import type { NameClaims, TakenName } from '../core/indexing/nameClaims.ts'
import type { FactsOfSome } from '../core/marks/storyFacts.ts'
import type { ItemReport } from '../core/story/problem.ts'
import type { Pieces } from './pieces.ts'

/** Events that stand one after the other in the file. */
export interface EventBatch {
  /** Batches of a file are numbered from 0, in its order. */
  readonly number: number
  /** Place in the file of the first. */
  readonly firstIndex: number
  /** File offset of the first byte of `pieces`. */
  readonly startByte: number
  /** From one byte before the first event to the last of the last; there may be more. Handed over to its reader. */
  readonly pieces: Pieces
  /** [events] offsets in `pieces`, the ends exclusive. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Of a list that a later one overrides: it must be JSON, and shows nothing. */
  readonly isHidden: boolean
  /** Names in it that events before it have. */
  readonly taken: readonly TakenName[]
}

/** What is known of a batch. Kept events are those that were not left out; they are numbered in file order. */
export interface BatchColumns {
  readonly number: number
  readonly firstIndex: number
  /** Events, left out or not. */
  readonly entryCount: number
  /** [kept] place of each among the entries. */
  readonly kept: Uint32Array
  readonly index: IndexColumns
  readonly briefs: WrittenBriefs
  readonly names: NameClaims
  readonly facts: FactsOfSome
  readonly relations: WrittenRelations
  readonly leftOut: readonly string[]
  /** On events with problems, in file order. */
  readonly reports: readonly ItemReport[]
}

/** A batch whose names stand in the table of all names. */
export type NamedBatch = Omit<BatchColumns, 'names'>

/** Relations as the file has them, one entry for each, in file order. */
export interface WrittenRelations {
  /** Number of the kept event that has it. */
  readonly from: Uint32Array
  /** Position in `relationKinds`. */
  readonly kinds: Uint8Array
  /** Hash of the name that it leads to. */
  readonly places: Uint32Array
  readonly checks: Uint32Array
  /** The names, ASCII, with a line break after each. */
  readonly names: Uint8Array
}

/** The same that grow. */
export type GrowingRelations = {
  readonly [Name in keyof WrittenRelations]: NumberColumn<WrittenRelations[Name]>
}

/** Kept events of a batch, and where they stand in the story. */
export interface BatchRows {
  readonly number: number
  readonly rows: Uint32Array
}
