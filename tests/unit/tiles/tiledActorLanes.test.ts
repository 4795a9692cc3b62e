/** Has a story in tiles the same lanes of actors as the same story read whole, whatever filter there is? */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { LookAhead } from '../../../src/app/tiles/lookAhead.ts'
import { openActorLanes, openActorPyramid } from '../../../src/app/tiles/tiledActorLanes.ts'
import { edgesOf, findWords, readBasis } from '../../../src/app/tiles/tiledFilter.ts'
import { ActorLaneFinder } from '../../../src/core/indexing/actorLanes.ts'
import { COUNTED_LANES, type ActorChoice } from '../../../src/core/indexing/chooseActors.ts'
import type { CountedActorLanes } from '../../../src/core/indexing/countedActors.ts'
import { findMatches } from '../../../src/core/indexing/findMatches.ts'
import { foldText } from '../../../src/core/indexing/foldText.ts'
import { RowLane } from '../../../src/core/indexing/rowLanes.ts'
import { noneChosen } from '../../../src/core/story/facetKinds.ts'
import { readActorBlock, writeActorBlock } from '../../../src/core/tiles/actorBlocks.ts'
import { CellRows } from '../../../src/core/tiles/cellRows.ts'
import type { HeldTiles } from '../../../src/core/tiles/heldTiles.ts'
import { LANES_COUNTED, readLaneNode, writeLaneNode } from '../../../src/core/tiles/lanePyramid.ts'
import type { TileActors } from '../../../src/core/tiles/manifest.ts'
import { NODE_BINS } from '../../../src/core/tiles/pyramid.ts'
import { Pyramid } from '../../../src/core/tiles/pyramidLanes.ts'
import { TiledEvents } from '../../../src/core/tiles/tiledEvents.ts'
import { findAll, findGathered, findInRange } from '../../../src/core/tiles/tiledLanes.ts'
import { ACTORS_PATH } from '../../../src/core/tiles/tilePaths.ts'
import { rangeOf } from '../../../src/core/time/dateRange.ts'
import { TiledFacets } from '../../../src/loading/tiles/tiledFacets.ts'
import type { TiledStory } from '../../../src/loading/tiles/tiledStory.ts'
import type { TileStore } from '../../../src/loading/tiles/tileStore.ts'
import { buildTiles } from '../../../src/tiling/buildTiles.ts'
import { makeEvent, makeStoryFile } from '../../fixtures/makeStory.ts'
import { generatedText, openFolder, piecesOf, readWhole } from '../tiling/tileFolder.ts'

interface Asked {
  readonly actors: readonly string[]
  readonly from: string | null
  readonly to: string | null
  readonly words: string
  readonly isUnfolded: boolean
}

const everything: Asked = { actors: [], from: null, to: null, words: '', isUnfolded: false }

/** Seven actors, every kind of date, many on one day, and more than a leaf holds. */
function crowdedText(): string {
  const dayOf = (day: number): string => new Date(Date.UTC(2020, 2, 1 + day)).toISOString().slice(0, 10)
  const dateOf = (i: number): string | null => {
    const day = (i * 37 + (i % 7) * (i % 11)) % 60
    const [from, to] = [dayOf(day), dayOf(day + 1 + (i % 50))]
    const forms = [`${from}/${to}`, `[${from}..${to}]`, `${from}/..`, `[..${from}]`, '[..]', null]
    return i % 5 === 0 ? (forms[(i / 5) % forms.length] ?? null) : i % 2 === 0 ? from : `${from}T10:30`
  }
  const actors = Array.from({ length: 7 }, (_, i) => ({
    id: `p${i}`,
    name: `P ${i}`,
    kind: 'person' as const,
  }))
  const events = Array.from({ length: 6_000 }, (_, i) => {
    const edtf = dateOf(i)
    return makeEvent(i, {
      date: edtf === null ? null : { edtf },
      statements: [],
      accounts: [],
      actors: actors.filter((__, actor) => i % (actor + 2) === 0).map(({ id }) => ({ actor: id, role: 'x' })),
    })
  })
  return JSON.stringify(makeStoryFile({ actors, events }))
}

