/**
 * What is known of single events of a story in tiles? Whatever files are here tell: leaves of the pyramid, index blocks
 * and chunks of cells, briefs beside the postings of an actor.
 */
import type { EventId } from '../base/brand.ts'
import { readBrief, type WrittenBrief } from '../indexing/briefColumn.ts'
import type { EventRow, RowColumns, RowValues } from '../indexing/eventIndex.ts'
import { briefAsReported } from '../story/clockedBrief.ts'
import type { EventBrief, EventList } from '../story/eventBrief.ts'
import type { Relation } from '../story/story.ts'
import { relationKinds } from '../story/storyFile.ts'
import type { TimeWindow } from '../time/timeWindow.ts'
import { countBelow } from '../base/bisect.ts'
import { CHUNK_EVENTS, INDEX_EVENTS, UNDATED_CELL, type Address } from './cell.ts'
import { eventsOf } from './cellCounts.ts'
import type { CellRows } from './cellRows.ts'
import type { GatheredRows } from './gatheredLanes.ts'
import { readChunk, type BriefBytes, type EventChunk } from './eventChunk.ts'
import { decodeRanked, type HeldNode } from './heldNode.ts'
import type { HeldTiles } from './heldTiles.ts'
import { readRelations } from './relationTable.ts'
import type { ReportedBrief } from './reportPlaces.ts'
import type { TileColumns } from './tileColumns.ts'
import { chunkPath, indexPath, relationPath } from './tilePaths.ts'

/** A row of some columns. */
export interface ColumnPlace {
  readonly columns: TileColumns
  readonly at: number
}

interface BriefPlace {
  readonly briefs: BriefBytes
  readonly at: number
}

/** Where else a brief may be found, sooner than in its cell. */
export type BriefSource = (row: EventRow, isWanted: boolean) => BriefPlace | 'coming' | null

/** Told where an event of the order of reports stands in the story. */
export type OnOwnPlace = (id: string, address: Address) => void

/** Briefs that are kept at most, and places of rows in index blocks and chunks. */
const KEPT = 8_192

export class TiledEvents implements EventList, RowColumns {
  readonly #rows: CellRows
  readonly #held: HeldTiles
  readonly #actors: readonly string[]
  readonly #decode: (bytes: Uint8Array) => string
  readonly #onOwnPlace: OnOwnPlace | null
  readonly #leafRows = new Map<EventRow, ColumnPlace & BriefPlace>()
  readonly #briefs = new Map<EventRow, EventBrief>()
  readonly #rowsById = new Map<string, EventRow>()
  readonly #kept = new Map<EventRow, ColumnPlace>()
  /** Paths of chunks that were here, by their first rows. */
  readonly #chunks = new Map<EventRow, string>()
  #sources: readonly BriefSource[] = []
  #gathered: GatheredRows | null = null

  /**
   * @param actors ids by number; @param decode UTF-8 bytes → text
   * @param onOwnPlace only of the order of reports, whose briefs tell it
   */
  constructor(
    rows: CellRows,
    held: HeldTiles,
    actors: readonly string[],
    decode: (bytes: Uint8Array) => string,
    onOwnPlace: OnOwnPlace | null = null,
  ) {
    this.#onOwnPlace = onOwnPlace
    this.#rows = rows
    this.#held = held
    this.#actors = actors
    this.#decode = decode
  }

  get length(): number {
    return this.#rows.length
  }

