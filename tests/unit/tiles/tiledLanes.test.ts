/** Is a story in tiles counted, listed and laid out as the same story read whole? Whatever of it is here. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ActorId } from '../../../src/core/base/brand.ts'
import type { EventIndex } from '../../../src/core/indexing/eventIndex.ts'
import { findMatches } from '../../../src/core/indexing/findMatches.ts'
import { noneChosen } from '../../../src/core/story/facetKinds.ts'
import { MATCH } from '../../../src/core/indexing/matchDate.ts'
import { rowLanes } from '../../../src/core/indexing/rowLanes.ts'
import { showLanes } from '../../../src/core/indexing/shownLanes.ts'
import { ShownRows } from '../../../src/core/indexing/shownRows.ts'
import type { DatedKind, TimeLanes } from '../../../src/core/indexing/timeLane.ts'
import { CellRows } from '../../../src/core/tiles/cellRows.ts'
import { gatherRows } from '../../../src/core/tiles/gatherRows.ts'
import type { HeldTiles } from '../../../src/core/tiles/heldTiles.ts'
import { Pyramid } from '../../../src/core/tiles/pyramidLanes.ts'
import { findRangeEdges, readPostings } from '../../../src/core/tiles/rangeEdges.ts'
import { REPORTED_FOLDER } from '../../../src/core/tiles/reportPlaces.ts'
import { RowSegments } from '../../../src/core/tiles/rowSegments.ts'
import { TiledEvents } from '../../../src/core/tiles/tiledEvents.ts'
import {
  findAll,
  findGathered,
  findInRange,
  type TiledFound,
  type TiledParts,
} from '../../../src/core/tiles/tiledLanes.ts'
import type { TileFiles } from '../../../src/core/tiles/tileFiles.ts'
import type { Story } from '../../../src/core/story/story.ts'
import type { Extent } from '../../../src/core/time/fuzzyDate.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'
import { storyBy } from '../../../src/loading/clockedStory.ts'
import { openInMemory } from '../../../src/loading/openInMemory.ts'
import { makeEvent, makeStoryFile } from '../../fixtures/makeStory.ts'
import { buildTiles } from '../../../src/tiling/buildTiles.ts'
import { generatedText, openFolder, piecesOf, readWhole } from '../tiling/tileFolder.ts'

const kinds: readonly DatedKind[] = ['day', 'lasted', 'doubt']

/** Tiles that come the moment they are wanted. */
class FolderTiles implements HeldTiles {
  readonly #folder: string
  readonly #here = new Map<string, unknown>()

  constructor(folder: string) {
    this.#folder = folder
  }

  readonly has = (file: string): boolean => this.#here.has(file)

