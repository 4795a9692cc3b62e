/**
 * Which tiles are here, and who fetches the others? One query for each file. The drawing asks while it is made; what it
 * asked for is fetched together, what it no longer asks for is given up, and what was not used for longest is let go.
 */
import { CancelledError, type Query, type QueryClient } from '@tanstack/react-query'
import type { HeldTiles } from '../../core/tiles/heldTiles.ts'
import { fetchPieces } from '../fetchPieces.ts'
import { LoadError } from '../loadError.ts'
import { MAX_RETRIES } from '../storyQuery.ts'

/** Tiles that are kept, bytes as they came; decoded they take up to four times as much. */
const KEPT_BYTES = 12 << 20
/** Of these the share that is left when some are let go. */
const LEFT_SHARE = 0.75
/** Used so lately, a tile may be on screen, ms. */
const IN_USE_MS = 5_000
/** Asked for so lately, a tile is still wanted when others are asked for, ms. */
const WANTED_MS = 400
/** Tiles that come within this time are told of together, ms. */
const TOGETHER_MS = 16

interface Tile {
  readonly bytes: Uint8Array
  content: unknown
  isDecoded: boolean
  usedMs: number
}

export class TileStore implements HeldTiles {
  readonly #client: QueryClient
  readonly #folder: string
  readonly #here = new Map<string, Tile>()
  /** When each was last asked for, ms. */
  readonly #coming = new Map<string, number>()
  readonly #asked = new Set<string>()
  readonly #failed = new Set<string>()
  readonly #listeners = new Set<() => void>()
  /** What was asked for is about to be fetched, and what has come about to be told. */
  #isFlushing = false
  #isTelling = false
  #version = 0
  #bytes = 0
  readonly #whenIdle = new Set<() => void>()
  #askedCount = 0
  /** How many more may be asked for. */
  #most = Infinity

  /** @param folder address of the folder with the manifest, with its slash at the end */
  constructor(client: QueryClient, folder: string) {
    this.#client = client
    this.#folder = folder
  }

  /** Another number whenever what is here has changed. */
  readonly getVersion = (): number => this.#version

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Tiles that could not be fetched and are still asked for. */
  get hasFailed(): boolean {
    return this.#failed.size > 0
  }

  /** Files that were asked for so far. */
  get askedCount(): number {
    return this.#askedCount
  }

  /** All that was asked for is here, or cannot be had. */
  get isIdle(): boolean {
    return this.#coming.size === 0 && this.#asked.size === 0
  }

  /** What `ask` gives; of the files that it asks for no more than `most` are fetched, as if it had not asked for others. */
  askAtMost<Answer>(most: number, ask: () => Answer): Answer {
    const before = this.#most
    this.#most = most
    const answer = ask()
    this.#most = before
    return answer
  }

  /**
   * @param ask called whenever all that was asked for is here, to ask for what may be wanted next
   * @returns ends that
   */
  whenIdle(ask: () => void): () => void {
    this.#whenIdle.add(ask)
    return () => this.#whenIdle.delete(ask)
  }

  readonly has = (path: string): boolean => this.#here.has(path)

  readonly get = <Content>(
    path: string,
    decode: (bytes: Uint8Array) => Content,
    isWanted: boolean,
  ): Content | null => {
    const tile = this.#here.get(path)
    if (tile === undefined) {
      if (isWanted) this.#ask(path)
      return null
    }
    tile.usedMs = performance.now()
    if (!tile.isDecoded) {
      tile.content = decode(tile.bytes)
      tile.isDecoded = true
    }
    return tile.content as Content
  }

  /** A file on its own, kept like the others. @throws LoadError */
  readonly read = async (path: string): Promise<Uint8Array> => {
    for (;;) {
      const tile = this.#here.get(path)
      if (tile !== undefined) return tile.bytes
      try {
        const bytes = await this.#fetch(path)
        this.#keep(path, bytes)
        return bytes
      } catch (error) {
        // The drawing had asked for it too, and gave it up.
        if (!(error instanceof CancelledError)) throw error
      }
    }
  }

