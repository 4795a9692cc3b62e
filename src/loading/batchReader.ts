/**
 * What do the events of a batch say? Clean ones are read along their text (plainEvent.ts), all others by the same
 * reader as those of small files. Both become numbers, bytes and word numbers at once: no object of them stays.
 */
import type { Result } from '../core/base/result.ts'
import { fail, succeed } from '../core/base/result.ts'
import { GrowingColumn } from '../core/base/growingColumn.ts'
import { textOf, unitsOf, Utf8Reader } from '../core/base/textUnits.ts'
import { BriefWriter } from '../core/indexing/briefWriter.ts'
import { actorsOf, searchedTexts } from '../core/indexing/buildIndex.ts'
import { numberActors } from '../core/indexing/actorNumbers.ts'
import { ColumnGatherer } from '../core/indexing/indexColumns.ts'
import { NameClaimer } from '../core/indexing/nameClaims.ts'
import { hashName } from '../core/indexing/nameHash.ts'
import type { WordGatherer } from '../core/indexing/wordIndex.ts'
import { StoryFactsBuilder } from '../core/marks/storyFacts.ts'
import type { Directories } from '../core/story/directory.ts'
import { REFUSED, skipSpace } from '../core/story/compileScan.ts'
import { explainer } from '../core/story/explainItem.ts'
import { openEventReader, type EventReader } from '../core/story/eventReader.ts'
import type { OpenFrame } from '../core/story/readFrame.ts'
import { derivedBounds, relationKinds, standings } from '../core/story/storyFile.ts'
import type { FuzzyDate } from '../core/time/fuzzyDate.ts'
import type { BatchColumns, EventBatch, WrittenRelations } from './eventBatch.ts'
import type { LoadFault } from './loadError.ts'
import { PlainEvent } from './plainEvent.ts'

/** Bytes decoded at once: few enough that their text dies young, enough that calls do not count. */
const PARSED_BYTES = 1 << 16

const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const uint32 = (length: number): Uint32Array => new Uint32Array(length)

export interface ReadBatch {
  readonly columns: BatchColumns
  /** Of the kept events; see wordIndex.ts. */
  readonly words: Uint8Array
}

export class BatchReader {
  readonly #directories: Directories
  readonly #decoder = new TextDecoder()
  readonly #utf8 = new Utf8Reader()
  readonly #names = new NameClaimer()
  readonly #index: ColumnGatherer
  readonly #briefs: BriefWriter
  readonly #words: WordGatherer
  readonly #kept = new GrowingColumn(uint32)
  readonly #relations = new RelationGatherer()
  readonly #plain: PlainEvent
  #reader: EventReader | null = null
  #facts = new PlainFacts()

  /** @param words that grow while batches are read */
  constructor({ directories, actors, sources }: OpenFrame, words: WordGatherer) {
    this.#plain = new PlainEvent({ actors, sources })
    const actorNumber = numberActors(actors.keys())
    this.#directories = directories
    this.#index = new ColumnGatherer(actorNumber)
    this.#briefs = new BriefWriter(actorNumber)
    this.#words = words
  }

