/**
 * One of those who read the events of a large story: reads its batches, keeps their words, searches them. Where it
 * runs is left open: in a worker of its own (parserInWorker.ts), or in the same thread (here).
 */
import type { Result } from '../core/base/result.ts'
import { fail, succeed } from '../core/base/result.ts'
import { searchWordIndex } from '../core/indexing/searchWordIndex.ts'
import { WordGatherer, type WordBatch } from '../core/indexing/wordIndex.ts'
import { explainer } from '../core/story/explainItem.ts'
import { openStoryFrame } from '../core/story/readFrame.ts'
import { BatchReader } from './batchReader.ts'
import type { BatchColumns, BatchRows, EventBatch } from './eventBatch.ts'
import type { LoadFault } from './loadError.ts'
import { releaseBytes } from './releaseBytes.ts'

export interface EventParser {
  /** The story's frame, as JSON; what was read before is forgotten. */
  readonly open: (frameBytes: Uint8Array<ArrayBuffer>) => void
  /** In any order; a batch that was read before is replaced. The bytes are handed over. */
  readonly read: (batch: EventBatch) => Promise<Result<BatchColumns, LoadFault>>
  /** Of all batches read, when no more will come. */
  readonly placeRows: (rows: readonly BatchRows[]) => void
  /** Rows of this reader whose texts include all terms. A search before this one is abandoned. */
  readonly search: (terms: readonly string[], onFound: OnFoundRows) => void
}

/** Told of rows as they are found, each once; last with `isDone`. */
export type OnFoundRows = (rows: Uint32Array, isDone: boolean) => void

/** A search stops this often to look whether it is still wanted, ms. */
const SLICE_MS = 16

/** The first drawing comes first, ms. */
const WARM_AFTER_MS = 300

/** The parser itself. */
export class HeldEvents {
  #words = new WordGatherer()
  #reader: BatchReader | null = null
  readonly #wordsOf = new Map<number, Uint8Array>()
  #batches: readonly WordBatch[] = []
  #searches = 0

  open(frameBytes: Uint8Array<ArrayBuffer>): void {
    this.#words = new WordGatherer()
    this.#wordsOf.clear()
    const frame = openStoryFrame(JSON.parse(new TextDecoder().decode(frameBytes)), explainer, null)
    this.#reader = frame.ok ? new BatchReader(frame.value, this.#words) : null
  }

  read(batch: EventBatch): Result<BatchColumns, LoadFault> {
    if (this.#reader === null) throw new Error('a batch came before a frame')
    const read = this.#reader.read(batch)
    releaseBytes(batch.bytes)
    if (!read.ok) return fail(read.problem)
    this.#wordsOf.set(batch.number, read.value.words)
    return succeed(read.value.columns)
  }

  placeRows(placed: readonly BatchRows[]): void {
    this.#reader = null
    this.#batches = placed.map(({ number, rows }) => ({
      bytes: this.#wordsOf.get(number) ?? new Uint8Array(0),
      rows,
    }))
    this.#wordsOf.clear()
    setTimeout(() => this.#warmUp(), WARM_AFTER_MS)
  }

  /** The first search joins all words and is run by code that is not compiled yet: better now than under a reader's hand. */
  #warmUp(): void {
    // What every text includes.
    if (this.#searches === 0) this.search([''], () => undefined)
  }

  /** See EventParser. Works in slices, between which a later search may come. */
  search(terms: readonly string[], onFound: OnFoundRows): void {
    const own = ++this.#searches
    const steps = searchWordIndex({ vocabulary: this.#words.vocabulary, batches: this.#batches }, terms)
    const goOn = (): void => {
      if (own !== this.#searches) return
      const endMs = performance.now() + SLICE_MS
      const found: number[] = []
      let isDone = false
      while (!isDone && performance.now() < endMs) {
        const step = steps.next()
        isDone = step.done === true
        for (const row of step.value ?? []) found.push(row)
      }
      if (isDone || found.length > 0) onFound(Uint32Array.from(found), isDone)
      if (!isDone) setTimeout(goOn)
    }
    goOn()
  }
}

/** A parser in the same thread, for where no worker can start another. */
export function openParserHere(): EventParser {
  const held = new HeldEvents()
  return {
    open: (frameBytes) => held.open(frameBytes),
    read: async (batch) => held.read(batch),
    placeRows: (rows) => held.placeRows(rows),
    search: (terms, onFound) => held.search(terms, onFound),
  }
}
