/** What is fetched ahead of a reader who looks at a story in tiles? Little for each window, and all before it is needed. */
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LookAhead } from '../../src/app/tiles/lookAhead.ts'
import type { TimeLanes } from '../../src/core/indexing/timeLane.ts'
import type { LaneLayout } from '../../src/core/marks/laneLayout.ts'
import { BLOCK_PX } from '../../src/core/marks/layOutBlocks.ts'
import type { TimeWindow } from '../../src/core/time/timeWindow.ts'
import { TileStore } from '../../src/loading/tiles/tileStore.ts'

/** Of one ms for each px, so that px are ms. */
const WINDOW_PX = 1_000
const lanes = {} as TimeLanes

let asked: string[] = []
let store: TileStore
let ahead: LookAhead
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address.slice('https://timelines.example/'.length))
    return Promise.resolve(new Response(new Uint8Array(8)))
  })
  store = new TileStore(new QueryClient(), 'https://timelines.example/')
  ahead = new LookAhead(store)
  stop = ahead.start()
})

afterEach(() => {
  stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A block of time needs two files, and once these are here so many more; the edge of a window one. */
function layoutOf(most: number): LaneLayout {
  const get = (path: string): number | null => store.get(path, ({ length }) => length, true)
  const laid = {
    rowsIn: ({ startMs, endMs }: TimeWindow) => {
      for (let block = Math.floor(startMs / BLOCK_PX); block <= Math.floor(endMs / BLOCK_PX); block++)
        if ([get(`${block}-a`), get(`${block}-b`)].every((content) => content !== null))
          for (let i = 0; i < most; i++) get(`${block}-${i}`)
      return []
    },
    clustersIn: ({ startMs }: TimeWindow) => {
      get(`edge-${startMs}`)
      return []
    },
  }
  return laid as unknown as LaneLayout
}

/** Draws a window, as often as tiles come for it, and waits for rest. */
async function look(startMs: number, most: number): Promise<readonly string[]> {
  const before = asked.length
  const window = { startMs, endMs: startMs + WINDOW_PX }
  const draw = (): void => {
    const layout = ahead.watch({ lay: () => layoutOf(most), lanes, resolution: 1 })
    layout.rowsIn(window)
    layout.clustersIn(window)
  }
  const end = store.subscribe(draw)
  draw()
  await vi.advanceTimersByTimeAsync(3_000)
  end()
  return asked.slice(before)
}

it('a window that moves on costs at most six files, though a block of time needs more', async () => {
  await look(BLOCK_PX * 20.1, 10)
  const there = Array.from({ length: 12 }, (_, i) => i + 1)
  // To the right, back, and as far to the left.
  for (const windows of [...there, ...Array.from({ length: 24 }, (_, i) => 11 - i)]) {
    const files = await look(BLOCK_PX * 20.1 + windows * WINDOW_PX, 10)
    expect(files.length).toBeLessThanOrEqual(6)
  }
})

it('what a window shows is asked for at once, however much it is', async () => {
  const files = await look(BLOCK_PX * 20.1, 10)
  expect(files).toEqual(expect.arrayContaining(['20-a', '20-b', '20-9', `edge-${BLOCK_PX * 20.1}`]))
  // Elsewhere: both its sides.
  expect(files).toEqual(expect.arrayContaining(['19-9', '21-9']))
  expect(new Set(files).size).toBe(files.length)
})

it('a window that does not rest asks for nothing but what it shows', async () => {
  const window = { startMs: BLOCK_PX * 20.1, endMs: BLOCK_PX * 20.1 + WINDOW_PX }
  const layout = ahead.watch({ lay: () => layoutOf(3), lanes, resolution: 1 })
  for (let step = 0; step < 20; step++) {
    const moved = { startMs: window.startMs + step, endMs: window.endMs + step }
    layout.rowsIn(moved)
    layout.clustersIn(moved)
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(asked).toEqual(['20-a', '20-b', '20-0', '20-1', '20-2'])
  await vi.advanceTimersByTimeAsync(3_000)
  expect(asked).toEqual(expect.arrayContaining([`edge-${window.startMs + 19}`, '19-2', '21-2']))
})
