/** Is an event of a story in tiles in the thread that it is in where all events are at hand? */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { EventId } from '../../../src/core/base/brand.ts'
import { findThreads } from '../../../src/core/story/thread.ts'
import { threadAround } from '../../../src/core/story/threadAround.ts'
import { CellRows } from '../../../src/core/tiles/cellRows.ts'
import { TiledEvents } from '../../../src/core/tiles/tiledEvents.ts'
import { readName, readTileLinks } from '../../../src/loading/tiles/tileDetails.ts'
import type { Relation } from '../../../src/core/story/story.ts'
import { createRandom } from '../../bench/generator/random.ts'
import { makeEvent, makeStoryFile, type EventJson } from '../../fixtures/makeStory.ts'
import { readWhole, tilesOf } from '../tiling/tileFolder.ts'

const kinds = ['before', 'after', 'response-to', 'part-of', 'at-odds-with', 'same-root'] as const

/** Of a year, every fifth without a date, each third related to another anywhere. */
function relatedText(count: number, seed: number): string {
  const random = createRandom(seed, 'relations')
  const events = Array.from({ length: count }, (_, i): EventJson => {
    const to = random.below(count)
    const relations =
      i % 3 === 0 && to !== i ? [{ is: kinds[random.below(6)] ?? 'before', to: `event-${to}` }] : []
    const date = { edtf: new Date(Date.UTC(2020, 0, random.below(366))).toISOString().slice(0, 10) }
    return makeEvent(i, { relations, date: i % 5 === 0 ? null : date })
  })
  return JSON.stringify({ ...makeStoryFile(), events })
}

it.each([1, 2, 3])(
  'is so in tiles of a made-up story (%i), whatever cells its thread runs through',
  async (seed) => {
    const text = relatedText(400, seed)
    const { folder, cells, manifest } = await tilesOf(text, 26)
    const asked = new Set<string>()
    const bytesOf = (file: string): Uint8Array => readFileSync(path.join(folder, file))
    const store = {
      has: (file: string): boolean => asked.has(file),
      get: <Content>(file: string, decode: (bytes: Uint8Array) => Content): Content | null =>
        asked.has(file) ? decode(bytesOf(file)) : null,
      read: (file: string): Promise<Uint8Array> => Promise.resolve(bytesOf((asked.add(file), file))),
    }
    const cellRows = new CellRows(cells, manifest.cellBits)
    const decoder = new TextDecoder()
    const events = new TiledEvents(cellRows, store, [], (bytes) => decoder.decode(bytes))
    const from = { cellRows, events, store }

    const ids: EventId[] = []
    for (let row = 0; row < events.length; row++) ids.push((await readName(row, from))?.id ?? ('' as EventId))
    const relations = new Map<EventId, readonly Relation[]>(
      readWhole(text).story.events.map((event) => [event.id, event.relations]),
    )
    expect(new Set(ids)).toEqual(new Set(relations.keys()))
    const threads = findThreads(ids.map((id) => ({ id, relations: relations.get(id) ?? [] })))
    expect(threads.size).toBeGreaterThan(50)
    for (const [row, id] of ids.entries()) {
      const around = await threadAround(row, (rows) => readTileLinks(rows, from))
      expect(around === 'long' ? around : (around?.map((other) => ids[other]) ?? null)).toEqual(
        threads.get(id) ?? null,
      )
    }
  },
)
