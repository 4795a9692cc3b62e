/**
 * From events, one after the other, to columns of numbers: all of an index but its order (closeIndex.ts). The events
 * of a large file are gathered in many places at once; joinColumns makes one of what they have.
 */
import { GrowingColumn } from '../base/growingColumn.ts'
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import { readingPeriod } from '../time/readingPeriod.ts'
import { dateNumbers, type DateColumns } from './dateNumbers.ts'

/** Event i is the i-th that was added. */
export interface IndexColumns {
  /** [n] as in EventIndex, all six */
  startMs: Float64Array
  endMs: Float64Array
  lane: Uint8Array
  dateKind: Uint8Array
  /** [n] how many of the parts are the event's; they stand in its order. */
  partCounts: Uint32Array
  partStartMs: Float64Array
  partEndMs: Float64Array
  /** [n] how many of the actor numbers are the event's. */
  actorCounts: Uint32Array
  actorNumbers: Uint32Array
  /** [n] see readingPeriod.ts; the start is NaN when undated, Infinity without an earliest bound. */
  periodStartMs: Float64Array
  periodEndMs: Float64Array
}

const float64 = (length: number): Float64Array => new Float64Array(length)
const uint32 = (length: number): Uint32Array => new Uint32Array(length)
const uint8 = (length: number): Uint8Array => new Uint8Array(length)

/** What is worked out once for a date that stands on many events. */
interface DateNumbers extends DateColumns {
  readonly periodStartMs: number
  readonly periodEndMs: number
}

/** Dates kept: those of fifty years, to the day. */
const KEPT_DATES = 1 << 14

export class ColumnGatherer {
  readonly #startMs = new GrowingColumn(float64)
  readonly #endMs = new GrowingColumn(float64)
  readonly #lane = new GrowingColumn(uint8)
  readonly #dateKind = new GrowingColumn(uint8)
  readonly #partCounts = new GrowingColumn(uint32)
  readonly #partStartMs = new GrowingColumn(float64)
  readonly #partEndMs = new GrowingColumn(float64)
  readonly #actorCounts = new GrowingColumn(uint32)
  readonly #actorNumbers = new GrowingColumn(uint32)
  readonly #periodStartMs = new GrowingColumn(float64)
  readonly #periodEndMs = new GrowingColumn(float64)
  readonly #numberOf: ReadonlyMap<string, number>
  readonly #dates = new Map<FuzzyDate | null, DateNumbers>()

  /** @param numberOf of every actor that an event may name: its position in the story's list */
  constructor(numberOf: ReadonlyMap<string, number>) {
    this.#numberOf = numberOf
  }

  /** Events added since the last `take`. */
  get length(): number {
    return this.#startMs.length
  }

  /** @param actors ids without repeats; one that the gatherer was not told of is left out */
  add(date: FuzzyDate | null, actors: Iterable<string>): void {
    this.#addDate(date)
    const actorsBefore = this.#actorNumbers.length
    for (const id of actors) {
      const number = this.#numberOf.get(id)
      if (number !== undefined) this.#actorNumbers.push(number)
    }
    this.#actorCounts.push(this.#actorNumbers.length - actorsBefore)
  }

  /** The same with actors by their numbers. */
  addNumbered(date: FuzzyDate | null, actors: ArrayLike<number>, count: number): void {
    this.#addDate(date)
    for (let i = 0; i < count; i++) this.#actorNumbers.push(actors[i] ?? 0)
    this.#actorCounts.push(count)
  }

  #addDate(date: FuzzyDate | null): void {
    const numbers = this.#numbersOf(date)
    this.#startMs.push(numbers.startMs)
    this.#endMs.push(numbers.endMs)
    this.#periodStartMs.push(numbers.periodStartMs)
    this.#periodEndMs.push(numbers.periodEndMs)
    this.#lane.push(numbers.lane)
    this.#dateKind.push(numbers.dateKind)
    for (const part of numbers.parts) {
      this.#partStartMs.push(part.startMs)
      this.#partEndMs.push(part.endMs)
    }
    this.#partCounts.push(numbers.parts.length)
  }

  /** The columns of what was added; the gatherer begins anew. */
  take(): IndexColumns {
    return {
      startMs: this.#startMs.take(),
      endMs: this.#endMs.take(),
      lane: this.#lane.take(),
      dateKind: this.#dateKind.take(),
      partCounts: this.#partCounts.take(),
      partStartMs: this.#partStartMs.take(),
      partEndMs: this.#partEndMs.take(),
      actorCounts: this.#actorCounts.take(),
      actorNumbers: this.#actorNumbers.take(),
      periodStartMs: this.#periodStartMs.take(),
      periodEndMs: this.#periodEndMs.take(),
    }
  }

  #numbersOf(date: FuzzyDate | null): DateNumbers {
    const known = this.#dates.get(date)
    if (known !== undefined) return known
    const numbers = numbersOf(date)
    if (this.#dates.size >= KEPT_DATES) this.#dates.clear()
    this.#dates.set(date, numbers)
    return numbers
  }
}

/** The columns of one after the other. Each part loses a column as soon as that is joined, to have none twice. */
export function joinColumns(parts: readonly IndexColumns[]): IndexColumns {
  const join = (name: Float64Name): Float64Array => joinInto(float64, parts, name)
  const join32 = (name: Uint32Name): Uint32Array => joinInto(uint32, parts, name)
  const join8 = (name: Uint8Name): Uint8Array => joinInto(uint8, parts, name)
  return {
    startMs: join('startMs'),
    endMs: join('endMs'),
    lane: join8('lane'),
    dateKind: join8('dateKind'),
    partCounts: join32('partCounts'),
    partStartMs: join('partStartMs'),
    partEndMs: join('partEndMs'),
    actorCounts: join32('actorCounts'),
    actorNumbers: join32('actorNumbers'),
    periodStartMs: join('periodStartMs'),
    periodEndMs: join('periodEndMs'),
  }
}

type NamesOf<Column> = {
  [Name in keyof IndexColumns]: IndexColumns[Name] extends Column ? Name : never
}[keyof IndexColumns]
type Float64Name = NamesOf<Float64Array>
type Uint32Name = NamesOf<Uint32Array>
type Uint8Name = NamesOf<Uint8Array>

function joinInto<Name extends keyof IndexColumns>(
  make: (length: number) => IndexColumns[Name],
  parts: readonly IndexColumns[],
  name: Name,
): IndexColumns[Name] {
  const joined = make(parts.reduce((length, part) => length + part[name].length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part[name], at)
    at += part[name].length
    part[name] = make(0)
  }
  return joined
}

function numbersOf(date: FuzzyDate | null): DateNumbers {
  const { startMs, endMs, lane, dateKind, parts } = dateNumbers(date)
  const period = date === null ? null : readingPeriod(date)
  // Field by field: a spread of an object takes longer than all that stands in it.
  return {
    startMs,
    endMs,
    lane,
    dateKind,
    parts,
    periodStartMs: date === null ? NaN : (period?.startMs ?? Infinity),
    periodEndMs: period?.endMs ?? endMs,
  }
}
