/** Do tiles say the same as the story read whole? Counts of any range, at any zoom, of any actor; links; relations; order. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { hashName } from '../../../src/core/indexing/nameHash.ts'
import { anchorMs, type EventIndex } from '../../../src/core/indexing/eventIndex.ts'
import { gatherFacts } from '../../../src/core/marks/storyFacts.ts'
import { relationKinds } from '../../../src/core/story/storyFile.ts'
import { CHUNK_EVENTS, UNDATED_CELL, type Address } from '../../../src/core/tiles/cell.ts'
import { eventsOf } from '../../../src/core/tiles/cellCounts.ts'
import { countPostings, countRange } from '../../../src/core/tiles/countRange.ts'
import { ByteReader } from '../../../src/core/tiles/byteReader.ts'
import { readBriefs, readChunk, type BriefBytes } from '../../../src/core/tiles/eventChunk.ts'
import { findNamed, partitionOf, readPartition } from '../../../src/core/tiles/namePartition.ts'
import { POSTING_BRIEFS, readPostingDirectory } from '../../../src/core/tiles/postings.ts'
import { countBins, levelOf, nodesOfWindow } from '../../../src/core/tiles/pyramidCounts.ts'
import { readRelations } from '../../../src/core/tiles/relationTable.ts'
import {
  chunkPath,
  namePath,
  postingBriefsPath,
  postingPath,
  relationPath,
  textPath,
} from '../../../src/core/tiles/tilePaths.ts'
import { countRows, unionRows } from '../../../src/core/tiles/unionRows.ts'
import type { TileFiles } from '../../../src/core/tiles/tileFiles.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'
import { createRandom } from '../../bench/generator/random.ts'
import { makeEvent, makeStatement, makeStoryFile } from '../../fixtures/makeStory.ts'
import {
  allFiles,
  countWhole,
  generatedText,
  openFolder,
  piecesOf,
  readWhole,
  tempFolder,
  tilesOf,
} from './tileFolder.ts'
import { buildPart, buildTiles, mergeTiles } from '../../../src/tiling/buildTiles.ts'
import type { Share } from '../../../src/tiling/share.ts'

/** Dates at every edge: sets with gaps, without start, without end, without either, longer than a cell. */
const oddDates = [
  '[2004-01-01,2006-01-01..]',
  '[..2003-05-01,2007-02-03]',
  '{2004-01-01..2009-01-01}',
  '{2004..}',
  '{2003,2005-06,2009-11-11}',
  '../..',
  '[..]',
  '/..',
  '2001/2011',
  '2005-05~/2009-XX',
  '2004-XX/..',
  '2004-06/2004-07',
  '2004-06-01/',
  '/2008-06-01',
  '../2008-06-01',
  '../2008-XX',
  '[..2008-06-01]',
  '[2008-06-01..]',
  '200X',
  '2005-01-24T20:31:23/2005-01-24T20:31:24',
  '2005-02-18T17:02:11',
  '2007-03-04T00:00:00/2012-01-01T12:00:01',
  'Y-100000/Y200000',
]

function oddStory(): string {
  const dated = oddDates.flatMap((edtf, i) => [
    makeEvent(2 * i, { date: { edtf } }),
    makeEvent(2 * i + 1, {
      date: { edtf },
      actors: [{ actor: 'an-official', role: 'host' }],
      statements: [],
    }),
  ])
  const undated = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter, i) =>
    makeEvent(1000 + i, { date: null, id: letter }),
  )
  return JSON.stringify(makeStoryFile({ events: [...dated, ...undated] }))
}

