/** How do parts become a story? Cells are taken over; everything else is added up. */
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Result } from '../core/base/result.ts'
import { fail, succeed } from '../core/base/result.ts'
import { hashName } from '../core/indexing/nameHash.ts'
import { parseRevision } from '../core/story/parseRevision.ts'
import { openReport, type ItemReport } from '../core/story/problem.ts'
import { explainer } from '../core/story/explainItem.ts'
import { openStoryFrame, type OpenFrame } from '../core/story/readFrame.ts'
import type { RevisionFile, SourceFile, StoryHeadFile } from '../core/story/storyFile.ts'
import { eventsOf } from '../core/tiles/cellCounts.ts'
import { readCellDirectory, writeCellDirectory, type CellEntry } from '../core/tiles/cellDirectory.ts'
import {
  INLINE_SOURCES,
  TILES_VERSION,
  type TileActors,
  type TileManifest,
  type TileSources,
} from '../core/tiles/manifest.ts'
import { partitionBits, partitionOf } from '../core/tiles/namePartition.ts'
import { REPORTED_FOLDER } from '../core/tiles/reportPlaces.ts'
import {
  ACTORS_PATH,
  CELL_DIRECTORY_PATH,
  LANE_DIRECTORY_PATH,
  MANIFEST_PATH,
  PYRAMID_DIRECTORY_PATH,
  SOURCE_TOTALS_PATH,
  sourcePath,
  SPAN_DIRECTORY_PATH,
} from '../core/tiles/tilePaths.ts'
import type { EventId } from '../core/base/brand.ts'
import { addTallies, closeTally } from './factsTally.ts'
import { mergeNames, type FoundNames } from './mergeNames.ts'
import { mergeOrder } from './mergeOrder.ts'
import { mergeReported } from './mergeReported.ts'
import { mergeRunFiles } from './mergeRuns.ts'
import { readPartFile, type PartFile } from './partFile.ts'
import { FRAME_PATH, runPath, type RunName } from './partPaths.ts'
import { AFTER_EVENTS, ProblemTally } from './problemTally.ts'
import { RelationSorter } from './relationFiles.ts'
import type { RunRecord } from './runReader.ts'
import { whyNotWhole } from './share.ts'

/** What a story in tiles consists of; of an earlier one it is removed. */
const ENTRIES = [
  'cells',
  'pyramid',
  'facets',
  'spans',
  'lanes',
  'relations',
  'names',
  'sources',
  REPORTED_FOLDER,
  MANIFEST_PATH,
  ACTORS_PATH,
  CELL_DIRECTORY_PATH,
  PYRAMID_DIRECTORY_PATH,
  SPAN_DIRECTORY_PATH,
  LANE_DIRECTORY_PATH,
]

export interface MergeOptions {
  readonly folders: readonly string[]
  readonly out: string
  /** The parts are used up, which saves a copy of their cells. */
  readonly isMove: boolean
}

