/** What does a reader of tiles have at hand? The small files that say what there is, and a way to get the others. */
import { countLeading } from '../base/bisect.ts'
import { readCellDirectory, type CellEntry } from './cellDirectory.ts'
import type { TileManifest } from './manifest.ts'
import { readPyramidDirectory, type NodeEntry } from './pyramidDirectory.ts'
import { readSpanDirectory, type Band } from './spanTree.ts'
import { CELL_DIRECTORY_PATH, PYRAMID_DIRECTORY_PATH, SPAN_DIRECTORY_PATH } from './tilePaths.ts'

/** Bytes of a file below the folder of the story (tilePaths.ts); asked only for files that are there. */
export type ReadTile = (path: string) => Promise<Uint8Array>

export interface TileFiles {
  readonly manifest: TileManifest
  readonly read: ReadTile
  /** Ascending. */
  readonly cells: readonly CellEntry[]
  readonly nodes: readonly NodeEntry[]
  readonly bands: readonly Band[]
}

/** Three requests at once. */
export async function openTileFiles(manifest: TileManifest, read: ReadTile): Promise<TileFiles> {
  const [cells, nodes, bands] = await Promise.all(
    [CELL_DIRECTORY_PATH, PYRAMID_DIRECTORY_PATH, SPAN_DIRECTORY_PATH].map((path) => read(path)),
  )
  return {
    manifest,
    read,
    cells: readCellDirectory(cells ?? new Uint8Array(0)),
    nodes: readPyramidDirectory(nodes ?? new Uint8Array(0)),
    bands: readSpanDirectory(bands ?? new Uint8Array(0)),
  }
}

/** null: the story has no event in the cell. */
export function findCell({ cells }: TileFiles, cell: number): CellEntry | null {
  const found = cells[countLeading(cells.length, (at) => (cells[at]?.cell ?? 0) < cell)]
  return found?.cell === cell ? found : null
}