  /** Lets go of what is chosen. */
  drop(isDropped: (file: string) => boolean): void {
    for (const file of this.#here.keys()) if (isDropped(file)) this.#here.delete(file)
  }

  readonly get: HeldTiles['get'] = <Content>(
    file: string,
    decode: (bytes: Uint8Array) => Content,
    isWanted: boolean,
  ): Content | null => {
    if (this.#here.has(file)) return this.#here.get(file) as Content
    if (!isWanted) return null
    const content = decode(readFileSync(path.join(this.#folder, file)))
    this.#here.set(file, content)
    return content
  }
}

/** The story as the index has it, by one clock. */
interface Whole {
  readonly story: Pick<Story, 'actors'> & { readonly events: readonly Pick<Story['events'][number], 'id'>[] }
  readonly index: EventIndex
}

/** By reports in memory: rows in another order, by other dates. */
async function readByReport(text: string): Promise<Whole> {
  const { story } = readWhole(text)
  const { events, index } = await storyBy(
    openInMemory({ story, problems: [] }),
    'reported',
    new AbortController().signal,
  )
  const inOrder = Array.from({ length: events.length }, (_, row) => events.at(row)).flatMap(
    (event) => event ?? [],
  )
  return { story: { actors: story.actors, events: inOrder }, index }
}

/** The same with every event reported, some days after, by dates of every kind. */
function reportedText(): string {
  const story = JSON.parse(crowdedText()) as ReturnType<typeof makeStoryFile>
  const dates = story.events.flatMap(({ date }) => date?.edtf ?? [])
  const events = story.events.map((event, i) => ({
    ...event,
    // Of one report often several events.
    reported: { edtf: dates[(i - (i % 3)) % dates.length] ?? '2020', source: 'morning-post' },
  }))
  return JSON.stringify({ ...story, events })
}

/** Forty events a day, of every kind of date: more than nodes of the pyramid hold themselves. */
function crowdedText(): string {
  const dayOf = (day: number): string => new Date(Date.UTC(2020, 2, 1 + day)).toISOString().slice(0, 10)
  const dateOf = (i: number): string | null => {
    // Days in any order, some of them busier than others.
    const day = (i * 37 + (i % 7) * (i % 11)) % 100
    const [from, to] = [dayOf(day), dayOf(day + 1 + (i % 50))]
    const forms = [
      `${from}/${to}`,
      `[${from}..${to}]`,
      from.slice(0, 7),
      `${from}/..`,
      `[..${from}]`,
      `${from}~`,
      null,
    ]
    return i % 5 === 0
      ? (forms[(i / 5) % forms.length] ?? null)
      : `${from}T${String(i % 24).padStart(2, '0')}:30`
  }
  const events = Array.from({ length: 4_000 }, (_, i) => {
    const edtf = dateOf(i)
    return makeEvent(i, { date: edtf === null ? null : { edtf } })
  })
  return JSON.stringify(makeStoryFile({ events }))
}

describe.each([
  ['of three thousand events', () => generatedText(3000, 5), 31, 'happened'],
  ['of four thousand events in a few weeks', crowdedText, 31, 'happened'],
  ['in longer cells', () => generatedText(900, 6), 36, 'happened'],
  ['of three thousand events, few of them reported', () => generatedText(3000, 5), 31, 'reported'],
  ['of four thousand events reported in a few weeks', reportedText, 31, 'reported'],
] as const)('a story %s', (_, write, cellBits, clock) => {
  let files: TileFiles
  let folder: string
  let whole: Whole
  beforeAll(async () => {
    const text = write()
    whole = clock === 'reported' ? await readByReport(text) : readWhole(text)
    folder = mkdtempSync(path.join(tmpdir(), 'dateline-tiles-'))
    const built = await buildTiles(piecesOf(text), { out: folder, cellBits })
    if (!built.ok) throw new Error(built.problem)
    const storyFolder = folder
    if (clock === 'reported') folder = path.join(folder, REPORTED_FOLDER)
    files = await openFolder(storyFolder, clock === 'reported' ? REPORTED_FOLDER : '')
    return () => rmSync(storyFolder, { recursive: true })
  }, 60_000)

  function open(held = new FolderTiles(folder)): TiledParts {
    const cellRows = new CellRows(files.cells, cellBits)
    const actors = [...whole.story.actors.keys()]
    const decoder = new TextDecoder()
    const isReported = clock === 'reported'
    const events = new TiledEvents(
      cellRows,
      held,
      actors,
      (bytes) => decoder.decode(bytes),
      isReported ? () => undefined : null,
    )
    const pyramid = new Pyramid(cellRows, files, held, events)
    const { facts, reported } = files.manifest
    return {
      cellRows,
      events,
      pyramid,
      totals: (isReported ? reported : facts)?.kindCounts ?? facts.kindCounts,
    }
  }

  function findWhole(range: Extent | null, actors: readonly ActorId[] = []) {
    const matches = findMatches(whole.index, {
      chosen: { ...noneChosen, actor: actors },
      range,
      wordHits: null,
    })
    const shownRows = new ShownRows(matches)
    const lanes = rowLanes(whole.index, matches, showLanes(whole.index, matches, shownRows.length))
    const ids = whole.story.events.flatMap(({ id }, row) => (matches[row] === MATCH.none ? [] : [id]))
    const possible = whole.story.events.flatMap(({ id }, row) =>
      matches[row] === MATCH.possible ? [id] : [],
    )
    return { lanes, ids: [...ids].sort(), possible: [...possible].sort() }
  }

  const idOf = ({ events }: TiledParts, row: number): string => events.at(row)?.id ?? `row ${row}`
  const idsOf = (parts: TiledParts, rows: Iterable<number>): readonly string[] =>
    Array.from(rows, (row) => idOf(parts, row)).sort()

  /** Buckets of a power of two, somewhere in the story. */
  const asked = fc.record({
    bits: fc.integer({ min: 22, max: 38 }),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    inside: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  const stretchAt = ({ bits, place }: { readonly bits: number; readonly place: number }) => {
    const { startMs, endMs } = files.manifest.facts.extent
    const bucketMs = 2 ** bits
    const from = Math.floor((startMs + place * (endMs - startMs)) / bucketMs) * bucketMs
    return { startMs: from, endMs: from + bucketMs, binMs: bucketMs / 32 }
  }
  const ranges = fc
    .tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 900 }),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([place, days, open]): Extent => {
      const { startMs, endMs } = files.manifest.facts.extent
      const from = Math.floor((startMs + place * (endMs - startMs)) / DAY_MS) * DAY_MS
      return {
        startMs: open === 1 ? -Infinity : from,
        endMs: open === 2 ? Infinity : from + days * DAY_MS,
      }
    })

  function expectSame(
    parts: TiledParts,
    tiled: TimeLanes,
    lanes: TimeLanes,
    ask: { readonly bits: number; readonly place: number },
    isCut = false,
  ): void {
    const { startMs, endMs, binMs } = stretchAt(ask)
    for (const kind of kinds) {
      expect([kind, tiled[kind].length]).toEqual([kind, lanes[kind].length])
      expect(tiled[kind].isCounted(startMs, endMs, binMs, true)).toBe(true)
      for (let bin = 0; bin <= 32; bin++)
        expect([kind, bin, tiled[kind].countBefore(startMs + bin * binMs)]).toEqual([
          kind,
          bin,
          lanes[kind].countBefore(startMs + bin * binMs),
        ])
      const count = lanes[kind].countBefore(endMs) - lanes[kind].countBefore(startMs)
      const rows = tiled[kind].rowsIn(startMs, endMs, binMs)
      const inWhole = (lanes[kind].rowsIn(startMs, endMs, binMs) ?? [])
        .map((row) => String(whole.story.events[row]?.id))
        .sort()
      expect(rows === null ? inWhole : idsOf(parts, rows)).toEqual(inWhole)
      if (count === 0) continue
      const [one, other] = [
        tiled[kind].stretchOf(startMs, endMs, count),
        lanes[kind].stretchOf(startMs, endMs, count),
      ]
      // Of events that are only counted, as well as bins tell it; never less than it is.
      expect(one.startMs).toBeLessThanOrEqual(other.startMs)
      expect(one.endMs).toBeGreaterThanOrEqual(other.endMs)
      if (isCut) continue
      expect(one.startMs).toBeGreaterThan(other.startMs - binMs)
      expect(one.endMs).toBeLessThan(other.endMs + binMs)
    }
  }

  test('has as many events in any stretch, and where they are few the same', () => {
    const { lanes } = findWhole(null)
    fc.assert(
      fc.property(asked, (ask) => {
        const parts = open()
        expectSame(parts, findAll(parts).lanes, lanes, ask)
      }),
      { numRuns: 60 },
    )
  })

  test('a short stretch where a cell begins has no event too many, though nothing of the cell before is here', () => {
    const { lanes } = findWhole(null)
    const { startMs, endMs } = files.manifest.facts.extent
    const bits = 22
    for (const { cell } of files.cells.filter((entry) => Math.abs(entry.cell) < 2 ** 30)) {
      const place = (cell * 2 ** cellBits + 2 ** (bits - 1) - startMs) / (endMs - startMs)
      const parts = open()
      expectSame(parts, findAll(parts).lanes, lanes, { bits, place })
    }
  })

  test('has as many events going on at the moments where it can be told', () => {
    const { lanes } = findWhole(null)
    fc.assert(
      fc.property(asked, (ask) => {
        const parts = open()
        const tiled = findAll(parts).lanes
        const { startMs, endMs, binMs } = stretchAt(ask)
        for (const kind of kinds) {
          expect(tiled[kind].isCounted(startMs, endMs, binMs, true)).toBe(true)
          const isTold = tiled[kind].rowsIn(startMs, endMs, binMs) !== null
          const timeMs = isTold ? Math.round(startMs + ask.inside * (endMs - startMs - 1)) : startMs
          expect([kind, timeMs, tiled[kind].countGoingOn(timeMs)]).toEqual([
            kind,
            timeMs,
            lanes[kind].countGoingOn(timeMs),
          ])
        }
      }),
      { numRuns: 60 },
    )
  })

  test('claims no exact count while nothing is here, and is right where cells begin', () => {
    const { lanes } = findWhole(null)
    const { cellRows, pyramid } = open()
    const { startMs } = files.manifest.facts.extent
    expect(pyramid.isCounted(startMs, startMs + 64 * DAY_MS, cellRows.cellMs / 8, false)).toBe(false)
    for (const { cell } of files.cells.filter((entry) => Math.abs(entry.cell) < 2 ** 30))
      for (const [lane, kind] of kinds.entries())
        expect(pyramid.countBefore(lane, cell * cellRows.cellMs)).toBe(
          lanes[kind].countBefore(cell * cellRows.cellMs),
        )
  })

  test('is the same after any of its tiles were let go', () => {
    const { lanes } = findWhole(null)
    fc.assert(
      fc.property(asked, fc.array(asked, { maxLength: 2 }), fc.nat(3), (ask, before, keep) => {
        const held = new FolderTiles(folder)
        const parts = open(held)
        const { lanes: tiled } = findAll(parts)
        for (const earlier of before) expectSame(parts, tiled, lanes, earlier)
        let number = 0
        held.drop(() => number++ % 4 !== keep)
        parts.pyramid.refresh()
        expectSame(parts, tiled, lanes, ask)
      }),
      { numRuns: 30 },
    )
  })

  test('under a range of dates shows the same events, as surely, in the same places', async () => {
    await fc.assert(
      fc.asyncProperty(ranges, asked, async (range, ask) => {
        const parts = open()
        const found = findInRange(parts, await findRangeEdges(files, parts.cellRows, range))
        const other = findWhole(range)
        expectShown(parts, found, other)
        expectSame(parts, found.lanes, other.lanes, ask, true)
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  test('after the end of a range of dates the box at the edge tells what goes on of it', async () => {
    await fc.assert(
      fc.asyncProperty(ranges, asked, async (range, { inside }) => {
        fc.pre(range.endMs !== Infinity)
        const parts = open()
        const found = findInRange(parts, await findRangeEdges(files, parts.cellRows, range))
        const { lanes } = findWhole(range)
        // From its end on: the next moment, and others up to some years later.
        for (const timeMs of [range.endMs + 1, range.endMs + Math.round(inside ** 4 * 2000 * DAY_MS) + 1])
          for (const kind of kinds)
            expect([kind, found.lanes[kind].countGoingOn(timeMs)]).toEqual([
              kind,
              lanes[kind].countGoingOn(timeMs),
            ])
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  test('of actors shows the same events, with and without dates', async () => {
    const ids = [...whole.story.actors.keys()]
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: Math.min(40, ids.length - 1) }), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.option(ranges),
        asked,
        async (numbers, range, ask) => {
          const parts = open()
          const chosen = numbers.map((number) => ids[number]).filter((id) => id !== undefined)
          const other = findWhole(range, chosen)
          const used = numbers.filter((number) => findWhole(null, [ids[number] as ActorId]).ids.length > 0)
          const lists = await Promise.all(used.map((number) => readPostings(files, 'actor', number)))
          const gathered = gatherRows(lists.flat(), parts.cellRows, range)
          parts.events.lookIn([], gathered)
          const found = findGathered(parts, gathered, 300)
          expectShown(parts, found, other)
          expectSame(parts, found.lanes, other.lanes, ask)
        },
      ),
      { numRuns: 20 },
    )
  }, 60_000)

  function expectShown(parts: TiledParts, found: TiledFound, other: ReturnType<typeof findWhole>): void {
    const rows = found.shownRows.slice(0, found.shownRows.length)
    expect([found.shown, found.possible]).toEqual([other.ids.length, other.possible.length])
    expect(idsOf(parts, rows)).toEqual(other.ids)
    expect(
      idsOf(
        parts,
        rows.filter((row) => found.matches[row] === MATCH.possible),
      ),
    ).toEqual(other.possible)
  }
})

test('runs and lists of rows are a sequence like any other', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 60 }), fc.nat(60), fc.nat(60), (shown, run, from) => {
      const matches = Uint8Array.from(shown, (isShown) => (isShown ? MATCH.certain : MATCH.none))
      // A run where the first stretch of shown rows is, lists before and after it.
      const start = shown.indexOf(true, Math.min(run, shown.length))
      const end = start === -1 ? -1 : (shown.indexOf(false, start) + shown.length + 1) % (shown.length + 1)
      const rowsFrom = (low: number, high: number): readonly number[] =>
        shown.flatMap((isShown, row) => (isShown && row >= low && row < high ? [row] : []))
      const segments = new RowSegments(
        start === -1
          ? [{ kind: 'list', rows: rowsFrom(0, shown.length) }]
          : [
              { kind: 'list', rows: rowsFrom(0, start) },
              { kind: 'run', from: start, to: end },
              { kind: 'list', rows: rowsFrom(end, shown.length) },
            ],
      )
      const plain = new ShownRows(matches)
      expect(segments.length).toBe(plain.length)
      expect(segments.slice(0, segments.length)).toEqual(plain.slice(0, plain.length))
      expect(segments.at(from)).toBe(plain.at(from))
      if (from > shown.length) return
      expect([segments.has(from), segments.countBefore(from)]).toEqual([
        plain.has(from),
        plain.countBefore(from),
      ])
      expect([segments.next(from, 1), segments.next(from, -1)]).toEqual([
        plain.next(from, 1),
        plain.next(from, -1),
      ])
    }),
  )
})
