/** In which words are record status, wording and consultation said, and what does a standing mean? */
import type {
  ActorKind,
  Consultation,
  EventKind,
  RecordStatus,
  RelationKind,
  StandingKind,
  Statement,
  Wording,
} from '../story/story.ts'

/** What each standing claims, for the key. */
export const standingMeanings: Readonly<Record<StandingKind, string>> = {
  reported: 'A source says so.',
  confirmed: 'Someone it is about says so too.',
  denied: 'Someone says it is not so.',
  disputed: 'Two accounts do not agree.',
  declined: 'Asked, and would not say.',
  alleged: 'Said by one side, not shown.',
  inferred: 'Concluded, not reported.',
}

export const kindWords: Readonly<Record<EventKind, string>> = {
  act: 'Event',
  statement: 'Statement',
  publication: 'Publication',
  state: 'Lasting state',
  context: 'Context',
}

export const recordWords: Readonly<Record<RecordStatus, string>> = {
  'on-record': 'On the record',
  'not-named': 'Not named',
  unidentified: 'Not identified',
  unattributed: 'Attributed to nobody',
  'no-response': 'No response',
}

export const consultationWords: Readonly<Record<Consultation, string>> = {
  read: 'consulted',
  translation: 'read in translation',
  cited: 'not consulted',
}

export const relationWords: Readonly<Record<RelationKind, string>> = {
  before: 'before',
  after: 'after',
  'response-to': 'response to',
  'part-of': 'part of',
  'at-odds-with': 'at odds with',
  'same-root': 'same root',
}

/** The relation as the other event has it. */
export const inverseRelationWords: Readonly<Record<RelationKind, string>> = {
  before: 'after',
  after: 'before',
  'response-to': 'answered by',
  'part-of': 'includes',
  'at-odds-with': 'at odds with',
  'same-root': 'same root',
}

export const actorKindWords: Readonly<Record<ActorKind, string>> = {
  person: 'person',
  organisation: 'organisation',
  'government-body': 'government body',
  media: 'media',
  product: 'product',
  group: 'group',
  unnamed: 'not named',
}

/** Whose words a quotation gives: one plain sentence. */
export const wordingWords: Readonly<Record<Wording, string>> = {
  original: 'The speaker’s own words.',
  relayed: 'Relayed wording, not certified as the speaker’s own words.',
  translated: 'A translation of the speaker’s words.',
}

/** The same of any statement, with what is noted of it. */
export function formatWording({ form, wording, wordingNote }: Statement): string {
  return wordingNote ?? (form === 'paraphrase' ? 'Paraphrase: no words are quoted.' : wordingWords[wording])
}