describe.each([
  ['a generated story', () => generatedText(2000), 31],
  ['one in longer cells', () => generatedText(400, 2), 36],
  ['every odd date', oddStory, 31],
])('%s', (_, write, cellBits) => {
  let tiles: TileFiles
  let folder: string
  let whole: ReturnType<typeof readWhole>
  // Once for all tests of the story, and with them it goes.
  beforeAll(async () => {
    const text = write()
    whole = readWhole(text)
    folder = mkdtempSync(path.join(tmpdir(), 'dateline-tiles-'))
    const built = await buildTiles(piecesOf(text), { out: folder, cellBits })
    if (!built.ok) throw new Error(built.problem)
    tiles = await openFolder(folder)
    return () => rmSync(folder, { recursive: true })
  }, 60_000)

  test('all events, their facts, no problem', () => {
    const { manifest } = tiles
    const facts = gatherFacts(whole.story.events, whole.story.published)
    expect(manifest.eventCount).toBe(whole.story.events.length)
    expect(manifest.problems.count).toBe(whole.problems.length)
    expect(manifest.facts).toEqual({
      ...facts,
      signs: expect.arrayContaining([...facts.signs]) as unknown,
      standings: expect.arrayContaining([...facts.standings]) as unknown,
    })
    expect(manifest.facts.signs).toHaveLength(facts.signs.length)
    expect(manifest.undatedCount).toBe(facts.kindCounts.undated)
  })

  test('counts of any range of dates', async () => {
    for (const range of ranges(whole.index, 150))
      expect([range, await countRange(tiles, range)]).toEqual([range, countWhole(whole.index, range)])
  })

  test('counts of any range of dates of an actor', async () => {
    const actors = [...whole.story.actors.keys()]
    for (const value of [0, 1, 2, Math.floor(actors.length / 2), actors.length - 1]) {
      const actor = actors[value] ?? ''
      if (countWhole(whole.index, null, [actor]).shown === 0) continue
      const directory = readPostingDirectory(await tiles.read(postingPath('actor', value)))
      expect(directory.total).toBe(countWhole(whole.index, null, [actor]).shown)
      for (const range of ranges(whole.index, 40))
        expect([actor, range, await countPostings(tiles, 'actor', value, directory, range)]).toEqual([
          actor,
          range,
          countWhole(whole.index, range, [actor]),
        ])
    }
  })

  test('counts of several actors together', async () => {
    const actors = [...whole.story.actors.keys()].slice(0, 3)
    const lists = await Promise.all(
      actors.flatMap(async (actor, value) => {
        if (countWhole(whole.index, null, [actor]).shown === 0) return []
        const { postings } = readPostingDirectory(await tiles.read(postingPath('actor', value)))
        return postings === null ? [] : [postings]
      }),
    )
    const union = unionRows(lists.flat())
    expect(countRows(union, null)).toEqual(countWhole(whole.index, null, actors))
    for (const range of ranges(whole.index, 30))
      expect(countRows(union, range)).toEqual(countWhole(whole.index, range, actors))
  })

  test('bins of any window, at any zoom', async () => {
    const random = createRandom(5, 'windows')
    const { startMs, endMs } = tiles.manifest.facts.extent
    for (let binBits = 10; binBits <= 46; binBits += 3) {
      for (let i = 0; i < 3; i++) {
        const at =
          startMs + Math.floor((i === 0 ? 0.5 : random.below(1_000_003) / 1_000_003) * (endMs - startMs))
        const firstBin = Math.floor(at / 2 ** binBits) - (i === 0 ? 160 : 0)
        const counts = await countBins(tiles, firstBin, 320, binBits)
        expect(counts.map((lane) => [...lane])).toEqual(scanBins(whole.index, firstBin, 320, binBits))
      }
    }
  })

  test('every event is where its names lead, with all that is told of it', async () => {
    for (const event of whole.story.events) {
      const names = [
        event.id,
        ...event.aliases,
        ...event.statements.flatMap((statement) => [statement.id, ...statement.aliases]),
      ]
      const at = await addressOf(tiles, event.id)
      for (const name of names) expect(await addressOf(tiles, name)).toEqual(at)
      if (at === null) throw new Error(`${event.id} is not found`)
      const chunk = Math.floor(at.position / CHUNK_EVENTS)
      const { briefs, textOffsets } = readChunk(await tiles.read(chunkPath(at.cell, chunk)))
      const row = at.position % CHUNK_EVENTS
      const from = textOffsets[row] ?? 0
      const text = (await tiles.read(textPath(at.cell, chunk))).subarray(
        from,
        (textOffsets[row + 1] ?? 0) - 1,
      )
      expect(JSON.parse(Buffer.from(text).toString())).toMatchObject({ id: event.id, title: event.title })
      const start = briefs.starts[row] ?? 0
      const [id, title] = JSON.parse(
        Buffer.from(briefs.bytes.subarray(start, start + (briefs.lengths[row] ?? 0))).toString(),
      ) as [string, string]
      expect({ id, title }).toEqual({ id: event.id, title: event.title })
    }
    expect(await addressOf(tiles, 'nobody-has-this-name')).toBeNull()
  })

  test('undated events stand in their reading order', async () => {
    const undated = whole.story.events.filter(({ when }) => when === null)
    const entry = tiles.cells.find(({ cell }) => cell === UNDATED_CELL)
    expect(eventsOf(entry?.counts ?? [])).toBe(undated.length)
    if (undated.length === 0) return
    const lines = Buffer.from(await tiles.read(textPath(UNDATED_CELL, 0)))
      .toString()
      .trim()
      .split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(undated.map(({ id }) => id))
  })

  test('relations lead both ways', async () => {
    const found: string[] = []
    for (const { cell, hasRelations } of tiles.cells) {
      if (!hasRelations) continue
      for (const { position, isInverse, kind, other } of readRelations(
        await tiles.read(relationPath(cell)),
      )) {
        const ends = [await idAt(tiles, { cell, position }), await idAt(tiles, other)]
        found.push(`${ends.join(` ${isInverse ? 'from' : 'to'} `)} ${relationKinds[kind]}`)
      }
    }
    const told = whole.story.events.flatMap(({ id, relations }) =>
      relations.flatMap(({ is, to }) => [`${id} to ${to} ${is}`, `${to} from ${id} ${is}`]),
    )
    expect(found.toSorted()).toEqual(told.toSorted())
  })

  test('every file that is asked for is there, and a window needs few nodes', () => {
    const { startMs, endMs } = tiles.manifest.facts.extent
    for (let binBits = 22; binBits <= 40; binBits++) {
      const windowMs = 320 * 2 ** binBits
      const from = startMs + (endMs - startMs) / 3
      const nodes = nodesOfWindow(tiles.nodes, from, from + windowMs, levelOf(binBits))
      expect(nodes.length).toBeLessThanOrEqual(4)
    }
  })
})

