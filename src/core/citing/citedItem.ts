/**
 * What is known of something that is cited, before it is written in any format?
 * All texts are clean (cleanText.ts): on one line, and without signs that nobody sees.
 */
import type { CslType, PersonName } from '../story/story.ts'
import type { FuzzyDate } from '../time/fuzzyDate.ts'

export interface CitedItem {
  /** Letters, digits, hyphens and colons; the same always, and of nothing else in the story. */
  readonly key: string
  readonly type: CslType
  readonly title: string
  /** The story in which it stands, or a source's outlet; null: it is the story itself. */
  readonly container: string | null
  readonly authors: readonly PersonName[]
  /** When it appeared; of what stands in the story, the story's last revision. */
  readonly issued: FuzzyDate | null
  /** When what it tells of happened, and in words; null: not known, or it tells of nothing. */
  readonly eventDate: { readonly date: FuzzyDate; readonly words: string } | null
  /** Only what passed the gate. */
  readonly url: string | null
  /** BCP 47 */
  readonly language: string | null
  /** The state that is cited, in words; null: it is no part of the story. */
  readonly version: string | null
  /** The whole quotation, where the title is cut. */
  readonly abstract: string | null
  /** Sentences that belong into a bibliography. */
  readonly remarks: readonly string[]
  /** Sentences for whoever keeps the entry. */
  readonly notes: readonly string[]
  readonly told: Told
}

/** What a footnote says of it besides; dates and chains are in words. */
export type Told =
  | { readonly kind: 'event'; readonly when: string }
  | {
      readonly kind: 'statement'
      readonly speaker: string | null
      readonly isQuotation: boolean
      readonly text: string
      readonly wording: string
      readonly chain: string
      readonly eventTitle: string
      readonly when: string
    }
  | {
      readonly kind: 'source'
      /** The headline was not seen: the title is a description. */
      readonly isDescribed: boolean
      /** The story in which it is cited; null: it is cited for itself. */
      readonly citedIn: CitedIn | null
    }
  | { readonly kind: 'view'; /** its filter, no full stop; empty: the whole story */ readonly shown: string }

export interface CitedIn {
  readonly title: string
  readonly revised: FuzzyDate
  readonly address: string
}
