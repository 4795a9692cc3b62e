/**
 * One of those who read the events of a large story: reads its batches, keeps their bytes, searches their words. Where
 * it runs is left open: in a worker of its own (parserInWorker.ts), or in the same thread (here).
 */
import { assertExists } from '../core/base/assert.ts'
import type { Result } from '../core/base/result.ts'
import { fail, succeed } from '../core/base/result.ts'
import { searchWordIndex } from '../core/indexing/searchWordIndex.ts'
import { WordGatherer } from '../core/indexing/wordIndex.ts'
import { BatchReader } from './batchReader.ts'
import type { BatchColumns, BatchRows, EventBatch } from './eventBatch.ts'
import { HeldBatch } from './heldBatch.ts'
import { LateWords } from './lateWords.ts'
import type { KnownNames } from './knownNames.ts'
import type { LoadFault } from './loadError.ts'

export interface EventParser {
  /** Of batches that were read with other names before, only their bytes are still asked for. */
  readonly open: (names: KnownNames) => void
  /** In any order; a batch that was read before is replaced. The bytes are handed over. */
  readonly read: (batch: EventBatch) => Promise<Result<BatchColumns, LoadFault>>
  /** A copy of events `from` to `to` of a batch that was read here, with one byte before. */
  readonly bytesOf: (batchNumber: number, from: number, to: number) => Promise<Uint8Array<ArrayBuffer>>
  /** The JSON of some events of a batch that was read here, in the order in which they are asked for. */
  readonly textsOf: (batchNumber: number, events: Uint32Array) => Promise<readonly string[]>
  /** A copy of all bytes of a batch that came here, read or refused, before `placeRows`. */
  readonly wholeOf: (batchNumber: number) => Promise<Uint8Array<ArrayBuffer>>
  /** When no more will be read: of all batches that count. Others are forgotten. */
  readonly placeRows: (rows: readonly BatchRows[]) => void
  /** Rows of this reader whose texts include all terms. A search before this one is abandoned. */
  readonly search: (terms: readonly string[], onFound: OnFoundRows) => void
}

/** Told of rows as they are found, each once; last with `isDone`. */
export type OnFoundRows = (rows: Uint32Array, isDone: boolean) => void

/** Searching and indexing stop this often to look what is wanted, ms. */
const SLICE_MS = 16
/** Between two slices of indexing that nobody waits for, ms. */
const PAUSE_MS = 8
/** The first drawing comes first, ms. */
const INDEX_AFTER_MS = 1000

/** The parser itself. */
export class HeldEvents {
  #words = new WordGatherer()
  #reader: BatchReader | null = null
  #late = new LateWords(this.#words, [])
  readonly #batches = new Map<number, HeldBatch>()
  #searches = 0

  open(names: KnownNames): void {
    this.#words = new WordGatherer()
    this.#reader = new BatchReader(names, this.#words)
  }

  read(batch: EventBatch): Result<BatchColumns, LoadFault> {
    if (this.#reader === null) throw new Error('a batch came before the names that it may use')
    const read = this.#reader.read(batch)
    this.#batches.set(batch.number, new HeldBatch(batch, read.ok ? read.value.texts : null))
    if (!read.ok) return fail(read.problem)
    return succeed(read.value.columns)
  }

  bytesOf(batchNumber: number, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    return this.#batch(batchNumber).bytesOf(from, to)
  }

  textsOf(batchNumber: number, events: Uint32Array): Promise<readonly string[]> {
    return this.#batch(batchNumber).textsOf(events)
  }

  wholeOf(batchNumber: number): Uint8Array<ArrayBuffer> {
    return this.#batch(batchNumber).whole
  }

  placeRows(placed: readonly BatchRows[]): void {
    this.#reader = null
    const batches = placed.map(({ number, rows }) => ({
      number,
      held: this.#batch(number),
      rows,
    }))
    this.#batches.clear()
    for (const { number, held } of batches) this.#batches.set(number, held)
    this.#late = new LateWords(this.#words, batches)
    setTimeout(() => this.#indexOn(), INDEX_AFTER_MS)
  }

  #batch(number: number): HeldBatch {
    return assertExists(this.#batches.get(number), `batch ${number}`)
  }

  /** In slices, between which a search may come: that indexes the rest itself, without a pause. */
  #indexOn(): void {
    const endMs = performance.now() + SLICE_MS
    while (!this.#late.isDone && performance.now() < endMs) this.#late.step()
    if (this.#late.isDone) this.#warmUp()
    else setTimeout(() => this.#indexOn(), PAUSE_MS)
  }

  /** The first search joins all words and is run by code that is not compiled yet: better now than under a reader's hand. */
  #warmUp(): void {
    // What every text includes.
    if (this.#searches === 0) this.search([''], () => undefined)
  }

  /** See EventParser. Works in slices, between which a later search may come. */
  search(terms: readonly string[], onFound: OnFoundRows): void {
    const own = ++this.#searches
    const { vocabulary } = this.#late
    const steps = searchWordIndex({ vocabulary, batches: this.#late.batches() }, terms)
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
    open: (names) => held.open(names),
    read: async (batch) => held.read(batch),
    bytesOf: async (batchNumber, from, to) => held.bytesOf(batchNumber, from, to),
    textsOf: async (batchNumber, events) => held.textsOf(batchNumber, events),
    wholeOf: async (batchNumber) => held.wholeOf(batchNumber),
    placeRows: (rows) => held.placeRows(rows),
    search: (terms, onFound) => held.search(terms, onFound),
  }
}
