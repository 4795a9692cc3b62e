/** Who reads which batch? Whoever has least to do, each with the next at hand, so that nobody waits for the post. */
import { assertExists } from '../core/base/assert.ts'
import type { Result } from '../core/base/result.ts'
import type { BatchColumns, EventBatch } from './eventBatch.ts'
import type { EventParser } from './eventParser.ts'
import type { KnownNames } from './knownNames.ts'
import type { LoadFault } from './loadError.ts'

/** Batches at a parser, the one under way included. */
const BATCHES_AT_HAND = 2

type Outcome = Result<BatchColumns, LoadFault>

interface Waiting {
  readonly batch: EventBatch
  readonly resolve: (outcome: Promise<Outcome>) => void
}

export class ParserPool {
  readonly #parsers: readonly EventParser[]
  readonly #loads: number[]
  readonly #waiting: Waiting[] = []
  /** [batch] who read it: its bytes and words are there. */
  readonly #readBy = new Map<number, number>()
  #onRoom: (() => void)[] = []

  constructor(parsers: readonly EventParser[]) {
    this.#parsers = parsers
    this.#loads = parsers.map(() => 0)
  }

  open(names: KnownNames): void {
    for (const parser of this.#parsers) parser.open(names)
  }

  /** A batch that was read before goes where it was read. */
  read(batch: EventBatch): Promise<Outcome> {
    const before = this.#readBy.get(batch.number)
    const parser = before === undefined ? undefined : this.#parsers[before]
    if (parser !== undefined) return parser.read(batch)
    return new Promise((resolve) => {
      this.#waiting.push({ batch, resolve })
      this.#handOut()
    })
  }

  /** As soon as few batches wait. */
  async whenRoom(): Promise<void> {
    if (this.#waiting.length > 0) await new Promise<void>((resolve) => this.#onRoom.push(resolve))
  }

  /** Of a batch that was read; see EventParser. */
  bytesOf(batchNumber: number, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    return this.#readerOf(batchNumber).bytesOf(batchNumber, from, to)
  }

  /** JSON of events of a batch that was read; see EventParser. */
  textsOf(batchNumber: number, events: Uint32Array): Promise<readonly string[]> {
    return this.#readerOf(batchNumber).textsOf(batchNumber, events)
  }

  /** All bytes of a batch that was read or refused; see EventParser. */
  wholeOf(batchNumber: number): Promise<Uint8Array<ArrayBuffer>> {
    return this.#readerOf(batchNumber).wholeOf(batchNumber)
  }

  /** Which of the batches each parser has. */
  share<Batch extends { readonly number: number }>(batches: readonly Batch[]): readonly (readonly Batch[])[] {
    return this.#parsers.map((_, i) => batches.filter(({ number }) => this.#readBy.get(number) === i))
  }

  #readerOf(batchNumber: number): EventParser {
    return assertExists(this.#parsers[this.#readBy.get(batchNumber) ?? -1], `who read batch ${batchNumber}`)
  }

  #handOut(): void {
    while (this.#waiting.length > 0) {
      const least = this.#loads.indexOf(Math.min(...this.#loads))
      const parser = this.#parsers[least]
      if (parser === undefined || (this.#loads[least] ?? 0) >= BATCHES_AT_HAND) return
      const next = this.#waiting.shift()
      if (next === undefined) return
      this.#loads[least] = (this.#loads[least] ?? 0) + 1
      this.#readBy.set(next.batch.number, least)
      const outcome = parser.read(next.batch).finally(() => {
        this.#loads[least] = (this.#loads[least] ?? 0) - 1
        this.#handOut()
      })
      next.resolve(outcome)
    }
    for (const onRoom of this.#onRoom.splice(0)) onRoom()
  }
}
