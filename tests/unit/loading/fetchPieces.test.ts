/** What comes of a fetch that goes well, and of each that does not? */
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  fetchPieces,
  MAX_FILE_BYTES,
  STALL_SECONDS,
  type Progress,
} from '../../../src/loading/fetchPieces.ts'
import { LoadError, type LoadFault } from '../../../src/loading/loadError.ts'
import { MAX_RETRIES, storyQuery } from '../../../src/loading/storyQuery.ts'
import type { OpenedStory } from '../../../src/loading/openedStory.ts'
import { makeStoryFile } from '../../fixtures/makeStory.ts'

const address = '/data/story.json'
const ignoreProgress = (): void => undefined
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Pieces that come one after another; `null`: nothing more ever comes. */
function bodyOf(
  pieces: readonly (Uint8Array | null)[],
  signal?: AbortSignal | null,
): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream<Uint8Array>({
    start(controller) {
      signal?.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')))
    },
    pull(controller) {
      const piece = pieces[at++]
      if (piece === undefined) controller.close()
      else if (piece === null) return new Promise(() => undefined)
      else controller.enqueue(piece)
      return undefined
    },
  })
}

interface Answer {
  readonly pieces?: readonly (Uint8Array | string | null)[]
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** A server that gives these answers in turn, the last one for ever. */
function serve(...answers: readonly Answer[]) {
  let at = 0
  const fakeFetch = vi.fn((_: string, { signal }: { signal?: AbortSignal } = {}) => {
    if (signal?.aborted === true) return Promise.reject(new DOMException('aborted', 'AbortError'))
    const { pieces = [], status = 200, headers = {} } = answers[Math.min(at++, answers.length - 1)] ?? {}
    const body = bodyOf(
      pieces.map((piece) => (typeof piece === 'string' ? encode(piece) : piece)),
      signal,
    )
    return Promise.resolve(new Response(body, { status, headers }))
  })
  vi.stubGlobal('fetch', fakeFetch)
  return fakeFetch
}

async function faultOf(loading: Promise<unknown>): Promise<LoadFault> {
  const error: unknown = await loading.then(
    () => new Error('it loaded'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof LoadError)) throw error
  expect(error.address).toBe(address)
  return error.fault
}

const load = async (
  signal = new AbortController().signal,
  onProgress: (progress: Progress) => void = ignoreProgress,
) => {
  const decoder = new TextDecoder()
  let text = ''
  const { contentType } = await fetchPieces(address, signal, (bytes, progress) => {
    text += decoder.decode(bytes, { stream: true })
    onProgress(progress)
  })
  return { text: text + decoder.decode(), contentType }
}

/** Asks as the page does: through a query, with its own idea of when to try again. */
function ask(): Promise<OpenedStory> {
  const observer = new QueryObserver(new QueryClient(), storyQuery(address, ignoreProgress))
  return new Promise((resolve, reject) => {
    observer.subscribe(({ data, error }) => {
      if (data !== undefined) resolve(data)
      if (error !== null) reject(error)
    })
  })
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a file', () => {
  it('comes as its text, also where a letter is cut between two pieces', async () => {
    const bytes = encode('café 東')
    serve({
      pieces: [bytes.slice(0, 4), bytes.slice(4, 7), bytes.slice(7)],
      headers: { 'content-type': 'application/json' },
    })
    expect(await load()).toEqual({ text: 'café 東', contentType: 'application/json' })
  })

  it('tells how far it has come, of how much', async () => {
    const told: Progress[] = []
    serve({ pieces: ['12345', '678'], headers: { 'content-length': '8' } })
    await load(undefined, (progress) => told.push(progress))
    expect(told).toEqual([
      { receivedBytes: 5, totalBytes: 8 },
      { receivedBytes: 8, totalBytes: 8 },
    ])
  })

  it.each([
    ['that is compressed', { 'content-length': '8', 'content-encoding': 'gzip' }],
    ['whose length the server does not say', {}],
    ['whose length makes no sense', { 'content-length': 'soon' }],
  ])('%s has no known total', async (_, headers: Record<string, string>) => {
    const told: Progress[] = []
    serve({ pieces: ['12345'], headers })
    await load(undefined, (progress) => told.push(progress))
    expect(told).toEqual([{ receivedBytes: 5, totalBytes: null }])
  })

  it.each([404, 500, 503])('that is answered by %i is a fault with that number', async (status) => {
    serve({ status, pieces: ['no'] })
    expect(await faultOf(load())).toEqual({ kind: 'status', status })
  })

  it('that cannot be reached is a fault of the network', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await faultOf(load())).toEqual({ kind: 'network' })
  })

  /** A server whose body says how much it is; whether the rest of it was let go. */
  function serveBody(headers: Record<string, string>, read: () => Promise<unknown>) {
    const answer = { ok: true, headers: new Headers(headers), body: { getReader: () => ({ read }) } }
    const fakeFetch = vi.fn<typeof fetch>().mockResolvedValue(answer as unknown as Response)
    vi.stubGlobal('fetch', fakeFetch)
    return { isLetGo: () => fakeFetch.mock.lastCall?.[1]?.signal?.aborted }
  }

  it('that is larger than we read is refused, and no more of it fetched', async () => {
    const bytes = MAX_FILE_BYTES + 1
    const body = serveBody({}, () => Promise.resolve({ done: false, value: { byteLength: bytes } }))
    expect(await faultOf(load())).toEqual({ kind: 'too-large', bytes, limitBytes: MAX_FILE_BYTES })
    expect(body.isLetGo()).toBe(true)
  })

  it.each<Record<string, string>>([{}, { 'content-encoding': 'gzip' }])(
    'that says it is larger than we read is refused before any of it has come %j',
    async (headers) => {
      const read = vi.fn()
      const bytes = MAX_FILE_BYTES + 1
      const body = serveBody({ ...headers, 'content-length': String(bytes) }, read)
      expect(await faultOf(load())).toEqual({ kind: 'too-large', bytes, limitBytes: MAX_FILE_BYTES })
      expect(body.isLetGo()).toBe(true)
      expect(read).not.toHaveBeenCalled()
    },
  )

  it('that its reader refuses is let go of', async () => {
    const refusal = new LoadError({ kind: 'json', isCut: false, sentence: 'is no JSON' }, address)
    const read = vi.fn(() => Promise.resolve({ done: false, value: encode('{"story": x') }))
    const body = serveBody({}, read)
    const { signal } = new AbortController()
    await expect(fetchPieces(address, signal, () => Promise.reject(refusal))).rejects.toBe(refusal)
    expect(body.isLetGo()).toBe(true)
    expect(read).toHaveBeenCalledOnce()
  })
})

