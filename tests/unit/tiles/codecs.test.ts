/** Is what was written what is read? Every kind of file, of any content. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashName } from '../../../src/core/indexing/nameHash.ts'
import { readAddressedRows, writeAddressedRows } from '../../../src/core/tiles/addressedRows.ts'
import { ByteReader } from '../../../src/core/tiles/byteReader.ts'
import { ByteWriter } from '../../../src/core/tiles/byteWriter.ts'
import { cellOfAnchor, OPEN_CELL, UNDATED_CELL } from '../../../src/core/tiles/cell.ts'
import { COUNTS } from '../../../src/core/tiles/cellCounts.ts'
import { readCellDirectory, writeCellDirectory } from '../../../src/core/tiles/cellDirectory.ts'
import { readChunk, writeChunk } from '../../../src/core/tiles/eventChunk.ts'
import {
  findNamed,
  partitionOf,
  readPartition,
  writePartition,
} from '../../../src/core/tiles/namePartition.ts'
import { readPostingDirectory, writePostingDirectory } from '../../../src/core/tiles/postings.ts'
import { NODE_BINS, nodeKinds, readNode, SERIES, writeNode } from '../../../src/core/tiles/pyramid.ts'
import { readPyramidDirectory, writePyramidDirectory } from '../../../src/core/tiles/pyramidDirectory.ts'
import { readRelations, writeRelations } from '../../../src/core/tiles/relationTable.ts'
import {
  readBand,
  readSpanDirectory,
  writeBand,
  writeSpanDirectory,
} from '../../../src/core/tiles/spanTree.ts'
import { readColumns, rowAnchorMs, rowAt, writeColumns } from '../../../src/core/tiles/tileColumns.ts'
import type { TileRow } from '../../../src/core/tiles/tileColumns.ts'
import { DATE_LIMIT_MS, DAY_MS } from '../../../src/core/time/units.ts'

const limit = DATE_LIMIT_MS
const time = fc.oneof(
  fc.integer({ min: -limit, max: limit }),
  fc.integer({ min: -40_000, max: 40_000 }).map((day) => day * DAY_MS),
)
const start = fc.oneof({ weight: 6, arbitrary: time }, fc.constant(-Infinity))
const end = fc.oneof({ weight: 6, arbitrary: time }, fc.constant(Infinity))
const dated: fc.Arbitrary<TileRow> = fc
  .record({
    startMs: start,
    endMs: end,
    lane: fc.nat(2),
    dateKind: fc.integer({ min: 1, max: 3 }),
    standing: fc.nat(6),
    parts: fc.array(fc.tuple(start, end), { maxLength: 3 }).map((parts) => parts.flat()),
  })
  .map((row) =>
    row.startMs < row.endMs
      ? row
      : { ...row, startMs: Math.min(row.startMs, row.endMs), endMs: row.startMs + 1 },
  )
  .filter(({ startMs, endMs }) => startMs < endMs)
const undated = fc
  .nat(6)
  .map((standing): TileRow => ({ startMs: NaN, endMs: NaN, lane: 3, dateKind: 0, standing, parts: [] }))
const rows = fc.oneof(
  fc
    .array(dated, { maxLength: 60 })
    .map((all) => all.toSorted((a, b) => compare(rowAnchorMs(a), rowAnchorMs(b)))),
  fc.array(undated, { maxLength: 10 }),
)
const cell = fc.oneof(fc.integer({ min: -5000, max: 5000 }), fc.constantFrom(OPEN_CELL, UNDATED_CELL))
const address = fc.record({ cell, position: fc.nat(1_000_000) })
const bytes = fc.uint8Array({ maxLength: 50 })

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function addressed(all: readonly TileRow[]) {
  return all.map((row, i) => ({ cell: Math.floor(i / 7) - 3, position: (i % 7) * 3, row }))
}

describe('numbers', () => {
  test('varints, signed varints, durations', () => {
    fc.assert(
      fc.property(
        fc.array(fc.maxSafeNat()),
        fc.array(fc.integer({ min: -(2 ** 52), max: 2 ** 52 - 1 })),
        fc.array(
          fc.oneof(
            fc.maxSafeNat(),
            fc.nat(200_000_000).map((days) => days * DAY_MS),
          ),
        ),
        (whole, signed, durations) => {
          const writer = new ByteWriter(1)
          for (const value of whole) writer.varint(value)
          for (const value of signed) writer.signedVarint(value)
          for (const value of durations) writer.duration(value)
          const reader = new ByteReader(writer.close())
          expect(whole.map(() => reader.varint())).toEqual(whole)
          expect(signed.map(() => reader.signedVarint())).toEqual(signed)
          expect(durations.map(() => reader.duration())).toEqual(durations)
          expect(reader.isAtEnd).toBe(true)
        },
      ),
    )
  })

  test('a day after the one before takes one byte', () => {
    const writer = new ByteWriter()
    writer.duration(63 * DAY_MS)
    expect(writer.length).toBe(1)
  })

  test('bytes that are cut are refused', () => {
    expect(() => new ByteReader(Uint8Array.of(0x80)).varint()).toThrow(RangeError)
    expect(() => new ByteReader(Uint8Array.of(5, 1, 2)).block()).toThrow(RangeError)
  })
})

test('columns', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const writer = new ByteWriter()
      writeColumns(all, writer)
      const reader = new ByteReader(writer.close())
      const columns = readColumns(reader)
      expect(all.map((_, row) => rowAt(columns, row))).toEqual(all)
      expect(columns.rowCount).toBe(all.length)
      expect(reader.isAtEnd).toBe(true)
    }),
  )
})

test('addressed rows', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const written = addressed(all)
      const writer = new ByteWriter()
      writeAddressedRows(written, writer)
      const read = readAddressedRows(new ByteReader(writer.close()))
      expect(
        written.map((_, i) => ({
          cell: read.cells[i],
          position: read.positions[i],
          row: rowAt(read.columns, i),
        })),
      ).toEqual(written)
    }),
  )
})

test('chunks', () => {
  fc.assert(
    fc.property(rows, fc.infiniteStream(bytes), fc.infiniteStream(fc.nat(9999)), (all, texts, numbers) => {
      const briefs = all.map(() => texts.next().value)
      const lengths = all.map(() => numbers.next().value)
      const { columns, briefs: read, textOffsets } = readChunk(writeChunk(all, briefs, lengths))
      expect(all.map((_, row) => rowAt(columns, row))).toEqual(all)
      all.forEach((_, i) => {
        const from = read.starts[i] ?? 0
        expect([...read.bytes.subarray(from, from + (read.lengths[i] ?? 0))]).toEqual([...(briefs[i] ?? [])])
        expect((textOffsets[i + 1] ?? 0) - (textOffsets[i] ?? 0) - 1).toBe(lengths[i])
      })
    }),
  )
})

test('the directory of cells', () => {
  const entry = fc.record({
    cell,
    counts: fc.array(fc.nat(100_000), { minLength: COUNTS, maxLength: COUNTS }),
    blockStarts: fc.array(time, { maxLength: 2 }),
    hasRelations: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: (one) => one.cell }), (entries) => {
      const sorted = entries.toSorted((a, b) => a.cell - b.cell)
      expect(readCellDirectory(writeCellDirectory(sorted))).toEqual(sorted)
    }),
  )
})

test('nodes of the pyramid and their directory', () => {
  const bin = fc.tuple(fc.nat(SERIES * NODE_BINS - 1), fc.nat(1_000_000))
  fc.assert(
    fc.property(
      fc.array(bin),
      fc.array(fc.maxSafeNat(), { minLength: SERIES, maxLength: SERIES }),
      rows,
      (some, before, all) => {
        const bins = new Uint32Array(SERIES * NODE_BINS)
        for (const [at, count] of some) bins[at] = count
        const counts = { before: Float64Array.from(before), bins }
        const plain = readNode(writeNode(counts, null))
        expect(plain).toEqual({ ...counts, events: null })
        const briefs = all.map(() => Uint8Array.of(1, 2))
        const leaf = readNode(writeNode(counts, { rows: addressed(all), briefs }))
        expect(leaf.bins).toEqual(bins)
        expect(leaf.events?.columns.rowCount).toBe(all.length)
        expect(leaf.events?.briefs.bytes.length).toBe(2 * all.length)
      },
    ),
    { numRuns: 30 },
  )
  const node = fc.record({
    level: fc.constantFrom(54, 40, 32, 14),
    node: fc.integer({ min: -(2 ** 40), max: 2 ** 40 }),
    begun: fc.nat(),
    kind: fc.constantFrom(...nodeKinds),
  })
  fc.assert(
    fc.property(fc.array(node), (entries) => {
      const sorted = entries.toSorted((a, b) => b.level - a.level || a.node - b.node)
      expect(readPyramidDirectory(writePyramidDirectory(sorted))).toEqual(sorted)
    }),
  )
})

test('postings, spans, relations', () => {
  fc.assert(
    fc.property(rows, fc.array(fc.tuple(fc.nat(50), address, fc.nat(5), fc.boolean())), (all, some) => {
      const isMarked = all.length % 2 === 0
      const postings = addressed(all).map((row, i) => ({ ...row, marks: isMarked ? i % 64 : null }))
      const counts = Array.from({ length: COUNTS }, (_, i) => i)
      const directory = { total: postings.length, crossingTotal: 0, cells: [{ cell: -3, counts }] }
      const read = readPostingDirectory(writePostingDirectory(directory, postings))
      expect(read).toMatchObject(directory)
      expect(read.postings?.columns.rowCount).toBe(postings.length)
      const marks = isMarked || postings.length === 0 ? postings.map((posting) => posting.marks) : null
      expect(read.postings?.marks ?? null).toEqual(marks === null ? null : Uint8Array.from(marks, Number))
      const [list] = readBand(writeBand([{ level: 2, node: 4_194_999, rows: postings }]))
      expect(list).toMatchObject({ level: 2, node: 4_194_999 })
      expect([...(list?.rows.positions ?? [])]).toEqual(postings.map(({ position }) => position))
      const relations = some
        .map(([position, other, kind, isInverse]) => ({ position, other, kind, isInverse }))
        .toSorted((a, b) => a.position - b.position)
      expect(readRelations(writeRelations(relations))).toEqual(relations)
    }),
  )
  const bands = [
    { band: 0, node: 7 },
    { band: 3, node: 2 ** 24 },
  ]
  expect(readSpanDirectory(writeSpanDirectory(bands))).toEqual(bands)
})

test('names are found in their partition, and others are not', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), address, (names, at) => {
      const all = names
        .map((name) => ({ ...hashName(name), ...at }))
        .toSorted((a, b) => a.place - b.place || a.check - b.check)
      const read = readPartition(writePartition(all))
      expect(read).toEqual(all)
      for (const name of names) expect(findNamed(read, hashName(name))).toMatchObject(at)
      expect(findNamed(read, hashName(`${names.join('')}-`))).toBeNull()
    }),
  )
  expect(partitionOf({ place: 0xffff_ffff }, 0)).toBe(0)
  expect(partitionOf({ place: 0xf000_0000 }, 4)).toBe(15)
})

test('cells begin at the epoch, and the ends of time have cells of their own', () => {
  expect([0, -1, 2 ** 31, 2 ** 31 - 1].map((anchorMs) => cellOfAnchor(anchorMs, 31))).toEqual([0, -1, 1, 0])
  expect(cellOfAnchor(-Infinity, 31)).toBe(OPEN_CELL)
  expect(cellOfAnchor(NaN, 31)).toBe(UNDATED_CELL)
  expect(Math.abs(cellOfAnchor(-limit, 26))).toBeLessThan(UNDATED_CELL)
})
