/** What of an order of events is told only when all of them have their places? Facets, spans, counts and lanes, sorted. */
import path from 'node:path'
import { records } from '../core/story/storyFile.ts'
import { ByteWriter } from '../core/tiles/byteWriter.ts'
import type { Address } from '../core/tiles/cell.ts'
import { SPEAKS } from '../core/tiles/postings.ts'
import { BIN_BITS, eachCounted, LAST_LEVEL } from '../core/tiles/pyramid.ts'
import { crossingOf, sideOf } from '../core/tiles/reach.ts'
import { bandOf, nodesOfCrossing } from '../core/tiles/spanTree.ts'
import type { TileRow } from '../core/tiles/tileColumns.ts'
import { writeRow, type EventRecord } from './eventRecord.ts'
import { ExternalSorter } from './externalSort.ts'
import type { OrderRunName } from './partPaths.ts'
import { facetKey, hasBriefs, PAIR, type PostedFacet } from './postedFacets.ts'
import type { RunRecord } from './runReader.ts'

/** The run of the facets, with the briefs of many events, sorts in more memory than the others. */
const SORT_BYTES = 24 << 20
const FACET_SORT_BYTES = 104 << 20
/** Counts kept until they are written; most fall into the bins of midnights. */
const KEPT_COUNTS = 200_000
/** Bins of the finest level. */
export const FINEST_BIN_MS = 2 ** (LAST_LEVEL - BIN_BITS)

/** What an event tells of itself in any order. */
export type OrderedEvent = Pick<EventRecord, 'row' | 'actors' | 'speakers' | 'sources' | 'records' | 'brief'>

export class OrderRuns {
  readonly #cellBits: number
  readonly #sorters: Readonly<Record<OrderRunName, ExternalSorter>>
  readonly #writer = new ByteWriter()
  /** Of bin · 8 + series. */
  #counts = new Map<number, number>()

  /** @param folder for what is sorted meanwhile */
  constructor(folder: string, cellBits: number) {
    this.#cellBits = cellBits
    const open = (run: OrderRunName, maxBytes: number, payloadBytes: number): ExternalSorter =>
      new ExternalSorter(path.join(folder, `${run}.unsorted`), maxBytes, payloadBytes)
    this.#sorters = {
      facets: open('facets', FACET_SORT_BYTES, 100),
      spans: open('spans', SORT_BYTES, 24),
      counts: open('counts', SORT_BYTES, 2),
      lanes: open('lanes', SORT_BYTES, 24),
    }
  }

  add(event: OrderedEvent, address: Address): void {
    this.#addPostings(event, address)
    this.#addSpans(event.row, address)
    this.#addToLanes(event, address)
    eachCounted(event.row, (series, timeMs) => this.#count(series, timeMs))
  }

  /** Records of a run in order, as often as wanted; nothing can be added any more. Each holds until the next. */
  sorted(run: OrderRunName): Generator<RunRecord, void, undefined> {
    if (run === 'counts') this.#flushCounts()
    return this.#sorters[run].sorted()
  }

  /** Writes a run to a file of its own. */
  writeRun(run: OrderRunName, file: string): void {
    if (run === 'counts') this.#flushCounts()
    this.#sorters[run].writeRun(file)
  }

  remove(): void {
    for (const sorter of Object.values(this.#sorters)) sorter.remove()
  }

  /** Row, marks, and in facets of rare values the brief. */
  #addPostings(
    { row, actors, speakers, sources, records: recordBits, brief }: OrderedEvent,
    address: Address,
  ): void {
    const add = (facet: PostedFacet, value: number, marks: number): void => {
      this.#writer.clear()
      writeRow(row, this.#writer)
      this.#writer.byte(marks)
      if (hasBriefs(facet)) this.#writer.bytes(brief)
      const { cell, position } = address
      this.#sorters.facets.add(facetKey(facet, value), cell, position, this.#writer.written())
    }
    for (const actor of actors) add('actor', actor, recordBits | (speakers.includes(actor) ? SPEAKS : 0))
    for (const source of sources) add('source', source, recordBits)
    add('standing', row.standing, recordBits)
    for (let record = 0; record < records.length; record++)
      if ((recordBits & (1 << record)) !== 0) add('record', record, recordBits)
    const side = sideOf(row)
    if (side !== null) add('reach', side, 0)
  }

  #addSpans(row: TileRow, { cell, position }: Address): void {
    const crossing = crossingOf(row, this.#cellBits)
    if (crossing === null) return
    this.#writer.clear()
    // Highest byte first, so that records of one node and cell sort by position.
    for (let shift = 24; shift >= 0; shift -= 8) this.#writer.byte((position >>> shift) & 0xff)
    writeRow(row, this.#writer)
    for (const node of nodesOfCrossing(crossing, this.#cellBits)) {
      const band = bandOf(node)
      const bandKey = band.band * PAIR + band.node
      this.#sorters.spans.add(bandKey, node.level * PAIR + node.node, cell, this.#writer.written())
    }
  }

  /** Row and actors, in the order of rows. */
  #addToLanes({ row, actors }: OrderedEvent, { cell, position }: Address): void {
    this.#writer.clear()
    writeRow(row, this.#writer)
    for (const actor of actors) this.#writer.varint(actor)
    this.#sorters.lanes.add(cell, position, 0, this.#writer.written())
  }

  #count(series: number, timeMs: number): void {
    const bin = Math.floor(timeMs / FINEST_BIN_MS)
    if (bin === -Infinity) {
      this.#addCount(bin, series, 1)
      return
    }
    const key = bin * 8 + series
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
    if (this.#counts.size >= KEPT_COUNTS) this.#flushCounts()
  }

  #flushCounts(): void {
    for (const [key, count] of this.#counts)
      this.#addCount(Math.floor(key / 8), key - 8 * Math.floor(key / 8), count)
    this.#counts = new Map()
  }

  #addCount(bin: number, series: number, count: number): void {
    this.#writer.clear()
    this.#writer.varint(count)
    this.#sorters.counts.add(bin, series, 0, this.#writer.written())
  }
}
