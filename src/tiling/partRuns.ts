/** What becomes of the events of a part only when all parts are there? Sorted records of each, one run for each kind. */
import path from 'node:path'
import { hashName } from '../core/indexing/nameHash.ts'
import { records } from '../core/story/storyFile.ts'
import { ByteWriter } from '../core/tiles/byteWriter.ts'
import type { Address } from '../core/tiles/cell.ts'
import { eachCounted, LAST_LEVEL, BIN_BITS } from '../core/tiles/pyramid.ts'
import { SPEAKS } from '../core/tiles/postings.ts'
import { crossingOf, sideOf } from '../core/tiles/reach.ts'
import { bandOf, nodesOfCrossing } from '../core/tiles/spanTree.ts'
import type { TileRow } from '../core/tiles/tileColumns.ts'
import { facetKey, hasBriefs, PAIR, type PostedFacet } from './postedFacets.ts'
import { writeRow, type EventRecord } from './eventRecord.ts'
import { ExternalSorter } from './externalSort.ts'
import { runNames, runPath, type RunName } from './partPaths.ts'

/** Each run sorts in so much memory, that of the facets, with the briefs of many events, in more. */
const SORT_BYTES = 24 << 20
const FACET_SORT_BYTES = 104 << 20
/** Counts kept until they are written; most fall into the bins of midnights. */
const KEPT_COUNTS = 200_000
/** Bins of the finest level. */
export const FINEST_BIN_MS = 2 ** (LAST_LEVEL - BIN_BITS)

/** Bytes that a payload of each is expected to have. */
const payloadBytes: Readonly<Record<RunName, number>> = {
  names: 20,
  facets: 100,
  spans: 24,
  counts: 2,
  relations: 28,
  lanes: 24,
}

export class PartRuns {
  readonly #folder: string
  readonly #cellBits: number
  readonly #sorters: Readonly<Record<RunName, ExternalSorter>>
  readonly #writer = new ByteWriter()
  /** Of bin · 8 + series. */
  #counts = new Map<number, number>()
  #nameCount = 0

  /** @param folder of the part */
  constructor(folder: string, cellBits: number) {
    this.#folder = folder
    this.#cellBits = cellBits
    const open = (run: RunName): ExternalSorter =>
      new ExternalSorter(
        path.join(folder, `${run}.unsorted`),
        run === 'facets' ? FACET_SORT_BYTES : SORT_BYTES,
        payloadBytes[run],
      )
    this.#sorters = {
      names: open('names'),
      facets: open('facets'),
      spans: open('spans'),
      counts: open('counts'),
      relations: open('relations'),
      lanes: open('lanes'),
    }
  }

  /** Names added, those left out not counted. */
  get nameCount(): number {
    return this.#nameCount
  }

  add(record: EventRecord, address: Address): void {
    for (const name of record.names) this.#addName(name, address)
    this.#addPostings(record, address)
    this.#addSpans(record.row, address)
    this.#addToLanes(record, address)
    eachCounted(record.row, (series, timeMs) => this.#count(series, timeMs))
    record.relations.forEach((_, place) => this.#addRelation(record, place, address))
  }

  /** A name that an event had which is no part of the story. */
  addLeftOut(name: string): void {
    const { place, check } = hashName(name)
    this.#sorters.names.add(place, check, 1, new Uint8Array(0))
  }

  /** Writes the runs; nothing can be added any more. */
  close(): void {
    this.#flushCounts()
    for (const run of runNames) {
      this.#sorters[run].writeRun(path.join(this.#folder, runPath(run)))
      this.#sorters[run].remove()
    }
  }

  #addName(name: string, { cell, position }: Address): void {
    this.#nameCount++
    const { place, check } = hashName(name)
    this.#writer.clear()
    this.#writer.signedVarint(cell)
    this.#writer.varint(position)
    this.#writer.bytes(Buffer.from(name, 'latin1'))
    this.#sorters.names.add(place, check, 0, this.#writer.written())
  }

  /** Row, marks, and in facets of rare values the brief. */
  #addPostings(
    { row, actors, speakers, sources, records: recordBits, brief }: EventRecord,
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

  /** Row and actors, in the order of the whole story. */
  #addToLanes({ row, actors }: EventRecord, { cell, position }: Address): void {
    this.#writer.clear()
    writeRow(row, this.#writer)
    for (const actor of actors) this.#writer.varint(actor)
    this.#sorters.lanes.add(cell, position, 0, this.#writer.written())
  }

  #addRelation({ id, index, relations }: EventRecord, place: number, { cell, position }: Address): void {
    const relation = relations[place]
    if (relation === undefined) return
    const hash = hashName(relation.to)
    this.#writer.clear()
    this.#writer.signedVarint(cell)
    this.#writer.varint(position)
    this.#writer.varint(place)
    this.#writer.byte(relation.kind)
    this.#writer.block(Buffer.from(id, 'latin1'))
    this.#writer.block(Buffer.from(relation.to, 'latin1'))
    this.#sorters.relations.add(hash.place, hash.check, index, this.#writer.written())
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
