/**
 * How many events begin in each bin of a window, lane by lane? From the nodes of one
 * level; where these end, from what they hold, or, of cells, from what the reader has of those.
 */
import { ByteReader } from './byteReader.ts'
import { cellOfAnchor } from './cell.ts'
import { blocksOf } from './cellDirectory.ts'
import {
  BIN_BITS,
  eachCounted,
  LAST_LEVEL,
  LEVEL_STEP,
  NODE_BINS,
  nodeAt,
  OVER,
  readNode,
  TOP_LEVEL,
  type PyramidNode,
} from './pyramid.ts'
import type { NodeEntry } from './pyramidDirectory.ts'
import { readColumns, rowAt, type TileColumns } from './tileColumns.ts'
import { findCell, type TileFiles } from './tileFiles.ts'
import { indexPath, nodePath } from './tilePaths.ts'

/**
 * [lane][bin] events of each lane with a date that are anchored in each of `binCount` bins of 2^binBits ms.
 * @param firstBin floor(start / 2^binBits)
 */
export async function countBins(
  files: TileFiles,
  firstBin: number,
  binCount: number,
  binBits: number,
): Promise<readonly Uint32Array[]> {
  const counts = Array.from({ length: OVER }, () => new Uint32Array(binCount))
  const binMs = 2 ** binBits
  const startMs = firstBin * binMs
  const endMs = startMs + binCount * binMs
  const level = levelOf(binBits)
  const add = (lane: number, timeMs: number, count: number): void => {
    const lanes = counts[lane]
    const bin = Math.floor((timeMs - startMs) / binMs)
    if (lanes !== undefined && bin >= 0 && bin < binCount) lanes[bin] = (lanes[bin] ?? 0) + count
  }
  const addRows = (columns: TileColumns, isIn: (timeMs: number) => boolean): void => {
    for (let row = 0; row < columns.rowCount; row++)
      eachCounted(rowAt(columns, row), (series, timeMs) => {
        if (series < OVER && isIn(timeMs)) add(series, timeMs, 1)
      })
  }
  for (const entry of nodesOfWindow(files.nodes, startMs, endMs, level)) {
    if (entry.begun === 0) continue
    const nodeMs = 2 ** entry.level
    const isIn = (timeMs: number): boolean => Math.floor(timeMs / nodeMs) === entry.node
    const isFine = entry.level - BIN_BITS <= binBits
    if (entry.kind === 'cells' && !isFine) {
      const first = cellOfAnchor(Math.max(startMs, entry.node * nodeMs), files.manifest.cellBits)
      const last = cellOfAnchor(Math.min(endMs, (entry.node + 1) * nodeMs) - 1, files.manifest.cellBits)
      for (let cell = first; cell <= last; cell++)
        for (const columns of await readCell(files, cell)) addRows(columns, isIn)
      continue
    }
    const node = readNode(await files.read(nodePath(entry.level, entry.node)))
    if (!isFine && node.events !== null) addRows(node.events.columns, isIn)
    else addNode(node, entry, add)
  }
  return counts
}

/** The coarsest level whose bins are not wider than 2^binBits ms. */
export function levelOf(binBits: number): number {
  const finest = Math.max(binBits + BIN_BITS, LAST_LEVEL)
  return Math.min(TOP_LEVEL, finest - ((finest - LAST_LEVEL) % LEVEL_STEP))
}

/** Nodes that together hold the window: those of the level, and above it those that have no children. */
export function nodesOfWindow(
  nodes: readonly NodeEntry[],
  startMs: number,
  endMs: number,
  level: number,
): readonly NodeEntry[] {
  return nodes.filter(
    (entry) =>
      entry.level >= level &&
      (entry.level === level || entry.kind !== 'children') &&
      entry.node >= nodeAt(startMs, entry.level) &&
      entry.node * 2 ** entry.level < endMs,
  )
}

function addNode(
  { bins }: PyramidNode,
  { level, node }: NodeEntry,
  add: (lane: number, timeMs: number, count: number) => void,
): void {
  const binMs = 2 ** (level - BIN_BITS)
  for (let lane = 0; lane < OVER; lane++)
    for (let bin = 0; bin < NODE_BINS; bin++) {
      const count = bins[lane * NODE_BINS + bin] ?? 0
      if (count > 0) add(lane, (node * NODE_BINS + bin) * binMs, count)
    }
}

async function readCell(files: TileFiles, cell: number): Promise<readonly TileColumns[]> {
  const entry = findCell(files, cell)
  if (entry === null) return []
  const blocks = Array.from({ length: blocksOf(entry.counts) }, (_, block) =>
    files.read(indexPath(cell, block)),
  )
  return (await Promise.all(blocks)).map((bytes) => readColumns(new ByteReader(bytes)))
}
