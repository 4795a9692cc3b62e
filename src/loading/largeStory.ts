/**
 * How is a story read that is too large to be a heap of objects? In pieces, as they arrive, each event for itself:
 *
 *   bytes ─ splitter ─ JSON of one event ─ the same reader as for small files ─ columns; its words; where it stands
 *
 * The bytes themselves go to a Blob, which the browser keeps outside the heap and, where it likes, on the disk. Knows
 * nothing of workers, so that it can be tested without one.
 */
import type { EventId } from '../core/base/brand.ts'
import { GrowingBytes } from '../core/base/growingBytes.ts'
import { GrowingColumn } from '../core/base/growingColumn.ts'
import type { Result } from '../core/base/result.ts'
import { fail, succeed } from '../core/base/result.ts'
import { idOfBrief, writeBrief } from '../core/indexing/briefColumn.ts'
import { actorsOf, searchedText } from '../core/indexing/buildIndex.ts'
import { IndexBuilder } from '../core/indexing/indexBuilder.ts'
import { NameTableBuilder } from '../core/indexing/nameTable.ts'
import { openWordIndex, type WordIndex } from '../core/indexing/wordIndex.ts'
import { StoryFactsBuilder } from '../core/marks/storyFacts.ts'
import { eventOfHolder } from '../core/story/eventIds.ts'
import type { EventReader } from '../core/story/eventReader.ts'
import { openEventReader } from '../core/story/eventReader.ts'
import type { EventDirectory } from '../core/story/parseRelations.ts'
import { resolveRelations } from '../core/story/parseRelations.ts'
import { noteProblem, type ItemReport } from '../core/story/problem.ts'
import { finishStory, openStoryFrame, type OpenFrame } from '../core/story/readFrame.ts'
import { findCircles } from '../core/story/relationCircles.ts'
import { openStorySplitter, type SplitFault } from '../core/story/splitStory.ts'
import { MAX_EVENTS } from '../core/story/storyLimits.ts'
import type { Relation } from '../core/story/story.ts'
import { relationKinds, type EventFile } from '../core/story/storyFile.ts'
import { orderUndated } from '../core/story/undatedOrder.ts'
import type { LoadFault } from './loadError.ts'
import type { RelationColumns, StoryColumns } from './workerMessages.ts'

/** Bytes gathered before they become a Blob, so that there are hundreds of them and not tens of thousands. */
const BLOB_BYTES = 8 * 1024 * 1024

/** What stays where the file was read. */
export interface LargeStory {
  readonly columns: StoryColumns
  readonly words: WordIndex
  /** JSON of the event in a row. */
  readonly readText: (row: number) => Promise<string>
}

interface KeptEvent {
  /** Among the events that were not left out, in the order of the file, from 0. */
  readonly number: number
  /** Among all entries of the file. */
  readonly index: number
}