describe('a connection', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })

  it('that gives nothing for twenty seconds has stalled', async () => {
    serve({ pieces: ['12345', null] })
    const fault = faultOf(load())
    await vi.advanceTimersByTimeAsync(STALL_SECONDS * 1000)
    expect(await fault).toEqual({ kind: 'stalled', seconds: STALL_SECONDS, receivedBytes: 5 })
  })

  it('that is slow but gives something has not', async () => {
    const slow = ['1', '2', '3'].map(encode)
    let send: (piece: Uint8Array | null) => void = () => undefined
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        send = (piece) => (piece === null ? controller.close() : controller.enqueue(piece))
      },
    })
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)))
    const loading = load()
    for (const piece of [...slow, null]) {
      await vi.advanceTimersByTimeAsync((STALL_SECONDS - 1) * 1000)
      send(piece)
    }
    expect((await loading).text).toBe('123')
  })

  it('leaves no timer behind when the file has come', async () => {
    serve({ pieces: ['1'] })
    await load()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a reader who goes away', () => {
  it('ends the fetch, and that is no fault', async () => {
    const controller = new AbortController()
    serve({ pieces: ['1', null] })
    const loading = load(controller.signal)
    controller.abort()
    await expect(loading).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('before it began fetches nothing', async () => {
    serve({ pieces: ['1'] })
    await expect(load(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('a story', () => {
  const story = JSON.stringify(makeStoryFile())

  it('comes whole, and is read', async () => {
    serve({ pieces: [story.slice(0, 100), story.slice(100)] })
    expect((await ask()).events).toHaveLength(3)
  })

  it.each<[string, Answer, LoadFault]>([
    [
      'a web page',
      { pieces: ['<!doctype html><p>Hello'], headers: { 'content-type': 'application/json' } },
      { kind: 'html' },
    ],
    ['an empty page of HTML', { pieces: [''], headers: { 'content-type': 'text/html' } }, { kind: 'html' }],
  ])('that is %s is a fault of that kind', async (_, answer, fault) => {
    serve(answer)
    expect(await faultOf(ask())).toEqual(fault)
  })

  it('that ends in the middle is said to be cut, and one with a slip is not', async () => {
    serve({ pieces: [story.slice(0, -20)] })
    expect(await faultOf(ask())).toMatchObject({ kind: 'json', isCut: true })
    serve({ pieces: ['{"format": 1,, }'] })
    expect(await faultOf(ask())).toMatchObject({ kind: 'json', isCut: false })
    serve({ pieces: ['nonsense'] })
    expect(await faultOf(ask())).toMatchObject({ kind: 'json', isCut: false })
  })

  it('that is JSON but no story names its problems', async () => {
    serve({ pieces: ['{"format": 99}'] })
    expect(await faultOf(ask())).toMatchObject({
      kind: 'story',
      problems: [{ path: expect.any(String) as string }],
    })
  })
})

describe('what fails', () => {
  const attempt = async (
    ...answers: readonly Answer[]
  ): Promise<{ readonly calls: number; readonly isLoaded: boolean }> => {
    vi.useFakeTimers()
    const fakeFetch = serve(...answers)
    const loading = ask().then(
      () => true,
      () => false,
    )
    await vi.advanceTimersByTimeAsync(10_000)
    return { isLoaded: await loading, calls: fakeFetch.mock.calls.length }
  }
  const good: Answer = { pieces: [JSON.stringify(makeStoryFile())] }

  it('by a fault of the server is tried again, twice at most', async () => {
    expect(await attempt({ status: 503 })).toEqual({ isLoaded: false, calls: 1 + MAX_RETRIES })
  })

  it('once by a fault of the server and then comes is shown', async () => {
    expect(await attempt({ status: 503 }, good)).toEqual({ isLoaded: true, calls: 2 })
  })

  it.each<[string, Answer]>([
    ['not there', { status: 404 }],
    ['not JSON', { pieces: ['nonsense'] }],
    ['no story', { pieces: ['{}'] }],
  ])('because it is %s is not tried again in silence', async (_, answer) => {
    expect(await attempt(answer)).toEqual({ isLoaded: false, calls: 1 })
  })
})