/** Or a sentence that says why the parts are not one story. */
export function mergeParts({ folders, out, isMove }: MergeOptions): Result<TileManifest, string> {
  const opened = openParts(folders)
  if (!opened.ok) return opened
  const { parts, frame, json, cellBits } = opened.value
  for (const entry of ENTRIES) rmSync(path.join(out, entry), { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  for (const folder of folders) takeCells(folder, out, isMove)
  const entries = folders
    .flatMap((folder) => readCellDirectory(readFileSync(path.join(folder, CELL_DIRECTORY_PATH))))
    .sort((a, b) => a.cell - b.cell)

  const open = (run: RunName): Generator<RunRecord, void, undefined> =>
    mergeRunFiles(folders.map((folder) => path.join(folder, runPath(run))))
  const story = { cellBits, actorCount: frame.actors.size, sourceCount: frame.sources.size }
  const { totals, lanes } = mergeOrder({ ...story, open, entries, out })
  const isReported = parts.some(({ reportedCount }) => (reportedCount ?? 0) > 0)
  const reported = isReported ? mergeReported({ ...story, records: open('reported'), out }) : null

  const problems = new ProblemTally()
  for (const part of parts) problems.addAll(part.problems.listed, part.problems.count)
  addReports(problems, frame.reports, -1)
  const resolved = new RelationSorter(path.join(out, 'relations.unsorted'))
  const nameCount = parts.reduce((sum, part) => sum + part.nameCount, 0)
  const found = mergeNames({
    names: open('names'),
    relations: open('relations'),
    partitionBits: partitionBits(nameCount),
    wanted: frame.revisions.flatMap(eventsOfRevision),
    resolved,
    problems,
    out,
  })
  const related = resolved.write(out)
  const cells = entries.map((entry) => ({ ...entry, hasRelations: related.has(entry.cell) }))
  writeFileSync(path.join(out, CELL_DIRECTORY_PATH), writeCellDirectory(cells))
  writeJson(out, ACTORS_PATH, {
    actors: soundItems(json.actors, 'actors', frame.reports),
    totals: totals.actor.all,
    speaking: totals.actor.speaking,
    lanes,
  } satisfies TileActors)
  writeJson(out, SOURCE_TOTALS_PATH, {
    sources: [...frame.sources.values()].map(({ id, outlet, title }, i) => [
      id,
      outlet,
      title,
      totals.source.all[i] ?? 0,
    ]),
  } satisfies TileSources)
  const facets = { standing: totals.standing.all, record: totals.record.all }
  const manifest = describeStory({ parts, frame, json, cells, found, problems, facets, reported, out })
  if (manifest.ok) writeFileSync(path.join(out, MANIFEST_PATH), `${JSON.stringify(manifest.value)}\n`)
  return manifest
}

function writeJson(out: string, file: string, json: unknown): void {
  writeFileSync(path.join(out, file), JSON.stringify(json))
}

/** The frame of a story file. */
interface FrameJson {
  readonly story: unknown
  readonly actors: readonly unknown[]
  readonly sources: readonly unknown[]
}

interface OpenParts {
  readonly parts: readonly PartFile[]
  readonly frame: OpenFrame
  readonly json: FrameJson
  readonly cellBits: number
}

function openParts(folders: readonly string[]): Result<OpenParts, string> {
  const parts: PartFile[] = []
  for (const folder of folders) {
    const part = readPartFile(folder)
    if (!part.ok) return part
    parts.push(part.value)
  }
  const [first] = parts
  const whyNot = whyNotWhole(parts.map(({ share }) => share))
  if (first === undefined || whyNot !== null) return fail(whyNot ?? 'There are no parts')
  const other = parts.findIndex(({ cellBits }) => cellBits !== first.cellBits)
  if (other !== -1) return fail(`${folders[other]} has cells of another length than ${folders[0]}`)
  const unlike = parts.findIndex(
    ({ reportedCount }) => (reportedCount === null) !== (first.reportedCount === null),
  )
  if (unlike !== -1) {
    const lacking = first.reportedCount === null ? 0 : unlike
    return fail(`${folders[lacking]} has no order of reports, which ${folders[unlike - lacking]} has`)
  }
  const frames = folders.map((folder) => readFileSync(path.join(folder, FRAME_PATH), 'utf8'))
  const stranger = frames.findIndex((frame) => frame !== frames[0])
  if (stranger !== -1)
    return fail(
      `${folders[stranger]} is of another story than ${folders[0]}: head, actors, sources or revisions differ`,
    )
  const json = JSON.parse(frames[0] ?? '') as FrameJson
  const frame = openStoryFrame(json, explainer, null)
  if (!frame.ok) return fail(frame.problem.map(({ path: at, sentence }) => `${at} ${sentence}`).join('; '))
  return succeed({ parts, frame: frame.value, json, cellBits: first.cellBits })
}

/** Cells of parts are different ones. */
function takeCells(folder: string, out: string, isMove: boolean): void {
  const from = path.join(folder, 'cells')
  const to = path.join(out, 'cells')
  if (!existsSync(from)) return
  if (isMove && !existsSync(to)) {
    renameSync(from, to)
    return
  }
  for (const cell of readdirSync(from)) {
    mkdirSync(path.join(to, cell), { recursive: true })
    for (const file of readdirSync(path.join(from, cell)))
      takeFile(path.join(from, cell, file), path.join(to, cell, file))
  }
}

/** One file under two names, where the disk can do that. */
function takeFile(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}

function addReports(problems: ProblemTally, reports: readonly ItemReport[], index: number): void {
  let order = 0
  for (const report of reports)
    for (const problem of report.problems) problems.add({ index, order: order++, problem })
}

/** Entries of a list of the frame that were not left out. */
function soundItems(
  items: readonly unknown[],
  name: string,
  reports: readonly ItemReport[],
): readonly unknown[] {
  const refused = new Set(
    reports.flatMap(({ path: at, problems }) => (problems.some(({ isLeftOut }) => isLeftOut) ? [at] : [])),
  )
  return items.filter((_, i) => !refused.has(`${name}[${i}]`))
}

function eventsOfRevision(revision: unknown): readonly string[] {
  if (typeof revision !== 'object' || revision === null || !('events' in revision)) return []
  const { events } = revision
  return Array.isArray(events) ? events.filter((name): name is string => typeof name === 'string') : []
}

interface Merged {
  readonly parts: readonly PartFile[]
  readonly frame: OpenFrame
  readonly json: FrameJson
  readonly cells: readonly CellEntry[]
  readonly found: FoundNames
  readonly problems: ProblemTally
  readonly facets: NonNullable<TileManifest['facets']>
  readonly reported: NonNullable<TileManifest['reported']> | null
  readonly out: string
}

function describeStory(merged: Merged): Result<TileManifest, string> {
  const { parts, frame, json, cells, found, problems, facets: facetTotals, reported, out } = merged
  const revisions = readRevisions(frame, found, problems)
  if (frame.head === null)
    return fail(
      frame.reports
        .flatMap((report) => report.problems.map(({ path: at, sentence }) => `${at}: ${sentence}`))
        .join('; '),
    )
  const eventCount = cells.reduce((sum, { counts }) => sum + eventsOf(counts), 0)
  if (eventCount === 0) return fail('All events had to be left out')
  const facts = closeTally(addTallies(parts.map((part) => part.facts)), frame.head.published)
  const names = parts.reduce((sum, part) => sum + part.nameCount, 0)
  return succeed({
    format: 1,
    tiles: TILES_VERSION,
    cellBits: parts[0]?.cellBits ?? 0,
    story: json.story as StoryHeadFile,
    eventCount,
    undatedCount: facts.kindCounts.undated,
    leftOutCount: parts.reduce((sum, part) => sum + part.leftOutCount, 0),
    facts,
    actorCount: frame.actors.size,
    sources: writeSources(soundItems(json.sources, 'sources', frame.reports) as readonly SourceFile[], out),
    facets: facetTotals,
    ...(reported === null ? {} : { reported }),
    revisions,
    names: { count: names, partitionBits: partitionBits(names) },
    problems: { count: problems.count, listed: problems.list().map(({ problem }) => problem) },
  })
}

function readRevisions(
  { revisions }: OpenFrame,
  { known, leftOut }: FoundNames,
  problems: ProblemTally,
): readonly RevisionFile[] {
  const directory = {
    known: { get: (name: string) => (known.has(name) ? (name as EventId) : undefined) },
    leftOut,
  }
  return revisions.flatMap((revision, i) => {
    const report = openReport(`revisions[${i}]`)
    const parsed = parseRevision(revision, directory, report, explainer)
    addReports(problems, [report], AFTER_EVENTS + 1 + i)
    if (parsed === null) return []
    const { date, summary, reason, events } = parsed
    return [{ date: date.edtf, summary, ...(reason === null ? {} : { reason }), events: [...events] }]
  })
}

function writeSources(items: readonly SourceFile[], out: string): TileManifest['sources'] {
  if (items.length <= INLINE_SOURCES) return { kind: 'inline', items }
  // Some 64 in each file.
  const bits = Math.max(0, Math.ceil(Math.log2(items.length / 64)))
  const partitions: SourceFile[][] = Array.from({ length: 2 ** bits }, () => [])
  for (const item of items) partitions[partitionOf(hashName(item.id), bits)]?.push(item)
  mkdirSync(path.join(out, 'sources'), { recursive: true })
  partitions.forEach((partition, i) =>
    writeFileSync(path.join(out, sourcePath(i)), JSON.stringify(partition)),
  )
  return { kind: 'files', count: items.length, partitionBits: bits }
}
