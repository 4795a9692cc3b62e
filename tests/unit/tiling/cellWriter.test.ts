/** Is a cell read as it was written, when it has more events than one index block? */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { DATE_KIND } from '../../../src/core/indexing/eventIndex.ts'
import { INDEX_EVENTS } from '../../../src/core/tiles/cell.ts'
import { eventsOf } from '../../../src/core/tiles/cellCounts.ts'
import { countRange } from '../../../src/core/tiles/countRange.ts'
import type { TileManifest } from '../../../src/core/tiles/manifest.ts'
import type { TileRow } from '../../../src/core/tiles/tileColumns.ts'
import { CellFiles } from '../../../src/tiling/cellFiles.ts'
import { CellWriter } from '../../../src/tiling/cellWriter.ts'
import { tempFolder } from './tileFolder.ts'

const EVENTS = 2 * INDEX_EVENTS + 10
const CELL = 7
const cellMs = 2 ** 31

test('more events than a block', async () => {
  const folder = tempFolder()
  const rows = Array.from({ length: EVENTS }, (_, i): TileRow => {
    const startMs = CELL * cellMs + Math.floor(i / 3) * 1000
    return { startMs, endMs: startMs + 1000, lane: 0, dateKind: DATE_KIND.moment, standing: 0, parts: [] }
  })
  const writer = new CellWriter(folder, true)
  rows.forEach((row, index) => {
    const brief = Buffer.from(String(index))
    const address = writer.add(CELL, { row, brief, text: brief })
    expect(address).toEqual({ cell: CELL, position: index })
  })
  const cells = writer.close()
  expect(cells.map(({ counts, blockStarts }) => [eventsOf(counts), blockStarts])).toEqual([
    [EVENTS, [rows[INDEX_EVENTS]?.startMs, rows[2 * INDEX_EVENTS]?.startMs]],
  ])

  const files = new CellFiles(folder, cells, 31)
  for (const at of [
    0,
    1000,
    INDEX_EVENTS - 2,
    INDEX_EVENTS,
    INDEX_EVENTS + 1,
    2 * INDEX_EVENTS,
    EVENTS - 6,
  ]) {
    const startMs = rows[at]?.startMs ?? 0
    const expected = rows.flatMap((row, i) =>
      row.startMs >= startMs && row.startMs < startMs + 2000 ? [i] : [],
    )
    const found = files.read(startMs, startMs + 2000)
    expect(found.rows.map(({ position }) => position)).toEqual(expected)
    expect(found.briefs.map((brief) => Number(Buffer.from(brief).toString()))).toEqual(expected)
  }

  const manifest = { cellBits: 31 } as TileManifest
  const read = (file: string) => Promise.resolve(readFileSync(path.join(folder, file)))
  const tiles = { manifest, cells, nodes: [], bands: [], read }
  const range = { startMs: CELL * cellMs + 5_000_500, endMs: CELL * cellMs + 9_000_000 }
  expect(await countRange(tiles, range)).toEqual({ shown: 3 * 4000, possible: 3 })
})