/** Ranges of all lengths, some with ends in the same cell, some without an end. */
function ranges(index: EventIndex, count: number) {
  const random = createRandom(3, 'ranges')
  const finite = [...index.startMs, ...index.endMs].filter(Number.isFinite)
  const low = finite.reduce((a, b) => Math.min(a, b), Infinity)
  const high = finite.reduce((a, b) => Math.max(a, b), -Infinity)
  return Array.from({ length: count }, (_, i) => {
    const event = finite[random.below(finite.length)] ?? 0
    const around =
      i % 3 === 0 ? event : low + Math.floor((random.below(1_000_003) / 1_000_003) * (high - low))
    const startMs = i % 2 === 0 ? around : Math.floor(around / DAY_MS) * DAY_MS
    const lengthMs = Math.ceil((high - low + DAY_MS) * 10 ** ((-8 * random.below(1_000_003)) / 1_000_003))
    return {
      startMs: i % 11 === 0 ? -Infinity : startMs,
      endMs: i % 13 === 0 ? Infinity : startMs + Math.max(1, lengthMs),
    }
  })
}

function scanBins(index: EventIndex, firstBin: number, binCount: number, binBits: number): number[][] {
  const counts = Array.from({ length: 3 }, () => Array.from({ length: binCount }, () => 0))
  for (let row = 0; row < index.rowCount; row++) {
    const bin = Math.floor(anchorMs(index, row) / 2 ** binBits) - firstBin
    const lane = counts[index.lane[row] ?? 0]
    if (lane !== undefined && bin >= 0 && bin < binCount) lane[bin] = (lane[bin] ?? 0) + 1
  }
  return counts
}

