/**
 * What may a story file contain? The format, version 1, as the description of a schema (schemaParts.ts).
 * `data/story.schema.json` is generated from this; `data/README.md` explains each field to an editor.
 * What one field alone can say is checked here; what fields say of one another is checked in parseStory.ts.
 */
import type { InferOutput } from 'valibot'
import * as v from './schemaParts.ts'

/** The version this build writes and reads without an upgrade step. */
export const FORMAT_VERSION = 1

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

const id = v.pipe(
  v.string(),
  v.regex(idPattern, 'an id is lower-case letters and digits joined by single hyphens, such as "nyt-report"'),
  v.maxLength(80, 'an id is at most 80 characters long'),
)
const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'))
const edtf = v.pipe(v.string(), v.minLength(1, 'a date must not be empty; use null for no date'))
const language = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, 'must be a language tag such as "en" or "ja"'),
)

export const actorKinds = [
  'person',
  'organisation',
  'government-body',
  'media',
  'product',
  'group',
  'unnamed',
] as const
export const peopleCounts = ['one', 'several'] as const
export const eventKinds = ['act', 'statement', 'publication', 'state', 'context'] as const
export const standings = [
  'reported',
  'confirmed',
  'denied',
  'disputed',
  'declined',
  'alleged',
  'inferred',
] as const
export const records = ['on-record', 'not-named', 'unidentified', 'unattributed', 'no-response'] as const
export const forms = ['quotation', 'paraphrase'] as const
export const wordings = ['original', 'relayed', 'translated'] as const
export const consultations = ['read', 'translation', 'cited'] as const
export const relationKinds = [
  'before',
  'after',
  'response-to',
  'part-of',
  'at-odds-with',
  'same-root',
] as const
export const derivedBounds = ['earliest', 'latest'] as const
export const cslTypes = [
  'article',
  'article-newspaper',
  'article-magazine',
  'webpage',
  'post-weblog',
  'post',
  'report',
  'broadcast',
  'book',
  'chapter',
  'interview',
  'speech',
  'legislation',
  'document',
] as const

const actorFile = v.strictObject({
  id,
  name: text,
  kind: v.picklist(actorKinds),
  /** How the outlet described an actor it did not name. */
  describedAs: v.optional(text),
  /** Of an unnamed actor: one person, or several. */
  people: v.optional(v.picklist(peopleCounts)),
  note: v.optional(text),
  aliases: v.optional(v.array(text)),
  url: v.optional(text),
})

const cslName = v.union([
  v.strictObject({ family: text, given: v.optional(text) }),
  v.strictObject({ literal: text }),
])

/** A CSL-JSON item; what CSL has no word for stands under `custom`, the place CSL keeps for that. */
const sourceFile = v.strictObject({
  id,
  type: v.picklist(cslTypes),
  title: text,
  'container-title': text,
  author: v.optional(v.array(cslName)),
  issued: v.optional(edtf),
  URL: v.optional(text),
  language: v.optional(language),
  custom: v.strictObject({
    /** read: we read it; translation: we read a translation of it; cited: we only saw it cited. */
    consulted: v.picklist(consultations),
    consultedNote: v.optional(text),
    issuedNote: v.optional(text),
    /** The headline was not seen: the title is a description. */
    described: v.optional(v.boolean()),
    archive: v.optional(text),
    /** Another outlet's wording of this headline, kept to the letter. */
    renderings: v.optional(v.array(v.strictObject({ text, by: id, note: v.optional(text) }))),
    /** Stands for several pages that are not listed one by one. */
    several: v.optional(v.boolean()),
    /** Not named by the base text; added by the editors. */
    outside: v.optional(v.boolean()),
  }),
})

const chainStep = v.strictObject({
  source: id,
  /** The base text does not say that it came this way; it follows from the context. */
  implied: v.optional(v.boolean()),
})

const standing = v.strictObject({
  is: v.picklist(standings),
  /** The source that gives the event this standing. */
  source: v.optional(id),
  note: v.optional(text),
})

