/**
 * How is a story read that is too large to be a heap of objects? In pieces, as they arrive:
 *
 *   bytes ─ splitter ─ batches of events ─ parsers, all at once ─ columns of each batch ─ joined at the end
 *                                             └─ keep the bytes, and index their words when all is drawn
 *
 * Knows nothing of workers, so that it can be tested without one.
 */
import { assertExists } from '../core/base/assert.ts'
import type { Result } from '../core/base/result.ts'
import { fail, succeed } from '../core/base/result.ts'
import { holderOf } from '../core/indexing/nameClaims.ts'
import { explainer } from '../core/story/explainItem.ts'
import { openStoryFrame, type OpenFrame } from '../core/story/readFrame.ts'
import { reopenStoryFrame } from '../core/story/reopenFrame.ts'
import { openStorySplitter, type SplitFault, type SplitStory } from '../core/story/splitStory.ts'
import { MAX_EVENTS } from '../core/story/storyLimits.ts'
import { batchAt } from './batchAt.ts'
import { BATCH_BYTES, BatchCutter, makeBatch } from './batchCutter.ts'
import { BatchReading } from './batchReading.ts'
import type { EventBatch } from './eventBatch.ts'
import type { EventParser, OnFoundRows } from './eventParser.ts'
import { joinBatches } from './joinBatches.ts'
import { KeptFile } from './keptFile.ts'
import { knownNames } from './knownNames.ts'
import type { LoadFault } from './loadError.ts'
import { ParserPool } from './parserPool.ts'
import { parseJson } from './parseJson.ts'
import type { Pieces } from './pieces.ts'
import { HeadFinder } from './storyHead.ts'
import type { StoryColumns } from './workerMessages.ts'

/** Bytes split at once that are split again. */
const AGAIN_BYTES = 8 * 1024 * 1024
/** Bytes split at once before ends of events can be guessed: mostly enough to learn how, else twice as many are next. */
const STRETCH_BYTES = 16 * 1024
/** Batches read again at the same time. */
const BATCHES_AGAIN = 8

/** What stays where the file was read. */
export interface LargeStory {
  readonly columns: StoryColumns
  /** JSON of the events in some rows, in their order. */
  readonly readTexts: (rows: readonly number[]) => Promise<readonly string[]>
  /** Rows whose texts include all terms, from all parsers; see EventParser. */
  readonly search: (terms: readonly string[], onFound: OnFoundRows) => void
}

/** A batch that was handed out: its parser has its bytes. */
interface HandedBatch {
  readonly number: number
  /** Place in the file of its first event, those of overridden lists counted. */
  readonly firstIndex: number
  /** File offset of its first byte. */
  readonly startByte: number
}

