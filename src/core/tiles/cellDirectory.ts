/** Which cells are there, and what do they count? One small file, read when the story is opened. */
import type { CivilMs } from '../time/units.ts'
import { ByteReader } from './byteReader.ts'
import { ByteWriter } from './byteWriter.ts'
import { INDEX_EVENTS } from './cell.ts'
import { eventsOf, readCounts, writeCounts, type CellCounts } from './cellCounts.ts'

export interface CellEntry {
  readonly cell: number
  readonly counts: CellCounts
  /** Anchors of the first event of each index block after the first, civil ms; none for the open and the undated cell. */
  readonly blockStarts: readonly number[]
  /** The cell has a file of relations. */
  readonly hasRelations: boolean
}

/** @param entries ascending by cell */
export function writeCellDirectory(entries: readonly CellEntry[]): Uint8Array {
  const writer = new ByteWriter()
  writer.varint(entries.length)
  let before = 0
  for (const { cell, counts, blockStarts, hasRelations } of entries) {
    writer.signedVarint(cell - before)
    before = cell
    writer.byte(hasRelations ? 1 : 0)
    writeCounts(counts, writer)
    writer.varint(blockStarts.length)
    for (const startMs of blockStarts) writer.signedVarint(startMs)
  }
  return writer.close()
}

/** Ascending by cell. @throws RangeError where the bytes end too soon */
export function readCellDirectory(bytes: Uint8Array): readonly CellEntry[] {
  const reader = new ByteReader(bytes)
  let cell = 0
  return Array.from({ length: reader.varint() }, () => {
    cell += reader.signedVarint()
    const hasRelations = reader.byte() === 1
    const counts = readCounts(reader)
    const blockStarts = Array.from({ length: reader.varint() }, () => reader.signedVarint())
    return { cell, counts, blockStarts, hasRelations }
  })
}

/** Index blocks of a cell. */
export function blocksOf(counts: CellCounts): number {
  return Math.ceil(eventsOf(counts) / INDEX_EVENTS)
}

/** Index blocks of a cell that may have events anchored in a stretch. */
export function blockNumbers(
  { blockStarts, counts }: CellEntry,
  fromMs: CivilMs,
  toMs: CivilMs,
): readonly number[] {
  return Array.from({ length: blocksOf(counts) }, (_, block) => block).filter((block) => {
    const startMs = block === 0 ? -Infinity : (blockStarts[block - 1] ?? -Infinity)
    const nextMs = blockStarts[block] ?? Infinity
    return startMs < toMs && nextMs >= fromMs
  })
}
