/** Are tiles fetched once, given up when nobody needs them, tried again, and let go before they fill the memory? */
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TileStore } from '../../../src/loading/tiles/tileStore.ts'

const folder = 'https://timelines.example/tiles/'

interface Request {
  readonly path: string
  readonly signal: AbortSignal | null
  readonly answer: (response: Response) => void
}

let requests: Request[] = []

beforeEach(() => {
  vi.useFakeTimers()
  requests = []
  vi.stubGlobal(
    'fetch',
    (address: string, init?: RequestInit) =>
      new Promise<Response>((resolve, reject) => {
        const signal = init?.signal ?? null
        signal?.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')))
        requests.push({ path: address.slice(folder.length), signal, answer: resolve })
      }),
  )
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const lengthOf = (bytes: Uint8Array): number => bytes.length
const open = (): TileStore => new TileStore(new QueryClient(), folder)
const paths = (): readonly string[] => requests.map(({ path }) => path)
const passMs = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)

async function answer(path: string, bytes: number, status = 200): Promise<void> {
  const request = requests.findLast((candidate) => candidate.path === path)
  request?.answer(new Response(new Uint8Array(bytes), { status }))
  await passMs(50)
}

describe('a tile', () => {
  it('is fetched once however often it is asked for, and told of when it has come', async () => {
    const store = open()
    const told = vi.fn<() => void>()
    store.subscribe(told)
    expect(store.get('a.bin', lengthOf, true)).toBeNull()
    expect(store.get('a.bin', lengthOf, true)).toBeNull()
    await passMs(1)
    expect(paths()).toEqual(['a.bin'])
    const before = store.getVersion()
    await answer('a.bin', 3)
    expect(store.get('a.bin', lengthOf, true)).toBe(3)
    expect(told).toHaveBeenCalledTimes(1)
    expect(store.getVersion()).not.toBe(before)
    expect(paths()).toEqual(['a.bin'])
  })

  it('is not fetched for those who only look whether it is here', async () => {
    const store = open()
    expect(store.get('a.bin', lengthOf, false)).toBeNull()
    await passMs(100)
    expect(paths()).toEqual([])
  })

  it('is given up when others are asked for and it is not, and asked for again by whoever needs it', async () => {
    const store = open()
    store.get('left.bin', lengthOf, true)
    store.get('stays.bin', lengthOf, true)
    await passMs(1_000)
    store.get('stays.bin', lengthOf, true)
    store.get('next.bin', lengthOf, true)
    await passMs(10)
    const isGivenUp = (path: string): boolean | undefined =>
      requests.find((request) => request.path === path)?.signal?.aborted
    expect([isGivenUp('left.bin'), isGivenUp('stays.bin'), isGivenUp('next.bin')]).toEqual([
      true,
      false,
      false,
    ])
    await passMs(100)
    store.get('left.bin', lengthOf, true)
    await passMs(10)
    expect(paths()).toEqual(['left.bin', 'stays.bin', 'next.bin', 'left.bin'])
    await answer('left.bin', 7)
    expect(store.get('left.bin', lengthOf, false)).toBe(7)
  })

  it('that is not there is not asked for again, until the reader wants to try', async () => {
    const store = open()
    store.get('a.bin', lengthOf, true)
    await passMs(1)
    await answer('a.bin', 0, 404)
    expect(store.hasFailed).toBe(true)
    store.get('a.bin', lengthOf, true)
    await passMs(100)
    expect(paths()).toEqual(['a.bin'])
    store.retry()
    expect(store.hasFailed).toBe(false)
    store.get('a.bin', lengthOf, true)
    await passMs(10)
    await answer('a.bin', 2)
    expect(store.get('a.bin', lengthOf, false)).toBe(2)
  })

  it('is let go when many others have come since it was last used', async () => {
    const store = open()
    const megabytes = 4 << 20
    for (const path of ['old.bin', 'b.bin', 'c.bin', 'd.bin']) {
      store.get(path, lengthOf, true)
      await passMs(1)
      await answer(path, megabytes)
      // Long enough not to be in use any more.
      await passMs(6_000)
      if (path !== 'd.bin') store.get('c.bin', lengthOf, false)
    }
    expect(store.get('old.bin', lengthOf, false)).toBeNull()
    expect(store.get('d.bin', lengthOf, false)).toBe(megabytes)
  })
})

it('does not keep a tile that is only looked for', async () => {
  const store = open()
  for (const path of ['old.bin', 'b.bin', 'c.bin', 'd.bin']) {
    store.get(path, lengthOf, true)
    await passMs(1)
    await answer(path, 4 << 20)
    await passMs(6_000)
    store.has('old.bin')
  }
  expect([store.has('old.bin'), store.has('d.bin')]).toEqual([false, true])
})

it('has another version as soon as a tile is here, told or not', async () => {
  const store = open()
  store.get('a.bin', lengthOf, true)
  await passMs(1)
  const before = store.getVersion()
  requests[0]?.answer(new Response(new Uint8Array(1)))
  await passMs(0)
  expect([store.has('a.bin'), store.getVersion() !== before]).toEqual([true, true])
})

it('reads a file on its own even if the drawing gave it up meanwhile', async () => {
  const store = open()
  store.get('names.bin', lengthOf, true)
  await passMs(1)
  const reading = store.read('names.bin')
  await passMs(1_000)
  store.get('next.bin', lengthOf, true)
  await passMs(10)
  expect(requests[0]?.signal?.aborted).toBe(true)
  await passMs(100)
  await answer('names.bin', 5)
  expect((await reading).length).toBe(5)
})

it('fetches no more of what lies ahead than it is told to, and forgets that the rest was asked for', async () => {
  const store = open()
  store.get('in-view.bin', lengthOf, true)
  store.askAtMost(2, () => {
    for (const path of ['in-view.bin', 'a.bin', 'b.bin', 'a.bin', 'c.bin']) store.get(path, lengthOf, true)
  })
  await passMs(1)
  expect([paths(), store.askedCount]).toEqual([['in-view.bin', 'a.bin', 'b.bin'], 3])
  store.get('c.bin', lengthOf, true)
  await passMs(1)
  expect(paths()).toEqual(['in-view.bin', 'a.bin', 'b.bin', 'c.bin'])
})

it('tells when nothing is missing, so that the neighbours can be asked for', async () => {
  const store = open()
  const ask = vi.fn<() => void>()
  store.whenIdle(ask)
  store.get('a.bin', lengthOf, true)
  store.get('b.bin', lengthOf, true)
  await passMs(1)
  await answer('a.bin', 1)
  expect(ask).not.toHaveBeenCalled()
  await answer('b.bin', 1)
  expect(ask).toHaveBeenCalled()
})

describe('a part of a file', () => {
  it('is what the host gives, and cut out where the host gives all', async () => {
    const store = open()
    const bytes = Uint8Array.from([0, 1, 2, 3, 4, 5])
    const part = store.readRange('a.jsonl', 2, 4)
    requests[0]?.answer(new Response(bytes.slice(2, 4), { status: 206 }))
    expect([...(await part)]).toEqual([2, 3])
    const whole = store.readRange('a.jsonl', 2, 4)
    requests[1]?.answer(new Response(bytes))
    expect([...(await whole)]).toEqual([2, 3])
  })

  it('that cannot be had is a fault of loading', async () => {
    const store = open()
    const part = store.readRange('a.jsonl', 2, 4)
    requests[0]?.answer(new Response(null, { status: 503 }))
    await expect(part).rejects.toMatchObject({ fault: { kind: 'status', status: 503 } })
  })
})
