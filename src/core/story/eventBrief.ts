/**
 * What of an event do the timeline and the list show, before anybody opens it?
 * A whole TimelineEvent is a brief too. Of a large story only briefs are at hand; the rest of an event is fetched
 * when it is opened.
 */
import type { ActorId, EventId, SourceId } from '../base/brand.ts'
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import type { EventDate, Relation, StandingKind } from './story.ts'

export interface EventBrief {
  readonly id: EventId
  readonly title: string
  readonly shortTitle: string
  readonly when: Pick<EventDate, 'date' | 'derived'> | null
  readonly reported: { readonly date: FuzzyDate; readonly source: SourceId } | null
  readonly publishes: SourceId | null
  readonly standing: { readonly is: StandingKind }
  readonly actors: readonly { readonly actor: ActorId }[]
  /** How many sources it rests on, and how many statements it holds. */
  readonly sources: { readonly length: number }
  readonly statements: { readonly length: number }
  readonly relations: readonly Relation[]
  /** Only where the whole event is at hand. */
  readonly accounts?: readonly { readonly date: FuzzyDate | null }[]
  /** Only where events stand by their reports (see clockedBrief.ts): `when` is the date of the report then. */
  readonly asReported?: AsReported
}

/** What else is known of an event that stands by its report. */
export interface AsReported {
  /** When it happened; null: nobody says, or it is a publication, which is its own report. */
  readonly happened: EventBrief['when']
  readonly isPublication: boolean
}

/** Events by row, in reading order, whether they lie in memory or are read from bytes when asked for. */
export interface EventList {
  readonly length: number
  /** undefined outside 0 ≤ row < length */
  readonly at: (row: number) => EventBrief | undefined
}
