/**
 * What do the events of a batch say? Clean ones are read along their text (plainEvent.ts), all others by the same
 * reader as those of small files. Both become numbers, bytes and word numbers at once: no object of them stays.
 */
import type { Result } from '../core/base/result.ts'
import { succeed } from '../core/base/result.ts'
import { GrowingColumn } from '../core/base/growingColumn.ts'
import { textOf } from '../core/base/textUnits.ts'
import { BriefWriter } from '../core/indexing/briefWriter.ts'
import { searchedTexts } from '../core/indexing/buildIndex.ts'
import { facetDirectory } from '../core/indexing/facetValues.ts'
import { numberValues } from '../core/indexing/valueNumbers.ts'
import { ColumnGatherer } from '../core/indexing/indexColumns.ts'
import { NameClaimer } from '../core/indexing/nameClaims.ts'
import { hashName } from '../core/indexing/nameHash.ts'
import type { WordGatherer } from '../core/indexing/wordIndex.ts'
import type { Directories } from '../core/story/directory.ts'
import { REFUSED, skipSpace } from '../core/story/compileScan.ts'
import { explainer } from '../core/story/explainItem.ts'
import { openEventReader, type EventReader } from '../core/story/eventReader.ts'
import type { OpenFrame } from '../core/story/readFrame.ts'
import { relationKinds } from '../core/story/storyFile.ts'
import { bytesOfPart, endOfPart, PartDecoder } from './batchParts.ts'
import type { BatchColumns, EventBatch, WrittenRelations } from './eventBatch.ts'
import type { LoadFault } from './loadError.ts'
import { parseJson } from './parseJson.ts'
import { bytesIn } from './pieces.ts'
import { PlainEvent } from './plainEvent.ts'
import { PlainFacts } from './plainFacts.ts'
import { TextPlacesGatherer, type TextPlaces } from './textPlaces.ts'

const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const uint32 = (length: number): Uint32Array => new Uint32Array(length)

export interface ReadBatch {
  readonly columns: BatchColumns
  readonly texts: TextPlaces
}

export class BatchReader {
  readonly #directories: Directories
  readonly #decoder = new TextDecoder()
  readonly #parts = new PartDecoder()
  readonly #names = new NameClaimer()
  readonly #index: ColumnGatherer
  readonly #briefs: BriefWriter
  readonly #texts: TextPlacesGatherer
  readonly #kept = new GrowingColumn(uint32)
  readonly #relations = new RelationGatherer()
  readonly #plain: PlainEvent
  #reader: EventReader | null = null
  #facts = new PlainFacts()

  /** @param words of texts that are indexed while batches are read; see textPlaces.ts */
  constructor({ directories, actors, sources }: OpenFrame, words: WordGatherer) {
    this.#plain = new PlainEvent({ actors, sources })
    const actorNumber = numberValues(actors.keys())
    this.#directories = directories
    this.#index = new ColumnGatherer(facetDirectory({ actors, sources }))
    this.#briefs = new BriefWriter(actorNumber)
    this.#texts = new TextPlacesGatherer(words)
  }

  /** Fails where the bytes are not JSON; the reader is of no use after that. */
  read(batch: EventBatch): Result<ReadBatch, LoadFault> {
    const { number, firstIndex, starts, isHidden, taken } = batch
    this.#names.start(taken)
    const reader = (this.#reader = openEventReader(this.#directories, explainer, this.#names))
    const facts = (this.#facts = new PlainFacts())
    for (let from = 0; from < starts.length;) {
      const to = endOfPart(batch, from)
      const read = isHidden ? this.#checkPart(batch, from, to) : this.#readPart(batch, from, to)
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
    return succeed({ columns, texts: this.#texts.take() })
  }

  #readPart(batch: EventBatch, from: number, to: number): Result<unknown, LoadFault> {
    const units = this.#parts.decode(bytesOfPart(batch, from, to))
    const offset = (batch.starts[from] ?? 0) - 1
    let at = 0
    for (let entry = from; entry < to; entry++) {
      // From a bracket or comma to the next.
      if (units !== null) at = skipSpace(units, at + 1)
      const end = units === null ? REFUSED : this.#readPlain(units, at, offset, batch, entry)
      if (end === REFUSED) {
        const own = this.#decoder.decode(
          bytesIn(batch.pieces, batch.starts[entry] ?? 0, batch.ends[entry] ?? 0),
        )
        const json = parseJson(own)
        if (!json.ok) return json
        this.#readFully(json.value, batch.firstIndex, entry)
        at += own.length
      } else at = end
      if (units !== null) at = skipSpace(units, at)
    }
    return succeed(null)
  }

  /**
   * The index after the event; REFUSED: it has to be read in full, or is not one whole event: its end may be a guess.
   * @param offset of the units in the bytes of the batch
   */
  #readPlain(
    units: Uint16Array,
    at: number,
    offset: number,
    { firstIndex, ends }: EventBatch,
    entry: number,
  ): number {
    const event = this.#plain
    const end = event.read(units, at)
    if (end === REFUSED || offset + this.#parts.byteOf(end) !== ends[entry]) return REFUSED
    const { names, relations, texts } = event
    if (!this.#names.claimAll(units, names.values, names.length / 3, firstIndex + entry)) return REFUSED
    for (let i = 0; i < relations.length; i += 3) {
      const [kind = 0, from = 0, to = 0] = relations.values.subarray(i, i + 3)
      this.#relations.add(this.#kept.length, kind, textOf(units, from, to))
    }
    this.#kept.push(entry)
    this.#index.addNumbered(event.date, event.facets)
    this.#facts.add(event)
    this.#texts.addRanges(entry, texts.values, texts.length / 2)
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
    this.#index.add(event)
    // Other dates are not drawn in a large story, so they are no sign of it.
    const accounts = event.accounts.map(({ standing }) => ({ standing, date: null }))
    this.#facts.builder.add({ ...event, accounts })
    this.#texts.addTexts(entry, searchedTexts(event))
    this.#briefs.add(event)
  }

  /** Of hidden events no more is asked than that they are JSON. */
  #checkPart(batch: EventBatch, from: number, to: number): Result<unknown, LoadFault> {
    // Before an event stands a comma or white space: room for the bracket of a list.
    const entries = bytesOfPart(batch, from, to)
    const list = new Uint8Array(entries.length + 1)
    list.set(entries)
    list[0] = OPEN_LIST
    list[entries.length] = CLOSE_LIST
    return parseJson(this.#decoder.decode(list))
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