describe.each([
  ['of three thousand events and many actors', () => generatedText(3000, 7), 31],
  ['of six thousand events of seven actors in a few weeks', crowdedText, 31],
  ['in longer cells', () => generatedText(900, 6), 36],
])('a story %s', (_, write, cellBits) => {
  let whole: ReturnType<typeof readWhole>
  let finder: ActorLaneFinder
  let folder: string
  let tiled: TiledStory

  beforeAll(async () => {
    const text = write()
    whole = readWhole(text)
    finder = new ActorLaneFinder(whole.index)
    folder = mkdtempSync(path.join(tmpdir(), 'dateline-tiles-'))
    const built = await buildTiles(piecesOf(text), { out: folder, cellBits })
    if (!built.ok) throw new Error(built.problem)
    tiled = await open()
    return () => rmSync(folder, { recursive: true })
  }, 60_000)

  async function open(): Promise<TiledStory> {
    const files = await openFolder(folder)
    const kept = new Map<string, unknown>()
    const get: HeldTiles['get'] = <Content>(file: string, decode: (bytes: Uint8Array) => Content) => {
      if (!kept.has(file)) kept.set(file, decode(readFileSync(path.join(folder, file))))
      return kept.get(file) as Content
    }
    const held = { get, read: files.read, has: () => true }
    const store = held as unknown as TileStore
    const actors = JSON.parse(readFileSync(path.join(folder, ACTORS_PATH), 'utf8')) as TileActors
    const ids = [...whole.story.actors.keys()]
    const cellRows = new CellRows(files.cells, cellBits)
    const decoder = new TextDecoder()
    const events = new TiledEvents(cellRows, held, ids, (bytes) => decoder.decode(bytes))
    const pyramid = new Pyramid(cellRows, files, held, events)
    const parts = { cellRows, events, pyramid, totals: files.manifest.facts.kindCounts }
    const facets = new TiledFacets(files.manifest, ids, actors, store)
    const opened = {
      tiles: held,
      files,
      parts,
      facets,
      store,
      frame: whole.story,
      actorLanes: actors.lanes ?? null,
    }
    return opened as unknown as TiledStory
  }

  const choiceOf = ({ actors, isUnfolded }: Asked): ActorChoice => ({
    ...COUNTED_LANES,
    first: actors.map((id) => whole.index.facets.actor.values.indexOf(id)),
    isUnfolded,
  })

  async function findTiled(asked: Asked): Promise<CountedActorLanes> {
    const { actors, from, to, words } = asked
    const basis = await readBasis(tiled, { ...noneChosen, actor: actors }, rangeOf(from, to))
    // Words are looked for in what is here: all of it.
    if (words !== '') for (let row = 0; row < tiled.parts.cellRows.length; row++) tiled.parts.events.at(row)
    const spoken = findWords(tiled, basis, words)
    const edges = edgesOf(basis)
    const gathered = spoken?.matched ?? (basis.kind === 'chosen' ? basis.matched : null)
    const found =
      gathered !== null
        ? findGathered(tiled.parts, gathered, 300)
        : edges === null
          ? findAll(tiled.parts)
          : findInRange(tiled.parts, edges)
    const pyramid = openActorPyramid(tiled)
    if (pyramid === null || tiled.actorLanes === null) throw new Error('the tiles have lanes of actors')
    const rows = { gathered, edges }
    const ahead = new LookAhead(tiled.store)
    const source = openActorLanes(tiled, pyramid, tiled.actorLanes, rows, found, ahead)
    const now = source.now(choiceOf(asked))
    if (now !== null) return now
    const steps = await source.find(choiceOf(asked))
    if (steps === null) throw new Error('these are not too many')
    for (;;) {
      const { done, value } = steps.next()
      if (done === true) return value
    }
  }

  function findWhole(asked: Asked) {
    const { actors, from, to, words } = asked
    const wordHits =
      words === ''
        ? null
        : Uint8Array.from(whole.story.events, ({ title }) => (foldText(title).includes(words) ? 1 : 0))
    const chosen = { ...noneChosen, actor: actors }
    const matches = findMatches(whole.index, { chosen, range: rangeOf(from, to), wordHits })
    return finder.find(matches, choiceOf(asked))
  }

  const idsOf = (rows: Iterable<number>, of: (row: number) => string | undefined): readonly string[] =>
    Array.from(rows, (row) => of(row) ?? `row ${row}`).sort()

  async function expectSame(
    asked: Asked,
    at: { readonly bits: number; readonly place: number },
  ): Promise<void> {
    const [tiles, { lanes, ...counts }] = [await findTiled(asked), findWhole(asked)]
    expect(tiles).toMatchObject({
      actorCount: counts.actorCount,
      shownActorCount: counts.shownActorCount,
      otherActorCount: counts.otherActorCount,
    })
    // Of those with as many events the ones that appear first, and tiles go by time alone.
    const sizes = (all: readonly number[]): readonly number[] => all.toSorted((a, b) => a - b)
    const own = lanes.filter(({ owner }) => typeof owner === 'number')
    const tiledOwn = tiles.lanes.filter(({ owner }) => typeof owner === 'number')
    expect(sizes(tiledOwn.map(({ lane }) => lane.length))).toEqual(
      sizes(own.map(({ shown }) => shown.byAnchor.length)),
    )
    const isSameChoice = own.every(({ owner }) => tiledOwn.some((other) => other.owner === owner))
    const { first } = tiled.actorLanes ?? { first: [] }
    expect(tiledOwn.map(({ owner }) => owner)).toEqual(
      tiledOwn
        .map(({ owner }) => owner)
        .toSorted((a, b) => (first[Number(a)] ?? 0) - (first[Number(b)] ?? 0) || Number(a) - Number(b)),
    )
    const { startMs, endMs } = tiled.files.manifest.facts.extent
    const bucketMs = 2 ** at.bits
    const fromMs = Math.floor((startMs + at.place * (endMs - startMs)) / bucketMs) * bucketMs
    for (const { owner, shown, total, undatedCount, has } of lanes) {
      const other = tiles.lanes.find((lane) => lane.owner === owner)
      if (owner === 'others' && !isSameChoice) continue
      if (typeof owner === 'number' && other === undefined) continue
      if (other === undefined) throw new Error(`no lane of ${owner}`)
      const lane = new RowLane(whole.index, shown, has)
      // Of all without a lane the tiles tell only those that pass.
      const isTotal = owner !== 'others'
      expect([owner, other.lane.length, other.undatedCount, isTotal ? other.total : total]).toEqual([
        owner,
        lane.length,
        undatedCount,
        total,
      ])
      expect(other.lane.isCounted(fromMs, fromMs + bucketMs, bucketMs / 32, true)).toBe(true)
      for (let bin = 0; bin <= 32; bin++) {
        const timeMs = fromMs + (bin * bucketMs) / 32
        expect([owner, bin, other.lane.countBefore(timeMs), other.lane.countGoingOn(timeMs)]).toEqual([
          owner,
          bin,
          lane.countBefore(timeMs),
          lane.countGoingOn(timeMs),
        ])
      }
      const rows = other.lane.rowsIn(fromMs, fromMs + bucketMs, bucketMs / 32)
      const count = lane.countBefore(fromMs + bucketMs) - lane.countBefore(fromMs)
      if (count === 0) continue
      const one = other.lane.stretchOf(fromMs, fromMs + bucketMs, count)
      const right = lane.stretchOf(fromMs, fromMs + bucketMs, count)
      expect(one.startMs).toBeLessThanOrEqual(right.startMs)
      expect(one.endMs).toBeGreaterThanOrEqual(right.endMs)
      if (rows === null) continue
      const events = tiled.parts.events
      expect(idsOf(rows, (row) => events.at(row)?.id)).toEqual(
        idsOf(lane.rowsIn(fromMs, fromMs + bucketMs), (row) => whole.story.events[row]?.id),
      )
      for (const row of rows.slice(0, 20)) {
        expect(tiles.ownersOf(row)).toContain(owner)
        expect(other.lane.hasIn(row, fromMs, fromMs + bucketMs)).toBe(true)
      }
      // Inside of bins too, wherever events are told one by one.
      const insideMs = Math.round(fromMs + at.place * (bucketMs - 1))
      expect([owner, other.lane.countGoingOn(insideMs)]).toEqual([owner, lane.countGoingOn(insideMs)])
    }
  }

  const places = fc.record({
    bits: fc.integer({ min: 22, max: 38 }),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  const ranges = fc.constantFrom<Pick<Asked, 'from' | 'to'>>(
    { from: null, to: null },
    { from: '2020-03', to: '2020-04-11' },
    { from: '2022-03', to: '2023-06-11' },
    { from: '2020-04-03', to: null },
    { from: null, to: '2021' },
  )

  test('has the same lanes, and in any stretch as many events in each, without a filter', async () => {
    await fc.assert(
      fc.asyncProperty(places, fc.boolean(), (at, isUnfolded) =>
        expectSame({ ...everything, isUnfolded }, at),
      ),
      { numRuns: 25 },
    )
  })

  test('and under any choice of actors and dates', async () => {
    const ids = [...whole.story.actors.keys()]
    const actors = fc.uniqueArray(fc.integer({ min: 0, max: Math.min(30, ids.length - 1) }), { maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(places, actors, ranges, fc.boolean(), (at, numbers, range, isUnfolded) =>
        expectSame(
          {
            ...everything,
            ...range,
            isUnfolded,
            actors: numbers.map((number) => ids[number]).filter((id) => id !== undefined),
          },
          at,
        ),
      ),
      { numRuns: 25 },
    )
  }, 60_000)

  test('and of events that were found by words', async () => {
    const word = foldText(whole.story.events[5]?.title ?? '').split(' ')[0] ?? ''
    await expectSame({ ...everything, words: word }, { bits: 34, place: 0.3 })
  })
})

test('actors of rows are read as they were written', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(fc.nat(2 ** 32 - 1), { maxLength: 5 }), { maxLength: 40 }),
      (rows) => {
        const { offsets, actors } = readActorBlock(writeActorBlock(rows))
        expect(rows.map((_, row) => Array.from(actors.subarray(offsets[row], offsets[row + 1])))).toEqual(
          rows,
        )
      },
    ),
  )
})

test('nodes of actors are read as they were written, leaves and others', () => {
  const counts = (seed: number): Float64Array =>
    Float64Array.from({ length: LANES_COUNTED }, (_, i) => i * seed)
  const bins = Uint32Array.from({ length: LANES_COUNTED * NODE_BINS }, (_, i) => (i % 7 === 0 ? i : 0))
  const series = Uint32Array.of(1, 2 ** 26, 2 ** 25 + 5)
  const begun = {
    times: Float64Array.of(-5, -5, 2 ** 52),
    series,
    rows: Float64Array.of(0, 1, 9_000_000_000),
  }
  const ended = { times: Float64Array.of(-(2 ** 52), 7, 2 ** 51), series }
  const inner = { before: counts(3), endedBefore: counts(2), bins: { begun: bins, ended: bins }, leaf: null }
  const leaf = { before: counts(0), endedBefore: counts(1), bins: null, leaf: { begun, ended } }
  for (const node of [inner, leaf]) expect(readLaneNode(writeLaneNode(node))).toEqual(node)
})
