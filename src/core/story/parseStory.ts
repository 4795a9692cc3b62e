/**
 * Where does unknown JSON become a story that the rest of the program may trust?
 *
 *   frame → actors, sources → head → events → revisions → order
 *
 * Nothing in here throws on any JSON. What a file gets wrong costs the item that it stands in, never its
 * neighbours, and every loss has a path and a sentence; only a bad frame or head, or no event at all, costs the
 * file. A field that the format does not know is reported and costs nothing.
 */
import type { ActorId, SourceId } from '../base/brand.ts'
import type { Result } from '../base/result.ts'
import { fail, succeed } from '../base/result.ts'
import type { Directories } from './directory.ts'
import { orderEvents } from './orderEvents.ts'
import { parseActor } from './parseActor.ts'
import type { ParsedDirectory } from './parseDirectory.ts'
import { parseDirectory } from './parseDirectory.ts'
import { parseEvents } from './parseEvents.ts'
import { parseFrame } from './parseFrame.ts'
import { parseHead } from './parseHead.ts'
import { parseRevision } from './parseRevision.ts'
import { parseSource } from './parseSource.ts'
import type { ItemReport, StoryProblem } from './problem.ts'
import { openReport } from './problem.ts'
import type { Story } from './story.ts'
import type { ActorFile, SourceFile } from './storyFile.ts'
import { actorSchema, sourceSchema } from './storyFile.ts'
import { formatLimit, MAX_PROBLEMS } from './storyLimits.ts'

export interface ParsedStory {
  readonly story: Story
  /** All that is wrong with the file without costing all of it; in file order, at most MAX_PROBLEMS and a count. */
  readonly problems: readonly StoryProblem[]
}

/** @param json any value that JSON.parse can return */
export function parseStory(json: unknown): Result<ParsedStory, readonly StoryProblem[]> {
  const frameReport = openReport('')
  const frame = parseFrame(json, frameReport)
  if (!frame) return fail(listProblems([frameReport]))

  const actors = parseDirectory<ActorId, ActorFile>(actorSchema, frame.actors, 'actors')
  const sources = parseDirectory<SourceId, SourceFile>(sourceSchema, frame.sources, 'sources')
  const directories: Directories = {
    actors: { what: 'an actor', known: actors.items, leftOut: actors.leftOut },
    sources: { what: 'a source', known: sources.items, leftOut: sources.leftOut },
  }
  const headReport = openReport('story')
  const head = parseHead(frame.head, directories.sources, headReport)
  const story = {
    actors: mapItems(actors, parseActor),
    sources: mapItems(sources, (file, report) => parseSource(file, directories.sources, report)),
  }
  const { events, directory, reports } = parseEvents(frame.events, directories)
  const revisionReports = frame.revisions.map((_, i) => openReport(`revisions[${i}]`))
  const revisions = revisionReports.flatMap(
    (report, i) => parseRevision(frame.revisions[i], directory, report) ?? [],
  )

  const problems = listProblems([
    frameReport,
    headReport,
    ...actors.reports,
    ...sources.reports,
    ...reports,
    ...revisionReports,
  ])
  if (!head) return fail(problems)
  if (events.length === 0) return fail([noEventLeft(reports.length), ...problems])
  return succeed({ story: { ...head, ...story, events: orderEvents(events), revisions }, problems })
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

function listProblems(reports: readonly ItemReport[]): readonly StoryProblem[] {
  const problems = reports.flatMap((report) => report.problems)
  const rest = problems.length - MAX_PROBLEMS
  if (rest <= 0) return problems
  const sentence = `has ${formatLimit(rest)} more problems, which are not listed`
  return [...problems.slice(0, MAX_PROBLEMS), { path: 'file', sentence, eventId: null, isLeftOut: false }]
}
