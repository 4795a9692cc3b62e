/**
 * What do sources and speakers claim about an event? Its accounts and its statements, each with its chain.
 * A claim with a broken chain or an unknown speaker refuses the whole event: shown without it, the event would
 * look less disputed than it is, and shown with half a chain it would be misattributed.
 */
import type { SourceId, StatementId } from '../base/brand.ts'
import type { Directories, Directory } from './directory.ts'
import { referTo, referToOptional } from './directory.ts'
import type { ItemReport } from './problem.ts'
import { noteProblem, refuseItem } from './problem.ts'
import { requireDate } from './readDate.ts'
import type { Account, ChainStep, Statement } from './story.ts'
import type { AccountFile, ChainStepFile, StatementFile } from './storyFile.ts'

/**
 * @param statements of the same event; words that are not among them are said to be missing, and the claim stays
 * @param at says where the account stands in the event, such as `accounts[0]`
 */
export function parseAccount(
  file: AccountFile,
  statements: readonly StatementFile[],
  directories: Directories,
  report: ItemReport,
  at: () => string,
): Account {
  return {
    question: file.question ?? null,
    claim: file.claim,
    standing: file.standing,
    date: file.date === undefined ? null : requireDate(file.date, report, () => `${at()}.date`),
    attributedTo: referToOptional(
      file.attributedTo,
      directories.actors,
      report,
      () => `${at()}.attributedTo`,
    ),
    statement: findWords(file.statement, statements, report, at),
    chain: parseChain(file.chain, directories.sources, report, () => `${at()}.chain`),
    note: file.note ?? null,
    isOutside: file.outside ?? false,
  }
}

/** @param at says where the statement stands in the event, such as `statements[0]` */
export function parseStatement(
  file: StatementFile,
  directories: Directories,
  report: ItemReport,
  at: () => string,
): Statement {
  checkSpeaker(file, report, at)
  const { actors, sources } = directories
  const date = file.date ?? null
  return {
    id: file.id as StatementId,
    aliases: file.aliases ?? [],
    speaker: referToOptional(file.speaker, actors, report, () => `${at()}.speaker`),
    form: file.form,
    text: file.text,
    language: file.language,
    wording: file.wording,
    wordingNote: file.wordingNote ?? null,
    record: file.record,
    date: date === null ? null : requireDate(date, report, () => `${at()}.date`),
    chain: parseChain(file.chain, sources, report, () => `${at()}.chain`),
    locator: file.locator
      ? {
          source: referTo(file.locator.source, sources, report, () => `${at()}.locator.source`),
          exact: file.locator.exact,
        }
      : null,
    note: file.note ?? null,
    isOutside: file.outside ?? false,
  }
}

function parseChain(
  steps: readonly ChainStepFile[],
  sources: Directory<SourceId>,
  report: ItemReport,
  at: () => string,
): readonly ChainStep[] {
  return steps.map(({ source, implied }, i) => ({
    source: referTo(source, sources, report, () => `${at()}[${i}].source`),
    isImplied: implied ?? false,
  }))
}

function findWords(
  id: string | undefined,
  statements: readonly StatementFile[],
  report: ItemReport,
  at: () => string,
): StatementId | null {
  if (id === undefined) return null
  if (statements.some((statement) => statement.id === id)) return id as StatementId
  noteProblem(report, () => `${at()}.statement`, `"${id}" is not the id of a statement of this event`)
  return null
}

function checkSpeaker(file: StatementFile, report: ItemReport, at: () => string): void {
  if (file.speaker !== null) return
  if (file.form === 'quotation') {
    refuseItem(
      report,
      () => `${at()}.speaker`,
      'is null, but a quotation needs a speaker; mark it as a paraphrase',
    )
  } else if (file.record !== 'unattributed') {
    noteProblem(
      report,
      () => `${at()}.record`,
      `must be "unattributed" where no speaker is named, not "${file.record}"`,
    )
  }
}
