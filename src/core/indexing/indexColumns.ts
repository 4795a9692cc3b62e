/**
 * From events, one after the other, to columns of numbers: all of an index but its order (closeIndex.ts). The events
 * of a large file are gathered in many places at once; joinColumns makes one of what they have.
 */
import { GrowingColumn, type NumberColumn } from '../base/growingColumn.ts'
import { facetKinds, type FacetKind, type SmallFacet } from '../story/facetKinds.ts'
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

const float64 = (length: number): Float64Array => new Float64Array(length)
const uint32 = (length: number): Uint32Array => new Uint32Array(length)
const uint8 = (length: number): Uint8Array => new Uint8Array(length)

/** What is worked out once for a date that stands on many events. */
export interface DateNumbers extends DateColumns {
  readonly periodStartMs: number
  readonly periodEndMs: number
}

/** Dates kept: those of fifty years, to the day. */
const KEPT_DATES = 1 << 14

/** IndexColumns that grow. */
export type GrowingIndexColumns = {
  readonly [Name in keyof IndexColumns]: NumberColumn<IndexColumns[Name]>
}

export function growingIndexColumns(): GrowingIndexColumns {
  const column64 = (): NumberColumn<Float64Array> => new GrowingColumn(float64)
  const column32 = (): NumberColumn<Uint32Array> => new GrowingColumn(uint32)
  const column8 = (): NumberColumn<Uint8Array> => new GrowingColumn(uint8)
  return {
    startMs: column64(),
    endMs: column64(),
    lane: column8(),
    dateKind: column8(),
    partCounts: column32(),
    partStartMs: column64(),
    partEndMs: column64(),
    actor: column32(),
    source: column32(),
    speaker: column32(),
    standing: column8(),
    record: column8(),
    periodStartMs: column64(),
    periodEndMs: column64(),
  }
}

export class ColumnGatherer {
  readonly #columns: GrowingIndexColumns
  readonly #numbersOf: ReadonlyMap<FacetKind, ReadonlyMap<string, number>>
  readonly #dates = new Map<FuzzyDate | null, DateNumbers>()

  /** @param directory every value that an event may have; @param columns that somebody else may add to as well */
  constructor(directory: FacetDirectory, columns = growingIndexColumns()) {
    this.#columns = columns
    this.#numbersOf = new Map(facetKinds.map((kind) => [kind, numberValues(directory[kind])]))
  }

  /** Events added since the last `take`. */
  get length(): number {
    return this.#columns.startMs.length
  }

  /** A value that the gatherer was not told of is left out. */
  add(event: TimelineEvent): void {
    const numbers = (kind: FacetKind): readonly number[] =>
      [...valuesOf[kind](event)].flatMap((value) => this.#numbersOf.get(kind)?.get(value) ?? [])
    const bits = (kind: SmallFacet): number => numbers(kind).reduce((all, number) => all | (1 << number), 0)
    const columns = this.#columns
    this.#addDate(event.when?.date ?? null)
    for (const kind of ['actor', 'source', 'speaker'] as const) {
      const values = numbers(kind)
      columns[kind].pushAll([values.length, ...values])
    }
    columns.standing.push(bits('standing'))
    columns.record.push(bits('record'))
  }

  #addDate(date: FuzzyDate | null): void {
    const columns = this.#columns
    const numbers = this.#dateNumbersOf(date)
    columns.startMs.push(numbers.startMs)
    columns.endMs.push(numbers.endMs)
    columns.periodStartMs.push(numbers.periodStartMs)
    columns.periodEndMs.push(numbers.periodEndMs)
    columns.lane.push(numbers.lane)
    columns.dateKind.push(numbers.dateKind)
    for (const part of numbers.parts) {
      columns.partStartMs.push(part.startMs)
      columns.partEndMs.push(part.endMs)
    }
    columns.partCounts.push(numbers.parts.length)
  }

  /** The columns of what was added; the gatherer begins anew. */
  take(): IndexColumns {
    const columns = this.#columns
    return {
      startMs: columns.startMs.take(),
      endMs: columns.endMs.take(),
      lane: columns.lane.take(),
      dateKind: columns.dateKind.take(),
      partCounts: columns.partCounts.take(),
      partStartMs: columns.partStartMs.take(),
      partEndMs: columns.partEndMs.take(),
      actor: columns.actor.take(),
      source: columns.source.take(),
      speaker: columns.speaker.take(),
      standing: columns.standing.take(),
      record: columns.record.take(),
      periodStartMs: columns.periodStartMs.take(),
      periodEndMs: columns.periodEndMs.take(),
    }
  }

  #dateNumbersOf(date: FuzzyDate | null): DateNumbers {
    const known = this.#dates.get(date)
    if (known !== undefined) return known
    const numbers = indexNumbersOf(date)
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

/** @param date null: undated */
export function indexNumbersOf(date: FuzzyDate | null): DateNumbers {
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
