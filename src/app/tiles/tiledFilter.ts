/** What a filter asks of the tiles, fetched once for each filter; words are looked for in what is here. */
import type { ActorId } from '../../core/base/brand.ts'
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import type { FacetCount } from '../../core/indexing/countFacets.ts'
import { foldTerms, foldText } from '../../core/indexing/foldText.ts'
import { MAX_WHOLE } from '../../core/marks/layOutLanes.ts'
import type { Extent } from '../../core/time/fuzzyDate.ts'
import type { AddressedColumns } from '../../core/tiles/addressedRows.ts'
import { countBelow } from '../../core/base/bisect.ts'
import { ByteReader } from '../../core/tiles/byteReader.ts'
import { readBriefs } from '../../core/tiles/eventChunk.ts'
import { gatherRows, type MatchedRows } from '../../core/tiles/gatherRows.ts'
import { PIECE_EVENTS, POSTING_BRIEFS } from '../../core/tiles/postings.ts'
import { findRangeEdges, readPostings, type RangeEdges } from '../../core/tiles/rangeEdges.ts'
import { findGathered, type TiledFound } from '../../core/tiles/tiledLanes.ts'
import { rowsToColumns, rowAt } from '../../core/tiles/tileColumns.ts'
import type { BriefSource } from '../../core/tiles/tiledEvents.ts'
import { postingBriefsPath } from '../../core/tiles/tilePaths.ts'
import type { TiledStory } from '../../loading/tiles/tiledStory.ts'

/** The events of one chosen actor. */
interface ChosenActor {
  readonly actor: ActorId
  readonly lists: readonly AddressedColumns[]
  /** How many of them fall in the range. */
  readonly count: number
}

export type FilterBasis =
  | { readonly kind: 'all' }
  | { readonly kind: 'range'; readonly edges: RangeEdges }
  | {
      readonly kind: 'actors'
      readonly chosen: readonly ChosenActor[]
      readonly range: Extent | null
      /** Events of any of them that fall in the range. */
      readonly matched: MatchedRows
      readonly found: TiledFound
    }

/** @param range null: any time. @throws LoadError */
export async function readBasis(
  { files, parts, actorNumbers, actorTotals }: TiledStory,
  actors: readonly ActorId[],
  range: Extent | null,
): Promise<FilterBasis> {
  if (actors.length > 0) {
    const chosen = await Promise.all(
      actors.map(async (actor) => {
        const number = actorNumbers.get(actor) ?? -1
        const hasAny = (actorTotals[number] ?? 0) > 0
        const lists = hasAny ? await readPostings(files, 'actor', number) : []
        return { actor, lists, gathered: gatherRows(lists, parts.cellRows, range) }
      }),
    )
    const [only] = chosen
    const isAlone = only !== undefined && chosen.length === 1
    const all = chosen.flatMap(({ lists }) => lists)
    const matched = isAlone ? only.gathered : gatherRows(all, parts.cellRows, range)
    return {
      kind: 'actors',
      chosen: chosen.map(({ actor, lists, gathered }) => ({ actor, lists, count: gathered.rows.length })),
      range,
      matched,
      found: findGathered(parts, matched, MAX_WHOLE),
    }
  }
  if (range === null) return { kind: 'all' }
  return { kind: 'range', edges: await findRangeEdges(files, parts.cellRows, range) }
}

/** Events of the basis in which the words are found, and among how many they were looked for; null: no words. */
export function findWords(
  { parts }: TiledStory,
  basis: FilterBasis,
  words: string,
): { readonly matched: MatchedRows; readonly searched: number } | null {
  const terms = foldTerms(words)
  if (terms.length === 0) return null
  const { cellRows, events } = parts
  const atHand = events.rowsAtHand()
  const hasWords = (row: EventRow): boolean => {
    const title = foldText(events.peek(row)?.title ?? '')
    return terms.every((term) => title.includes(term))
  }
  if (basis.kind === 'actors') {
    const known = Float64Array.from(atHand)
    const isKnown = (row: EventRow): boolean => known[countBelow(known, row)] === row
    const lists = basis.chosen.flatMap((actor) => actor.lists)
    const all = gatherRows(lists, cellRows, basis.range, isKnown)
    return {
      matched: gatherRows(lists, cellRows, basis.range, (row) => isKnown(row) && hasWords(row)),
      searched: all.rows.length,
    }
  }
  const found = atHand.filter((row) => hasWords(row) && events.placeOf(row) !== null)
  const range = basis.kind === 'range' ? basis.edges.range : null
  return { matched: gatherRows([listOf(found, parts)], cellRows, range), searched: atHand.length }
}

/** Rows as a list of their own. */
function listOf(rows: readonly EventRow[], { cellRows, events }: TiledStory['parts']): AddressedColumns {
  const placed = rows.flatMap((row) => {
    const place = events.placeOf(row)
    const address = cellRows.addressOf(row)
    return place === null || address === null ? [] : [{ ...address, row: rowAt(place.columns, place.at) }]
  })
  return {
    columns: rowsToColumns(placed.map(({ row }) => row)),
    cells: Int32Array.from(placed, ({ cell }) => cell),
    positions: Uint32Array.from(placed, ({ position }) => position),
  }
}

/** Briefs of actors with few events stand beside their postings, so that their cells need not be read for titles. */
export function briefSourcesOf(
  { store, parts, actorNumbers }: TiledStory,
  basis: FilterBasis,
): readonly BriefSource[] {
  if (basis.kind !== 'actors') return []
  return basis.chosen.flatMap(({ actor, lists }): readonly BriefSource[] => {
    const [list] = lists
    const number = actorNumbers.get(actor)
    if (list === undefined || lists.length > 1 || number === undefined || list.cells.length > PIECE_EVENTS)
      return []
    const rows = Float64Array.from(list.cells, (cell, at) =>
      parts.cellRows.rowOf({ cell, position: list.positions[at] ?? 0 }),
    )
    return [
      (row, isWanted) => {
        const place = countBelow(rows, row)
        if (rows[place] !== row) return null
        const part = Math.floor(place / POSTING_BRIEFS)
        const count = Math.min(POSTING_BRIEFS, rows.length - part * POSTING_BRIEFS)
        const decode = (bytes: Uint8Array) => readBriefs(count, new ByteReader(bytes))
        const briefs = store.get(postingBriefsPath('actor', number, part), decode, isWanted)
        if (briefs === null) return 'coming'
        return { briefs, at: place % POSTING_BRIEFS }
      },
    ]
  })
}

/**
 * How many events each actor would bring. Beside dates or words only those of chosen actors are counted: of the others
 * that is known only once their events are read.
 */
export function countTiledActors(
  story: TiledStory,
  basis: FilterBasis,
  hasOtherFilter: boolean,
): readonly FacetCount[] {
  const { frame, actorTotals } = story
  const counted = new Map(
    basis.kind === 'actors' ? basis.chosen.map(({ actor, count }) => [actor, count]) : [],
  )
  return [...frame.actors.keys()].flatMap((value, number): FacetCount[] => {
    const total = actorTotals[number] ?? 0
    if (total === 0) return []
    return [{ value, count: hasOtherFilter ? (counted.get(value) ?? null) : total, total }]
  })
}
