/**
 * From what is known of each batch to what is known of the story: columns in file order, then in reading order;
 * relations between events of any two batches; every problem in its place.
 */
import { countUpTo } from '../core/base/bisect.ts'
import type { EventId } from '../core/base/brand.ts'
import type { Result } from '../core/base/result.ts'
import { fail, succeed } from '../core/base/result.ts'
import { sortAlike } from '../core/base/sortAlike.ts'
import { sortNumbers } from '../core/base/sortNumbers.ts'
import { sortSpread } from '../core/base/sortSpread.ts'
import type { BriefStretches } from '../core/indexing/briefColumn.ts'
import { closeIndex, readingOrder, type SortRows } from '../core/indexing/closeIndex.ts'
import { DATE_KIND } from '../core/indexing/eventIndex.ts'
import { facetDirectory } from '../core/indexing/facetValues.ts'
import { joinColumns } from '../core/indexing/indexColumns.ts'
import { holderOf } from '../core/indexing/nameClaims.ts'
import { hashName, type NameHash } from '../core/indexing/nameHash.ts'
import type { NameTable } from '../core/indexing/nameTable.ts'
import { rankLanes } from '../core/indexing/showManyLanes.ts'
import { mergeFacts } from '../core/marks/mergeFacts.ts'
import { closeFacts } from '../core/marks/storyFacts.ts'
import { eventOfHolder } from '../core/story/eventIds.ts'
import { openEventReports, type EventReports } from '../core/story/eventReports.ts'
import type { EventDirectory } from '../core/story/parseRelations.ts'
import { resolveRelations } from '../core/story/parseRelations.ts'
import { noteProblem } from '../core/story/problem.ts'
import { finishStory, type OpenFrame } from '../core/story/readFrame.ts'
import { findCircles } from '../core/story/relationCircles.ts'
import type { Relation } from '../core/story/story.ts'
import { relationKinds } from '../core/story/storyFile.ts'
import { orderUndated } from '../core/story/undatedOrder.ts'
import type { BatchRows, NamedBatch, WrittenRelations } from './eventBatch.ts'
import type { LoadFault } from './loadError.ts'
import type { RelationColumns, StoryColumns } from './workerMessages.ts'

export interface JoinedStory {
  readonly columns: StoryColumns
  /** [rows] place of each event in the file. */
  readonly indexOfRow: Uint32Array
  /** Rows of each batch's kept events. */
  readonly rows: readonly BatchRows[]
}

/**
 * @param batches all of them, in file order; used up
 * @param names of all batches; used up
 */
export function joinBatches(
  frame: OpenFrame,
  batches: readonly NamedBatch[],
  names: NameTable,
): Result<JoinedStory, LoadFault> {
  return new Joining(frame, batches, names).join()
}

/** An event is known by its number: kept events, counted in file order. */
class Joining {
  readonly #frame: OpenFrame
  readonly #batches: readonly NamedBatch[]
  readonly #names: NameTable
  readonly #reports: EventReports
  /** [batches] number of its first kept event. */
  readonly #firstNumbers: Uint32Array
  /** [numbers] place in the file. */
  readonly #indexes: Uint32Array
  /** [entries of the file] number, or -1. */
  readonly #numbers: Int32Array
  readonly #directory: EventDirectory

  constructor(frame: OpenFrame, batches: readonly NamedBatch[], names: NameTable) {
    this.#frame = frame
    this.#batches = batches
    this.#names = names
    this.#reports = gatherReports(batches)
    this.#firstNumbers = startsOf(batches.map(({ kept }) => kept.length))
    const last = batches.at(-1)
    this.#indexes = new Uint32Array(this.#firstNumbers[batches.length] ?? 0)
    this.#numbers = new Int32Array(last === undefined ? 0 : last.firstIndex + last.entryCount).fill(-1)
    let number = 0
    for (const { kept, firstIndex } of batches) {
      for (const entry of kept) {
        this.#indexes[number] = firstIndex + entry
        this.#numbers[firstIndex + entry] = number++
      }
    }
    const leftOut = new Set(batches.flatMap((batch) => batch.leftOut))
    this.#directory = { known: { get: (name) => this.#idNamed(name) }, leftOut }
  }

