/**
 * Which nodes does the pyramid have, and what do they count? Counts come in the order of time, so that of each level one
 * node is at hand at a time. They are read twice: first to find the nodes that have children, then to write.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ByteReader } from '../core/tiles/byteReader.ts'
import {
  begunIn,
  LAST_LEVEL,
  LEVEL_STEP,
  NODE_BINS,
  nodeKind,
  OVER,
  SERIES,
  TOP_LEVEL,
  writeNode,
} from '../core/tiles/pyramid.ts'
import { writePyramidDirectory, type NodeEntry } from '../core/tiles/pyramidDirectory.ts'
import { nodePath, PYRAMID_DIRECTORY_PATH } from '../core/tiles/tilePaths.ts'
import type { CellFiles } from './cellFiles.ts'
import { FINEST_BIN_MS } from './orderRuns.ts'
import type { RunRecord } from './runReader.ts'

/** From the top down. */
const levels = Array.from(
  { length: (TOP_LEVEL - LAST_LEVEL) / LEVEL_STEP + 1 },
  (_, i) => TOP_LEVEL - i * LEVEL_STEP,
)
const CHILDREN = 2 ** LEVEL_STEP

/** @param counts opens the counts, by bin and series, anew each time */
export function mergePyramid(
  counts: () => Iterable<RunRecord>,
  cells: CellFiles,
  cellBits: number,
  out: string,
): void {
  const parents = findParents(counts(), cellBits)
  const writer = new PyramidWriter(parents, cells, cellBits, out)
  for (const { key0, key1, payload } of counts()) writer.add(key0, key1, new ByteReader(payload).varint())
  writer.close()
}

/** By place in `levels`: numbers of the nodes that have children. */
type Parents = readonly ReadonlySet<number>[]

function findParents(counts: Iterable<RunRecord>, cellBits: number): Parents {
  const parents = levels.map(() => new Set<number>())
  const nodes = levels.map(() => NaN)
  const begun = levels.map(() => 0)
  const close = (i: number): void => {
    if (nodeKind(levels[i] ?? 0, begun[i] ?? 0, cellBits) === 'children') parents[i]?.add(nodes[i] ?? 0)
  }
  for (const { key0: bin, key1: series, payload } of counts) {
    if (bin === -Infinity || series >= OVER) continue
    const count = new ByteReader(payload).varint()
    for (let i = levels.length - 1; i >= 0; i--) {
      const node = nodeOfBin(bin, levels[i] ?? 0)
      if (node !== nodes[i]) {
        close(i)
        nodes[i] = node
        begun[i] = 0
      }
      begun[i] = (begun[i] ?? 0) + count
    }
  }
  levels.forEach((_, i) => close(i))
  return parents
}

interface OpenNode {
  readonly node: number
  readonly before: Float64Array
  readonly bins: Uint32Array
}

class PyramidWriter {
  readonly #parents: Parents
  readonly #cells: CellFiles
  readonly #cellBits: number
  readonly #out: string
  readonly #open: (OpenNode | null)[] = levels.map(() => null)
  /** Of each series, over all of time so far. */
  readonly #totals = new Float64Array(SERIES)
  /** By level. */
  readonly #entries: NodeEntry[][] = levels.map(() => [])

  constructor(parents: Parents, cells: CellFiles, cellBits: number, out: string) {
    this.#parents = parents
    this.#cells = cells
    this.#cellBits = cellBits
    this.#out = out
  }

  add(bin: number, series: number, count: number): void {
    for (let i = 0; i < levels.length && bin !== -Infinity; i++) {
      const level = levels[i] ?? 0
      const node = nodeOfBin(bin, level)
      if (i > 0 && this.#parents[i - 1]?.has(Math.floor(node / CHILDREN)) !== true) break
      let open = this.#open[i] ?? null
      if (open?.node !== node) {
        this.#closeFrom(i)
        open = {
          node,
          before: this.#totals.slice(),
          bins: new Uint32Array(SERIES * NODE_BINS),
        }
        this.#open[i] = open
      }
      const at =
        series * NODE_BINS + (Math.floor((bin * FINEST_BIN_MS * NODE_BINS) / 2 ** level) - node * NODE_BINS)
      open.bins[at] = (open.bins[at] ?? 0) + count
    }
    this.#totals[series] = (this.#totals[series] ?? 0) + count
  }

  close(): void {
    this.#closeFrom(0)
    writeFileSync(path.join(this.#out, PYRAMID_DIRECTORY_PATH), writePyramidDirectory(this.#entries.flat()))
  }

  /** Writes the open nodes of a level and those below it. */
  #closeFrom(from: number): void {
    for (let i = levels.length - 1; i >= from; i--) {
      const open = this.#open[i] ?? null
      if (open !== null) this.#write(i, open)
      this.#open[i] = null
    }
  }

  #write(i: number, open: OpenNode): void {
    const level = levels[i] ?? 0
    const { node } = open
    const begun = begunIn(open)
    const kind = nodeKind(level, begun, this.#cellBits)
    const lengthMs = 2 ** level
    const events = kind === 'events' ? this.#cells.read(node * lengthMs, (node + 1) * lengthMs) : null
    const file = path.join(this.#out, nodePath(level, node))
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, writeNode(open, events))
    this.#entries[i]?.push({ level, node, begun, kind })
  }
}

function nodeOfBin(bin: number, level: number): number {
  return Math.floor((bin * FINEST_BIN_MS) / 2 ** level)
}
