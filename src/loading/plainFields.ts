/**
 * What is each field of an event to the columns of a large story? Said of every field of the format, so that a new one
 * cannot be passed over by mistake.
 */
import { compileScan } from '../core/story/compileScan.ts'
import { eventFile } from '../core/story/storyFile.ts'
import * as layout from './scanner/layout.ts'

const rolesByPath: Readonly<Record<string, number>> = {
  id: layout.ROLE_ID,
  aliases: layout.ROLE_ALIAS,
  title: layout.ROLE_TITLE,
  shortTitle: layout.ROLE_SHORT_TITLE,
  summary: layout.ROLE_SUMMARY,
  'date.edtf': layout.ROLE_DATE,
  'date.derived': layout.ROLE_DERIVED,
  'date.baseText': layout.ROLE_OTHER_DATE,
  'date.sources': layout.ROLE_SOURCE,
  'reported.edtf': layout.ROLE_REPORTED,
  'reported.source': layout.ROLE_REPORT_SOURCE,
  publishes: layout.ROLE_PUBLISHES,
  'standing.is': layout.ROLE_STANDING,
  'standing.source': layout.ROLE_STANDING_SOURCE,
  'actors.actor': layout.ROLE_ACTOR,
  'accounts.attributedTo': layout.ROLE_ATTRIBUTED,
  'accounts.standing': layout.ROLE_ACCOUNT_STANDING,
  'accounts.date': layout.ROLE_OTHER_DATE,
  'accounts.statement': layout.ROLE_READ_IN_FULL,
  'accounts.chain.source': layout.ROLE_SOURCE,
  statements: layout.ROLE_STATEMENT,
  'statements.id': layout.ROLE_STATEMENT_ID,
  'statements.aliases': layout.ROLE_STATEMENT_ALIAS,
  'statements.speaker': layout.ROLE_SPEAKER,
  'statements.form': layout.ROLE_FORM,
  'statements.record': layout.ROLE_RECORD,
  'statements.text': layout.ROLE_STATEMENT_TEXT,
  'statements.date': layout.ROLE_OTHER_DATE,
  'statements.chain.source': layout.ROLE_SOURCE,
  'statements.locator.source': layout.ROLE_OTHER_SOURCE,
  sources: layout.ROLE_SOURCE,
  relations: layout.ROLE_RELATION,
  'relations.is': layout.ROLE_RELATION_KIND,
  'relations.to': layout.ROLE_RELATION_TO,
}

/** Say nothing about other parts of the story, and stay in the file until the event is opened. */
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

/** Throws on a field that is missing above: our own mistake, met at start-up. */
function roleOf(path: string): number {
  const role = silentPaths.includes(path) ? layout.ROLE_NOTHING : rolesByPath[path]
  if (role === undefined) throw new Error(`plainFields.ts does not know the field ${path}`)
  return role
}

/** The program by which an event is read along its bytes. */
export const eventProgram = compileScan(
  eventFile,
  {
    text: layout.TEXT_NODE,
    words: layout.WORDS_NODE,
    object: layout.OBJECT_NODE,
    list: layout.LIST_NODE,
    nullable: layout.NULLABLE_NODE,
  },
  roleOf,
)
