/**
 * What is a story, once it has been read and found sound?
 * Every id in here exists, every date is parsed, every address has passed the gate. Nothing in it is optional
 * by `undefined`: what is not known is `null` or an empty list, so that a view has one way to ask.
 */
import type { ActorId, EventId, SafeUrl, SourceId, StatementId } from '../base/brand.ts'
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import type {
  actorKinds,
  consultations,
  cslTypes,
  derivedBounds,
  eventKinds,
  forms,
  peopleCounts,
  records,
  relationKinds,
  standings,
  wordings,
} from './storyFile.ts'

export type ActorKind = (typeof actorKinds)[number]
export type People = (typeof peopleCounts)[number]
export type EventKind = (typeof eventKinds)[number]
export type StandingKind = (typeof standings)[number]
export type RecordStatus = (typeof records)[number]
export type StatementForm = (typeof forms)[number]
export type Wording = (typeof wordings)[number]
export type Consultation = (typeof consultations)[number]
export type RelationKind = (typeof relationKinds)[number]
export type DerivedBound = (typeof derivedBounds)[number]
export type CslType = (typeof cslTypes)[number]

export interface Actor {
  readonly id: ActorId
  readonly name: string
  readonly kind: ActorKind
  readonly describedAs: string | null
  /** Of an unnamed actor: whether it is one person; null: not known. */
  readonly people: People | null
  readonly note: string | null
  readonly aliases: readonly string[]
  readonly link: Link | null
}

/** An address as written, and whether it may be followed. */
export type Link =
  | {
      readonly kind: 'safe'
      readonly url: SafeUrl
      /** host as shown; punycode where scripts mix */ readonly host: string
    }
  | { readonly kind: 'refused'; readonly text: string; /** a sentence */ readonly reason: string }

/** A name in CSL's parts: family and given name, or one that does not split. */
export type PersonName =
  { readonly family: string; readonly given?: string | undefined } | { readonly literal: string }

export interface Source {
  readonly id: SourceId
  readonly type: CslType
  readonly title: string
  /** Its headline was not seen: the title is a description by the editors. */
  readonly isDescribed: boolean
  /** The outlet: CSL's container-title. */
  readonly outlet: string
  /** As they are read: given name first. */
  readonly authors: readonly string[]
  readonly authorNames: readonly PersonName[]
  readonly issued: FuzzyDate | null
  readonly issuedNote: string | null
  readonly language: string | null
  readonly link: Link | null
  readonly archive: Link | null
  readonly consulted: Consultation
  readonly consultedNote: string | null
  readonly renderings: readonly {
    readonly text: string
    readonly by: SourceId
    readonly note: string | null
  }[]
  /** It stands for several pages that are not listed one by one. */
  readonly isSeveral: boolean
  readonly isOutside: boolean
}

/** One outlet on the way a claim took to us. */
export interface ChainStep {
  readonly source: SourceId
  readonly isImplied: boolean
}

export interface Account {
  /** Accounts of one event that answer the same question stand side by side; null: nobody disputes it. */
  readonly question: string | null
  readonly claim: string
  readonly standing: StandingKind
  /** When it happened, by this account; null: it does not say, or what the event says. */
  readonly date: FuzzyDate | null
  readonly attributedTo: ActorId | null
  /** One of the event's statements: the words in which the claim is made. */
  readonly statement: StatementId | null
  /** First outlet first, the page we read last; at least one. */
  readonly chain: readonly ChainStep[]
  readonly note: string | null
  readonly isOutside: boolean
}

export interface Statement {
  readonly id: StatementId
  readonly aliases: readonly string[]
  /** null: the source names nobody at all. */
  readonly speaker: ActorId | null
  readonly form: StatementForm
  /** For a quotation: exact, as the relaying page has it. */
  readonly text: string
  readonly language: string
  readonly wording: Wording
  readonly wordingNote: string | null
  readonly record: RecordStatus
  readonly date: FuzzyDate | null
  readonly chain: readonly ChainStep[]
  readonly locator: { readonly source: SourceId; readonly exact: string } | null
  readonly note: string | null
  readonly isOutside: boolean
}

export interface EventDate {
  readonly date: FuzzyDate
  readonly note: string | null
  readonly derived: readonly DerivedBound[]
  /** undefined: same as `date`; null: the base text gives none. */
  readonly baseText: FuzzyDate | null | undefined
  readonly sources: readonly SourceId[]
  readonly isOutside: boolean
}

export interface Relation {
  readonly is: RelationKind
  readonly to: EventId
}

export interface TimelineEvent {
  readonly id: EventId
  readonly aliases: readonly string[]
  readonly title: string
  readonly shortTitle: string
  readonly summary: string
  readonly kind: EventKind
  /** null: undated; its place comes from before/after relations. */
  readonly when: EventDate | null
  readonly reported: {
    readonly date: FuzzyDate
    readonly source: SourceId
    readonly note: string | null
  } | null
  /** The source whose publication this event is. */
  readonly publishes: SourceId | null
  readonly place: string | null
  readonly standing: {
    readonly is: StandingKind
    readonly source: SourceId | null
    readonly note: string | null
  }
  readonly actors: readonly { readonly actor: ActorId; readonly role: string }[]
  readonly accounts: readonly Account[]
  readonly statements: readonly Statement[]
  /** All sources the event rests on: its own list, then those of date, accounts and statements; no repeats. */
  readonly sources: readonly SourceId[]
  readonly relations: readonly Relation[]
  readonly note: string | null
  readonly isOutside: boolean
}

export interface Revision {
  readonly date: FuzzyDate
  readonly summary: string
  readonly reason: string | null
  readonly events: readonly EventId[]
}

/** All of a story but its events. */
export interface StoryFrame {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly language: string
  readonly published: FuzzyDate
  readonly revised: FuzzyDate
  readonly baseText: SourceId | null
  readonly defaultView: 'timeline' | 'list'
  readonly actors: ReadonlyMap<ActorId, Actor>
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly revisions: readonly Revision[]
}

/** A story small enough that all of its events lie in memory. */
export interface Story extends StoryFrame {
  /** In reading order (see orderEvents.ts). */
  readonly events: readonly TimelineEvent[]
}