const accountFile = v.strictObject({
  /** The question on which accounts differ; accounts with the same question stand side by side. */
  question: v.optional(text),
  claim: text,
  standing: v.picklist(standings),
  /** When it happened, by this account; where accounts give several dates, all are drawn. */
  date: v.optional(edtf),
  attributedTo: v.optional(id),
  /** The statement of the same event in whose words the claim is made. */
  statement: v.optional(id),
  /** How the claim reached us, from the first outlet to the page that relays it. */
  chain: v.pipe(v.array(chainStep), v.minLength(1, 'an account needs at least one source in its chain')),
  note: v.optional(text),
  outside: v.optional(v.boolean()),
})

const statementFile = v.strictObject({
  id,
  aliases: v.optional(v.array(id)),
  /** Who said it; null where the source names nobody at all (then `record` is "unattributed"). */
  speaker: v.nullable(id),
  form: v.picklist(forms),
  text,
  language,
  /** Whose words these are: the speaker's own, an outlet's relayed wording, or a translation. */
  wording: v.picklist(wordings),
  wordingNote: v.optional(text),
  record: v.picklist(records),
  date: v.optional(v.nullable(edtf)),
  chain: v.pipe(v.array(chainStep), v.minLength(1, 'a statement needs at least one source in its chain')),
  /** The page in which the words stand, letter by letter, for a link into it. */
  locator: v.optional(v.strictObject({ source: id, exact: text })),
  note: v.optional(text),
  outside: v.optional(v.boolean()),
})

const dateFile = v.strictObject({
  edtf,
  /** Why the date is as fuzzy as it is. */
  note: v.optional(text),
  /** Bounds that nobody stated and that we derived; drawn soft. */
  derived: v.optional(v.array(v.picklist(derivedBounds))),
  /** What the base text alone gives, where that differs; null: it gives no date. */
  baseText: v.optional(v.nullable(edtf)),
  /** The sources that support the date. */
  sources: v.optional(v.array(id)),
  /** The date is not from the base text. */
  outside: v.optional(v.boolean()),
})

export const eventFile = v.strictObject({
  id,
  aliases: v.optional(v.array(id)),
  title: text,
  shortTitle: v.optional(text),
  summary: text,
  kind: v.picklist(eventKinds),
  date: v.nullable(dateFile),
  /** When, and in which source, the event was first reported. */
  reported: v.optional(v.strictObject({ edtf, source: id, note: v.optional(text) })),
  /** The source whose publication this event is. */
  publishes: v.optional(id),
  place: v.optional(text),
  standing,
  actors: v.array(v.strictObject({ actor: id, role: text })),
  accounts: v.optional(v.array(accountFile)),
  statements: v.optional(v.array(statementFile)),
  /** Sources that bear on the event beside those its accounts and statements name. */
  sources: v.optional(v.array(id)),
  relations: v.optional(v.array(v.strictObject({ is: v.picklist(relationKinds), to: id }))),
  note: v.optional(text),
  outside: v.optional(v.boolean()),
})

export const storyHead = v.strictObject({
  id,
  title: text,
  summary: text,
  language,
  published: edtf,
  revised: edtf,
  /** The source that this story tells; what comes from elsewhere is marked `outside`. */
  baseText: v.optional(id),
  defaultView: v.optional(v.picklist(['timeline', 'list'])),
})

export const revisionFile = v.strictObject({
  date: edtf,
  summary: text,
  reason: v.optional(text),
  events: v.optional(v.array(id)),
})

export const actorSchema = actorFile
export const sourceSchema = sourceFile

/** The whole file. Used to generate the published schema; parseStory checks item by item. */
export const storyFile = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal(FORMAT_VERSION),
  story: storyHead,
  actors: v.array(actorFile),
  sources: v.array(sourceFile),
  events: v.array(eventFile),
  revisions: v.optional(v.array(revisionFile)),
})

export type ActorFile = InferOutput<typeof actorFile>
export type SourceFile = InferOutput<typeof sourceFile>
export type EventFile = InferOutput<typeof eventFile>
export type StatementFile = InferOutput<typeof statementFile>
export type AccountFile = InferOutput<typeof accountFile>
export type ChainStepFile = InferOutput<typeof chainStep>
export type RevisionFile = InferOutput<typeof revisionFile>
export type StoryHeadFile = InferOutput<typeof storyHead>
