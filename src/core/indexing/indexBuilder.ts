/**
 * From events, one after the other, to an index. The events may come in any order; their reading order is worked out
 * at the end, or given.
 */
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import { closeIndex, readingOrder, sameOrder } from './closeIndex.ts'
import type { EventIndex } from './eventIndex.ts'
import { ColumnGatherer, type IndexColumns } from './indexColumns.ts'

export class IndexBuilder {
  readonly #actors: readonly string[]
  readonly #gatherer: ColumnGatherer
  #columns: IndexColumns | null = null

  /** @param actors every id that an event may name */
  constructor(actors: readonly string[]) {
    this.#actors = actors
    this.#gatherer = new ColumnGatherer(numberActors(actors))
  }

  /** @param actors ids without repeats; one that the builder was not told of is left out */
  add(date: FuzzyDate | null, actors: Iterable<string>): void {
    this.#gatherer.add(date, actors)
  }

  /** Once all are added: see closeIndex.ts. @param undated numbers of the undated events, in their reading order */
  readingOrder(undated: readonly number[]): Uint32Array {
    return readingOrder((this.#columns ??= this.#gatherer.take()), undated)
  }

  /** The builder is used up. @param order as readingOrder gives it; default: the order of adding */
  close(order?: Uint32Array): EventIndex {
    const columns = this.#columns ?? this.#gatherer.take()
    return closeIndex(columns, this.#actors, order ?? sameOrder(columns.startMs.length))
  }
}

/** Position of each actor in the story's list: its number in columns and briefs. */
export function numberActors(ids: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...ids].map((id, i) => [id, i]))
}
