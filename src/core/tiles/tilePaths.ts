/** What is each file of the tiles called, below the folder of the story? */
import { cellName } from './cell.ts'

export const MANIFEST_PATH = 'story.json'
export const CELL_DIRECTORY_PATH = 'cells.bin'
export const PYRAMID_DIRECTORY_PATH = 'pyramid.bin'
export const ACTORS_PATH = 'actors.json'
export const SPAN_DIRECTORY_PATH = 'spans.bin'
/** What sources are called and how many events each has; see manifest.ts. */
export const SOURCE_TOTALS_PATH = 'facets/source.json'

/** Columns of INDEX_EVENTS events. @param block from 0 */
export function indexPath(cell: number, block: number): string {
  return `cells/${cellName(cell)}/index-${block}.bin`
}

/** Columns and briefs of CHUNK_EVENTS events. @param chunk from 0 */
export function chunkPath(cell: number, chunk: number): string {
  return `cells/${cellName(cell)}/${chunk}.bin`
}

/** Whole events of a chunk, one JSON text on each line. */
export function textPath(cell: number, chunk: number): string {
  return `cells/${cellName(cell)}/${chunk}.jsonl`
}

/** Who relates to whom; only of cells that the directory says have relations. */
export function relationPath(cell: number): string {
  return `relations/${cellName(cell)}.bin`
}

export function nodePath(level: number, node: number): string {
  return `pyramid/${level}/${node}.bin`
}

/** Of the order of reports, what actors.json says of that of the story. */
export const LANE_FACTS_PATH = 'lanes.json'
export const LANE_DIRECTORY_PATH = 'lanes.bin'

/** A node of the counts of actors; see lanePyramid.ts. */
export function laneNodePath(level: number, node: number): string {
  return `lanes/${level}/${node}.bin`
}

/** Columns of INDEX_EVENTS events of the whole story. @param block from 0 */
export function rowBlockPath(block: number): string {
  return `lanes/columns-${block}.bin`
}

/** Their actors. */
export function actorBlockPath(block: number): string {
  return `lanes/actors-${block}.bin`
}

/** @param facet `actor`, `source`, `standing`, `record` or `reach`; @param value its number */
export function postingPath(facet: string, value: number): string {
  return `facets/${facet}/${value}.bin`
}

/** A piece of postings that do not fit into the value's own file. @param piece from 0 */
export function piecePath(facet: string, value: number, piece: number): string {
  return `facets/${facet}/${value}/${piece}.bin`
}

/** Briefs of POSTING_BRIEFS postings of a value whose postings stand in its own file. @param part from 0 */
export function postingBriefsPath(facet: string, value: number, part: number): string {
  return `facets/${facet}/${value}/briefs-${part}.bin`
}

/** The same of crossing events alone. */
export function crossingPath(facet: string, value: number, piece: number): string {
  return `facets/${facet}/${value}/crossing-${piece}.bin`
}

export function bandPath(band: number, node: number): string {
  return `spans/${band}/${node}.bin`
}

/** @param partition from 0; named by hexadecimal digits, four at least */
export function namePath(partition: number): string {
  return `names/${partition.toString(16).padStart(4, '0')}.bin`
}

/** @param partition as of names, of the source's id */
export function sourcePath(partition: number): string {
  return `sources/${partition.toString(16).padStart(4, '0')}.json`
}
