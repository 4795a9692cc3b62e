/**
 * What do the events of a batch say? Clean ones are read along their bytes (eventScanner.ts), all others by the same
 * reader as those of small files. Both become numbers, bytes and word numbers at once: no object of them stays.
 */
import type { Result } from '../core/base/result.ts'
import { succeed } from '../core/base/result.ts'
import { GrowingColumn, type NumberColumn } from '../core/base/growingColumn.ts'
import { BriefWriter } from '../core/indexing/briefWriter.ts'
import { searchedTexts } from '../core/indexing/buildIndex.ts'
import { facetDirectory } from '../core/indexing/facetValues.ts'
import { numberValues } from '../core/indexing/valueNumbers.ts'
import { ColumnGatherer } from '../core/indexing/indexColumns.ts'
import { NameClaimer } from '../core/indexing/nameClaims.ts'
import type { WordGatherer } from '../core/indexing/wordIndex.ts'
import { mergeFacts } from '../core/marks/mergeFacts.ts'
import { StoryFactsBuilder } from '../core/marks/storyFacts.ts'
import { explainer } from '../core/story/explainItem.ts'
import { openEventReader, type EventReader } from '../core/story/eventReader.ts'
import { relationKinds } from '../core/story/storyFile.ts'
import { bytesOfPart, endOfPart } from './batchParts.ts'
import type { BatchColumns, EventBatch } from './eventBatch.ts'
import { openEventScanner, type EventScanner } from './eventScanner.ts'
import { directoriesOf, type KnownNames, type ReaderDirectories } from './knownNames.ts'
import type { LoadFault } from './loadError.ts'
import { parseJson } from './parseJson.ts'
import { bytesIn } from './pieces.ts'
import { growingRelations, RelationGatherer } from './relationGatherer.ts'
import { TextPlacesGatherer, type TextPlaces } from './textPlaces.ts'

const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
/** A part with an event that is larger is not copied into the memory of the scanner, which would keep it. */
const MOST_SCANNED_BYTES = 1 << 24
const uint32 = (length: number): Uint32Array => new Uint32Array(length)

export interface ReadBatch {
  readonly columns: BatchColumns
  readonly texts: TextPlaces
}

export class BatchReader {
  readonly #directories: ReaderDirectories
  readonly #decoder = new TextDecoder()
  readonly #scanner: EventScanner | null
  readonly #names: NameClaimer
  readonly #index: ColumnGatherer
  readonly #briefs: BriefWriter
  readonly #texts: TextPlacesGatherer
  readonly #kept: NumberColumn<Uint32Array>
  readonly #relations: RelationGatherer
  #reader: EventReader | null = null
  #facts = new StoryFactsBuilder()

  /** @param words of texts that are indexed while batches are read; see textPlaces.ts; @param scanner null: there is none */
  constructor(names: KnownNames, words: WordGatherer, scanner = openEventScanner(names)) {
    const directories = (this.#directories = directoriesOf(names))
    const [actors, sources] = [directories.actors.known, directories.sources.known]
    this.#scanner = scanner
    this.#names = new NameClaimer(scanner?.claims)
    this.#index = new ColumnGatherer(facetDirectory({ actors, sources }), scanner?.index)
    this.#briefs = new BriefWriter(numberValues(actors), scanner?.briefs)
    this.#texts = new TextPlacesGatherer(words, scanner?.textPlaces ?? new GrowingColumn(uint32))
    this.#kept = scanner?.kept ?? new GrowingColumn(uint32)
    this.#relations = new RelationGatherer(scanner?.relations ?? growingRelations())
  }

  /** Fails where the bytes are not JSON; the reader is of no use after that. */
  read(batch: EventBatch): Result<ReadBatch, LoadFault> {
    const { number, firstIndex, starts, isHidden, taken } = batch
    this.#names.start(taken)
    const reader = (this.#reader = openEventReader(this.#directories, explainer, this.#names))
    const facts = (this.#facts = new StoryFactsBuilder())
    this.#scanner?.start()
    for (let from = 0; from < starts.length;) {
      const to = endOfPart(batch, from)
      const read = isHidden ? this.#checkPart(batch, from, to) : this.#readPart(batch, from, to)
      if (!read.ok) return read
      from = to
    }
    const scanned = this.#scanner?.factsSoFar()
    const columns: BatchColumns = {
      number,
      firstIndex,
      entryCount: isHidden ? 0 : starts.length,
      kept: this.#kept.take(),
      index: this.#index.take(),
      briefs: this.#briefs.take(),
      names: this.#names.take(),
      facts: scanned === undefined ? facts.soFar() : mergeFacts([facts.soFar(), scanned]),
      relations: this.#relations.take(),
      leftOut: [...reader.leftOut],
      reports: reader.reports.list(),
    }
    return succeed({ columns, texts: this.#texts.take() })
  }

  #readPart(batch: EventBatch, from: number, to: number): Result<unknown, LoadFault> {
    // Where some names are not to be had, it is said of each who has them.
    const isScanned = batch.taken.length === 0 && lengthOfPart(batch, from, to) <= MOST_SCANNED_BYTES
    const scanner = isScanned ? this.#scanner : null
    scanner?.startPart(bytesOfPart(batch, from, to), rangesOf(batch, from, to))
    const count = to - from
    for (let at = 0; at < count; at++) {
      if (scanner !== null) at = scanner.read(at, count, from, batch.firstIndex + from)
      if (at === count) break
      const entry = from + at
      const json = parseJson(
        this.#decoder.decode(bytesIn(batch.pieces, batch.starts[entry] ?? 0, batch.ends[entry] ?? 0)),
      )
      if (!json.ok) return json
      this.#readFully(json.value, batch.firstIndex, entry)
    }
    return succeed(null)
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
    this.#facts.add({ ...event, accounts })
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

function lengthOfPart({ starts, ends }: EventBatch, from: number, to: number): number {
  return (ends[to - 1] ?? 0) - (starts[from] ?? 0)
}

/** [2 × count] where each begins and ends, counted from the first byte of the part. */
function rangesOf({ starts, ends }: EventBatch, from: number, to: number): Uint32Array {
  const firstByte = (starts[from] ?? 0) - 1
  const ranges = new Uint32Array(2 * (to - from))
  for (let i = from, at = 0; i < to; i++) {
    ranges[at++] = (starts[i] ?? 0) - firstByte
    ranges[at++] = (ends[i] ?? 0) - firstByte
  }
  return ranges
}
