/**
 * How does a share of a story become a part? Entries are read and sorted by cell, anchor, end and id; then cells are
 * written one after the other:
 *
 *   entries ─ reader ─ records ─ sort ─┬─ cells/…
 *                └─ names ─ sort ─ who is left out   └─ runs, sorted, for the merge
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { facetDirectory, valuesOf } from '../core/indexing/facetValues.ts'
import { numberValues } from '../core/indexing/valueNumbers.ts'
import { reportDateOf } from '../core/story/clockedBrief.ts'
import { explainer } from '../core/story/explainItem.ts'
import type { FacetKind } from '../core/story/facetKinds.ts'
import { openEventReader, type ReadEvent } from '../core/story/eventReader.ts'
import type { ItemReport } from '../core/story/problem.ts'
import type { OpenFrame } from '../core/story/readFrame.ts'
import { relationKinds } from '../core/story/storyFile.ts'
import { ByteWriter } from '../core/tiles/byteWriter.ts'
import { cellOfAnchor, UNDATED_CELL } from '../core/tiles/cell.ts'
import { writeCellDirectory } from '../core/tiles/cellDirectory.ts'
import { rowAnchorMs } from '../core/tiles/tileColumns.ts'
import { CELL_DIRECTORY_PATH } from '../core/tiles/tilePaths.ts'
import { CellWriter } from './cellWriter.ts'
import { ClaimedNames } from './claimedNames.ts'
import { readEventRecord, writeEventRecord } from './eventRecord.ts'
import { ExternalSorter } from './externalSort.ts'
import { emptyTally, factsOf, tallyEvent } from './factsTally.ts'
import type { PartFile } from './partFile.ts'
import { BUILDER_VERSION } from './partFile.ts'
import { FRAME_PATH, PART_PATH } from './partPaths.ts'
import { PartRuns } from './partRuns.ts'
import { ORDER, ProblemTally } from './problemTally.ts'
import { isFirstShare, isInShare, type Share } from './share.ts'
import type { EventSink } from './storyReading.ts'
import { UndatedRanks } from './undatedRanks.ts'
import { rowOf } from './rowOf.ts'
import { writeBrief } from './writeBrief.ts'

/** Events sort in so much memory. */
const SORT_BYTES = 96 << 20
const PAYLOAD_BYTES = 700
/** Entries whose problems are gathered at a time. */
const BATCH_ENTRIES = 1024

const LINE_BREAK = 0x0a

export interface PartOptions {
  readonly folder: string
  readonly cellBits: number
  readonly share: Share
  /** With the order of reports. */
  readonly hasReported: boolean
}

export class PartBuilder implements EventSink {
  readonly #options: PartOptions
  readonly #frame: OpenFrame
  readonly #numbersOf: Readonly<Record<FacetKind, ReadonlyMap<string, number>>>
  readonly #problems = new ProblemTally()
  readonly #claimed: ClaimedNames
  readonly #events: ExternalSorter
  readonly #undated: ExternalSorter
  readonly #ranks = new UndatedRanks()
  readonly #runs: PartRuns
  readonly #writer = new ByteWriter(1 << 16)
  #leftOut = 0