async function addressOf({ manifest, read }: TileFiles, name: string): Promise<Address | null> {
  const hash = hashName(name)
  const partition = readPartition(await read(namePath(partitionOf(hash, manifest.names.partitionBits))))
  const found = findNamed(partition, hash)
  return found === null ? null : { cell: found.cell, position: found.position }
}

async function idAt({ read }: TileFiles, { cell, position }: Address): Promise<string> {
  const lines = Buffer.from(await read(textPath(cell, Math.floor(position / CHUNK_EVENTS)))).toString()
  return (JSON.parse(lines.split('\n')[position % CHUNK_EVENTS] ?? '') as { id: string }).id
}

describe('in parts', () => {
  const stripes = [0, 1, 2, 3].map((rest): Share => ({ kind: 'stripe', rest, of: 4 }))
  const stretches: readonly Share[] = [
    { kind: 'stretch', from: null, to: 500 },
    { kind: 'stretch', from: 500, to: 560 },
    { kind: 'stretch', from: 560, to: 562 },
    { kind: 'stretch', from: 562, to: null },
  ]

  /** Bad entries, a name used twice, relations that lead nowhere, revisions. */
  function faultyText(): string {
    const story = JSON.parse(generatedText(1200, 7)) as {
      events: Record<string, unknown>[]
      revisions?: unknown
    }
    story.events[10] = { id: 'broken' }
    story.events[700] = { ...story.events[700], id: story.events[5]?.['id'] }
    for (const to of ['nobody', 'broken', 'e20'])
      story.events[20] = {
        ...story.events[20],
        id: 'e20',
        relations: [
          { is: 'after', to },
          ...((story.events[20]?.['relations'] as object[] | undefined) ?? []),
        ],
      }
    story.revisions = [{ date: '2026-01-01', summary: 'Two events.', events: ['e20', 'nobody'] }]
    return JSON.stringify(story)
  }

  test.each([
    ['every fourth cell', stripes],
    ['stretches of time', stretches],
  ])('%s: merged they are what one build makes, byte for byte', async (_, shares) => {
    const text = faultyText()
    const one = tempFolder()
    expect(await buildTiles(piecesOf(text), { out: one, cellBits: 31 })).toMatchObject({ ok: true })
    const folders: string[] = []
    for (const share of shares) {
      const folder = tempFolder()
      folders.push(folder)
      expect(await buildPart(piecesOf(text, 70_001), { out: folder, cellBits: 31, share })).toMatchObject({
        ok: true,
      })
    }
    const merged = tempFolder()
    expect(mergeTiles([...folders].reverse(), merged)).toMatchObject({ ok: true })
    const expected = allFiles(one)
    // The order of reports too, in which an event stands in another cell than its part has.
    expect([...expected.keys()].filter((file) => file.startsWith('reported/')).length).toBeGreaterThan(50)
    const found = allFiles(merged)
    expect([...found.keys()]).toEqual([...expected.keys()])
    for (const [file, bytes] of expected) expect([file, found.get(file)?.equals(bytes)]).toEqual([file, true])
  })

  test('parts that are not one story are refused with a sentence', async () => {
    const build = async (text: string, share: Share): Promise<string> => {
      const folder = tempFolder()
      await buildPart(piecesOf(text), { out: folder, cellBits: 31, share })
      return folder
    }
    const a = await build(generatedText(50), { kind: 'stripe', rest: 0, of: 4 })
    const refusals = [
      mergeTiles([a], tempFolder()),
      mergeTiles([a, a], tempFolder()),
      mergeTiles([a, await build(generatedText(50, 2), { kind: 'stripe', rest: 1, of: 4 })], tempFolder()),
      mergeTiles([tempFolder()], tempFolder()),
    ].map((merged) => (merged.ok ? null : merged.problem.replaceAll(/\/\S+/g, 'DIR')))
    expect(refusals).toEqual([
      'The part 2DIR is missing',
      'The parts overlap: 1DIR is there twice',
      'The part 3DIR is missing',
      'DIR is no part: it has no part.json',
    ])
    const half = (rest: number): Share => ({ kind: 'stripe', rest, of: 2 })
    const strangers = [await build(generatedText(50), half(0)), await build(generatedText(50, 2), half(1))]
    const merged = mergeTiles(strangers, tempFolder())
    expect(merged.ok ? null : merged.problem).toContain('is of another story')
    const plain = tempFolder()
    await buildPart(piecesOf(generatedText(50)), {
      out: plain,
      cellBits: 31,
      share: half(1),
      hasReported: false,
    })
    for (const parts of [
      [plain, strangers[0] ?? ''],
      [strangers[0] ?? '', plain],
    ]) {
      const unlike = mergeTiles(parts, tempFolder())
      expect(unlike.ok ? null : unlike.problem).toBe(
        `${plain} has no order of reports, which ${strangers[0]} has`,
      )
    }
  })
})