  readonly startMs = rowValues((row) => this.#valueOf(row, 'startMs'))
  readonly endMs = rowValues((row) => this.#valueOf(row, 'endMs'))
  readonly lane = rowValues((row) => this.#valueOf(row, 'lane'))

  /** undefined: outside of the story; or not here yet, and then it is fetched. */
  readonly at = (row: EventRow): EventBrief | undefined => this.#brief(row, true)

  /** The same without fetching. */
  readonly peek = (row: EventRow): EventBrief | undefined => this.#brief(row, false)

  /** What an event is called, without what its words tell of others; undefined: not here. */
  readonly peekName = (row: EventRow): Pick<EventBrief, 'id' | 'title'> | undefined => {
    const known = this.#briefs.get(row)
    if (known !== undefined) return known
    const written = this.#written(row, false)
    return written === null ? undefined : { id: written[0] as EventId, title: written[1] }
  }

  /** null: it was not read yet. */
  readonly rowOf = (id: EventId): EventRow | null => this.#rowsById.get(id) ?? null

  /** What an event that was found by its name is called. */
  learn(id: string, row: EventRow): void {
    this.#rowsById.set(id, row)
  }

  /**
   * Where else to look; instead of those before. @param sources of briefs, before cells are fetched for them
   * @param gathered rows whose columns are at hand
   */
  lookIn(sources: readonly BriefSource[], gathered: GatheredRows | null): void {
    this.#sources = sources
    this.#gathered = gathered
  }

  /** The events of a node that holds them are known from now on. */
  addLeaf({ leaf }: Pick<HeldNode, 'leaf'>): void {
    if (leaf === null) return
    const { columns, briefs } = leaf.events
    this.#rowsOfLeaf(leaf).forEach((row, at) => this.#leafRows.set(row, { columns, briefs, at }))
  }

  /** They are not any more: the node was let go. */
  dropLeaf({ leaf }: Pick<HeldNode, 'leaf'>): void {
    if (leaf !== null) for (const row of this.#rowsOfLeaf(leaf)) this.#leafRows.delete(row)
  }

  #rowsOfLeaf({ events }: NonNullable<HeldNode['leaf']>): readonly EventRow[] {
    return Array.from(events.cells, (cell, at) =>
      this.#rows.rowOf({ cell, position: events.positions[at] ?? 0 }),
    )
  }

  /** Columns that hold the row; null: none are here. */
  placeOf(row: EventRow): ColumnPlace | null {
    const known = this.#leafRows.get(row) ?? this.#kept.get(row)
    if (known !== undefined) return known
    const found = this.#findColumns(row)
    if (found === null) return null
    if (this.#kept.size >= KEPT) this.#kept.clear()
    this.#kept.set(row, found)
    return found
  }

  /**
   * Fetches the titles of a window, from its middle on. @param most chunks, of up to CHUNK_EVENTS events each
   * @returns false: some of them are not here yet
   */
  bringTitles({ startMs, endMs }: TimeWindow, most: number): boolean {
    const middle = (startMs + endMs) / 2 / this.#rows.cellMs
    const cells = [...this.#rows.cellsIn(startMs, endMs)].sort(
      (a, b) => Math.abs(a.cell + 0.5 - middle) - Math.abs(b.cell + 0.5 - middle),
    )
    const firstRows: EventRow[] = []
    for (const { cell, counts } of cells) {
      const count = eventsOf(counts)
      for (let position = 0; position < count && firstRows.length < most; position += CHUNK_EVENTS)
        firstRows.push(this.#rows.rowOf({ cell, position }))
      if (firstRows.length >= most) break
    }
    // Each is asked for, so that all come together.
    return firstRows.filter((row) => this.chunkAt(row, true) === null).length === 0
  }

  /** Rows whose briefs are here, ascending. */
  rowsAtHand(): readonly EventRow[] {
    const rows = new Set([...this.#leafRows.keys(), ...this.#briefs.keys()])
    for (const [firstRow, path] of this.#chunks) {
      const chunk = this.#held.get(path, readChunk, false)
      for (let at = 0; at < (chunk?.columns.rowCount ?? 0); at++) rows.add(firstRow + at)
    }
    return [...rows].sort((a, b) => a - b)
  }

  /** NaN where the row is not known. */
  #valueOf(row: EventRow, column: 'startMs' | 'endMs' | 'lane'): number {
    const place = this.placeOf(row)
    if (place !== null) return place.columns[column][place.at] ?? NaN
    const at = this.#gathered === null ? 0 : countBelow(this.#gathered.rows, row)
    return this.#gathered?.rows[at] === row ? (this.#gathered[column][at] ?? NaN) : NaN
  }

  #findColumns(row: EventRow): ColumnPlace | null {
    const address = this.#rows.addressOf(row)
    if (address === null) return null
    const { cell, position } = address
    const block = Math.floor(position / INDEX_EVENTS)
    const index = this.#held.get(indexPath(cell, block), decodeRanked, false)
    if (index !== null) return { columns: index.columns, at: position % INDEX_EVENTS }
    const chunk = this.chunkAt(row, false)
    return chunk === null ? null : { columns: chunk.columns, at: position % CHUNK_EVENTS }
  }

  #brief(row: EventRow, isWanted: boolean): EventBrief | undefined {
    const known = this.#briefs.get(row)
    if (known !== undefined) return known
    const written = this.#written(row, isWanted)
    if (written === null) return undefined
    const relations = this.#relationsOf(row, isWanted)
    // Its words tell what it came before or after.
    if (relations === null) return undefined
    const own = readBrief(written, this.#actors, relations)
    const brief = this.#onOwnPlace === null ? own : briefAsReported(own)
    if (this.#briefs.size >= KEPT) this.#briefs.clear()
    this.#briefs.set(row, brief)
    return brief
  }

  #briefPlace(row: EventRow, isWanted: boolean): BriefPlace | null {
    const leaf = this.#leafRows.get(row)
    if (leaf !== undefined) return leaf
    const at = (this.#rows.addressOf(row)?.position ?? 0) % CHUNK_EVENTS
    const here = this.chunkAt(row, false)
    if (here !== null) return { briefs: here.briefs, at }
    for (const source of this.#sources) {
      const place = source(row, isWanted)
      if (place === 'coming') return null
      if (place !== null) return place
    }
    const chunk = this.chunkAt(row, isWanted)
    return chunk === null ? null : { briefs: chunk.briefs, at }
  }

  /** First rows of the chunks that hold the rows from `from` to `to` (exclusive), of as many cells as they stand in. */
  chunksOf(from: EventRow, to: EventRow): readonly EventRow[] {
    const firstRows: EventRow[] = []
    for (let row = from; row < to;) {
      const address = this.#rows.addressOf(row)
      if (address === null) break
      const firstRow = row - (address.position % CHUNK_EVENTS)
      firstRows.push(firstRow)
      row = Math.min(firstRow + CHUNK_EVENTS, this.#rows.firstRowOf(address.cell + 1))
    }
    return firstRows
  }

  /** The chunk in which a row stands; null: not here, and fetched if it is wanted. */
  chunkAt(row: EventRow, isWanted: boolean): EventChunk | null {
    const address = this.#rows.addressOf(row)
    if (address === null) return null
    const { cell, position } = address
    const path = chunkPath(cell, Math.floor(position / CHUNK_EVENTS))
    const chunk = this.#held.get(path, readChunk, isWanted)
    if (chunk !== null) this.#chunks.set(row - (position % CHUNK_EVENTS), path)
    return chunk
  }

  /** Only of undated events, whose words tell them; null: not here yet. */
  #relationsOf(row: EventRow, isWanted: boolean): readonly Relation[] | null {
    if (row < this.#rows.datedLength) return []
    if (this.#rows.entryOf(UNDATED_CELL)?.hasRelations !== true) return []
    const table = this.#held.get(relationPath(UNDATED_CELL), readRelations, isWanted)
    if (table === null) return null
    const position = row - this.#rows.datedLength
    const relations: Relation[] = []
    for (const relation of table) {
      if (relation.position !== position || relation.isInverse) continue
      const is = relationKinds[relation.kind]
      const other = this.#rows.rowOf(relation.other)
      const id = other === row ? undefined : this.#idOf(other, isWanted)
      if (id === undefined) return null
      if (is !== undefined) relations.push({ is, to: id })
    }
    return relations
  }

  /** Without its relations, which may lead back here. */
  #idOf(row: EventRow, isWanted: boolean): EventId | undefined {
    const known = this.#briefs.get(row)
    if (known !== undefined) return known.id
    return this.#written(row, isWanted)?.[0] as EventId | undefined
  }

  #written(row: EventRow, isWanted: boolean): WrittenBrief | null {
    const place = this.#briefPlace(row, isWanted)
    if (place === null) return null
    const { bytes, starts, lengths } = place.briefs
    const start = starts[place.at] ?? 0
    const text = this.#decode(bytes.subarray(start, start + (lengths[place.at] ?? 0)))
    const written = this.#unwrap(JSON.parse(text))
    this.#rowsById.set(written[0], row)
    return written
  }

  #unwrap(json: unknown): WrittenBrief {
    if (this.#onOwnPlace === null) return json as WrittenBrief
    const [written, cell, position] = json as ReportedBrief
    this.#onOwnPlace(written[0], { cell, position })
    return written
  }
}

/** Numbers by row that are looked up when they are asked for. */
export function rowValues(valueAt: (row: EventRow) => number): RowValues {
  return new Proxy<RowValues>({}, { get: (_, row) => valueAt(Number(row)) })
}
