/**
 * What do the events of a batch say? Each is read by the same reader as those of small files, and becomes numbers,
 * bytes and word numbers at once: no object of it stays.
 */
import type { Result } from '../core/base/result.ts'
import { fail, succeed } from '../core/base/result.ts'
import { GrowingColumn } from '../core/base/growingColumn.ts'
import { BriefWriter } from '../core/indexing/briefWriter.ts'
import { actorsOf, searchedTexts } from '../core/indexing/buildIndex.ts'
import { numberActors } from '../core/indexing/actorNumbers.ts'
import { ColumnGatherer } from '../core/indexing/indexColumns.ts'
import { NameClaimer } from '../core/indexing/nameClaims.ts'
import { hashName } from '../core/indexing/nameHash.ts'
import type { WordGatherer } from '../core/indexing/wordIndex.ts'
import { StoryFactsBuilder } from '../core/marks/storyFacts.ts'
import type { Directories } from '../core/story/directory.ts'
import { explainer } from '../core/story/explainItem.ts'
import { openEventReader, type EventReader } from '../core/story/eventReader.ts'
import type { OpenFrame } from '../core/story/readFrame.ts'
import { relationKinds, type EventFile } from '../core/story/storyFile.ts'
import type { BatchColumns, EventBatch, WrittenRelations } from './eventBatch.ts'
import type { LoadFault } from './loadError.ts'

/** Bytes given to JSON.parse at once: few enough that their objects die young, enough that calls do not count. */
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
  readonly #names = new NameClaimer()
  readonly #index: ColumnGatherer
  readonly #briefs: BriefWriter
  readonly #words: WordGatherer
  readonly #kept = new GrowingColumn(uint32)
  readonly #relations = new RelationGatherer()

  /** @param words that grow while batches are read */
  constructor({ directories, actors }: OpenFrame, words: WordGatherer) {
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
    const reader = openEventReader(this.#directories, explainer, this.#names)
    const facts = new StoryFactsBuilder()
    for (let from = 0; from < starts.length;) {
      const to = this.#endOfPart(batch, from)
      const list = this.#parse(batch, from, to)
      if (!list.ok) return list
      if (!isHidden) list.value.forEach((json, i) => this.#add(reader, facts, json, firstIndex, from + i))
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
      facts: facts.soFar(),
      relations: this.#relations.take(),
      leftOut: [...reader.leftOut],
      reports: reader.reports.list(),
    }
    return succeed({ columns, words: this.#words.take() })
  }

  #add(
    reader: EventReader,
    facts: StoryFactsBuilder,
    json: unknown,
    firstIndex: number,
    entry: number,
  ): void {
    const read = reader.read(json, firstIndex + entry)
    if (read === null) return
    const { event, file } = read
    if (file.relations !== undefined) this.#relations.add(this.#kept.length, file.relations)
    this.#kept.push(entry)
    this.#index.add(event.when?.date ?? null, actorsOf(event))
    facts.add(event)
    this.#words.add(searchedTexts(event))
    this.#briefs.add(event)
  }

  #endOfPart({ starts, ends }: EventBatch, from: number): number {
    let to = from + 1
    while (to < starts.length && (ends[to] ?? 0) - (starts[from] ?? 0) < PARSED_BYTES) to++
    return to
  }

  /** Between events stand a comma and white space: room for the brackets of a list. */
  #parse(
    { bytes, starts, ends }: EventBatch,
    from: number,
    to: number,
  ): Result<readonly unknown[], LoadFault> {
    const start = (starts[from] ?? 0) - 1
    const end = (ends[to - 1] ?? 0) + 1
    bytes[start] = OPEN_LIST
    bytes[end - 1] = CLOSE_LIST
    try {
      return succeed(JSON.parse(this.#decoder.decode(bytes.subarray(start, end))) as readonly unknown[])
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error)
      return fail({ kind: 'json', isCut: false, sentence })
    }
  }
}

class RelationGatherer {
  readonly #from = new GrowingColumn(uint32)
  readonly #kinds = new GrowingColumn((length) => new Uint8Array(length))
  readonly #places = new GrowingColumn(uint32)
  readonly #checks = new GrowingColumn(uint32)
  #names: string[] = []

  add(number: number, written: NonNullable<EventFile['relations']>): void {
    for (const { is, to } of written) {
      const { place, check } = hashName(to)
      this.#from.push(number)
      this.#kinds.push(relationKinds.indexOf(is))
      this.#places.push(place)
      this.#checks.push(check)
      this.#names.push(to)
    }
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
