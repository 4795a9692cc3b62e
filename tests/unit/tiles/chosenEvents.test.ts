/** Does a filter by any facets of a story in tiles leave the events that it leaves of the same story read whole? */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { countTiledFacet } from '../../../src/app/tiles/countTiledFacet.ts'
import { edgesOf, readBasis, type FilterBasis } from '../../../src/app/tiles/tiledFilter.ts'
import { countFacet } from '../../../src/core/indexing/countFacets.ts'
import { findMatches, findMatchesOfAnyValue, keepChosen } from '../../../src/core/indexing/findMatches.ts'
import { MATCH } from '../../../src/core/indexing/matchDate.ts'
import { ShownRows } from '../../../src/core/indexing/shownRows.ts'
import {
  chosenFacets,
  facetKinds,
  noneChosen,
  type ChosenValues,
  type FacetKind,
} from '../../../src/core/story/facetKinds.ts'
import { CellRows } from '../../../src/core/tiles/cellRows.ts'
import { facetsToRead, MOST_COMMON } from '../../../src/core/tiles/chosenEvents.ts'
import type { TileActors } from '../../../src/core/tiles/manifest.ts'
import { Pyramid } from '../../../src/core/tiles/pyramidLanes.ts'
import { TiledEvents } from '../../../src/core/tiles/tiledEvents.ts'
import { ACTORS_PATH } from '../../../src/core/tiles/tilePaths.ts'
import { rangeOf } from '../../../src/core/time/dateRange.ts'
import { describeWithheld } from '../../../src/core/wording/searchedWords.ts'
import { TiledFacets } from '../../../src/loading/tiles/tiledFacets.ts'
import type { TiledStory } from '../../../src/loading/tiles/tiledStory.ts'
import type { TileStore } from '../../../src/loading/tiles/tileStore.ts'
import { buildTiles } from '../../../src/tiling/buildTiles.ts'
import ofActorsAlone from '../../fixtures/tilesOfActorsAlone.json' with { type: 'json' }
import {
  countWhole,
  generatedText,
  openFolder,
  piecesOf,
  readWhole,
  tempFolder,
} from '../tiling/tileFolder.ts'

/** A story with more sources than its manifest holds. */
const EVENTS = 4_000

/** What the page has of a story in tiles, from a folder in which every file is at hand. */
async function openStory(folder: string, { story }: ReturnType<typeof readWhole>): Promise<TiledStory> {
  const files = await openFolder(folder)
  const get: TileStore['get'] = (file, decode) => decode(readFileSync(path.join(folder, file)))
  const store = { get, read: files.read, has: () => true } as unknown as TileStore
  const actors = JSON.parse(readFileSync(path.join(folder, ACTORS_PATH), 'utf8')) as TileActors
  const ids = [...story.actors.keys()]
  const facets = new TiledFacets(files.manifest, ids, actors, store)
  const cellRows = new CellRows(files.cells, files.manifest.cellBits)
  const decoder = new TextDecoder()
  const events = new TiledEvents(cellRows, store, ids, (bytes) => decoder.decode(bytes))
  const pyramid = new Pyramid(cellRows, files, store, events)
  const parts = { cellRows, events, pyramid, totals: files.manifest.facts.kindCounts }
  return { files, parts, facets, store, frame: story } as unknown as TiledStory
}

