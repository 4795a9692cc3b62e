/**
 * From events, one after the other, to the columns of an index. The events may come in any order; their reading
 * order is worked out at the end, or given. Cost: n log n; memory: the columns twice.
 */
import { GrowingColumn } from '../base/growingColumn.ts'
import { outerExtent, type FuzzyDate } from '../time/fuzzyDate.ts'
import { howKnown, howKnownKinds, type HowKnown } from '../time/howKnown.ts'
import { readingPeriod } from '../time/readingPeriod.ts'
import { certainPart } from '../time/spanBounds.ts'
import { anchorMs, DATE_KIND, type EventIndex, type LaneOrder } from './eventIndex.ts'
import { buildFacet } from './facet.ts'

const float64 = (length: number): Float64Array => new Float64Array(length)
const uint32 = (length: number): Uint32Array => new Uint32Array(length)
const uint8 = (length: number): Uint8Array => new Uint8Array(length)

export class IndexBuilder {
  readonly #startMs = new GrowingColumn(float64)
  readonly #endMs = new GrowingColumn(float64)
  readonly #lane = new GrowingColumn(uint8)
  readonly #dateKind = new GrowingColumn(uint8)
  readonly #partOffsets = new GrowingColumn(uint32)
  readonly #partStartMs = new GrowingColumn(float64)
  readonly #partEndMs = new GrowingColumn(float64)
  readonly #actorOffsets = new GrowingColumn(uint32)
  readonly #actorNumbers = new GrowingColumn(uint32)
  readonly #periodStartMs = new GrowingColumn(float64)
  readonly #periodEndMs = new GrowingColumn(float64)
  readonly #numberOf: ReadonlyMap<string, number>
  readonly #actors: readonly string[]

  /** @param actors every id that an event may name */
  constructor(actors: readonly string[]) {
    this.#actors = actors
    this.#numberOf = new Map(actors.map((id, i) => [id, i]))
    this.#partOffsets.push(0)
    this.#actorOffsets.push(0)
  }

  get length(): number {
    return this.#startMs.length
  }

  /** @param actors ids without repeats; one that the builder was not told of is left out */
  add(date: FuzzyDate | null, actors: Iterable<string>): void {
    const extent = date === null ? { startMs: NaN, endMs: NaN } : outerExtent(date)
    const period = date === null ? null : readingPeriod(date)
    this.#startMs.push(extent.startMs)
    this.#endMs.push(extent.endMs)
    this.#periodStartMs.push(date === null ? NaN : (period?.startMs ?? Infinity))
    this.#periodEndMs.push(period?.endMs ?? extent.endMs)
    this.#lane.push(howKnownKinds.indexOf(howKnown(date)))
    this.#dateKind.push(date === null ? DATE_KIND.undated : DATE_KIND[date.kind])
    for (const part of partsOf(date)) {
      this.#partStartMs.push(part.startMs)
      this.#partEndMs.push(part.endMs)
    }
    this.#partOffsets.push(this.#partStartMs.length)
    for (const id of actors) {
      const number = this.#numberOf.get(id)
      if (number !== undefined) this.#actorNumbers.push(number)
    }
    this.#actorOffsets.push(this.#actorNumbers.length)
  }

