/**
 * The host of the scanner of clean events, which is written for WebAssembly (scanner/scanner.ts): gives it the schema, the
 * actors and sources of a story and the bytes of its events, reads its dates, and shares its columns with who reads those
 * events that it refuses.
 */
import scannerCode from 'virtual:dateline-scanner'
import type { NumberColumn } from '../core/base/growingColumn.ts'
import type { GrowingBriefs } from '../core/indexing/briefWriter.ts'
import { DATE_KIND } from '../core/indexing/eventIndex.ts'
import { indexNumbersOf, type GrowingIndexColumns } from '../core/indexing/indexColumns.ts'
import type { ClaimTable, NameClaims } from '../core/indexing/nameClaims.ts'
import type { NameHash } from '../core/indexing/nameHash.ts'
import { lastMiddleMs } from '../core/marks/claimRow.ts'
import { signsOfDate, type SignName } from '../core/marks/signNames.ts'
import { isKnownToTheMinute, type FactsOfSome } from '../core/marks/storyFacts.ts'
import { slotOfStatement } from '../core/story/eventIds.ts'
import { readRareDate } from '../core/story/readDate.ts'
import { forms, records, standings } from '../core/story/storyFile.ts'
import type { Extent } from '../core/time/fuzzyDate.ts'
import { howKnownKinds, type HowKnown } from '../core/time/howKnown.ts'
import type { GrowingRelations } from './eventBatch.ts'
import type { KnownNames } from './knownNames.ts'
import { eventProgram } from './plainFields.ts'
import * as layout from './scanner/layout.ts'

/** What scanner.ts exports; places are bytes of its memory. */
interface Scanner {
  readonly memory: WebAssembly.Memory
  readonly roomForSchema: (byteCount: number) => number
  readonly openEvents: (placesOfStatement: number, quotationForm: number, unattributedRecord: number) => void
  readonly openLanes: (day: number, lasted: number, doubt: number, undated: number) => void
  readonly openDateKinds: (moment: number, all: number, span: number, undated: number) => void
  readonly addActor: (from: number, length: number) => void
  readonly addSource: (from: number, length: number) => void
  readonly closeDirectory: () => void
  readonly startBatch: () => void
  readonly roomForPart: (byteCount: number) => number
  readonly roomForRanges: (count: number) => number
  readonly readEvents: (at: number, count: number, firstEntry: number, firstIndex: number) => number
  readonly addDate: (
    startMs: number,
    endMs: number,
    periodStartMs: number,
    periodEndMs: number,
    middleMs: number,
    lane: number,
    kind: number,
    hasClockTime: boolean,
    signs: number,
    derivedSigns: number,
  ) => void
  readonly addDatePart: (startMs: number, endMs: number) => void
  readonly factsAt: () => number
  readonly extend: (column: number, count: number) => number
  readonly startOf: (column: number) => number
  readonly lengthOf: (column: number) => number
  readonly cutTo: (column: number, length: number) => void
  readonly claimOf: (place: number, check: number) => number
  readonly claim: (place: number, check: number, index: number, slot: number) => void
}

type Numbers = Uint8Array | Uint32Array | Float64Array
/** An array over some of a memory. */
type View<Column extends Numbers> = new (buffer: ArrayBuffer, at: number, length: number) => Column

/** null: this browser or its host lets no such code run, and it was tried before. */
let code: WebAssembly.Module | null | undefined

/** Compiled once: a parser has one. */
function scannerModule(): WebAssembly.Module | null {
  if (code !== undefined) return code
  try {
    code = new WebAssembly.Module(Uint8Array.from(atob(scannerCode), (letter) => letter.charCodeAt(0)))
  } catch {
    // All events are read by the reader of all events then: slower, and the same.
    code = null
  }
  return code
}

/** Compiles it, so that the first to be opened need not wait for that. */
export function prepareScanner(): void {
  scannerModule()
}

/** null: there is none; see scannerModule. */
export function openEventScanner(names: KnownNames): EventScanner | null {
  const module = scannerModule()
  return module === null ? null : new EventScanner(module, names)
}

export class EventScanner {
  readonly index: GrowingIndexColumns
  readonly briefs: GrowingBriefs
  readonly relations: GrowingRelations
  readonly kept: NumberColumn<Uint32Array>
  readonly textPlaces: NumberColumn<Uint32Array>
  readonly claims: ClaimTable
  readonly #scanner: Scanner

