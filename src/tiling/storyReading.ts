/**
 * How is a story file read that is larger than memory? In pieces, event by event, as the page reads a large one:
 *
 *   pieces ─ splitter ─ JSON of the events that are whole ─ sink
 *
 * Where actors or sources come after the events, or there are two lists of events, the file is read a second time.
 */
import type { Result } from '../core/base/result.ts'
import { fail, succeed } from '../core/base/result.ts'
import { explainer } from '../core/story/explainItem.ts'
import { openStoryFrame, type OpenFrame } from '../core/story/readFrame.ts'
import { openStorySplitter } from '../core/story/splitStory.ts'

/** The same bytes each time. */
export type StoryPieces = () => AsyncIterable<Uint8Array>

export interface EventSink {
  /**
   * Entries of the list as JSON.parse gave them.
   * @param firstIndex place of the first of them
   * @param bytesOf UTF-8 of the i-th of them as the file has it: a view that holds until the call returns
   */
  addBatch(entries: readonly unknown[], firstIndex: number, bytesOf: (i: number) => Uint8Array): void
  /** What was added is of no use. */
  discard(): void
}

/** A story whose events have all gone into a sink. */
export interface ReadStory<Sink> {
  readonly sink: Sink
  readonly frame: OpenFrame
  /** The frame as the file has it. */
  readonly json: unknown
}

/**
 * @param openSink called when actors and sources are known, before the first event
 * @returns or a sentence that says why the file is no story
 */
export async function readStory<Sink extends EventSink>(
  pieces: StoryPieces,
  openSink: (frame: OpenFrame) => Sink,
): Promise<Result<ReadStory<Sink>, string>> {
  const first = await new StoryPass(pieces, openSink, null).run()
  if (!first.ok) return first
  const { json, frame, sink, firstEvent, isSound } = first.value
  if (isSound && sink !== null) return succeed({ sink, frame, json })
  sink?.discard()
  const second = await new StoryPass(pieces, openSink, { frame, firstEvent }).run()
  if (!second.ok) return second
  if (second.value.sink === null) throw new Error('a pass that knows the frame opens its sink')
  return succeed({ sink: second.value.sink, frame, json })
}

interface PassResult<Sink> {
  readonly json: unknown
  readonly frame: OpenFrame
  /** null: the file told its actors and sources too late. */
  readonly sink: Sink | null
  readonly firstEvent: number
  /** All events that went into the sink, and no others, are the story's, and were read with its actors and sources. */
  readonly isSound: boolean
}

class StoryPass<Sink extends EventSink> {
  readonly #pieces: StoryPieces
  readonly #openSink: (frame: OpenFrame) => Sink
  readonly #known: { readonly frame: OpenFrame; readonly firstEvent: number } | null
  readonly #decoder = new TextDecoder()
  #ranges: number[] = []
  readonly #splitter = openStorySplitter({
    onEvent: (startByte, endByte) => this.#ranges.push(startByte, endByte),
  })
  #sink: Sink | null = null
  #isLate = false
  /** Bytes that may belong to an event that is not whole yet, and the file offset of the first. */
  #tail: Uint8Array = new Uint8Array(0)
  #tailOffset = 0
  #count = 0

  constructor(
    pieces: StoryPieces,
    openSink: (frame: OpenFrame) => Sink,
    known: { readonly frame: OpenFrame; readonly firstEvent: number } | null,
  ) {
    this.#pieces = pieces
    this.#openSink = openSink
    this.#known = known
    if (known !== null) this.#sink = openSink(known.frame)
  }

  async run(): Promise<Result<PassResult<Sink>, string>> {
    for await (const piece of this.#pieces()) {
      this.#splitter.push(piece)
      if (this.#splitter.fault !== null) break
      this.#tail = join(this.#tail, piece)
      if (this.#sink === null && !this.#isLate) this.#openEarly()
      const fault = this.#takeRanges()
      if (fault !== null) return fail(fault)
      const from = this.#splitter.neededFromByte - this.#tailOffset
      if (from > 0) {
        this.#tail = this.#tail.slice(from)
        this.#tailOffset += from
      }
    }
    return this.#end()
  }

  #end(): Result<PassResult<Sink>, string> {
    const split = this.#splitter.end()
    if (!split.ok) {
      const { problem } = split
      return fail(problem.kind === 'json' ? problem.sentence : 'The file has too many events')
    }
    const { frameBytes, eventCount, firstEvent, hasLateFields } = split.value
    const json = parseJson(this.#decoder.decode(frameBytes))
    if (!json.ok) return json
    const opened = openStoryFrame(json.value, explainer, eventCount)
    if (!opened.ok)
      return fail(opened.problem.map(({ path, sentence }) => `${path} ${sentence}`.trim()).join('; '))
    return succeed({
      json: json.value,
      frame: opened.value,
      sink: this.#sink,
      firstEvent,
      isSound: !hasLateFields && firstEvent === 0,
    })
  }

  #openEarly(): void {
    const bytes = this.#splitter.frameSoFar()
    if (bytes === null) return
    const json = parseJson(this.#decoder.decode(bytes))
    const opened = json.ok ? openStoryFrame(json.value, explainer, null) : null
    if (opened?.ok === true) this.#sink = this.#openSink(opened.value)
    else this.#isLate = true
  }

  /** Hands on the events that are whole; a fault as a sentence. */
  #takeRanges(): string | null {
    const ranges = this.#ranges
    this.#ranges = []
    const [first] = ranges
    const last = ranges[ranges.length - 1]
    if (first === undefined || last === undefined) return null
    // Between events stand only commas and white space: the splitter lets nothing else pass.
    const text = this.#decoder.decode(this.#tail.subarray(first - this.#tailOffset, last - this.#tailOffset))
    // A bracket of another list may stand there too, once: its events are read one by one.
    const whole = parseJson(`[${text}]`)
    const entries = whole.ok ? succeed(whole.value as readonly unknown[]) : this.#parseEach(ranges)
    if (!entries.ok) return entries.problem
    const skipped = Math.max(0, (this.#known?.firstEvent ?? 0) - this.#count)
    const taken = entries.value.slice(skipped)
    const bytesOf = (i: number): Uint8Array => {
      const start = ranges[2 * (skipped + i)] ?? 0
      const end = ranges[2 * (skipped + i) + 1] ?? 0
      return this.#tail.subarray(start - this.#tailOffset, end - this.#tailOffset)
    }
    if (taken.length > 0)
      this.#sink?.addBatch(taken, this.#count + skipped - (this.#known?.firstEvent ?? 0), bytesOf)
    this.#count += entries.value.length
    return null
  }

  #parseEach(ranges: readonly number[]): Result<readonly unknown[], string> {
    const entries: unknown[] = []
    for (let i = 0; i < ranges.length; i += 2) {
      const from = (ranges[i] ?? 0) - this.#tailOffset
      const entry = parseJson(
        this.#decoder.decode(this.#tail.subarray(from, (ranges[i + 1] ?? 0) - this.#tailOffset)),
      )
      if (!entry.ok) return entry
      entries.push(entry.value)
    }
    return succeed(entries)
  }
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return succeed(JSON.parse(text) as unknown)
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b.slice()
  const joined = new Uint8Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}