  /** Some bytes of a file, as a host gives them that knows ranges; others give all. @throws LoadError */
  async readRange(path: string, from: number, to: number): Promise<Uint8Array> {
    const address = this.#folder + path
    const response = await fetch(address, { headers: { range: `bytes=${from}-${to - 1}` } }).catch(() => {
      throw new LoadError({ kind: 'network' }, address)
    })
    if (!response.ok) throw new LoadError({ kind: 'status', status: response.status }, address)
    const bytes = new Uint8Array(await response.arrayBuffer())
    return response.status === 206 ? bytes : bytes.subarray(from, to)
  }

  /** Asks again for what could not be fetched. */
  readonly retry = (): void => {
    this.#failed.clear()
    this.#tell()
  }

  #ask(path: string): void {
    if (this.#failed.has(path)) return
    if (this.#coming.has(path)) this.#coming.set(path, performance.now())
    else if (!this.#asked.has(path)) {
      if (this.#most <= 0) return
      this.#most--
      this.#askedCount++
      this.#asked.add(path)
    }
    if (this.#isFlushing) return
    this.#isFlushing = true
    setTimeout(() => this.#flush(), 0)
  }

  #flush(): void {
    this.#isFlushing = false
    if (this.#asked.size === 0) return
    const nowMs = performance.now()
    for (const [path, askedMs] of this.#coming)
      if (nowMs - askedMs > WANTED_MS) {
        this.#coming.delete(path)
        void this.#queryOf(path).cancel({ revert: true })
      }
    for (const path of this.#asked) {
      this.#coming.set(path, nowMs)
      void this.#bring(path)
    }
    this.#asked.clear()
  }

  async #bring(path: string): Promise<void> {
    try {
      this.#keep(path, await this.#fetch(path))
    } catch (error) {
      if (!(error instanceof CancelledError)) this.#failed.add(path)
      // Whoever still needs it asks again.
      this.#coming.delete(path)
      this.#tell()
    }
  }

  async #fetch(path: string): Promise<Uint8Array> {
    const query = this.#queryOf(path)
    return query.state.data ?? query.fetch()
  }

  #queryOf(path: string): Query<Uint8Array, Error, Uint8Array, string[]> {
    const options = this.#client.defaultQueryOptions({
      queryKey: ['tile', this.#folder, path],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => fetchTile(this.#folder + path, signal),
      staleTime: Infinity,
      gcTime: Infinity,
      structuralSharing: false,
      retry: (failures: number, error: Error) =>
        error instanceof LoadError && error.isPassing && failures < MAX_RETRIES,
      retryDelay: (attempt: number) => 400 * 2 ** attempt,
      networkMode: 'always',
    })
    return this.#client.getQueryCache().build(this.#client, options)
  }

  #keep(path: string, bytes: Uint8Array): void {
    this.#coming.delete(path)
    if (this.#here.has(path)) return
    this.#here.set(path, { bytes, content: null, isDecoded: false, usedMs: performance.now() })
    this.#bytes += bytes.length
    if (this.#bytes > KEPT_BYTES) this.#letGo()
    this.#tell()
  }

  /** The least lately used ones. */
  #letGo(): void {
    const nowMs = performance.now()
    const byUse = [...this.#here].sort(([, a], [, b]) => a.usedMs - b.usedMs)
    for (const [path, { bytes, usedMs }] of byUse) {
      if (this.#bytes <= KEPT_BYTES * LEFT_SHARE || nowMs - usedMs < IN_USE_MS) break
      this.#here.delete(path)
      this.#bytes -= bytes.length
      this.#client.getQueryCache().remove(this.#queryOf(path))
    }
  }

  #tell(): void {
    // At once, so that whoever looks before it is told never takes what it worked out earlier for the present.
    this.#version++
    if (this.#isTelling) return
    this.#isTelling = true
    setTimeout(() => {
      this.#isTelling = false
      for (const listener of this.#listeners) listener()
      // After the drawing has asked.
      setTimeout(() => {
        if (this.isIdle) for (const ask of this.#whenIdle) ask()
      }, TOGETHER_MS)
    }, TOGETHER_MS)
  }
}

async function fetchTile(address: string, signal: AbortSignal): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  await fetchPieces(address, signal, (bytes) => void pieces.push(bytes))
  if (pieces.length === 1 && pieces[0] !== undefined) return pieces[0]
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
