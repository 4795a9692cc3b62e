/**
 * Which events of a story in tiles have one of the chosen values of each facet? Some facets are read: all postings of
 * their chosen values. Others need not be, since every posting tells them by itself:
 *
 *   read         actor        ● ●   ●     ●  ●        gathered from the fewest postings
 *                source         ●   ●  ●  ●           looked up in these
 *   by posting   standing, record statuses            columns and marks of the gathered ones
 */
import { countBelow } from '../base/bisect.ts'
import { facetKinds, type FacetKind, type SmallFacet } from '../story/facetKinds.ts'
import { records, standings } from '../story/storyFile.ts'
import type { Extent } from '../time/fuzzyDate.ts'
import type { CellRows } from './cellRows.ts'
import { gatherRows, type MatchedRows } from './gatherRows.ts'
import { SPEAKS, type Postings } from './postings.ts'

/** Events that may be read for the sake of a standing or a record status: some 12 MB. */
export const MOST_COMMON = 2_000_000

/** How many events the chosen values of each facet have together; facets of which nothing is chosen are left out. */
export type ChosenTotals = Readonly<Partial<Record<FacetKind, number>>>

/**
 * Which facets are read. Actors, sources and speakers always are; beside them standings and record statuses never; alone,
 * the rarer of the two.
 * @returns null: these are of more events than are read
 */
export function facetsToRead(totals: ChosenTotals): readonly FacetKind[] | null {
  const chosen = facetKinds.filter((kind) => totals[kind] !== undefined)
  const listed = chosen.filter((kind) => !isSmall(kind))
  if (listed.length > 0) return listed
  const [rarest] = chosen.toSorted((a, b) => (totals[a] ?? 0) - (totals[b] ?? 0))
  if (rarest === undefined) return []
  return (totals[rarest] ?? 0) > MOST_COMMON ? null : [rarest]
}

function isSmall(kind: FacetKind): kind is SmallFacet {
  return kind === 'standing' || kind === 'record'
}

/** A facet whose chosen values were read. */
export interface ReadFacet {
  readonly kind: FacetKind
  /** Postings of each chosen value. */
  readonly values: readonly {
    readonly value: string
    readonly number: number
    readonly lists: readonly Postings[]
  }[]
}

/** Numbers of the chosen values of a facet that was not read, as bits. */
export type ChosenBits = Readonly<Partial<Record<SmallFacet, number>>>

type Keep = (row: number, list: Postings, at: number) => boolean

export class ChosenEvents {
  /** Those that were read, the one with the fewest postings first. */
  readonly facets: readonly ReadFacet[]
  readonly #bits: ChosenBits
  readonly #cellRows: CellRows
  readonly #range: Extent | null
  /** Rows of a facet that was read, ascending; worked out where another facet asks. */
  readonly #rows = new Map<FacetKind, Float64Array>()

  /** @param facets read, at least one; @param bits of the others; @param range null: any time */
  constructor(facets: readonly ReadFacet[], bits: ChosenBits, cellRows: CellRows, range: Extent | null) {
    this.facets = facets.toSorted((a, b) => sizeOf(a) - sizeOf(b))
    this.#bits = bits
    this.#cellRows = cellRows
    this.#range = range
  }

  /** All that pass. @param keep a further condition */
  match(keep?: (row: number) => boolean): MatchedRows {
    const [base] = this.facets
    const passes = this.#passes(base?.kind ?? null, null)
    return gatherRows(
      base === undefined ? [] : listsOf(base),
      this.#cellRows,
      this.#range,
      keep === undefined ? passes : (row, list, at) => passes(row, list, at) && keep(row),
    )
  }

  /** How many events a chosen value of a facet that was read has under the other facets and dates. */
  countRead(kind: FacetKind, value: string): number {
    const lists = this.facets.find((facet) => facet.kind === kind)?.values.find((one) => one.value === value)
    if (lists === undefined) return 0
    return gatherRows(lists.lists, this.#cellRows, this.#range, this.#passes(kind, kind)).rows.length
  }

  /** [values] how many events each value of a facet that was not read has under the others. */
  countSmall(kind: SmallFacet): readonly number[] {
    const counts = (kind === 'standing' ? standings : records).map(() => 0)
    const [base] = this.facets
    if (base === undefined) return counts
    const passes = this.#passes(base.kind, kind)
    // An event may stand in the postings of several values.
    const seen = base.values.length > 1 ? new Set<number>() : null
    gatherRows(listsOf(base), this.#cellRows, this.#range, (row, list, at) => {
      if (!passes(row, list, at) || seen?.has(row) === true) return false
      seen?.add(row)
      const bits = bitsOf(kind, list, at)
      for (let value = 0; value < counts.length; value++)
        counts[value] = (counts[value] ?? 0) + ((bits >> value) & 1)
      return false
    })
    return counts
  }

  /**
   * Whether a posting passes every facet.
   * @param own the facet it is a posting of, which it has already; @param except one that does not count
   */
  #passes(own: FacetKind | null, except: FacetKind | null): Keep {
    const conditions: Keep[] = []
    if (own === 'speaker') conditions.push((_, list, at) => speaksIn(list, at))
    for (const kind of ['standing', 'record'] as const) {
      const chosen = this.#bits[kind]
      if (chosen !== undefined && kind !== except)
        conditions.push((_, list, at) => (bitsOf(kind, list, at) & chosen) !== 0)
    }
    for (const facet of this.facets) {
      if (facet.kind === own || facet.kind === except) continue
      const rows = this.#rowsOf(facet)
      conditions.push((row) => rows[countBelow(rows, row)] === row)
    }
    const [first, second] = conditions
    if (first === undefined) return () => true
    if (second === undefined) return first
    return (row, list, at) => conditions.every((holds) => holds(row, list, at))
  }

  #rowsOf(facet: ReadFacet): Float64Array {
    const known = this.#rows.get(facet.kind)
    if (known !== undefined) return known
    const keep: Keep = facet.kind === 'speaker' ? (_, list, at) => speaksIn(list, at) : () => true
    const { rows } = gatherRows(listsOf(facet), this.#cellRows, null, keep)
    this.#rows.set(facet.kind, rows)
    return rows
  }
}

function listsOf({ values }: ReadFacet): readonly Postings[] {
  return values.flatMap(({ lists }) => lists)
}

function sizeOf(facet: ReadFacet): number {
  return listsOf(facet).reduce((sum, { columns }) => sum + columns.rowCount, 0)
}

function speaksIn({ marks }: Postings, at: number): boolean {
  return ((marks?.[at] ?? 0) & SPEAKS) !== 0
}

function bitsOf(kind: SmallFacet, { columns, marks }: Postings, at: number): number {
  return kind === 'standing' ? 1 << (columns.standing[at] ?? 0) : (marks?.[at] ?? 0) & (SPEAKS - 1)
}