  constructor(module: WebAssembly.Module, { actors, sources }: KnownNames) {
    this.#scanner = this.#start(module)
    this.#tellSchema()
    const { addActor, addSource, closeDirectory, openEvents, openLanes, openDateKinds } = this.#scanner
    openEvents(slotOfStatement(0), forms.indexOf('quotation'), records.indexOf('unattributed'))
    const laneOf = (kind: HowKnown): number => howKnownKinds.indexOf(kind)
    openLanes(laneOf('day'), laneOf('lasted'), laneOf('doubt'), laneOf('undated'))
    openDateKinds(DATE_KIND.moment, DATE_KIND.all, DATE_KIND.span, DATE_KIND.undated)
    this.#tellTexts(actors.known, addActor)
    this.#tellTexts(sources.known, addSource)
    closeDirectory()
    const scanner = this.#scanner
    const column64 = (column: number): NumberColumn<Float64Array> =>
      new SharedColumn(scanner, column, Float64Array)
    const column32 = (column: number): NumberColumn<Uint32Array> =>
      new SharedColumn(scanner, column, Uint32Array)
    const column8 = (column: number): NumberColumn<Uint8Array<ArrayBuffer>> =>
      new SharedColumn(scanner, column, Uint8Array as View<Uint8Array<ArrayBuffer>>)
    this.index = {
      startMs: column64(layout.START_MS),
      endMs: column64(layout.END_MS),
      periodStartMs: column64(layout.PERIOD_START_MS),
      periodEndMs: column64(layout.PERIOD_END_MS),
      partStartMs: column64(layout.PART_START_MS),
      partEndMs: column64(layout.PART_END_MS),
      partCounts: column32(layout.PART_COUNTS),
      actor: column32(layout.ACTOR),
      source: column32(layout.SOURCE),
      speaker: column32(layout.SPEAKER),
      lane: column8(layout.LANE),
      dateKind: column8(layout.DATE_KIND),
      standing: column8(layout.STANDING),
      record: column8(layout.RECORD),
    }
    this.briefs = { starts: column32(layout.BRIEF_STARTS), bytes: column8(layout.BRIEF_BYTES) }
    this.kept = column32(layout.KEPT)
    this.textPlaces = column32(layout.TEXT_PLACES)
    this.relations = {
      from: column32(layout.RELATION_FROM),
      kinds: column8(layout.RELATION_KINDS),
      places: column32(layout.RELATION_PLACES),
      checks: column32(layout.RELATION_CHECKS),
      names: column8(layout.RELATION_NAMES),
    }
    this.claims = new SharedClaims(scanner, {
      places: column32(layout.NAME_PLACES),
      checks: column32(layout.NAME_CHECKS),
      indexes: column32(layout.NAME_INDEXES),
      slots: column32(layout.NAME_SLOTS),
    })
  }

  /** Begins a batch. */
  start(): void {
    this.#scanner.startBatch()
  }

  /**
   * The next part of the batch.
   * @param ranges [2 × count] where each event begins and ends, counted from the first of the bytes
   */
  startPart(bytes: Uint8Array, ranges: Uint32Array): void {
    const at = this.#scanner.roomForPart(bytes.length)
    const rangesAt = this.#scanner.roomForRanges(ranges.length / 2)
    const { buffer } = this.#scanner.memory
    new Uint8Array(buffer, at, bytes.length).set(bytes)
    new Uint32Array(buffer, rangesAt, ranges.length).set(ranges)
  }

  /**
   * Reads events of the part. @returns the first that has to be read in full, or `count`
   * @param at from which on; @param firstEntry place in the batch of the part's first, and @param firstIndex in the file
   */
  read(at: number, count: number, firstEntry: number, firstIndex: number): number {
    return this.#scanner.readEvents(at, count, firstEntry, firstIndex)
  }

  /** What is known of all that was read of the batch. */
  factsSoFar(): FactsOfSome {
    const { memory, factsAt } = this.#scanner
    const facts = new DataView(memory.buffer, factsAt(), layout.FACTS_WIDTH)
    const rangeAt = (at: number): Extent => ({
      startMs: facts.getFloat64(at, true),
      endMs: facts.getFloat64(at + 8, true),
    })
    const kindCounts = howKnownKinds.map(
      (kind, i) => [kind, facts.getUint32(layout.FACT_KIND_COUNTS + 4 * i, true)] as const,
    )
    const signs = facts.getUint32(layout.FACT_SIGNS, true)
    const standingBits = facts.getUint32(layout.FACT_STANDINGS, true)
    return {
      covered: rangeAt(layout.FACT_COVERED_START),
      reports: rangeAt(layout.FACT_REPORTS_START),
      hasClockTimes: facts.getUint32(layout.FACT_HAS_CLOCK_TIMES, true) !== 0,
      kindCounts: Object.fromEntries(kindCounts) as Record<HowKnown, number>,
      signs: signNames.filter((name) => (signs & bitOf(name)) !== 0),
      standings: standings.filter((_, i) => (standingBits & (1 << i)) !== 0),
    }
  }

