/** What becomes of the events of a part only when all parts are there? Sorted records of each, one run for each kind. */
import path from 'node:path'
import { hashName } from '../core/indexing/nameHash.ts'
import { ByteWriter } from '../core/tiles/byteWriter.ts'
import type { Address } from '../core/tiles/cell.ts'
import type { EventRecord } from './eventRecord.ts'
import { ExternalSorter } from './externalSort.ts'
import { OrderRuns } from './orderRuns.ts'
import { orderRunNames, runPath } from './partPaths.ts'
import { ReportedRun } from './reportedRun.ts'

/** Each run sorts in so much memory. */
const SORT_BYTES = 24 << 20

export class PartRuns {
  readonly #folder: string
  readonly #names: ExternalSorter
  readonly #relations: ExternalSorter
  readonly #order: OrderRuns
  readonly #reported: ReportedRun | null
  readonly #writer = new ByteWriter()
  #nameCount = 0

  /** @param folder of the part; @param hasReported with a run of events by their reports */
  constructor(folder: string, cellBits: number, hasReported: boolean) {
    this.#folder = folder
    this.#names = new ExternalSorter(path.join(folder, 'names.unsorted'), SORT_BYTES, 20)
    this.#relations = new ExternalSorter(path.join(folder, 'relations.unsorted'), SORT_BYTES, 28)
    this.#order = new OrderRuns(folder, cellBits)
    this.#reported = hasReported ? new ReportedRun(folder, cellBits) : null
  }

  /** Names added, those left out not counted. */
  get nameCount(): number {
    return this.#nameCount
  }

  /** Events added whose report has a date; null: there is no run of reports. */
  get reportedCount(): number | null {
    return this.#reported?.datedCount ?? null
  }

  add(record: EventRecord, address: Address): void {
    for (const name of record.names) this.#addName(name, address)
    this.#order.add(record, address)
    this.#reported?.add(record, address)
    record.relations.forEach((_, place) => this.#addRelation(record, place, address))
  }

  /** A name that an event had which is no part of the story. */
  addLeftOut(name: string): void {
    const { place, check } = hashName(name)
    this.#names.add(place, check, 1, new Uint8Array(0))
  }

  /** Writes the runs; nothing can be added any more. */
  close(): void {
    const fileOf = (run: Parameters<typeof runPath>[0]): string => path.join(this.#folder, runPath(run))
    this.#names.writeRun(fileOf('names'))
    this.#relations.writeRun(fileOf('relations'))
    for (const run of orderRunNames) this.#order.writeRun(run, fileOf(run))
    this.#reported?.write(fileOf('reported'))
    for (const sorted of [this.#names, this.#relations, this.#order]) sorted.remove()
  }

  #addName(name: string, { cell, position }: Address): void {
    this.#nameCount++
    const { place, check } = hashName(name)
    this.#writer.clear()
    this.#writer.signedVarint(cell)
    this.#writer.varint(position)
    this.#writer.bytes(Buffer.from(name, 'latin1'))
    this.#names.add(place, check, 0, this.#writer.written())
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
    this.#relations.add(hash.place, hash.check, index, this.#writer.written())
  }
}
