/** What does a large story look like? The text of a story file, in pieces, so that no machine has to hold it. */
import { createRandom } from './random.ts'
import { makeActors } from './actors.ts'
import { eachEventDay } from './bursts.ts'
import { createEventWriter } from './events.ts'
import { mixNeighbours } from './mixNeighbours.ts'
import { makePlaces } from './names.ts'
import { createWriter } from './sentences.ts'
import { makeLibrary } from './sources.ts'
import {
  countActors,
  countPlaces,
  countSources,
  countSpanDays,
  FEWEST_EVENTS,
  LAST_DAY,
  MOST_EVENTS,
} from './storySize.ts'
import { FORMAT_VERSION } from '../../../src/core/story/storyFile.ts'

export interface StoryOptions {
  /** A whole number, 10 to 10,000,000. */
  readonly events: number
  /** A whole number, 0 to 2^32 - 1. */
  readonly seed: number
}

/**
 * The text of a story file in format 1: the head, then actors, sources and events, one on each line. Together the
 * pieces are the same for the same options, on every machine.
 * @throws RangeError where an option is out of its range
 */
export function* generateStory(options: StoryOptions): Generator<string> {
  checkOptions(options)
  const { events: count, seed } = options
  const spanDays = countSpanDays(count)
  const open = (stream: string) => createRandom(seed, stream)
  const whole = { firstDay: LAST_DAY - spanDays + 1, dayCount: spanDays, events: count }
  // Drawn twice from the same seed: once to date the sources, which come first, and once for the events.
  const eachDay = () => eachEventDay(whole, open('days'))

  const places = makePlaces(countPlaces(count), open('places'))
  const writer = createWriter(places, open('projects'))
  const actors = makeActors(countActors(count), places, open('actors'))
  const library = makeLibrary(
    takeEvenly(eachDay(), count, countSources(count)),
    actors,
    places,
    writer,
    open('sources'),
  )
  const writeEvent = createEventWriter({ actors, library, writer, count, spanDays })

  function* eachEvent(): Generator<string> {
    const random = open('events')
    let i = 0
    for (const day of eachDay()) yield JSON.stringify(writeEvent(i++, day, random))
  }

  yield `{"format":${FORMAT_VERSION},"story":${JSON.stringify(writeHead(options))},\n"actors":[\n`
  yield* separate(actors.map((actor) => JSON.stringify(actor)))
  yield '],\n"sources":[\n'
  yield* separate(library.sources.map((source) => JSON.stringify(source)))
  yield '],\n"events":[\n'
  yield* separate(mixNeighbours(eachEvent(), open('order')))
  yield ']}\n'
}

function checkOptions({ events, seed }: StoryOptions): void {
  if (!Number.isInteger(events) || events < FEWEST_EVENTS || events > MOST_EVENTS) {
    throw new RangeError(`a story has ${FEWEST_EVENTS} to ${MOST_EVENTS} events, not ${events}`)
  }
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
    throw new RangeError(`a seed is a whole number from 0 to 4294967295, not ${seed}`)
  }
}

function writeHead({ events, seed }: StoryOptions): object {
  return {
    id: `generated-${events}-${seed}`,
    title: `${events.toLocaleString('en')} events by chance`,
    summary: 'An invented story for measuring: nobody and nothing in it exists.',
    language: 'en',
    published: '2026-01-15',
    revised: '2026-01-15',
  }
}

/** Entries of a list, one on each line. */
function* separate(lines: Iterable<string>): Generator<string> {
  let separator = ''
  for (const line of lines) {
    yield separator + line
    separator = ',\n'
  }
  yield '\n'
}

/** `wanted` of the `count` days, at even distances; some of them repeated where there are fewer. */
function takeEvenly(days: Iterable<number>, count: number, wanted: number): readonly number[] {
  const taken: number[] = []
  let i = 0
  for (const day of days) {
    while (taken.length < wanted && Math.floor((taken.length * count) / wanted) === i) taken.push(day)
    i++
  }
  return taken
}
