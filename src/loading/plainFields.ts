/**
 * What is each field of an event to the columns of a large story? Said of every field of the format, so that a new one
 * cannot be passed over by mistake.
 */
import { compileScan } from '../core/story/compileScan.ts'
import { eventFile } from '../core/story/storyFile.ts'

const { fields, scan } = compileScan(eventFile)

/** See compileScan.ts. */
export const scanEvent = scan

/** What a value is, whatever the path that it stands at. */
export const ROLE = {
  nothing: 0,
  id: 1,
  alias: 2,
  title: 3,
  shortTitle: 4,
  summary: 5,
  date: 6,
  derived: 7,
  otherDate: 8,
  reported: 9,
  reportSource: 10,
  publishes: 11,
  standing: 12,
  standingSource: 13,
  actor: 14,
  attributed: 15,
  source: 16,
  otherSource: 17,
  statement: 18,
  statementId: 19,
  statementAlias: 20,
  speaker: 21,
  form: 22,
  record: 23,
  statementText: 24,
  relation: 25,
  relationKind: 26,
  relationTo: 27,
  /** Only the reader of all events takes it: such an event is refused. */
  readInFull: 28,
  accountStanding: 29,
} as const

const rolesByPath: Readonly<Record<string, number>> = {
  id: ROLE.id,
  aliases: ROLE.alias,
  title: ROLE.title,
  shortTitle: ROLE.shortTitle,
  summary: ROLE.summary,
  'date.edtf': ROLE.date,
  'date.derived': ROLE.derived,
  'date.baseText': ROLE.otherDate,
  'date.sources': ROLE.source,
  'reported.edtf': ROLE.reported,
  'reported.source': ROLE.reportSource,
  publishes: ROLE.publishes,
  'standing.is': ROLE.standing,
  'standing.source': ROLE.standingSource,
  'actors.actor': ROLE.actor,
  'accounts.attributedTo': ROLE.attributed,
  'accounts.standing': ROLE.accountStanding,
  'accounts.date': ROLE.otherDate,
  'accounts.statement': ROLE.readInFull,
  'accounts.chain.source': ROLE.source,
  statements: ROLE.statement,
  'statements.id': ROLE.statementId,
  'statements.aliases': ROLE.statementAlias,
  'statements.speaker': ROLE.speaker,
  'statements.form': ROLE.form,
  'statements.record': ROLE.record,
  'statements.text': ROLE.statementText,
  'statements.date': ROLE.otherDate,
  'statements.chain.source': ROLE.source,
  'statements.locator.source': ROLE.otherSource,
  sources: ROLE.source,
  relations: ROLE.relation,
  'relations.is': ROLE.relationKind,
  'relations.to': ROLE.relationTo,
}

/** Say nothing about other parts of the file, and stay in the file until the event is opened. */
const silentPaths: readonly string[] = [
  '',
  'kind',
  'date',
  'date.note',
  'date.outside',
  'reported',
  'reported.note',
  'place',
  'standing',
  'standing.note',
  'actors',
  'actors.role',
  'accounts',
  'accounts.question',
  'accounts.claim',
  'accounts.chain',
  'accounts.chain.implied',
  'accounts.note',
  'accounts.outside',
  'statements.language',
  'statements.wording',
  'statements.wordingNote',
  'statements.chain',
  'statements.chain.implied',
  'statements.locator',
  'statements.locator.exact',
  'statements.note',
  'statements.outside',
  'note',
  'outside',
]

/** [number of a field on the tape] a ROLE */
export const roles = Uint8Array.from(fields, (path) => {
  const role = silentPaths.includes(path) ? ROLE.nothing : rolesByPath[path]
  if (role === undefined) throw new Error(`plainFields.ts does not know the field ${path}`)
  return role
})