  /** Empties the folder. */
  constructor(options: PartOptions, frame: OpenFrame) {
    const { folder } = options
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    this.#options = options
    this.#frame = frame
    const values = facetDirectory(frame)
    this.#numbersOf = {
      actor: numberValues(values.actor),
      standing: numberValues(values.standing),
      record: numberValues(values.record),
      source: numberValues(values.source),
      speaker: numberValues(values.speaker),
    }
    this.#claimed = new ClaimedNames(path.join(folder, 'claims.unsorted'))
    this.#events = new ExternalSorter(path.join(folder, 'events.unsorted'), SORT_BYTES, PAYLOAD_BYTES)
    this.#undated = new ExternalSorter(path.join(folder, 'undated.unsorted'), 1 << 20, PAYLOAD_BYTES)
    this.#runs = new PartRuns(folder, options.cellBits, options.hasReported)
  }

  addBatch(entries: readonly unknown[], firstIndex: number, bytesOf: (i: number) => Uint8Array): void {
    for (let from = 0; from < entries.length; from += BATCH_ENTRIES) {
      const few = entries.slice(from, from + BATCH_ENTRIES)
      this.#addFew(few, firstIndex + from, (i) => bytesOf(from + i))
    }
  }

  discard(): void {
    this.#runs.close()
    this.#removeSorters()
    rmSync(this.#options.folder, { recursive: true, force: true })
  }

  /** Writes the part. @param json the frame as the file has it */
  close(json: unknown): void {
    const { folder, cellBits, share } = this.#options
    const isFirst = isFirstShare(share)
    this.#claimed.close((problem) => {
      if (isFirst) this.#problems.add(problem)
    })
    if (isFirst) this.#claimed.eachDroppedName((name) => this.#runs.addLeftOut(name))
    for (const { index, id, sentence } of this.#ranks.close(this.#claimed.isDropped)) {
      const problem = { path: `events[${index}].relations`, sentence, eventId: id, isLeftOut: false }
      this.#problems.add({ index, order: ORDER.circles, problem })
    }
    const tally = emptyTally()
    const cells = new CellWriter(folder, true)
    for (const { key0: cell, payload } of this.#sortedEvents()) {
      const record = readEventRecord(payload)
      tallyEvent(tally, record.row, record.facts)
      this.#runs.add(record, cells.add(cell, record))
    }
    writeFileSync(path.join(folder, CELL_DIRECTORY_PATH), writeCellDirectory(cells.close()))
    this.#runs.close()
    const part: PartFile = {
      part: BUILDER_VERSION,
      cellBits,
      share,
      leftOutCount: isFirst ? this.#leftOut + this.#claimed.droppedCount : 0,
      nameCount: this.#runs.nameCount,
      reportedCount: this.#runs.reportedCount,
      facts: tally,
      problems: { count: this.#problems.count, listed: this.#problems.list() },
    }
    this.#removeSorters()
    writeFileSync(path.join(folder, FRAME_PATH), JSON.stringify(json))
    writeFileSync(path.join(folder, PART_PATH), `${JSON.stringify(part, null, 1)}\n`)
  }

  #removeSorters(): void {
    this.#events.remove()
    this.#undated.remove()
    this.#claimed.remove()
  }

  #addFew(entries: readonly unknown[], firstIndex: number, bytesOf: (i: number) => Uint8Array): void {
    const isFirst = isFirstShare(this.#options.share)
    let names: string[] = []
    // A reader for a few entries, since it keeps what it says of each.
    const reader = openEventReader(this.#frame.directories, explainer, {
      get: () => undefined,
      set: (name, holder) => {
        names.push(name)
        this.#claimed.add(name, holder, names[0] ?? name)
      },
    })
    const kept = new Set<number>()
    entries.forEach((json, i) => {
      names = []
      const read = reader.read(json, firstIndex + i)
      if (read === null) {
        this.#leftOut++
        return
      }
      const text = (): Uint8Array => textOf(read, json, bytesOf(i))
      if (this.#addEvent(read, firstIndex + i, names, text)) kept.add(firstIndex + i)
    })
    if (isFirst) for (const name of reader.leftOut) this.#runs.addLeftOut(name)
    this.#addReports(reader.reports.list(), firstIndex, kept)
  }

  /** Of kept events, and, in the first share, of those that are left out. */
  #addReports(reports: readonly ItemReport[], firstIndex: number, kept: ReadonlySet<number>): void {
    const isFirst = isFirstShare(this.#options.share)
    for (const { path: place, problems } of reports) {
      const index = Number(/^events\[(\d+)\]$/.exec(place)?.[1] ?? firstIndex)
      const isRefused = problems.some(({ isLeftOut }) => isLeftOut)
      if (isRefused ? isFirst : kept.has(index))
        problems.forEach((problem, order) => this.#problems.add({ index, order, problem }))
    }
  }

  /** false: it stands in a cell of another share. */
  #addEvent(
    { event, file }: ReadEvent,
    index: number,
    names: readonly string[],
    text: () => Uint8Array,
  ): boolean {
    const { cellBits, share } = this.#options
    const row = rowOf(event.when?.date ?? null, event)
    const anchorMs = rowAnchorMs(row)
    const cell = cellOfAnchor(anchorMs, cellBits)
    if (!isInShare(cell, share)) return false
    const numbers = (kind: FacetKind): readonly number[] =>
      Array.from(valuesOf[kind](event), (value) => this.#numbersOf[kind].get(value) ?? 0)
    this.#writer.clear()
    writeEventRecord(
      {
        id: event.id,
        index,
        row,
        reportedRow: rowOf(reportDateOf(event), event),
        names,
        facts: factsOf(event),
        actors: numbers('actor'),
        speakers: numbers('speaker'),
        sources: numbers('source'),
        records: numbers('record').reduce((bits, number) => bits | (1 << number), 0),
        relations: (file.relations ?? []).map(({ is, to }) => ({ kind: relationKinds.indexOf(is), to })),
        brief: Buffer.from(writeBrief(event, this.#numbersOf.actor)),
        text: text(),
      },
      this.#writer,
    )
    if (cell !== UNDATED_CELL) this.#events.add(cell, anchorMs, row.endMs, this.#writer.written())
    else {
      this.#undated.add(index, 0, 0, this.#writer.written())
      this.#ranks.add(index, event, file.relations)
    }
    return true
  }

  /** Without those that are left out for their names; undated ones last, by rank. */
  *#sortedEvents(): Generator<{ readonly key0: number; readonly payload: Uint8Array }> {
    for (const record of this.#events.sorted()) if (!this.#isDropped(record.payload)) yield record
    const ranked = new ExternalSorter(
      path.join(this.#options.folder, 'ranked.unsorted'),
      1 << 20,
      PAYLOAD_BYTES,
    )
    for (const { key0: index, payload } of this.#undated.sorted())
      if (!this.#claimed.isDropped(index)) ranked.add(UNDATED_CELL, this.#ranks.rankOf(index), 0, payload)
    yield* ranked.sorted()
    ranked.remove()
  }

  #isDropped(payload: Uint8Array): boolean {
    return this.#claimed.droppedCount > 0 && this.#claimed.isDropped(readEventRecord(payload).index)
  }
}

/** The event on one line: as the file has it, where that is one line and clean. */
function textOf({ file }: ReadEvent, json: unknown, bytes: Uint8Array): Uint8Array {
  return file === json && !bytes.includes(LINE_BREAK) ? bytes : Buffer.from(JSON.stringify(file))
}