export class LargeStoryReader {
  readonly #parsers: readonly EventParser[]
  readonly #pool: ParserPool
  readonly #onProgress: (eventsRead: number, eventsFound: number) => void
  readonly #batchBytes: number
  readonly #cutter: BatchCutter
  readonly #splitter = openStorySplitter({
    maxEvents: MAX_EVENTS,
    onEvent: (startByte, endByte) => {
      if (this.#early !== false) this.#cutter.addEvent(startByte, endByte)
    },
  })
  readonly #decoder = new TextDecoder()
  /** Until it is known what stands before the events, or that it has to be walked over. */
  #head: HeadFinder | null = new HeadFinder()
  /** Until events are read while they come; null: the parsers have all of them. */
  #file: KeptFile | null = new KeptFile()
  /** What came since the guesses of the splitter are in doubt. */
  readonly #rest = new KeptFile()
  /** In file order. */
  #handed: HandedBatch[] = []
  /** Told early enough for events to be read while they come; false: it is not; null: not known yet. */
  #early: OpenFrame | false | null = null
  #stretchBytes: number
  #reading: BatchReading
  /** Bytes that came. */
  #length = 0

  /**
   * @param parsers at least one; @param onProgress called after each batch; @param batchBytes about
   * @param stretchBytes see STRETCH_BYTES
   */
  constructor(
    parsers: readonly EventParser[],
    onProgress: (eventsRead: number, eventsFound: number) => void,
    batchBytes = BATCH_BYTES,
    stretchBytes = STRETCH_BYTES,
  ) {
    this.#stretchBytes = stretchBytes
    this.#parsers = parsers
    this.#batchBytes = batchBytes
    this.#cutter = new BatchCutter(batchBytes)
    this.#pool = new ParserPool(parsers)
    this.#onProgress = onProgress
    this.#reading = this.#beginReading()
  }

  /** A fault was found: nothing that may follow can mend it. */
  get isFaulty(): boolean {
    return !this.#isInDoubt && (this.#splitter.fault !== null || this.#reading.isFaulty)
  }

  /** There is a fault; but ends of events were guessed, and those guesses may be what is wrong. */
  get #isInDoubt(): boolean {
    return this.#splitter.hasGuessed && (this.#splitter.fault !== null || this.#reading.hasNoJson)
  }

  /** The next bytes of the file, which are handed over. Resolves when the next should come; they may come before. */
  push(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const head = this.#head
    if (head === null) return this.#take(bytes)
    const found = head.push(bytes)
    if (found === null) return Promise.resolve()
    this.#head = null
    if (found === 'unknown') return this.#takeAll(head.pieces)
    const opened = openStoryFrame(found.json, explainer, null)
    if (!opened.ok) return this.#takeAll(head.pieces)
    this.#splitter.beginAfter(found.frameBytes.subarray(0, found.endByte))
    this.#openEarly(opened.value)
    this.#length = head.length - bytes.length
    return this.#take(bytes, found.endByte - this.#length)
  }

  #takeAll(pieces: Pieces): Promise<void> {
    let room = Promise.resolve()
    for (const piece of pieces) room = this.#take(piece)
    return room
  }

  /** @param from what of them stands before this is split already */
  #take(bytes: Uint8Array<ArrayBuffer>, from = 0): Promise<void> {
    if (this.isFaulty) return Promise.resolve()
    if (!this.#isInDoubt) this.#split(bytes, from)
    if (this.#isInDoubt) {
      this.#rest.push(bytes)
      return Promise.resolve()
    }
    if (this.isFaulty) return Promise.resolve()
    const startByte = this.#length
    this.#length += bytes.length
    if (this.#file !== null) this.#file.push(bytes)
    else {
      const batch = this.#cutter.push(bytes, startByte, this.#splitter.neededFromByte)
      if (batch !== null) this.#start(batch)
    }
    return this.#pool.whenRoom()
  }

  /** After the last piece. The reader is used up. */
  async end(): Promise<Result<LargeStory, LoadFault>> {
    if (this.#head !== null) await this.#takeAll(this.#head.pieces)
    let split = this.#splitter.end()
    const isEarly = this.#early !== null && this.#early !== false
    const last = split.ok && isEarly ? this.#cutter.cut(this.#splitter.neededFromByte) : null
    if (last !== null) this.#start(last)
    const fault = await this.#reading.fault()
    const isInDoubt = this.#isInDoubt
    if (isInDoubt) split = await this.#splitAgain()
    else if (fault !== null) return fail(fault)
    if (!split.ok) return fail(faultOf(split.problem))
    const { frameBytes, eventCount, firstEvent, hasLateFields } = split.value
    const json = parseJson(this.#decoder.decode(frameBytes))
    if (!json.ok) return json
    const opened =
      this.#early && !hasLateFields
        ? reopenStoryFrame(this.#early, json.value, explainer, eventCount)
        : openStoryFrame(json.value, explainer, eventCount)
    if (!opened.ok) return fail({ kind: 'story', problems: opened.problem })
    if (!isEarly || isInDoubt || hasLateFields || firstEvent > 0) {
      // Rare: the events came before what they refer to, a guess was wrong, or there are two lists of them.
      const lateFault = await this.#readAgain(split.value, opened.value)
      if (lateFault !== null) return fail(lateFault)
    }
    await this.#refuseTaken(split.value)
    const joined = joinBatches(opened.value, this.#reading.batches, this.#reading.names)
    if (!joined.ok) return joined
    this.#pool.share(joined.value.rows).forEach((share, i) => this.#parsers[i]?.placeRows(share))
    const { indexOfRow, columns } = joined.value
    return succeed(
      openLargeStory({
        columns,
        indexOfRow,
        firstEvent: split.value.firstEvent,
        batches: this.#handed,
        pool: this.#pool,
        parsers: this.#parsers,
      }),
    )
  }

  /** In short stretches until the ends of events can be guessed: walking over every byte takes ten times as long. */
  #split(bytes: Uint8Array, from: number): void {
    for (let at = from; at < bytes.length && this.#splitter.fault === null;) {
      const isKnown = this.#splitter.canGuess
      const to = isKnown ? bytes.length : Math.min(at + this.#stretchBytes, bytes.length)
      this.#splitter.push(bytes.subarray(at, to))
      if (this.#early === null && this.#splitter.fault === null) this.#openWalked()
      else if (!isKnown) this.#stretchBytes *= 2
      at = to
    }
  }

  #beginReading(): BatchReading {
    return new BatchReading(this.#pool, (eventsRead) =>
      this.#onProgress(eventsRead, this.#splitter.eventsFound),
    )
  }

  /** Where what stands before the events is walked over. */
  #openWalked(): void {
    const frameBytes = this.#splitter.frameSoFar()
    if (frameBytes === null) return
    const json = parseJson(this.#decoder.decode(frameBytes))
    const opened = json.ok ? openStoryFrame(json.value, explainer, null) : json
    if (opened.ok) this.#openEarly(opened.value)
    else this.#early = false
  }

  /** As soon as the file has told its actors and sources, its events are read while they come. */
  #openEarly(frame: OpenFrame): void {
    this.#early = frame
    this.#pool.open(knownNames(frame))
    this.#file = null
    this.#splitter.guess()
  }

  #start(batch: EventBatch): void {
    const { number, firstIndex, startByte } = batch
    this.#handed.push({ number, firstIndex, startByte })
    this.#reading.start(batch)
  }

  /** Without a guess. All batches have been read or refused. */
  async #splitAgain(): Promise<Result<SplitStory, SplitFault>> {
    const file = (this.#file = await this.#gatherAgain())
    for (let at = this.#splitter.forgetGuesses(); at < file.endByte; at += AGAIN_BYTES)
      this.#splitter.push(await file.read(at, Math.min(at + AGAIN_BYTES, file.endByte)))
    return this.#splitter.end()
  }

  /** The file from its first batch on. */
  async #gatherAgain(): Promise<KeptFile> {
    const handed = this.#handed
    const rest = this.#cutter.rest
    // Where nothing was handed out or cut, all that is needed came with the piece in doubt.
    const file = new KeptFile(
      handed[0]?.startByte ?? (rest.pieces.length > 0 ? rest.startByte : this.#length),
    )
    for (const [i, { number, startByte }] of handed.entries()) {
      const endByte = handed[i + 1]?.startByte ?? rest.startByte
      file.push((await this.#pool.wholeOf(number)).slice(0, endByte - startByte))
    }
    for (const piece of rest.pieces) file.push(piece)
    file.append(this.#rest)
    return file
  }

  async #readAgain(split: SplitStory, frame: OpenFrame): Promise<LoadFault | null> {
    const { starts, ends, firstEvent } = split
    this.#pool.open(knownNames(frame))
    this.#reading = this.#beginReading()
    const again: HandedBatch[] = []
    // Batches are numbered on: those from before are asked for their bytes.
    const before = this.#handed.length
    for (let from = 0, next = 1; from < starts.length && !this.#reading.isFaulty;) {
      // Lists that a later one overrides show nothing, but must be JSON.
      const isHidden = from < firstEvent
      while ((this.#handed[next]?.firstIndex ?? Infinity) <= from) next++
      const limit = Math.min(
        isHidden ? firstEvent : starts.length,
        this.#handed[next]?.firstIndex ?? Infinity,
      )
      let to = from + 1
      while (to < limit && (ends[to] ?? 0) - (starts[from] ?? 0) < this.#batchBytes) to++
      const batch = await this.#batchOf(split, from, to, before + again.length)
      again.push({ number: batch.number, firstIndex: from, startByte: batch.startByte })
      this.#reading.start({ ...batch, isHidden, firstIndex: from - firstEvent })
      await this.#pool.whenRoom()
      from = to
    }
    const fault = await this.#reading.fault()
    this.#handed = again
    this.#file = null
    return fault
  }

  /** Batches were read by parsers that knew nothing of each other: who used a name of an event before is read again. */
  async #refuseTaken(split: SplitStory): Promise<void> {
    const clashes = this.#reading.clashes()
    for (let i = 0; i < clashes.length; i += BATCHES_AGAIN)
      await Promise.all(
        clashes
          .slice(i, i + BATCHES_AGAIN)
          .map(async ({ batch: { number, firstIndex, entryCount }, names }) => {
            const taken = names.flatMap((name) => {
              const holder = this.#reading.names.holderOf(name)
              return holder === null ? [] : [{ ...name, holder: holderOf(holder) }]
            })
            const from = split.firstEvent + firstIndex
            const again = await this.#batchOf(split, from, from + entryCount, number)
            await this.#reading.replace({ ...again, firstIndex, taken })
          }),
      )
  }

  /** @param to in the same batch as `from`, where batches were handed out */
  async #batchOf(
    { starts, ends }: Pick<SplitStory, 'starts' | 'ends'>,
    from: number,
    to: number,
    number: number,
  ): Promise<EventBatch> {
    const ranges = new Float64Array(2 * (to - from))
    for (let i = from; i < to; i++) ranges.set([starts[i] ?? 0, ends[i] ?? 0], 2 * (i - from))
    const startByte = (starts[from] ?? 0) - 1
    const bytes =
      this.#file === null
        ? await bytesOf(this.#pool, this.#handed, from, to)
        : await this.#file.read(startByte, ends[to - 1] ?? 0)
    return makeBatch(number, from, [bytes], startByte, ranges)
  }
}

/** Holds on to no more than it needs: what was gathered while reading can be let go. */
function openLargeStory({
  columns,
  indexOfRow,
  firstEvent,
  batches,
  pool,
  parsers,
}: {
  readonly columns: StoryColumns
  /** [rows] place of each event in its list. */
  readonly indexOfRow: Uint32Array
  /** Place in the file of the first of that list. */
  readonly firstEvent: number
  readonly batches: readonly HandedBatch[]
  readonly pool: ParserPool
  readonly parsers: readonly EventParser[]
}): LargeStory {
  return {
    columns,
    readTexts: async (rows) => {
      const texts = rows.map(() => '')
      const wanted = new Map<HandedBatch, { readonly places: number[]; readonly events: number[] }>()
      for (const [place, row] of rows.entries()) {
        const event = firstEvent + (indexOfRow[row] ?? 0)
        const batch = assertExists(batchAt(batches, event), `the batch of event ${event}`)
        const { places, events } = wanted.get(batch) ?? { places: [], events: [] }
        places.push(place)
        events.push(event - batch.firstIndex)
        wanted.set(batch, { places, events })
      }
      await Promise.all(
        [...wanted].map(async ([{ number }, { places, events }]) => {
          const found = await pool.textsOf(number, Uint32Array.from(events))
          for (const [i, place] of places.entries()) texts[place] = found[i] ?? ''
        }),
      )
      return texts
    },
    search: (terms, onFound) => {
      let searching = parsers.length
      for (const parser of parsers)
        parser.search(terms, (found, isDone) => {
          if (isDone) searching--
          onFound(found, searching === 0)
        })
    },
  }
}

/** Of events `from` to `to` of the file, which one batch has, with one byte before. */
function bytesOf(
  pool: ParserPool,
  batches: readonly HandedBatch[],
  from: number,
  to: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const { number, firstIndex } = assertExists(batchAt(batches, from), `the batch of event ${from}`)
  return pool.bytesOf(number, from - firstIndex, to - firstIndex)
}

function faultOf(fault: SplitFault): LoadFault {
  if (fault.kind === 'json') return { kind: 'json', isCut: fault.isCut, sentence: fault.sentence }
  const sentence = `has more than ${fault.limit.toLocaleString('en')} entries, the most that one file may hold; larger stories come in tiles`
  return { kind: 'story', problems: [{ path: 'events', sentence, eventId: null, isLeftOut: true }] }
}