  join(): Result<JoinedStory, LoadFault> {
    const columns = joinColumns(this.#batches.map(({ index }) => index))
    const undated: number[] = []
    for (let i = 0; i < columns.dateKind.length; i++)
      if (columns.dateKind[i] === DATE_KIND.undated) undated.push(i)
    const order = readingOrder(
      columns,
      this.#orderUndated(undated, this.#checkRelations(columns.dateKind)),
      sortMany,
    )
    const finished = finishStory(this.#frame, this.#directory, this.#reports.list(), order.length)
    if (!finished.ok) return fail({ kind: 'story', problems: finished.problem })
    const rowOf = new Uint32Array(order.length)
    for (let row = 0; row < order.length; row++) rowOf[order[row] ?? 0] = row
    const relations = this.#closeRelations(rowOf)
    const { frame, problems } = finished.value
    const index = closeIndex(columns, facetDirectory(this.#frame), order, sortMany)
    return succeed({
      columns: {
        frame,
        problems,
        relations,
        facts: closeFacts(mergeFacts(this.#batches.map(({ facts }) => facts)), frame.published),
        index: { ...index, ranks: rankLanes(index) },
        briefs: this.#closeBriefs(order),
        names: this.#names.close(this.#numbers.map((number) => (number < 0 ? -1 : (rowOf[number] ?? -1)))),
      },
      indexOfRow: order.map((number) => this.#indexes[number] ?? 0),
      rows: this.#batches.map(({ number }, i) => ({
        number,
        rows: rowOf.slice(this.#firstNumbers[i], this.#firstNumbers[i + 1]),
      })),
    })
  }

  /**
   * Notes what is wrong with anybody's relations. Those of dated events are looked at by their hashes, since nearly
   * all are sound; those of the undated are returned, by number.
   */
  #checkRelations(dateKind: Uint8Array): ReadonlyMap<number, readonly Relation[]> {
    const found = new Map<number, readonly Relation[]>()
    this.#batches.forEach(({ relations }, i) => {
      let names: readonly string[] | null = null
      for (let from = 0, to = 0; from < relations.from.length; from = to) {
        const number = (this.#firstNumbers[i] ?? 0) + (relations.from[from] ?? 0)
        let isSound = dateKind[number] !== DATE_KIND.undated
        for (; to < relations.from.length && relations.from[to] === relations.from[from]; to++) {
          const other = this.#numberOf(hashIn(relations, to))
          if (other === null || other === number) isSound = false
        }
        if (isSound) continue
        names ??= namesIn(relations)
        const written = Array.from({ length: to - from }, (_, j) => ({
          is: relationKinds[relations.kinds[from + j] ?? 0] ?? 'before',
          to: names?.[from + j] ?? '',
        }))
        const id = this.#idOf(number)
        const resolved = this.#reports.write(this.#indexes[number] ?? 0, id, (report) =>
          resolveRelations(id, written, this.#directory, report),
        )
        if (dateKind[number] === DATE_KIND.undated) found.set(number, resolved)
      }
    })
    return found
  }

  /** Numbers of the undated events in reading order; circles among them are noted. */
  #orderUndated(
    undated: readonly number[],
    relationsOf: ReadonlyMap<number, readonly Relation[]>,
  ): readonly number[] {
    if (relationsOf.size === 0) return undated
    const events = undated.map((number) => ({
      number,
      id: this.#idOf(number),
      relations: relationsOf.get(number) ?? [],
    }))
    const places = new Map(events.map(({ id, number }) => [id, this.#indexes[number] ?? 0]))
    for (const { id, sentence } of findCircles(events)) {
      const index = places.get(id)
      if (index === undefined) continue
      this.#reports.write(index, id, (report) => noteProblem(report, 'relations', sentence))
    }
    return orderUndated(events).events.map(({ number }) => number)
  }

  #closeRelations(rowOf: Uint32Array): RelationColumns {
    const count = this.#batches.reduce((sum, { relations }) => sum + relations.from.length, 0)
    const [from, to, kinds] = [new Uint32Array(count), new Uint32Array(count), new Uint8Array(count)]
    let length = 0
    this.#batches.forEach(({ relations }, i) => {
      relations.from.forEach((inBatch, j) => {
        const number = (this.#firstNumbers[i] ?? 0) + inBatch
        const other = this.#numberOf(hashIn(relations, j))
        if (other === null || other === number) return
        from[length] = rowOf[number] ?? 0
        to[length] = rowOf[other] ?? 0
        kinds[length++] = relations.kinds[j] ?? 0
      })
    })
    const order = new Uint32Array(length).map((_, i) => i)
    sortNumbers(order, (a, b) => (from[a] ?? 0) - (from[b] ?? 0))
    return {
      from: order.map((i) => from[i] ?? 0),
      to: order.map((i) => to[i] ?? 0),
      kind: Uint8Array.from(order, (i) => kinds[i] ?? 0),
    }
  }

  #closeBriefs(order: Uint32Array): BriefStretches {
    const stretchStarts = startsOf(this.#batches.map(({ briefs }) => briefs.bytes.length))
    const starts = new Uint32Array(order.length)
    const lengths = new Uint32Array(order.length)
    const rowOf = new Uint32Array(order.length)
    for (let row = 0; row < order.length; row++) rowOf[order[row] ?? 0] = row
    this.#batches.forEach(({ briefs }, i) => {
      const firstNumber = this.#firstNumbers[i] ?? 0
      for (let j = 0; j + 1 < briefs.starts.length; j++) {
        const row = rowOf[firstNumber + j] ?? 0
        const start = briefs.starts[j] ?? 0
        starts[row] = (stretchStarts[i] ?? 0) + start
        lengths[row] = (briefs.starts[j + 1] ?? 0) - start
      }
    })
    return {
      starts,
      lengths,
      stretches: this.#batches.map(({ briefs }) => briefs.bytes),
      stretchStarts: stretchStarts.subarray(0, this.#batches.length),
    }
  }

  #idNamed(name: string): EventId | undefined {
    const number = this.#numberOf(hashName(name))
    return number === null ? undefined : this.#idOf(number)
  }

  /** The event of this id or former id, if it was not left out. */
  #numberOf(name: NameHash): number | null {
    const holder = this.#names.holderOf(name)
    const index = holder === null ? null : eventOfHolder(holderOf(holder))
    const number = index === null ? -1 : (this.#numbers[index] ?? -1)
    return number < 0 ? null : number
  }

  #idOf(number: number): EventId {
    const at = countUpTo(this.#firstNumbers, number) - 1
    const briefs = this.#batches[at]?.briefs
    const start = briefs?.starts[number - (this.#firstNumbers[at] ?? 0)] ?? 0
    // A brief begins with the id in quotes; ids are ASCII and have none.
    const from = start + '["'.length
    const to = briefs?.bytes.indexOf('"'.charCodeAt(0), from) ?? from
    return String.fromCharCode(...(briefs?.bytes.subarray(from, to) ?? [])) as EventId
  }
}

const sortMany: SortRows = (numbers, keys, compare) => {
  const [key, ...others] = keys
  if (key !== undefined && others.length === 0) sortSpread(numbers, key, compare)
  else sortAlike(numbers, keys, compare)
}

function gatherReports(batches: readonly NamedBatch[]): EventReports {
  const reports = openEventReports()
  for (const batch of batches) {
    for (const { path, eventId, problems } of batch.reports) {
      const index = Number(/\d+/.exec(path)?.[0])
      reports.write(index, eventId, (report) => {
        for (const problem of problems) report.problems.push(problem)
      })
    }
  }
  return reports
}

/** In their order, and a last one of no letters. */
function namesIn({ names }: WrittenRelations): readonly string[] {
  return new TextDecoder().decode(names).split('\n')
}

function hashIn({ places, checks }: WrittenRelations, i: number): NameHash {
  return { place: places[i] ?? 0, check: checks[i] ?? 0 }
}

/** [n + 1] where each begins, when they stand one after the other. */
function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  lengths.forEach((length, i) => (starts[i + 1] = (starts[i] ?? 0) + length))
  return starts
}