  #start(module: WebAssembly.Module): Scanner {
    const host: Readonly<Record<string, WebAssembly.ImportValue>> = {
      readDate: (from: number, length: number) => this.#readDate(from, length),
    }
    const imports: WebAssembly.Imports = {}
    for (const { module: group, name } of WebAssembly.Module.imports(module)) {
      const value = host[name]
      if (value !== undefined) (imports[group] ??= {})[name] = value
    }
    return new WebAssembly.Instance(module, imports).exports as unknown as Scanner
  }

  #tellSchema(): void {
    const { bytes, places } = eventProgram
    const at = this.#scanner.roomForSchema(bytes.length)
    const view = new DataView(this.#scanner.memory.buffer, at, bytes.length)
    new Uint8Array(view.buffer, at, bytes.length).set(bytes)
    for (const place of places) view.setUint32(place, view.getUint32(place, true) + at, true)
  }

  /** Ids: ASCII. */
  #tellTexts(texts: Iterable<string>, add: (from: number, length: number) => void): void {
    for (const text of texts) {
      const at = this.#scanner.roomForPart(text.length)
      const bytes = new Uint8Array(this.#scanner.memory.buffer, at, text.length)
      for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
      add(at, text.length)
    }
  }

  /** A date in another form than the plain ones. */
  #readDate(from: number, length: number): number {
    const bytes = new Uint8Array(this.#scanner.memory.buffer, from, length)
    const read = readRareDate(String.fromCharCode(...bytes))
    if (!read.ok) return 0
    const date = read.value
    const { startMs, endMs, periodStartMs, periodEndMs, lane, dateKind, parts } = indexNumbersOf(date)
    this.#scanner.addDate(
      startMs,
      endMs,
      periodStartMs,
      periodEndMs,
      lastMiddleMs(date),
      lane,
      dateKind,
      isKnownToTheMinute(date),
      bitsOf(signsOfDate(date, false)),
      bitsOf(signsOfDate(date, true)),
    )
    for (const part of parts) this.#scanner.addDatePart(part.startMs, part.endMs)
    return 1
  }
}

const signBits: Readonly<Record<SignName, number>> = {
  day: layout.SIGN_DAY,
  range: layout.SIGN_RANGE,
  soft: layout.SIGN_SOFT,
  endless: layout.SIGN_ENDLESS,
  lasted: layout.SIGN_LASTED,
  open: layout.SIGN_OPEN,
  unknown: layout.SIGN_UNKNOWN,
  about: layout.SIGN_ABOUT,
  undated: layout.SIGN_UNDATED,
  report: layout.SIGN_REPORT,
  other: layout.SIGN_OTHER,
}
const signNames = Object.keys(signBits) as readonly SignName[]

function bitOf(name: SignName): number {
  return 1 << signBits[name]
}

function bitsOf(names: readonly SignName[]): number {
  return names.reduce((bits, name) => bits | bitOf(name), 0)
}

/** A column in the memory of the scanner. */
class SharedColumn<Column extends Numbers> implements NumberColumn<Column> {
  readonly #scanner: Scanner
  readonly #column: number
  readonly #view: View<Column>

  constructor(scanner: Scanner, column: number, view: View<Column>) {
    this.#scanner = scanner
    this.#column = column
    this.#view = view
  }

  get length(): number {
    return this.#scanner.lengthOf(this.#column)
  }

  push(value: number): void {
    const at = this.#scanner.extend(this.#column, 1)
    this.#values(at, 1)[0] = value
  }

  pushAll(values: ArrayLike<number>): void {
    const at = this.#scanner.extend(this.#column, values.length)
    this.#values(at, values.length).set(values)
  }

  at(i: number): number | undefined {
    return this.#values(this.#scanner.startOf(this.#column), this.length)[i]
  }

  take(): Column {
    const taken = this.#values(this.#scanner.startOf(this.#column), this.length).slice() as Column
    this.#scanner.cutTo(this.#column, 0)
    return taken
  }

  #values(at: number, length: number): Column {
    return new this.#view(this.#scanner.memory.buffer, at, length)
  }
}

/** The names that were claimed here and there. */
class SharedClaims implements ClaimTable {
  readonly #scanner: Scanner
  readonly #columns: { readonly [Name in keyof NameClaims]: NumberColumn<Uint32Array> }

  constructor(scanner: Scanner, columns: { readonly [Name in keyof NameClaims]: NumberColumn<Uint32Array> }) {
    this.#scanner = scanner
    this.#columns = columns
  }

  holderOf({ place, check }: NameHash): { readonly index: number; readonly slot: number } | null {
    const number = this.#scanner.claimOf(place, check)
    if (number === 0) return null
    const { indexes, slots } = this.#columns
    return { index: indexes.at(number - 1) ?? 0, slot: slots.at(number - 1) ?? 0 }
  }

  add({ place, check }: NameHash, { index, slot }: { readonly index: number; readonly slot: number }): void {
    this.#scanner.claim(place, check, index, slot)
  }

  /** The scanner forgets who has them when the next batch begins. */
  take(): NameClaims {
    const { places, checks, indexes, slots } = this.#columns
    return { places: places.take(), checks: checks.take(), indexes: indexes.take(), slots: slots.take() }
  }
}