test('the same input makes the same bytes, however it comes in pieces', async () => {
  const text = generatedText(500)
  const [a, b] = [tempFolder(), tempFolder()]
  await buildTiles(piecesOf(text, 997), { out: a, cellBits: 31 })
  await buildTiles(piecesOf(text, 1 << 20), { out: b, cellBits: 31 })
  expect([...allFiles(a)].map(([file, bytes]) => [file, bytes.toString('hex')])).toEqual(
    [...allFiles(b)].map(([file, bytes]) => [file, bytes.toString('hex')]),
  )
})

test('events that are left out and problems are those of the story read whole', async () => {
  const clash = makeEvent(6, { statements: [makeStatement('event-1')] })
  const story = makeStoryFile({
    events: [
      makeEvent(0, {
        relations: [
          { is: 'after', to: 'nobody' },
          { is: 'before', to: 'event-2' },
        ],
      }),
      makeEvent(1),
      { ...makeEvent(2), kind: 'rumour' as 'act' },
      makeEvent(3, { id: 'event-0' }),
      makeEvent(4, { date: { edtf: '2020-02-31' } }),
      makeEvent(5, { aliases: ['old'], relations: [{ is: 'after', to: 'event-5' }] }),
      clash,
      makeEvent(7, { date: null, relations: [{ is: 'before', to: 'event-8' }] }),
      makeEvent(8, { date: null, relations: [{ is: 'before', to: 'event-7' }] }),
      makeEvent(9, { relations: [{ is: 'after', to: 'event-6' }] }),
    ],
    actors: [...makeStoryFile().actors, { id: 'x', name: '', kind: 'person' }],
    revisions: [{ date: '2020-03-01', summary: 'All new.', events: ['old', 'nobody', 'event-4'] }],
  })
  const text = JSON.stringify(story, null, 2)
  const { manifest } = await tilesOf(text)
  const { problems, story: whole } = readWhole(text)
  expect(manifest.eventCount).toBe(whole.events.length)
  expect(manifest.problems.count).toBe(problems.length)
  expect(manifest.problems.listed.toSorted(byPath)).toEqual([...problems].sort(byPath))
  expect(manifest.leftOutCount).toBe(story.events.length - whole.events.length)
  expect(manifest.revisions[0]?.events).toEqual(['old'])
})

function byPath(a: { path: string; sentence: string }, b: { path: string; sentence: string }): number {
  return `${a.path} ${a.sentence}` < `${b.path} ${b.sentence}` ? -1 : 1
}

test('actors and sources may come after the events', async () => {
  const { events, ...rest } = JSON.parse(generatedText(60)) as Record<string, unknown>
  const late = await tilesOf(JSON.stringify({ events, ...rest }))
  const early = await tilesOf(JSON.stringify({ ...rest, events }))
  expect(late.manifest).toEqual(early.manifest)
  expect([...allFiles(late.folder).keys()]).toEqual([...allFiles(early.folder).keys()])
})

