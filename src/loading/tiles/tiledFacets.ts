/** By what can a story in tiles be filtered, and how many events has each value? Sources are told when somebody asks. */
import { facetKinds, type FacetKind } from '../../core/story/facetKinds.ts'
import { records, standings } from '../../core/story/storyFile.ts'
import type { TileActors, TileManifest, TileSources } from '../../core/tiles/manifest.ts'
import { SOURCE_TOTALS_PATH } from '../../core/tiles/tilePaths.ts'
import type { TileStore } from './tileStore.ts'

/** A value of a facet. */
export interface TiledValue {
  readonly value: string
  /** Of its postings. */
  readonly number: number
  /** Events that have it. */
  readonly total: number
  /** Of a source, which the frame of the story may not have. */
  readonly source: { readonly outlet: string; readonly title: string } | null
}

/** In the order of their numbers. */
export type TiledValues = ReadonlyMap<string, TiledValue>

export class TiledFacets {
  /** Tiles of an earlier builder have postings of actors alone. */
  readonly offered: readonly FacetKind[]
  readonly #store: TileStore
  readonly #known = new Map<FacetKind, TiledValues>()

  /** @param actors ids by number */
  constructor(
    { facets }: Pick<TileManifest, 'facets'>,
    actors: readonly string[],
    { totals, speaking }: Pick<TileActors, 'totals' | 'speaking'>,
    store: TileStore,
  ) {
    this.#store = store
    this.#known.set('actor', valuesOf(actors, totals))
    this.offered = facets === undefined || speaking === undefined ? ['actor'] : facetKinds
    if (facets === undefined || speaking === undefined) return
    this.#known.set('speaker', valuesOf(actors, speaking))
    this.#known.set('standing', valuesOf(standings, facets.standing))
    this.#known.set('record', valuesOf(records, facets.record))
  }

  /** null: not here yet, and fetched if it is wanted. */
  valuesOf(kind: FacetKind, isWanted: boolean): TiledValues | null {
    const known = this.#known.get(kind)
    if (known !== undefined || !this.offered.includes(kind)) return known ?? null
    const values = this.#store.get(SOURCE_TOTALS_PATH, decodeSources, isWanted)
    if (values !== null) this.#known.set(kind, values)
    return values
  }

  /** The same, as soon as it is here. @throws LoadError */
  async learn(kind: FacetKind): Promise<TiledValues> {
    const known = this.valuesOf(kind, false)
    if (known !== null || !this.offered.includes(kind)) return known ?? new Map()
    const values = decodeSources(await this.#store.read(SOURCE_TOTALS_PATH))
    this.#known.set(kind, values)
    return values
  }
}

function valuesOf(values: readonly string[], totals: readonly number[]): TiledValues {
  return new Map(
    values.map((value, number) => [value, { value, number, total: totals[number] ?? 0, source: null }]),
  )
}

function decodeSources(bytes: Uint8Array): TiledValues {
  const { sources } = JSON.parse(new TextDecoder().decode(bytes)) as TileSources
  return new Map(
    sources.map(([value, outlet, title, total], number) => [
      value,
      { value, number, total, source: { outlet, title } },
    ]),
  )
}
