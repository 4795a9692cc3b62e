/**
 * What is known of the batches of a file while they are read, in whatever order they come back? Their columns, by
 * number; who has which name; and which events use a name that an event of an earlier batch has.
 */
import type { NameHash } from '../core/indexing/nameHash.ts'
import { NameTable } from '../core/indexing/nameTable.ts'
import { batchAt } from './batchAt.ts'
import type { EventBatch, NamedBatch } from './eventBatch.ts'
import type { LoadFault } from './loadError.ts'
import type { ParserPool } from './parserPool.ts'

/** One reading of a file. */
export class BatchReading {
  readonly names = new NameTable()
  readonly #pool: ParserPool
  readonly #onProgress: (eventsRead: number) => void
  readonly #started: Promise<LoadFault | null>[] = []
  /** [number] hidden ones are missing. */
  readonly #batches: NamedBatch[] = []
  #eventsRead = 0
  #faultKind: LoadFault['kind'] | null = null

  constructor(pool: ParserPool, onProgress: (eventsRead: number) => void) {
    this.#pool = pool
    this.#onProgress = onProgress
  }

  get isFaulty(): boolean {
    return this.#faultKind !== null
  }

  /** Something that was taken for an event is no JSON. */
  get hasNoJson(): boolean {
    return this.#faultKind === 'json'
  }

  /** In file order, once all are read. */
  get batches(): readonly NamedBatch[] {
    return this.#batches.filter((batch) => batch !== undefined)
  }

  start(batch: EventBatch): void {
    const { isHidden, number } = batch
    this.#started.push(
      this.#pool.read(batch).then((read) => {
        if (!read.ok) {
          this.#faultKind ??= read.problem.kind
          return read.problem
        }
        this.#eventsRead += read.value.entryCount
        const { names, ...rest } = read.value
        if (!isHidden) {
          this.#batches[number] = rest
          this.names.add(names)
        }
        this.#onProgress(this.#eventsRead)
        return null
      }, stopped),
    )
  }

  async replace(batch: EventBatch): Promise<void> {
    const read = await this.#pool.read(batch)
    if (!read.ok) return
    // Its names stand in the table already: whoever loses one claims the others as before.
    const { names: _, ...rest } = read.value
    this.#batches[batch.number] = rest
  }

  /** The first in the file, of all batches; null: there is none. */
  async fault(): Promise<LoadFault | null> {
    return (await Promise.all(this.#started)).find((fault) => fault !== null) ?? null
  }

  /** Batches with names that events of earlier batches have. Once, when all are read: before, nobody has a name. */
  clashes(): readonly { readonly batch: NamedBatch; readonly names: readonly NameHash[] }[] {
    const batches = this.batches
    const namesOf = new Map<NamedBatch, NameHash[]>()
    for (const { loserIndex, ...name } of this.names.settle()) {
      const batch = batchAt(batches, loserIndex)
      if (batch === undefined) continue
      const names = namesOf.get(batch)
      if (names === undefined) namesOf.set(batch, [name])
      else names.push(name)
    }
    return [...namesOf].map(([batch, names]) => ({ batch, names }))
  }
}

/** A parser went away: there was no memory for it. */
function stopped(): LoadFault {
  return { kind: 'worker' }
}
