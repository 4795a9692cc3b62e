/**
 * What of a story file does not depend on its events? First the actors and sources that events refer to; at the end
 * the revisions, which refer to events. Files that are read whole and files that come in pieces both begin and end
 * here.
 */
import type { ActorId, SourceId } from '../base/brand.ts'
import type { Result } from '../base/result.ts'
import { fail, succeed } from '../base/result.ts'
import { readCleanFrame } from './cleanFrame.ts'
import type { Directories } from './directory.ts'
import { parseActor } from './parseActor.ts'
import type { ParsedDirectory } from './parseDirectory.ts'
import { parseDirectory } from './parseDirectory.ts'
import { parseHead } from './parseHead.ts'
import { prepareFormat, type Explainer } from './parseItem.ts'
import type { EventDirectory } from './parseRelations.ts'
import { parseRevision } from './parseRevision.ts'
import { parseSource } from './parseSource.ts'
import type { ItemReport, StoryProblem } from './problem.ts'
import { openReport } from './problem.ts'
import type { Actor, Source, StoryFrame } from './story.ts'
import type { ActorFile, SourceFile } from './storyFile.ts'
import { actorSchema, sourceSchema } from './storyFile.ts'
import { formatLimit, MAX_PROBLEMS } from './storyLimits.ts'

const actorFormat = prepareFormat(actorSchema)
const sourceFormat = prepareFormat(sourceSchema)

/** A file whose events can now be read. */
export interface OpenFrame {
  readonly explainer: Explainer | null
  readonly directories: Directories
  readonly actors: ReadonlyMap<ActorId, Actor>
  readonly sources: ReadonlyMap<SourceId, Source>
  /** As in the file; empty where they are read elsewhere. */
  readonly events: readonly unknown[]
  readonly eventCount: number
  readonly head: ReturnType<typeof parseHead>
  readonly revisions: readonly unknown[]
  /** On the frame itself, the head, then each actor and source. */
  readonly reports: readonly ItemReport[]
}

/**
 * @param json any value that JSON.parse can return
 * @param explainer null: the file is expected to be clean; one that is not throws UncleanFile
 * @param eventCount of a file whose `events` are read elsewhere and stand empty in `json`; null: not known yet
 */
export function openStoryFrame(
  json: unknown,
  explainer: Explainer | null,
  eventCount?: number | null,
): Result<OpenFrame, readonly StoryProblem[]> {
  const frameReport = openReport('')
  const frame = explainer === null ? readCleanFrame(json) : explainer.readFrame(json, frameReport, eventCount)
  if (!frame) return fail(listProblems([frameReport]))
  const actors = parseDirectory<ActorId, ActorFile>(actorFormat, frame.actors, 'actors', explainer)
  const sources = parseDirectory<SourceId, SourceFile>(sourceFormat, frame.sources, 'sources', explainer)
  const directories: Directories = {
    actors: { what: 'an actor', known: actors.items, leftOut: actors.leftOut },
    sources: { what: 'a source', known: sources.items, leftOut: sources.leftOut },
  }
  const headReport = openReport('story')
  return succeed({
    explainer,
    directories,
    head: parseHead(frame.head, directories.sources, headReport, explainer),
    actors: mapItems(actors, parseActor),
    sources: mapItems(sources, (file, report) => parseSource(file, directories.sources, report)),
    events: frame.events,
    eventCount: eventCount ?? frame.events.length,
    revisions: frame.revisions,
    reports: [frameReport, headReport, ...actors.reports, ...sources.reports],
  })
}

/**
 * The rest of the story, once its events are known.
 * @param reports on events, in file order; @param keptCount events that were not left out
 */
export function finishStory(
  { explainer, head, actors, sources, revisions: written, reports: before, eventCount }: OpenFrame,
  directory: EventDirectory,
  reports: readonly ItemReport[],
  keptCount: number,
): Result<
  { readonly frame: StoryFrame; readonly problems: readonly StoryProblem[] },
  readonly StoryProblem[]
> {
  const revisionReports = written.map((_, i) => openReport(`revisions[${i}]`))
  const revisions = revisionReports.flatMap(
    (report, i) => parseRevision(written[i], directory, report, explainer) ?? [],
  )
  const problems = listProblems([...before, ...reports, ...revisionReports])
  if (!head) return fail(problems)
  if (keptCount === 0) return fail([noEventLeft(eventCount), ...problems])
  return succeed({ frame: { ...head, actors, sources, revisions }, problems })
}

function mapItems<Id extends string, File, Item>(
  { items }: ParsedDirectory<Id, File>,
  parse: (file: File, report: ItemReport) => Item,
): ReadonlyMap<Id, Item> {
  return new Map([...items].map(([id, { item, report }]) => [id, parse(item, report)]))
}

function noEventLeft(count: number): StoryProblem {
  const sentence =
    count === 1 ? 'the only event had to be left out' : `all ${formatLimit(count)} events had to be left out`
  return { path: 'events', sentence, eventId: null, isLeftOut: true }
}

/** All of them, or the first with a count of the rest. */
export function listProblems(reports: readonly ItemReport[]): readonly StoryProblem[] {
  const problems = reports.flatMap((report) => report.problems)
  const rest = problems.length - MAX_PROBLEMS
  if (rest <= 0) return problems
  const sentence = `has ${formatLimit(rest)} more problems, which are not listed`
  return [...problems.slice(0, MAX_PROBLEMS), { path: 'file', sentence, eventId: null, isLeftOut: false }]
}