describe('a choice of values', () => {
  let tiled: TiledStory
  let whole: ReturnType<typeof readWhole>

  beforeAll(async () => {
    const text = generatedText(EVENTS, 9)
    whole = readWhole(text)
    const folder = mkdtempSync(path.join(tmpdir(), 'dateline-tiles-'))
    const built = await buildTiles(piecesOf(text), { out: folder, cellBits: 31 })
    if (!built.ok) throw new Error(built.problem)
    tiled = await openStory(folder, whole)
    return () => rmSync(folder, { recursive: true })
  }, 60_000)

  /** Of each facet up to three values, frequent ones more often. */
  const choice = fc.record(
    Object.fromEntries(
      facetKinds.map((kind) => [
        kind,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
      ]),
    ) as Record<FacetKind, fc.Arbitrary<number[]>>,
  )
  const chosenBy = (places: Readonly<Record<FacetKind, readonly number[]>>): ChosenValues => {
    const valuesOf = (kind: FacetKind): readonly string[] => {
      const { values } = whole.index.facets[kind]
      const picked = places[kind].map((place) => values[Math.floor(place ** 3 * (values.length - 1))] ?? '')
      return [...new Set(picked)]
    }
    return {
      actor: valuesOf('actor'),
      standing: valuesOf('standing'),
      record: valuesOf('record'),
      source: valuesOf('source'),
      speaker: valuesOf('speaker'),
    }
  }
  const dates = fc.constantFrom(
    { from: null, to: null },
    { from: '2022-03', to: '2023-06-11' },
    { from: '2024', to: null },
  )

  const idsIn = (basis: FilterBasis, match: number): readonly string[] => {
    if (basis.kind !== 'chosen') throw new Error('something is chosen')
    const { rows, match: matches } = basis.matched
    return Array.from(rows)
      .filter((_, i) => matches[i] === match)
      .map((row) => String(tiled.parts.events.at(row)?.id))
      .sort()
  }

  test('leaves the same events, as surely, and counts of values that are right where they are told', async () => {
    let told = 0
    await fc.assert(
      fc.asyncProperty(choice, dates, async (places, { from, to }) => {
        const chosen = chosenBy(places)
        fc.pre(chosenFacets(chosen).length > 0)
        const ofAnyValue = findMatchesOfAnyValue(whole.index, { range: rangeOf(from, to), wordHits: null })
        const kept = keepChosen(whole.index, ofAnyValue, chosen)
        const { matches } = kept
        const basis = await readBasis(tiled, chosen, rangeOf(from, to))
        for (const match of [MATCH.certain, MATCH.possible])
          expect([chosen, idsIn(basis, match)]).toEqual([
            chosen,
            whole.story.events.flatMap(({ id }, row) => (matches[row] === match ? [id] : [])).sort(),
          ])
        for (const kind of facetKinds) {
          const right = countFacet(whole.index, kind, kept)
          const counted = countTiledFacet(tiled, basis, { from, to, words: '', chosen }, kind)
          expect(counted.map(({ value, total }) => [value, total])).toEqual(
            right.map(({ value, total }) => [value, total]),
          )
          const known = counted.filter(({ count }) => count !== null)
          told += known.length
          expect(known.map(({ value, count }) => [value, count])).toEqual(
            known.map(({ value }) => [value, right.find((other) => other.value === value)?.count]),
          )
          const untold = counted.filter(({ value, count }) => count === null && chosen[kind].includes(value))
          expect(untold).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
    expect(told).toBeGreaterThan(0)
  }, 60_000)

  test('of an actor tells how many events of each standing and record status there are', async () => {
    const [actor = ''] = whole.index.facets.actor.values
    const chosen = { ...noneChosen, actor: [actor] }
    const basis = await readBasis(tiled, chosen, null)
    const everything = findMatchesOfAnyValue(whole.index, { range: null, wordHits: null })
    for (const kind of ['standing', 'record'] as const) {
      const counted = countTiledFacet(tiled, basis, { from: null, to: null, words: '', chosen }, kind)
      const right = countFacet(whole.index, kind, keepChosen(whole.index, everything, chosen))
      expect(counted).toEqual(right)
    }
  })

  test('beside words counts nothing, since these are not looked for everywhere', async () => {
    const chosen = { ...noneChosen, standing: ['alleged'] }
    const basis = await readBasis(tiled, chosen, null)
    for (const kind of facetKinds)
      for (const { count } of countTiledFacet(
        tiled,
        basis,
        { from: null, to: null, words: 'a', chosen },
        kind,
      ))
        expect(count).toBeNull()
  })

  test('that too many events have is not applied, and told, unless a rarer one is chosen as well', async () => {
    const totals = { standing: [5_800_000, 0, 0, 0, 0, 0, 0], record: [7_200_000, 0, 0, 0, 0] }
    const facets = new TiledFacets({ facets: totals }, [], { totals: [], speaking: [] }, tiled.store)
    const large = { ...tiled, facets }
    const chosen = { ...noneChosen, standing: ['reported'], record: ['on-record'] }
    const basis = await readBasis(large, chosen, rangeOf('2024', '2024'))
    expect(basis).toMatchObject({ kind: 'withheld', total: 5_800_000 })
    expect(edgesOf(basis)?.shown).toBe(countWhole(whole.index, rangeOf('2024', '2024')).shown)
    expect(basis.kind === 'withheld' ? describeWithheld(basis) : '').toBe(
      '; not narrowed down by a standing or a record status, since 5,800,000 events are too many to fetch: ' +
        'choose an actor, a source or a speaker as well',
    )
    const [source = ''] = whole.index.facets.source.values
    const both = { ...chosen, source: [source] }
    const narrowed = await readBasis(large, both, null)
    expect(idsIn(narrowed, MATCH.certain)).toHaveLength(
      new ShownRows(findMatches(whole.index, { chosen: both, range: null, wordHits: null })).length,
    )
  })

  test('that the story does not have leaves nothing', async () => {
    const basis = await readBasis(tiled, { ...noneChosen, source: ['nowhere'] }, null)
    expect(basis.kind === 'chosen' ? basis.matched.rows.length : null).toBe(0)
  })

  test('sources are called as the story calls them, though its manifest holds none of them', () => {
    expect(tiled.files.manifest.sources.kind).toBe('files')
    const everything = { from: null, to: null, words: '', chosen: noneChosen }
    const named = countTiledFacet(tiled, { kind: 'all' }, everything, 'source')
    expect(named.length).toBeGreaterThan(500)
    for (const { value, name, note } of named) {
      const source = [...whole.story.sources.values()].find(({ id }) => id === value)
      expect([name, note]).toEqual([source?.outlet, source?.title])
    }
  })
})

test('tiles of a builder that posted actors alone are filtered by actors, and by nothing else', async () => {
  const folder = tempFolder()
  for (const [file, bytes] of Object.entries(ofActorsAlone.files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), Buffer.from(bytes, 'base64'))
  }
  const whole = readWhole(JSON.stringify(ofActorsAlone.story))
  const tiled = await openStory(folder, whole)
  expect(tiled.facets.offered).toEqual(['actor'])
  const everything = { from: null, to: null, words: '', chosen: noneChosen }
  for (const kind of facetKinds.filter((other) => other !== 'actor'))
    expect(countTiledFacet(tiled, { kind: 'all' }, everything, kind)).toEqual([])
  const counted = countTiledFacet(tiled, { kind: 'all' }, everything, 'actor')
  expect(counted.length).toBeGreaterThan(3)
  for (const { value, count } of counted) {
    const basis = await readBasis(tiled, { ...noneChosen, actor: [value] }, null)
    const right = countWhole(whole.index, null, [value]).shown
    expect([count, basis.kind === 'chosen' ? basis.matched.rows.length : null]).toEqual([right, right])
  }
})

describe('which facets are read', () => {
  test('listed ones always, and beside them no others', () => {
    expect(facetsToRead({ actor: 5_000_000, standing: 1, speaker: 2 })).toEqual(['actor', 'speaker'])
  })

  test('of standings and record statuses the rarer ones', () => {
    expect(facetsToRead({ standing: 500, record: 400 })).toEqual(['record'])
    expect(facetsToRead({ standing: 6_000_000, record: MOST_COMMON })).toEqual(['record'])
  })

  test('none where even these are of more events than are read', () => {
    expect(facetsToRead({ standing: MOST_COMMON + 1 })).toBeNull()
    expect(facetsToRead({ standing: MOST_COMMON + 1, source: 7 })).toEqual(['source'])
  })
})
