/**
 * An event of the file as an event of the story, or the reasons why it cannot be one.
 * An event is shown whole or not at all. Its relations come later (parseRelations.ts), when it is known
 * which other events there are.
 */
import type { EventId, SourceId } from '../base/brand.ts'
import type { Directories, Directory } from './directory.ts'
import { referTo, referToOptional } from './directory.ts'
import { parseAccount, parseStatement } from './parseClaims.ts'
import type { ItemReport } from './problem.ts'
import { isRefused, noteProblem } from './problem.ts'
import { requireDate } from './readDate.ts'
import type { ChainStep, EventDate, TimelineEvent } from './story.ts'
import type { EventFile } from './storyFile.ts'

type DateFile = NonNullable<EventFile['date']>

/** @param file passed the schema already. null: refused, see `report`. `relations` is empty in the result. */
export function parseEvent(
  file: EventFile,
  directories: Directories,
  report: ItemReport,
): TimelineEvent | null {
  const { actors, sources } = directories
  const when = file.date && parseEventDate(file.date, sources, report)
  const accounts =
    file.accounts?.map((account, i) =>
      parseAccount(account, file.statements ?? [], directories, report, () => `accounts[${i}]`),
    ) ?? []
  const statements =
    file.statements?.map((statement, i) =>
      parseStatement(statement, directories, report, () => `statements[${i}]`),
    ) ?? []
  const event: TimelineEvent = {
    id: file.id as EventId,
    aliases: file.aliases ?? [],
    title: file.title,
    shortTitle: file.shortTitle ?? file.title,
    summary: file.summary,
    kind: file.kind,
    when,
    reported: parseReported(file.reported, sources, report),
    publishes: referToOptional(file.publishes, sources, report, 'publishes'),
    place: file.place ?? null,
    standing: {
      is: file.standing.is,
      source: referToOptional(file.standing.source, sources, report, 'standing.source'),
      note: file.standing.note ?? null,
    },
    actors: file.actors.map(({ actor, role }, i) => ({
      actor: referTo(actor, actors, report, () => `actors[${i}].actor`),
      role,
    })),
    accounts,
    statements,
    sources: gatherSources(referToAll(file.sources, sources, report, 'sources'), when, accounts, statements),
    relations: [],
    note: file.note ?? null,
    isOutside: file.outside ?? false,
  }
  checkHasSource(event, report)
  return isRefused(report) ? null : event
}

function parseEventDate(file: DateFile, sources: Directory<SourceId>, report: ItemReport): EventDate | null {
  const date = requireDate(file.edtf, report, 'date.edtf')
  const supporting = referToAll(file.sources, sources, report, 'date.sources')
  const baseText =
    typeof file.baseText === 'string' ? requireDate(file.baseText, report, 'date.baseText') : file.baseText
  return (
    date && {
      date,
      note: file.note ?? null,
      derived: file.derived ?? [],
      baseText,
      sources: supporting,
      isOutside: file.outside ?? false,
    }
  )
}

function parseReported(
  file: EventFile['reported'],
  sources: Directory<SourceId>,
  report: ItemReport,
): TimelineEvent['reported'] {
  if (!file) return null
  const date = requireDate(file.edtf, report, 'reported.edtf')
  const source = referTo(file.source, sources, report, 'reported.source')
  return date && { date, source, note: file.note ?? null }
}

function referToAll(
  ids: readonly string[] | undefined,
  sources: Directory<SourceId>,
  report: ItemReport,
  at: string,
): readonly SourceId[] {
  return ids?.map((id, i) => referTo(id, sources, report, () => `${at}[${i}]`)) ?? []
}

function gatherSources(
  own: readonly SourceId[],
  when: EventDate | null,
  ...claims: readonly (readonly { readonly chain: readonly ChainStep[] }[])[]
): readonly SourceId[] {
  const gathered: SourceId[] = []
  let known: Set<SourceId> | null = null // only for many, since a list of a few is sooner read through
  const gather = (source: SourceId) => {
    if (known ? known.has(source) : gathered.includes(source)) return
    gathered.push(source)
    known?.add(source)
    if (gathered.length === 16) known = new Set(gathered)
  }
  own.forEach(gather)
  when?.sources.forEach(gather)
  for (const list of claims) {
    for (const { chain } of list) for (const { source } of chain) gather(source)
  }
  return gathered
}

function checkHasSource(event: TimelineEvent, report: ItemReport): void {
  const { sources, reported, publishes, standing } = event
  if (sources.length > 0 || reported || publishes !== null || standing.source !== null) return
  noteProblem(report, 'sources', 'no source is named anywhere in this event')
}
