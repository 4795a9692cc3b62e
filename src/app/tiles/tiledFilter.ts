/** What a filter asks of the tiles, fetched once for each filter; words are looked for in what is here. */
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import { foldTerms, foldText } from '../../core/indexing/foldText.ts'
import { chosenFacets, type ChosenValues, type FacetKind } from '../../core/story/facetKinds.ts'
import { MAX_WHOLE } from '../../core/marks/layOutLanes.ts'
import type { Extent } from '../../core/time/fuzzyDate.ts'
import type { AddressedColumns } from '../../core/tiles/addressedRows.ts'
import { countBelow } from '../../core/base/bisect.ts'
import { ByteReader } from '../../core/tiles/byteReader.ts'
import { readBriefs } from '../../core/tiles/eventChunk.ts'
import {
  ChosenEvents,
  facetsToRead,
  type ChosenBits,
  type ChosenTotals,
  type ReadFacet,
} from '../../core/tiles/chosenEvents.ts'
import { gatherRows, type MatchedRows } from '../../core/tiles/gatherRows.ts'
import { PIECE_EVENTS, POSTING_BRIEFS } from '../../core/tiles/postings.ts'
import { findRangeEdges, readPostings, type RangeEdges } from '../../core/tiles/rangeEdges.ts'
import { findGathered, type TiledFound } from '../../core/tiles/tiledLanes.ts'
import { rowsToColumns, rowAt } from '../../core/tiles/tileColumns.ts'
import type { BriefSource } from '../../core/tiles/tiledEvents.ts'
import { postingBriefsPath } from '../../core/tiles/tilePaths.ts'
import type { TiledValue } from '../../loading/tiles/tiledFacets.ts'
import type { TiledStory } from '../../loading/tiles/tiledStory.ts'

export type FilterBasis =
  | { readonly kind: 'all' }
  | { readonly kind: 'range'; readonly edges: RangeEdges }
  /** More events have the chosen values than are read: it is as if nothing was chosen, and told. */
  | {
      readonly kind: 'withheld'
      readonly facets: readonly FacetKind[]
      /** Events of the chosen values of the rarest facet. */
      readonly total: number
      readonly edges: RangeEdges | null
    }
  | {
      readonly kind: 'chosen'
      readonly events: ChosenEvents
      readonly matched: MatchedRows
      readonly found: TiledFound
    }

/** From so many events on, what is made of them is made in several tasks of the page. */
const MANY = 100_000

/** @param range null: any time. @throws LoadError */
export async function readBasis(
  story: TiledStory,
  chosen: ChosenValues,
  range: Extent | null,
): Promise<FilterBasis> {
  const { files, parts } = story
  const values = await valuesChosen(story, chosen)
  const totals: ChosenTotals = Object.fromEntries(
    values.map(({ kind, found }) => [kind, found.reduce((sum, { total }) => sum + total, 0)]),
  )
  const kinds = facetsToRead(totals)
  if (kinds === null || kinds.length === 0) {
    const edges = range === null ? null : await findRangeEdges(files, parts.cellRows, range)
    if (kinds === null)
      return {
        kind: 'withheld',
        facets: chosenFacets(chosen),
        total: Math.min(...Object.values(totals)),
        edges,
      }
    return edges === null ? { kind: 'all' } : { kind: 'range', edges }
  }
  const read = await Promise.all(
    values.flatMap(({ kind, found }) => (kinds.includes(kind) ? [readFacet(story, kind, found)] : [])),
  )
  const bits: ChosenBits = Object.fromEntries(
    values
      .filter(({ kind }) => !kinds.includes(kind))
      .map(({ kind, found }) => [kind, found.reduce((all, { number }) => all | (1 << number), 0)]),
  )
  const events = new ChosenEvents(read, bits, parts.cellRows, range)
  const matched = events.match()
  const pause = matched.rows.length < MANY ? null : nextTask
  await pause?.()
  const found = findGathered(parts, matched, MAX_WHOLE)
  for (const kind of ['day', 'lasted', 'doubt'] as const) {
    await pause?.()
    // What a lane sorts when it is first asked is sorted before it is drawn.
    if (pause !== null) found.lanes[kind].countGoingOn(0)
  }
  return { kind: 'chosen', events, matched, found }
}

/** So that the page answers between two steps that take a while each. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

/** Of each facet of which something is chosen; what the story does not have is left out. */
function valuesChosen(
  { facets }: TiledStory,
  chosen: ChosenValues,
): Promise<readonly { readonly kind: FacetKind; readonly found: readonly TiledValue[] }[]> {
  return Promise.all(
    chosenFacets(chosen).map(async (kind) => {
      const known = await facets.learn(kind)
      return { kind, found: chosen[kind].flatMap((value) => known.get(value) ?? []) }
    }),
  )
}

async function readFacet(
  { files }: TiledStory,
  kind: FacetKind,
  values: readonly TiledValue[],
): Promise<ReadFacet> {
  const read = values.map(async ({ value, number, total }) => ({
    value,
    number,
    lists: total > 0 ? await readPostings(files, postedFacet(kind), number) : [],
  }))
  return { kind, values: await Promise.all(read) }
}

/** Speakers are marked in the postings of actors. */
function postedFacet(kind: FacetKind): string {
  return kind === 'speaker' ? 'actor' : kind
}

/** null: any time, or what is chosen was read with its dates. */
export function edgesOf(basis: FilterBasis): RangeEdges | null {
  return basis.kind === 'range' || basis.kind === 'withheld' ? basis.edges : null
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
  if (basis.kind === 'chosen') {
    const known = Float64Array.from(atHand)
    const isKnown = (row: EventRow): boolean => known[countBelow(known, row)] === row
    return {
      matched: basis.events.match((row) => isKnown(row) && hasWords(row)),
      searched: basis.events.match(isKnown).rows.length,
    }
  }
  const found = atHand.filter((row) => hasWords(row) && events.placeOf(row) !== null)
  const range = edgesOf(basis)?.range ?? null
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

/** Briefs of values with few events stand beside their postings, so that their cells need not be read for titles. */
export function briefSourcesOf({ tiles, parts }: TiledStory, basis: FilterBasis): readonly BriefSource[] {
  if (basis.kind !== 'chosen') return []
  return basis.events.facets.flatMap(({ kind, values }) =>
    values.flatMap(({ number, lists }): readonly BriefSource[] => {
      const [list] = lists
      const hasBriefs = kind !== 'standing' && kind !== 'record'
      if (!hasBriefs || list === undefined || lists.length > 1 || list.cells.length > PIECE_EVENTS) return []
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
          const briefs = tiles.get(postingBriefsPath(postedFacet(kind), number, part), decode, isWanted)
          if (briefs === null) return 'coming'
          return { briefs, at: place % POSTING_BRIEFS }
        },
      ]
    }),
  )
}