  /** Fails where the bytes are not JSON; the reader is of no use after that. */
  read(batch: EventBatch): Result<ReadBatch, LoadFault> {
    const { number, firstIndex, starts, isHidden, taken } = batch
    this.#names.start(taken)
    const reader = (this.#reader = openEventReader(this.#directories, explainer, this.#names))
    const facts = (this.#facts = new PlainFacts())
    for (let from = 0; from < starts.length;) {
      const to = this.#endOfPart(batch, from)
      const list = this.#listOf(batch, from, to)
      // Of a hidden one no more is asked than that it is JSON.
      const read = isHidden ? parseJson(this.#decoder.decode(list)) : this.#readList(list, batch, from, to)
      if (!read.ok) return read
      from = to
    }
    const columns: BatchColumns = {
      number,
      firstIndex,
      entryCount: isHidden ? 0 : starts.length,
      kept: this.#kept.take(),
      index: this.#index.take(),
      briefs: this.#briefs.take(),
      names: this.#names.take(),
      facts: facts.builder.soFar(),
      relations: this.#relations.take(),
      leftOut: [...reader.leftOut],
      reports: reader.reports.list(),
    }
    return succeed({ columns, words: this.#words.take() })
  }

  /** @param list as #listOf gives it */
  #readList(list: Uint8Array, batch: EventBatch, from: number, to: number): Result<unknown, LoadFault> {
    const units = this.#decode(list)
    let at = 0
    for (let entry = from; entry < to; entry++) {
      // From a bracket or comma to the next.
      at = skipSpace(units, at + 1)
      const end = this.#readPlain(units, at, batch.firstIndex, entry)
      if (end === REFUSED) {
        const own = this.#decoder.decode(batch.bytes.subarray(batch.starts[entry], batch.ends[entry]))
        const json = parseJson(own)
        if (!json.ok) return json
        this.#readFully(json.value, batch.firstIndex, entry)
        at += own.length
      } else at = end
      at = skipSpace(units, at)
    }
    return succeed(null)
  }

  /** The index after the event; REFUSED: it has to be read in full. */
  #readPlain(units: Uint16Array, at: number, firstIndex: number, entry: number): number {
    const event = this.#plain
    const end = event.read(units, at)
    if (end === REFUSED) return REFUSED
    const { names, relations, involved, texts } = event
    if (!this.#names.claimAll(units, names.values, names.length / 3, firstIndex + entry)) return REFUSED
    for (let i = 0; i < relations.length; i += 3) {
      const [kind = 0, from = 0, to = 0] = relations.values.subarray(i, i + 3)
      this.#relations.add(this.#kept.length, kind, textOf(units, from, to))
    }
    this.#kept.push(entry)
    this.#index.addNumbered(event.date, involved.values, involved.length)
    this.#facts.add(event)
    this.#words.addRanges(units, texts.values, texts.length / 2)
    this.#briefs.addPlaced(event)
    return end
  }

  #readFully(json: unknown, firstIndex: number, entry: number): void {
    const read = this.#reader?.read(json, firstIndex + entry) ?? null
    if (read === null) return
    const { event, file } = read
    for (const { is, to } of file.relations ?? [])
      this.#relations.add(this.#kept.length, relationKinds.indexOf(is), to)
    this.#kept.push(entry)
    this.#index.add(event.when?.date ?? null, actorsOf(event))
    this.#facts.builder.add(event)
    this.#words.add(searchedTexts(event))
    this.#briefs.add(event)
  }

  #endOfPart({ starts, ends }: EventBatch, from: number): number {
    let to = from + 1
    while (to < starts.length && (ends[to] ?? 0) - (starts[from] ?? 0) < PARSED_BYTES) to++
    return to
  }

  /** As a list of JSON. Between events stand a comma and white space: room for its brackets. */
  #listOf({ bytes, starts, ends }: EventBatch, from: number, to: number): Uint8Array {
    const start = (starts[from] ?? 0) - 1
    const end = (ends[to - 1] ?? 0) + 1
    bytes[start] = OPEN_LIST
    bytes[end - 1] = CLOSE_LIST
    return bytes.subarray(start, end)
  }

  /** Valid until the next is decoded. After the last letter stands a zero, over which nothing reads on. */
  #decode(bytes: Uint8Array): Uint16Array {
    return this.#utf8.read(bytes) === -1 ? unitsOf(`${this.#decoder.decode(bytes)}\0`) : this.#utf8.units
  }
}

function parseJson(text: string): Result<unknown, LoadFault> {
  try {
    return succeed(JSON.parse(text) as unknown)
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    return fail({ kind: 'json', isCut: false, sentence })
  }
}

/** What facts are known already, since most events are like one before. */
class PlainFacts {
  readonly builder = new StoryFactsBuilder()
  /** Bits of what stands beside the date. */
  readonly #known = new Map<FuzzyDate | null, number>()

  add({ date, report, derived, standing }: PlainEvent): void {
    const known = this.#known.get(date) ?? 0
    const bit = 1 << (derived * standings.length + standing)
    if (report === null && (known & bit) !== 0) return this.builder.addLike(date)
    if (report === null) this.#known.set(date, known | bit)
    this.builder.add({
      when:
        date === null ? null : { date, derived: derivedBounds.filter((_, i) => (derived & (1 << i)) !== 0) },
      reported: report === null ? null : { date: report },
      standing: { is: standings[standing] ?? 'reported' },
    })
  }
}

class RelationGatherer {
  readonly #from = new GrowingColumn(uint32)
  readonly #kinds = new GrowingColumn((length) => new Uint8Array(length))
  readonly #places = new GrowingColumn(uint32)
  readonly #checks = new GrowingColumn(uint32)
  #names: string[] = []

  /** @param number of the kept event; @param kind position in `relationKinds` */
  add(number: number, kind: number, to: string): void {
    const { place, check } = hashName(to)
    this.#from.push(number)
    this.#kinds.push(kind)
    this.#places.push(place)
    this.#checks.push(check)
    this.#names.push(to)
  }

  take(): WrittenRelations {
    const names = this.#names.join('\n')
    this.#names = []
    return {
      from: this.#from.take(),
      kinds: this.#kinds.take(),
      places: this.#places.take(),
      checks: this.#checks.take(),
      names,
    }
  }
}
