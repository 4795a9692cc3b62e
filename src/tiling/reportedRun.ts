/**
 * How do events come into the order of their reports? As records of a run of their own, by cell, anchor and end of the
 * report, and those alike in the order of the story; undated ones in that order too.
 */
import path from 'node:path'
import { ByteReader } from '../core/tiles/byteReader.ts'
import { ByteWriter } from '../core/tiles/byteWriter.ts'
import { cellOfAnchor, UNDATED_CELL, type Address } from '../core/tiles/cell.ts'
import { ADDRESS_BYTES, readAddress, writeAddress } from '../core/tiles/reportPlaces.ts'
import { rowAnchorMs } from '../core/tiles/tileColumns.ts'
import { readNumbers, readRow, writeNumbers, writeRow, type EventRecord } from './eventRecord.ts'
import { ExternalSorter } from './externalSort.ts'
import type { OrderedEvent } from './orderRuns.ts'
import type { RunRecord } from './runReader.ts'

const SORT_BYTES = 24 << 20
const PAYLOAD_BYTES = 220

/** An event that stands by its report. */
export interface ReportedEvent extends OrderedEvent {
  /** In the order of reports. */
  readonly cell: number
  /** Where it stands in the order of the story. */
  readonly own: Address
}

export class ReportedRun {
  readonly #sorter: ExternalSorter
  readonly #cellBits: number
  readonly #writer = new ByteWriter()
  #datedCount = 0

  /** @param folder of the part */
  constructor(folder: string, cellBits: number) {
    this.#sorter = new ExternalSorter(path.join(folder, 'reported.unsorted'), SORT_BYTES, PAYLOAD_BYTES)
    this.#cellBits = cellBits
  }

  /** Events whose report has a date. */
  get datedCount(): number {
    return this.#datedCount
  }

  add({ reportedRow: row, actors, speakers, sources, records, brief }: EventRecord, own: Address): void {
    const anchorMs = rowAnchorMs(row)
    const cell = cellOfAnchor(anchorMs, this.#cellBits)
    this.#writer.clear()
    // First, and highest bytes first, so that reports alike sort by it.
    writeAddress(own, this.#writer)
    writeRow(row, this.#writer)
    for (const numbers of [actors, speakers, sources]) writeNumbers(numbers, this.#writer)
    this.#writer.byte(records)
    this.#writer.bytes(brief)
    const payload = this.#writer.written()
    if (cell === UNDATED_CELL) this.#sorter.add(cell, own.cell, own.position, payload)
    else {
      this.#datedCount++
      this.#sorter.add(cell, anchorMs, row.endMs, payload)
    }
  }

  /** Writes the run; nothing can be added any more. */
  write(file: string): void {
    this.#sorter.writeRun(file)
    this.#sorter.remove()
  }
}

/** `brief` is a view. */
export function reportedEventOf({ key0: cell, payload }: RunRecord): ReportedEvent {
  const reader = new ByteReader(payload, ADDRESS_BYTES)
  return {
    cell,
    own: readAddress(payload, 0),
    row: readRow(reader),
    actors: readNumbers(reader),
    speakers: readNumbers(reader),
    sources: readNumbers(reader),
    records: reader.byte(),
    brief: reader.rest(),
  }
}