export class LargeStoryReader {
  readonly #decoder = new TextDecoder()
  readonly #onProgress: (eventsRead: number, eventsFound: number) => void
  readonly #ranges: number[] = []
  readonly #splitter = openStorySplitter({
    maxEvents: MAX_EVENTS,
    onEvent: (startByte, endByte) => this.#ranges.push(startByte, endByte),
  })
  /** Bytes that may belong to an event that is not told yet, and the file offset of the first of them. */
  #tail: Uint8Array<ArrayBuffer> = new Uint8Array(0)
  #tailOffset = 0
  readonly #file = new FileKeeper()
  #events: EventColumns | null = null
  #fault: LoadFault | null = null
  /** Ranges that could not be read yet, since actors or sources come later in the file. */
  #isLate = false

  /** @param onProgress called after each piece in which events were read */
  constructor(onProgress: (eventsRead: number, eventsFound: number) => void) {
    this.#onProgress = onProgress
  }

  /** The next bytes of the file. false: a fault was found, nothing that may follow can mend it. */
  push(bytes: Uint8Array<ArrayBuffer>): boolean {
    if (this.#fault !== null) return false
    this.#splitter.push(bytes)
    this.#file.push(bytes)
    if (this.#splitter.fault !== null) {
      this.#fault = faultOf(this.#splitter.fault)
      return false
    }
    this.#tail = join(this.#tail, bytes)
    if (this.#events === null && !this.#isLate) this.#openEarly()
    if (this.#events !== null) {
      this.#fault = readRanges(this.#events, this.#ranges, this.#tail, this.#tailOffset, this.#decoder)
      this.#ranges.length = 0
      this.#onProgress(this.#events.count, this.#splitter.eventsFound)
    }
    const from = this.#splitter.neededFromByte - this.#tailOffset
    if (from > 0) {
      this.#tail = this.#tail.slice(from)
      this.#tailOffset += from
    }
    return this.#fault === null
  }

  /** After the last piece. */
  async end(): Promise<Result<LargeStory, LoadFault>> {
    if (this.#fault !== null) return fail(this.#fault)
    const split = this.#splitter.end()
    if (!split.ok) return fail(faultOf(split.problem))
    const { frameBytes, eventCount, firstEvent, starts, ends, hasLateFields } = split.value
    const json = parseJson(this.#decoder.decode(frameBytes))
    if (!json.ok) return json
    const opened = openStoryFrame(json.value, eventCount)
    if (!opened.ok) return fail({ kind: 'story', problems: opened.problem })
    if (this.#events === null || hasLateFields || firstEvent > 0) {
      // Rare: the events came before what they refer to, or there are two lists of them.
      this.#events = new EventColumns(opened.value)
      const fault = await this.#readAgain(this.#events, starts, ends, firstEvent)
      if (fault !== null) return fail(fault)
    }
    return this.#events.close(opened.value, this.#file)
  }

  /** As soon as the file has told its actors and sources, its events are read while they come. */
  #openEarly(): void {
    const frameBytes = this.#splitter.frameSoFar()
    if (frameBytes === null) return
    const json = parseJson(this.#decoder.decode(frameBytes))
    const opened = json.ok ? openStoryFrame(json.value, null) : null
    if (opened?.ok === true) this.#events = new EventColumns(opened.value)
    else this.#isLate = true
  }

  async #readAgain(
    events: EventColumns,
    starts: Float64Array,
    ends: Float64Array,
    firstEvent: number,
  ): Promise<LoadFault | null> {
    for (let from = 0; from < starts.length;) {
      const startByte = starts[from] ?? 0
      const ranges: number[] = []
      let to = from
      // Lists that a later one overrides show nothing, but must be JSON.
      const isShown = from >= firstEvent
      const limit = isShown ? starts.length : firstEvent
      for (; to < limit && (to === from || (ends[to] ?? 0) - startByte < BLOB_BYTES); to++)
        ranges.push(starts[to] ?? 0, ends[to] ?? 0)
      const bytes = await this.#file.read(startByte, ends[to - 1] ?? 0)
      const fault = readRanges(isShown ? events : null, ranges, bytes, startByte, this.#decoder)
      if (fault !== null) return fault
      this.#onProgress(events.count, starts.length)
      from = to
    }
    return null
  }
}

/** Reads the ranges as one list: one call of the engine's parser for thousands of events. */
function readRanges(
  events: EventColumns | null,
  ranges: readonly number[],
  bytes: Uint8Array,
  offset: number,
  decoder: TextDecoder,
): LoadFault | null {
  if (ranges.length === 0) return null
  const first = ranges[0] ?? 0
  const last = ranges[ranges.length - 1] ?? 0
  // Between events stand only commas and white space: the splitter lets nothing else pass.
  const list = parseJson(`[${decoder.decode(bytes.subarray(first - offset, last - offset))}]`)
  if (!list.ok) return list.problem
  const values = list.value as readonly unknown[]
  values.forEach((json, i) => events?.add(json, ranges[2 * i] ?? 0, ranges[2 * i + 1] ?? 0))
  return null
}

/** Where the bytes of the file are kept. */
class FileKeeper {
  #pending: Uint8Array<ArrayBuffer>[] = []
  #pendingBytes = 0
  readonly #blobs: Blob[] = []
  readonly #offsets: number[] = [0]

  push(bytes: Uint8Array<ArrayBuffer>): void {
    this.#pending.push(bytes)
    this.#pendingBytes += bytes.length
    if (this.#pendingBytes >= BLOB_BYTES) this.#flush()
  }

  async read(startByte: number, endByte: number): Promise<Uint8Array<ArrayBuffer>> {
    this.#flush()
    const parts: Blob[] = []
    this.#blobs.forEach((blob, i) => {
      const offset = this.#offsets[i] ?? 0
      if (offset < endByte && offset + blob.size > startByte)
        parts.push(blob.slice(Math.max(0, startByte - offset), endByte - offset))
    })
    return new Uint8Array(await new Blob(parts).arrayBuffer())
  }

  #flush(): void {
    if (this.#pendingBytes === 0) return
    this.#blobs.push(new Blob(this.#pending))
    this.#offsets.push((this.#offsets[this.#offsets.length - 1] ?? 0) + this.#pendingBytes)
    this.#pending = []
    this.#pendingBytes = 0
  }
}

/** The columns while they grow. */
class EventColumns {
  readonly #reader: EventReader
  readonly #names = new NameTableBuilder()
  readonly #index: IndexBuilder
  readonly #facts = new StoryFactsBuilder()
  readonly #words = openWordIndex()
  readonly #briefs: GrowingBytes
  readonly #briefStarts = new GrowingColumn((length) => new Uint32Array(length))
  readonly #fileStarts = new GrowingColumn((length) => new Float64Array(length))
  readonly #fileEnds = new GrowingColumn((length) => new Float64Array(length))
  /** [events read] place in the file. */
  readonly #fileIndex = new GrowingColumn((length) => new Uint32Array(length))
  readonly #actorNumber: ReadonlyMap<string, number>
  readonly #undated: KeptEvent[] = []
  readonly #related: (KeptEvent & { readonly written: EventFile['relations'] })[] = []
  readonly #decoder = new TextDecoder()
  #entries = 0

  constructor({ directories, actors }: OpenFrame) {
    const ids = [...actors.keys()]
    this.#actorNumber = new Map(ids.map((id, i) => [id, i]))
    this.#index = new IndexBuilder(ids)
    this.#reader = openEventReader(directories, this.#names)
    const encoder = new TextEncoder()
    this.#briefs = new GrowingBytes((text, target) => encoder.encodeInto(text, target))
  }

  /** Entries of the file seen so far. */
  get count(): number {
    return this.#entries
  }

  add(json: unknown, startByte: number, endByte: number): void {
    const index = this.#entries++
    const read = this.#reader.read(json, index)
    if (read === null) return
    const { event, file } = read
    const number = this.#index.length
    this.#index.add(event.when?.date ?? null, actorsOf(event))
    this.#facts.add(event)
    this.#words.add(searchedText(event))
    this.#briefStarts.push(this.#briefs.length)
    this.#briefs.push(writeBrief(event, this.#actorNumber))
    this.#fileStarts.push(startByte)
    this.#fileEnds.push(endByte)
    this.#fileIndex.push(index)
    const { relations: written } = file
    if (event.when === null) this.#undated.push({ number, index })
    if (written !== undefined && written.length > 0) this.#related.push({ number, index, written })
  }

  close(frame: OpenFrame, file: FileKeeper): Result<LargeStory, LoadFault> {
    const undated = this.#orderUndated()
    const order = this.#index.readingOrder(undated)
    const rowOf = new Int32Array(this.#entries).fill(-1)
    const rowOfNumber = new Uint32Array(order.length)
    order.forEach((number, row) => {
      rowOf[this.#fileIndex.at(number) ?? 0] = row
      rowOfNumber[number] = row
    })
    const finished = finishStory(frame, this.#directory(), this.#reader.reports.list(), order.length)
    if (!finished.ok) return fail({ kind: 'story', problems: finished.problem })
    const starts = permute(this.#fileStarts.close(), order)
    const ends = permute(this.#fileEnds.close(), order)
    return succeed({
      columns: {
        frame: finished.value.frame,
        problems: finished.value.problems,
        facts: this.#facts.close(finished.value.frame.published),
        index: this.#index.close(order),
        briefs: this.#closeBriefs(order),
        relations: this.#closeRelations(rowOfNumber),
        names: this.#names.close(rowOf),
      },
      words: this.#words.close(rowOfNumber),
      readText: async (row) => new TextDecoder().decode(await file.read(starts[row] ?? 0, ends[row] ?? 0)),
    })
  }

  /** Numbers of the undated events in reading order; what is wrong with anybody's relations is noted. */
  #orderUndated(): readonly number[] {
    const directory = this.#directory()
    const { reports } = this.#reader
    const relationsOf = new Map<number, readonly Relation[]>()
    for (const { index, number, written } of this.#related) {
      const id = this.#idOf(number)
      const resolve = (report: ItemReport): readonly Relation[] =>
        resolveRelations(id, written, directory, report)
      relationsOf.set(number, reports.write(index, id, resolve))
    }
    const undated = this.#undated.map(({ number, index }) => ({
      ...{ number, index, id: this.#idOf(number) },
      relations: relationsOf.get(number) ?? [],
    }))
    const places = new Map(undated.map(({ id, index }) => [id, index]))
    for (const { id, sentence } of findCircles(undated)) {
      const index = places.get(id)
      if (index !== undefined)
        reports.write(index, id, (report) => noteProblem(report, 'relations', sentence))
    }
    return orderUndated(undated).events.map(({ number }) => number)
  }

  #directory(): EventDirectory {
    return {
      known: {
        get: (name) => {
          const number = this.#numberNamed(name)
          return number === null ? undefined : this.#idOf(number)
        },
      },
      leftOut: this.#reader.leftOut,
    }
  }

  /** The event of this id or former id, if it was not left out. */
  #numberNamed(name: string): number | null {
    const holder = this.#names.get(name)
    const index = holder === undefined ? null : eventOfHolder(holder)
    if (index === null) return null
    let low = 0
    let high = this.#fileIndex.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#fileIndex.at(middle) ?? 0) < index) low = middle + 1
      else high = middle
    }
    return this.#fileIndex.at(low) === index ? low : null
  }

  #idOf(number: number): EventId {
    const start = this.#briefStarts.at(number) ?? 0
    const end = this.#briefStarts.at(number + 1) ?? this.#briefs.length
    return idOfBrief(this.#decoder.decode(this.#briefs.subarray(start, end)))
  }

  #closeBriefs(order: Uint32Array): StoryColumns['briefs'] {
    const bytes = this.#briefs.close()
    const all = this.#briefStarts.close()
    const starts = permute(all, order)
    const lengths = starts.slice()
    order.forEach((number, row) => (lengths[row] = (all[number + 1] ?? bytes.length) - (all[number] ?? 0)))
    return { bytes, starts, lengths }
  }

  #closeRelations(rowOfNumber: Uint32Array): RelationColumns {
    const found = this.#related.flatMap(({ number, written }) =>
      (written ?? []).flatMap(({ is, to: name }) => {
        const other = this.#numberNamed(name)
        if (other === null || other === number) return []
        return [
          { from: rowOfNumber[number] ?? 0, to: rowOfNumber[other] ?? 0, kind: relationKinds.indexOf(is) },
        ]
      }),
    )
    found.sort((a, b) => a.from - b.from)
    return {
      from: Uint32Array.from(found, ({ from }) => from),
      to: Uint32Array.from(found, ({ to }) => to),
      kind: Uint8Array.from(found, ({ kind }) => kind),
    }
  }
}

function permute<Column extends Uint32Array | Float64Array>(column: Column, order: Uint32Array): Column {
  const permuted = column.slice() as Column
  for (let row = 0; row < order.length; row++) permuted[row] = column[order[row] ?? 0] ?? NaN
  return permuted
}

function join(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (a.length === 0) return b
  const joined = new Uint8Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}

function parseJson(text: string): Result<unknown, LoadFault> {
  try {
    return succeed(JSON.parse(text) as unknown)
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    return fail({ kind: 'json', isCut: false, sentence })
  }
}

function faultOf(fault: SplitFault): LoadFault {
  if (fault.kind === 'json') return { kind: 'json', isCut: fault.isCut, sentence: fault.sentence }
  const sentence = `has more than ${fault.limit.toLocaleString('en')} entries, the most that one file may hold; larger stories come in tiles`
  return { kind: 'story', problems: [{ path: 'events', sentence, eventId: null, isLeftOut: true }] }
}
