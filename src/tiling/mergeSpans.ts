/** Which files do the nodes of the span tree become? One for each band; see spanTree.ts. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { AddressedRow } from '../core/tiles/addressedRows.ts'
import { writeBand, writeSpanDirectory, type Band, type SpanNode } from '../core/tiles/spanTree.ts'
import { bandPath, SPAN_DIRECTORY_PATH } from '../core/tiles/tilePaths.ts'
import { PAIR } from './postedFacets.ts'
import { spanOf } from './rowPayload.ts'
import type { RunRecord } from './runReader.ts'

/** @param spans by band, node, cell and position */
export function mergeSpans(spans: Iterable<RunRecord>, out: string): void {
  const bands: Band[] = []
  let lists: (SpanNode & { readonly rows: AddressedRow[] })[] = []
  let bandKey = NaN
  let nodeKey = NaN
  const closeBand = (): void => {
    if (lists.length === 0) return
    const band = { band: Math.floor(bandKey / PAIR), node: bandKey % PAIR }
    const file = path.join(out, bandPath(band.band, band.node))
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, writeBand(lists))
    bands.push(band)
    lists = []
  }
  for (const record of spans) {
    if (record.key0 !== bandKey) closeBand()
    if (record.key0 !== bandKey || record.key1 !== nodeKey)
      lists.push({ level: Math.floor(record.key1 / PAIR), node: record.key1 % PAIR, rows: [] })
    bandKey = record.key0
    nodeKey = record.key1
    lists[lists.length - 1]?.rows.push(spanOf(record))
  }
  closeBand()
  writeFileSync(path.join(out, SPAN_DIRECTORY_PATH), writeSpanDirectory(bands))
}
