/** Is a story in tiles by one clock the same as in memory: order, dates, facts, filters, whole events? As the page opens it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { QueryClient } from '@tanstack/react-query'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readBasis } from '../../../src/app/tiles/tiledFilter.ts'
import type { EventId } from '../../../src/core/base/brand.ts'
import { anchorMs } from '../../../src/core/indexing/eventIndex.ts'
import { findMatches } from '../../../src/core/indexing/findMatches.ts'
import { MATCH } from '../../../src/core/indexing/matchDate.ts'
import { manyRows } from '../../../src/core/marks/manyRows.ts'
import type { StoryFacts } from '../../../src/core/marks/storyFacts.ts'
import type { EventBrief } from '../../../src/core/story/eventBrief.ts'
import { facetKinds, noneChosen } from '../../../src/core/story/facetKinds.ts'
import type { Extent } from '../../../src/core/time/fuzzyDate.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'
import { storyBy } from '../../../src/loading/clockedStory.ts'
import { openInMemory } from '../../../src/loading/openInMemory.ts'
import type { WholeStory } from '../../../src/loading/openedStory.ts'
import { tilesBy } from '../../../src/loading/tiles/clockedTiles.ts'
import { openTiles } from '../../../src/loading/tiles/openTiles.ts'
import type { TiledStory } from '../../../src/loading/tiles/tiledStory.ts'
import { buildTiles } from '../../../src/tiling/buildTiles.ts'
import { january } from '../../fixtures/eventsFromText.ts'
import { makeEvent, makeStoryFile } from '../../fixtures/makeStory.ts'
import { dateText } from '../../fixtures/randomStory.ts'
import ofActorsAlone from '../../fixtures/tilesOfActorsAlone.json' with { type: 'json' }
import { piecesOf, readWhole, tempFolder } from '../tiling/tileFolder.ts'

const address = 'https://timelines.example/tiles/'
const never = new AbortController().signal

/** What was asked for, with the range of bytes where one was. */
let asked: string[] = []
let folder = ''