test('what is no story is refused with a sentence, and leaves nothing', async () => {
  for (const [text, sentence] of [
    ['{"format":1', 'The file ends in the middle'],
    ['[1,2]', 'is not a story'],
    [JSON.stringify(makeStoryFile({ events: [] })), 'is empty'],
    [JSON.stringify({ ...makeStoryFile(), events: [{}] }), 'All events had to be left out'],
  ]) {
    const out = tempFolder()
    const built = await buildTiles(piecesOf(text ?? ''), { out, cellBits: 31 })
    expect(built.ok ? '' : built.problem).toContain(sentence)
    expect(allFiles(out).has('story.json')).toBe(false)
  }
})

test('a folder with something else in it is left alone', async () => {
  const built = await buildTiles(piecesOf(generatedText(10)), { out: path.resolve('src'), cellBits: 31 })
  expect(built.ok ? '' : built.problem).toContain('is not empty')
})

test('an actor with more events than a piece', async () => {
  const day = (i: number) =>
    i % 7 === 0
      ? '2020-01'
      : i % 11 === 0
        ? '2019-03/2020-05'
        : `2020-01-${String(1 + (i % 20)).padStart(2, '0')}`
  const events = Array.from({ length: 33_000 }, (_, i) =>
    makeEvent(i, { date: { edtf: day(i) }, accounts: [], statements: [], sources: ['morning-post'] }),
  )
  const text = JSON.stringify(makeStoryFile({ events }))
  const tiles = await tilesOf(text)
  const { index } = readWhole(text)
  const directory = readPostingDirectory(await tiles.read(postingPath('actor', 0)))
  expect(directory).toMatchObject({ total: 33_000, postings: null })
  for (const range of ranges(index, 8)) {
    expect(await countRange(tiles, range)).toEqual(countWhole(index, range))
    expect(await countPostings(tiles, 'actor', 0, directory, range)).toEqual(countWhole(index, range))
  }
  for (const binBits of [14, 20, 24, 27, 30]) {
    const firstBin = Math.floor(Date.UTC(2020, 0, 5) / 2 ** binBits) - 20
    const counts = await countBins(tiles, firstBin, 320, binBits)
    expect(counts.map((lane) => [...lane])).toEqual(scanBins(index, firstBin, 320, binBits))
  }
})

test('titles of a large story are those of its events, not pieces of others', async () => {
  // More than the builder holds in one buffer.
  const text = generatedText(10_000, 3)
  const titles = new Map(readWhole(text).story.events.map(({ id, title }) => [String(id), title]))
  const tiles = await tilesOf(text)
  const decoder = new TextDecoder()
  const briefsOf = ({ bytes, starts, lengths }: BriefBytes): readonly unknown[] =>
    Array.from(starts, (start, i) =>
      JSON.parse(decoder.decode(bytes.subarray(start, start + (lengths[i] ?? 0)))),
    )
  const seen = new Map<unknown, unknown>()
  for (const { cell, counts } of tiles.cells)
    for (let chunk = 0; chunk * CHUNK_EVENTS < eventsOf(counts); chunk++)
      for (const brief of briefsOf(readChunk(await tiles.read(chunkPath(cell, chunk))).briefs))
        if (Array.isArray(brief)) seen.set(brief[0], brief[1])
  expect(seen).toEqual(titles)
  const rare = 100
  const { total } = readPostingDirectory(await tiles.read(postingPath('actor', rare)))
  expect(total).toBeLessThan(POSTING_BRIEFS)
  const beside = new ByteReader(await tiles.read(postingBriefsPath('actor', rare, 0)))
  for (const brief of briefsOf(readBriefs(total, beside)))
    expect(Array.isArray(brief) && titles.get(String(brief[0])) === brief[1]).toBe(true)
}, 60_000)
