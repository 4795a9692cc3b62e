/**
 * From events, one after the other, to columns of numbers: all of an index but its order (closeIndex.ts). The events
 * of a large file are gathered in many places at once; joinColumns makes one of what they have.
 */
import { GrowingColumn } from '../base/growingColumn.ts'
import { facetKinds, type FacetKind, type ListedFacet, type SmallFacet } from '../story/facetKinds.ts'
import type { TimelineEvent } from '../story/story.ts'
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import { readingPeriod } from '../time/readingPeriod.ts'
import { dateNumbers, type DateColumns } from './dateNumbers.ts'
import { valuesOf, type FacetDirectory } from './facetValues.ts'
import { numberValues } from './valueNumbers.ts'

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
  /** Of each event how many values it has, then their positions in the facet's directory (facetValues.ts). */
  actor: Uint32Array
  source: Uint32Array
  speaker: Uint32Array
  /** [n] bit v: the event has the value of this number. */
  standing: Uint8Array
  record: Uint8Array
  /** [n] see readingPeriod.ts; the start is NaN when undated, Infinity without an earliest bound. */
  periodStartMs: Float64Array
  periodEndMs: Float64Array
}

/** The values of one event, by their numbers, no repeats; those after `length` are of no event. */
export interface ValueNumbers {
  readonly values: ArrayLike<number>
  readonly length: number
}

/** All values of an event, in each facet as its columns have them. */
export interface NumberedValues extends Readonly<
  Record<ListedFacet, ValueNumbers> & Record<`${SmallFacet}Bits`, number>
> {}

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
  // Each by its name: to look a facet up by its kind, for each event, costs as much as all the rest.
  readonly #actor = new ValueGatherer()
  readonly #source = new ValueGatherer()
  readonly #speaker = new ValueGatherer()
  readonly #standing = new GrowingColumn(uint8)
  readonly #record = new GrowingColumn(uint8)
  readonly #periodStartMs = new GrowingColumn(float64)
  readonly #periodEndMs = new GrowingColumn(float64)
  readonly #numbersOf: ReadonlyMap<FacetKind, ReadonlyMap<string, number>>
  readonly #dates = new Map<FuzzyDate | null, DateNumbers>()

  /** @param directory every value that an event may have */
  constructor(directory: FacetDirectory) {
    this.#numbersOf = new Map(facetKinds.map((kind) => [kind, numberValues(directory[kind])]))
  }

  /** Events added since the last `take`. */
  get length(): number {
    return this.#startMs.length
  }

  /** A value that the gatherer was not told of is left out. */
  add(event: TimelineEvent): void {
    const numbers = (kind: FacetKind): readonly number[] =>
      [...valuesOf[kind](event)].flatMap((value) => this.#numbersOf.get(kind)?.get(value) ?? [])
    const listed = (kind: ListedFacet): ValueNumbers => {
      const values = numbers(kind)
      return { values, length: values.length }
    }
    const bits = (kind: SmallFacet): number => numbers(kind).reduce((all, number) => all | (1 << number), 0)
    this.addNumbered(event.when?.date ?? null, {
      actor: listed('actor'),
      source: listed('source'),
      speaker: listed('speaker'),
      standingBits: bits('standing'),
      recordBits: bits('record'),
    })
  }

  /** The same of an event whose values are numbers already. */
  addNumbered(date: FuzzyDate | null, numbers: NumberedValues): void {
    this.#addDate(date)
    this.#actor.add(numbers.actor)
    this.#source.add(numbers.source)
    this.#speaker.add(numbers.speaker)
    this.#standing.push(numbers.standingBits)
    this.#record.push(numbers.recordBits)
  }

  #addDate(date: FuzzyDate | null): void {
    const numbers = this.#dateNumbersOf(date)
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
      actor: this.#actor.take(),
      source: this.#source.take(),
      speaker: this.#speaker.take(),
      standing: this.#standing.take(),
      record: this.#record.take(),
      periodStartMs: this.#periodStartMs.take(),
      periodEndMs: this.#periodEndMs.take(),
    }
  }

  #dateNumbersOf(date: FuzzyDate | null): DateNumbers {
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
  const join = (name: Float64Name): Float64Array => joinInto<Float64Name, Float64Array>(float64, parts, name)
  const join32 = (name: Uint32Name): Uint32Array => joinInto<Uint32Name, Uint32Array>(uint32, parts, name)
  const join8 = (name: Uint8Name): Uint8Array => joinInto<Uint8Name, Uint8Array>(uint8, parts, name)
  return {
    startMs: join('startMs'),
    endMs: join('endMs'),
    lane: join8('lane'),
    dateKind: join8('dateKind'),
    partCounts: join32('partCounts'),
    partStartMs: join('partStartMs'),
    partEndMs: join('partEndMs'),
    actor: join32('actor'),
    source: join32('source'),
    speaker: join32('speaker'),
    standing: join8('standing'),
    record: join8('record'),
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

function joinInto<Name extends string, Column extends Float64Array | Uint32Array | Uint8Array>(
  make: (length: number) => Column,
  parts: readonly Record<Name, Column>[],
  name: Name,
): Column {
  const joined = make(parts.reduce((length, part) => length + part[name].length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part[name], at)
    at += part[name].length
    part[name] = make(0)
  }
  return joined
}

/** A column of values. Not a GrowingColumn: events are so many that each push of a number by itself is felt. */
class ValueGatherer {
  #column = new Uint32Array(1024)
  #length = 0

  add({ values, length }: ValueNumbers): void {
    if (this.#length + length >= this.#column.length) this.#reserve(length + 1)
    let at = this.#length
    this.#column[at++] = length
    for (let i = 0; i < length; i++) this.#column[at++] = values[i] ?? 0
    this.#length = at
  }

  /** The column; the gatherer begins anew, in the memory that it has. */
  take(): Uint32Array {
    const taken = this.#column.slice(0, this.#length)
    this.#length = 0
    return taken
  }

  #reserve(count: number): void {
    const larger = new Uint32Array(Math.max(this.#length + count, Math.ceil(this.#column.length * 1.6)))
    larger.set(this.#column)
    this.#column = larger
  }
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