beforeEach(() => {
  asked = []
  vi.stubGlobal('document', { baseURI: address })
  vi.stubGlobal('fetch', (url: string, init?: { readonly headers?: { readonly range?: string } }) => {
    const file = path.join(folder, url.slice(address.length))
    const range = init?.headers?.range
    asked.push(url.slice(address.length) + (range === undefined ? '' : ` ${range}`))
    if (!existsSync(file)) return Promise.resolve(new Response('', { status: 404 }))
    const [from, last] = (/bytes=(\d+)-(\d+)/.exec(range ?? '') ?? []).slice(1).map(Number)
    const bytes = new Uint8Array(readFileSync(file))
    return Promise.resolve(
      from === undefined || last === undefined
        ? new Response(bytes)
        : new Response(bytes.subarray(from, last + 1), { status: 206 }),
    )
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

async function openBoth(
  text: string,
  hasReported = true,
): Promise<{ readonly tiled: TiledStory; readonly whole: WholeStory }> {
  folder = tempFolder()
  const built = await buildTiles(piecesOf(text), { out: folder, cellBits: 31, hasReported })
  if (!built.ok) throw new Error(built.problem)
  const { story } = readWhole(text)
  return { tiled: await openAnew(), whole: openInMemory({ story, problems: [] }, manyRows) }
}

function openAnew(): Promise<TiledStory> {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'story.json'), 'utf8')) as { tiles: unknown }
  return openTiles(manifest, `${address}story.json`, new QueryClient())
}

/** Events whose dates and reports are of every form; some publications, some without a report. */
const storyText = fc
  .array(
    fc.record({
      date: dateText,
      report: dateText,
      isPublication: fc.boolean(),
      actor: fc.constantFrom('harbour-office', 'ana-silva', 'an-official'),
      standing: fc.constantFrom('reported', 'denied', 'alleged'),
    }),
    { minLength: 1, maxLength: 40, size: 'max' },
  )
  .map((drawn) => {
    const events = drawn.map(({ date, report, isPublication, actor, standing }, i) =>
      makeEvent(i, {
        date: date === null ? null : { edtf: date },
        actors: [{ actor, role: 'host' }],
        standing: { is: standing as 'reported' },
        relations: i === 0 ? [] : [{ is: 'response-to', to: `event-${i - 1}` }],
        ...(report === null ? {} : { reported: { edtf: report, source: 'morning-post' } }),
        ...(isPublication && i % 3 === 0 ? { publishes: 'morning-post' } : {}),
      }),
    )
    // Without any report there is no order of them.
    const one = makeEvent(1000, { reported: { edtf: '2020-02-03', source: 'evening-star' } })
    return JSON.stringify(makeStoryFile({ events: [...events, one] }))
  })

const randomRange = fc
  .tuple(fc.integer({ min: -40, max: 240 }), fc.integer({ min: 1, max: 200 }), fc.nat(3))
  .map(([from, days, open]): Extent => {
    const startMs = january(1) + from * DAY_MS
    return {
      startMs: open === 1 ? -Infinity : startMs,
      endMs: open === 2 ? Infinity : startMs + days * DAY_MS,
    }
  })

async function readBriefs({ parts, details }: TiledStory) {
  const { events, cellRows } = parts
  if (details.kind !== 'fetched') throw new Error('tiles are fetched')
  const rows = Array.from({ length: cellRows.length }, (_, row) => row)
  // Reading an event whole brings its brief.
  for (const row of rows) await details.read(row)
  return rows.flatMap((row) => events.at(row) ?? [])
}

describe('by the reported clock', () => {
  it('has the order, the dates and the facts that it has in memory', () =>
    fc.assert(
      fc.asyncProperty(storyText, async (text) => {
        const { tiled, whole } = await openBoth(text)
        const [by, memory] = [await tilesBy(tiled, 'reported'), await storyBy(whole, 'reported', never)]
        expect(inAnyOrder(by.facts)).toEqual(inAnyOrder(memory.facts))
        const briefs = await readBriefs(by)
        expect(briefs).toHaveLength(memory.index.rowCount)
        // Each stands by the date that it has in memory, with its true one.
        const rowIn = (id: EventId): number => memory.rowOf(id) ?? -1
        for (const brief of briefs) {
          const other = memory.events.at(rowIn(brief.id))
          expect(datesOf(brief)).toEqual(datesOf(other))
        }
        // By anchor, then end; those alike in the order of the story.
        const placeOf = ({ id }: { readonly id: EventId }): readonly number[] => {
          const row = rowIn(id)
          const [startMs, endMs] = [anchorMs(memory.index, row), memory.index.endMs[row] ?? NaN]
          const own = tiled.rowOf(id) ?? NaN
          return Number.isNaN(startMs) ? [Infinity, Infinity, own] : [startMs, endMs, own]
        }
        const places = briefs.map(placeOf)
        expect(places).toEqual(places.toSorted(compareLists))
      }),
      { numRuns: 12 },
    ))

  it('leaves the same events of any facets and dates of reports, as surely', () =>
    fc.assert(
      fc.asyncProperty(
        storyText,
        fc.array(
          fc.record({ kind: fc.constantFrom(...facetKinds), at: fc.nat(5), range: fc.option(randomRange) }),
          { minLength: 4, maxLength: 4 },
        ),
        async (text, choices) => {
          const { tiled, whole } = await openBoth(text)
          const [by, memory] = [await tilesBy(tiled, 'reported'), await storyBy(whole, 'reported', never)]
          const briefs = await readBriefs(by)
          for (const { kind, at, range } of choices) {
            const { values } = memory.index.facets[kind]
            const chosen = { ...noneChosen, [kind]: [values[at % values.length]] }
            const basis = await readBasis(by, chosen, range)
            if (basis.kind !== 'chosen') throw new Error('something is chosen')
            const { rows, match } = basis.matched
            const found = Array.from(rows, (row, i) => `${briefs[row]?.id} ${match[i]}`).sort()
            const matches = findMatches(memory.index, { chosen, range, wordHits: null })
            const right = briefs.flatMap(({ id }) => {
              const sure = matches[memory.rowOf(id) ?? -1] ?? MATCH.none
              return sure === MATCH.none ? [] : [`${id} ${sure}`]
            })
            expect([chosen, range, found]).toEqual([chosen, range, right.sort()])
          }
        },
      ),
      { numRuns: 8 },
    ))

  it('finds any event by its id, and opens it whole, in either order', () =>
    fc.assert(
      fc.asyncProperty(storyText, async (text) => {
        const { tiled, whole } = await openBoth(text)
        const briefs = await readBriefs(await tilesBy(tiled, 'reported'))
        // As a link opens it, of which nothing is known.
        const anew = await openAnew()
        const by = await tilesBy(anew, 'reported')
        for (const [row, { id }] of briefs.entries()) {
          expect(by.rowOf(id)).toBeNull()
          expect(await by.findRow(id)).toBe(row)
        }
        for (const [row, { id }] of briefs.entries()) {
          expect(by.rowOf(id)).toBe(row)
          if (by.details.kind !== 'fetched' || anew.details.kind !== 'fetched') throw new Error('not fetched')
          const { event } = await by.details.read(row)
          const own = whole.rowOf(id)
          const inMemory = whole.details.kind === 'at-hand' ? whole.details.story.events[own ?? -1] : null
          expect([event.id, event.when, event.reported]).toEqual([
            inMemory?.id,
            inMemory?.when,
            inMemory?.reported,
          ])
          expect(await anew.details.read(anew.rowOf(id) ?? -1)).toEqual(await by.details.read(row))
        }
        // Many together are each of them, in the order in which they are asked for.
        for (const { details } of [by, anew]) {
          if (details.kind !== 'fetched') throw new Error('not fetched')
          const rows = briefs.map((_, row) => briefs.length - 1 - row)
          const alone = await Promise.all(rows.map(details.read))
          expect([...(await details.readMany(rows))]).toEqual(alone.map(({ event }) => event))
        }
        expect(await by.findRow('nobody' as EventId)).toBeNull()
      }),
      { numRuns: 5 },
    ))

  it('an event of the other order is found by eight bytes more than its name', async () => {
    const text = JSON.stringify(
      makeStoryFile({
        events: [
          makeEvent(0, { reported: { edtf: '2020-03-01', source: 'morning-post' } }),
          makeEvent(1, { reported: { edtf: '2020-02-01', source: 'morning-post' } }),
        ],
      }),
    )
    await openBoth(text)
    const tiled = await openAnew()
    await tiled.findRow('event-1' as EventId)
    const by = await tilesBy(tiled, 'reported')
    asked = []
    expect(await by.findRow('event-1' as EventId)).toBe(0)
    expect(asked).toEqual(['reported/places/734/0.bin bytes=8-15'])
  })
})

describe('by the happened clock', () => {
  it('has the rows of both, without reports', async () => {
    const { tiled, whole } = await openBoth(
      JSON.stringify(
        makeStoryFile({
          events: [makeEvent(0), makeEvent(1, { reported: { edtf: '2020-03-01', source: 'morning-post' } })],
        }),
      ),
    )
    const by = await tilesBy(tiled, 'happened')
    await readBriefs(tiled)
    expect([by.events.at(1)?.id, by.events.at(1)?.reported]).toEqual(['event-1', null])
    expect(tiled.events.at(1)?.reported).not.toBeNull()
    expect(inAnyOrder(by.facts)).toEqual(inAnyOrder((await storyBy(whole, 'happened', never)).facts))
    expect(by.facts.signs).not.toContain('report')
    expect([by.parts, by.files]).toEqual([tiled.parts, tiled.files])
  })
})

describe('which clocks are offered', () => {
  it('of tiles of an earlier builder, which are shown as they happened too', async () => {
    folder = tempFolder()
    for (const [file, bytes] of Object.entries(ofActorsAlone.files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
      writeFileSync(path.join(folder, file), Buffer.from(bytes, 'base64'))
    }
    const tiled = await openAnew()
    expect(tiled.names.clocks).toEqual(['both', 'happened'])
    const by = await tilesBy(tiled, 'happened')
    const briefs = await readBriefs(by)
    expect(briefs).toHaveLength(ofActorsAlone.story.events.length)
    expect(briefs.some(({ reported }) => reported !== null)).toBe(false)
  })

  const reported = makeEvent(0, { reported: { edtf: '2020-03-01', source: 'morning-post' } })
  it.each([
    ['where reports have dates', [reported], true, ['both', 'happened', 'reported']],
    ['where none has', [makeEvent(0)], true, ['both', 'happened']],
    ['where the builder left their order out', [reported], false, ['both', 'happened']],
  ])('%s', async (_, events, hasReported, offered) => {
    const { tiled } = await openBoth(JSON.stringify(makeStoryFile({ events })), hasReported)
    expect(tiled.names.clocks).toEqual(offered)
    expect(existsSync(path.join(folder, 'reported'))).toBe(offered.includes('reported'))
  })
})

function datesOf(event: EventBrief | undefined) {
  return {
    stands: event?.when?.date,
    happened: event?.asReported?.happened?.date,
    isPublication: event?.asReported?.isPublication,
    reported: event?.reported,
  }
}

function inAnyOrder(facts: StoryFacts): StoryFacts {
  return { ...facts, signs: [...facts.signs].sort(), standings: [...facts.standings].sort() }
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, i) => number !== b[i])
  return at === -1 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1
}