  /**
   * order[row] is the number, in the order of adding, of the event that is read at that row (see orderEvents.ts,
   * whose rule this is).
   * @param undated numbers of the undated events, in their reading order
   */
  readingOrder(undated: readonly number[]): Uint32Array {
    const keys = [this.#periodStartMs, this.#periodEndMs, this.#startMs, this.#endMs].map((key) =>
      key.close(),
    )
    const [first, ...others] = keys
    const dated = new Uint32Array(this.length - undated.length)
    let count = 0
    for (let i = 0; i < this.length; i++) if (this.#dateKind.at(i) !== DATE_KIND.undated) dated[count++] = i
    // Without an earliest bound only the latest counts.
    dated.sort((a, b) => {
      const byPeriod = compare(first, a, b)
      if (byPeriod !== 0) return byPeriod
      if (first?.[a] === Infinity) return compare(keys[3], a, b) || a - b
      for (const key of others) {
        const byKey = compare(key, a, b)
        if (byKey !== 0) return byKey
      }
      return a - b
    })
    const order = new Uint32Array(this.length)
    order.set(dated)
    order.set(undated, dated.length)
    return order
  }

  /** @param order as readingOrder gives it; default: the order of adding */
  close(order: Uint32Array = Uint32Array.from({ length: this.length }, (_, i) => i)): EventIndex {
    const startMs = permute(this.#startMs.close(), order)
    const endMs = permute(this.#endMs.close(), order)
    const lane = permute(this.#lane.close(), order)
    const columns = { startMs, endMs }
    return {
      rowCount: order.length,
      ...columns,
      lane,
      dateKind: permute(this.#dateKind.close(), order),
      parts: this.#closeParts(order),
      lanes: orderLanes(lane, columns),
      actors: buildFacet(this.#actors, this.#actorOffsets.close(), this.#actorNumbers.close(), order),
    }
  }

  #closeParts(order: Uint32Array): EventIndex['parts'] {
    const offsets = new Uint32Array(order.length + 1)
    const startMs = new Float64Array(this.#partStartMs.length)
    const endMs = new Float64Array(this.#partStartMs.length)
    let at = 0
    order.forEach((event, row) => {
      for (let i = this.#partOffsets.at(event) ?? 0; i < (this.#partOffsets.at(event + 1) ?? 0); i++) {
        startMs[at] = this.#partStartMs.at(i) ?? NaN
        endMs[at++] = this.#partEndMs.at(i) ?? NaN
      }
      offsets[row + 1] = at
    })
    return { offsets, startMs, endMs }
  }
}

/** What EventIndex.parts keeps of a date. */
function partsOf(date: FuzzyDate | null): readonly { readonly startMs: number; readonly endMs: number }[] {
  if (date === null) return []
  if (date.kind !== 'span') return date.extents.length === 1 ? [] : date.extents
  const certain = certainPart(date)
  return certain === null ? [] : [certain]
}

/** Subtraction would make NaN of two infinities. */
function compare(key: Float64Array | undefined, a: number, b: number): number {
  const left = key?.[a] ?? 0
  const right = key?.[b] ?? 0
  return left < right ? -1 : left > right ? 1 : 0
}

function permute<Column extends Uint8Array | Float64Array>(column: Column, order: Uint32Array): Column {
  const permuted = column.slice() as Column
  for (let row = 0; row < order.length; row++) permuted[row] = column[order[row] ?? 0] ?? NaN
  return permuted
}

function orderLanes(
  lane: Uint8Array,
  columns: Pick<EventIndex, 'startMs' | 'endMs'>,
): Readonly<Record<HowKnown, LaneOrder>> {
  const counts = new Uint32Array(howKnownKinds.length)
  for (const kind of lane) counts[kind] = (counts[kind] ?? 0) + 1
  const orderOf = (kind: HowKnown): LaneOrder => {
    const number = howKnownKinds.indexOf(kind)
    const rows = new Uint32Array(counts[number] ?? 0)
    let count = 0
    for (let row = 0; row < lane.length; row++) if (lane[row] === number) rows[count++] = row
    if (kind === 'undated') return { byAnchor: rows, byEnd: new Uint32Array(0) }
    const anchors = new Float64Array(lane.length)
    for (const row of rows) anchors[row] = anchorMs(columns, row)
    const by = (key: Float64Array): Uint32Array => rows.slice().sort((a, b) => compare(key, a, b) || a - b)
    return { byAnchor: by(anchors), byEnd: by(columns.endMs) }
  }
  return {
    day: orderOf('day'),
    lasted: orderOf('lasted'),
    doubt: orderOf('doubt'),
    undated: orderOf('undated'),
  }
}
