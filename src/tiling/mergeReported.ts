/**
 * How do the runs of reports become the order of reports? Cells of it are written as records come; then everything else is
 * told of them as of the order of the story. Whole events stand there alone.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ByteWriter } from '../core/tiles/byteWriter.ts'
import { INDEX_EVENTS, type Address } from '../core/tiles/cell.ts'
import { writeCellDirectory } from '../core/tiles/cellDirectory.ts'
import type { TileManifest } from '../core/tiles/manifest.ts'
import {
  ADDRESS_BYTES,
  placesPath,
  REPORTED_FOLDER,
  writeAddress,
  writeReportedBrief,
} from '../core/tiles/reportPlaces.ts'
import { CELL_DIRECTORY_PATH, LANE_FACTS_PATH } from '../core/tiles/tilePaths.ts'
import { CellWriter } from './cellWriter.ts'
import { ExternalSorter } from './externalSort.ts'
import { coveredOf, emptyTally, kindCountsOf, tallyRow } from './factsTally.ts'
import { mergeOrder, type OrderToMerge } from './mergeOrder.ts'
import { OrderRuns } from './orderRuns.ts'
import { reportedEventOf } from './reportedRun.ts'
import type { RunRecord } from './runReader.ts'

const SORT_BYTES = 24 << 20
const noText = new Uint8Array(0)

export interface ReportedMerge extends Pick<OrderToMerge, 'cellBits' | 'actorCount' | 'sourceCount'> {
  /** All events by their reports. */
  readonly records: Iterable<RunRecord>
  /** Of the story. */
  readonly out: string
}

/** @returns what the manifest says of it */
export function mergeReported({
  records,
  out,
  ...story
}: ReportedMerge): NonNullable<TileManifest['reported']> {
  const folder = path.join(out, REPORTED_FOLDER)
  mkdirSync(folder, { recursive: true })
  const cells = new CellWriter(folder, false)
  const runs = new OrderRuns(folder, story.cellBits)
  const places = new PlaceSorter(path.join(folder, 'places.unsorted'))
  const tally = emptyTally()
  const writer = new ByteWriter()
  for (const record of records) {
    const event = reportedEventOf(record)
    writer.clear()
    writeReportedBrief(event.brief, event.own, writer)
    const brief = writer.written()
    const address = cells.add(event.cell, { row: event.row, brief, text: noText })
    runs.add({ ...event, brief }, address)
    places.add(event.own, address)
    tallyRow(tally, event.row)
  }
  const entries = cells.close()
  writeFileSync(path.join(folder, CELL_DIRECTORY_PATH), writeCellDirectory(entries))
  const { lanes } = mergeOrder({ ...story, entries, open: (run) => runs.sorted(run), out: folder })
  runs.remove()
  writeFileSync(path.join(folder, LANE_FACTS_PATH), JSON.stringify(lanes))
  places.write(out)
  return { covered: coveredOf(tally), kindCounts: kindCountsOf(tally) }
}

/** Addresses in the order of reports, in the order of the story. */
class PlaceSorter {
  readonly #sorter: ExternalSorter
  readonly #writer = new ByteWriter(ADDRESS_BYTES * INDEX_EVENTS)

  /** @param file written meanwhile */
  constructor(file: string) {
    this.#sorter = new ExternalSorter(file, SORT_BYTES, ADDRESS_BYTES)
  }

  add(own: Address, reported: Address): void {
    this.#writer.clear()
    writeAddress(reported, this.#writer)
    this.#sorter.add(own.cell, own.position, 0, this.#writer.written())
  }

  write(out: string): void {
    this.#writer.clear()
    let cell = NaN
    let block = NaN
    const close = (): void => {
      if (this.#writer.length === 0) return
      const file = path.join(out, placesPath(cell, block))
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, this.#writer.written())
      this.#writer.clear()
    }
    for (const { key0, key1, payload } of this.#sorter.sorted()) {
      const next = Math.floor(key1 / INDEX_EVENTS)
      if (key0 !== cell || next !== block) close()
      cell = key0
      block = next
      this.#writer.bytes(payload)
    }
    close()
    this.#sorter.remove()
  }
}
