/**
 * Where is it reported? Two sorts of source: standing works, which are cited for everything (by rank, Zipf), and
 * pieces of the press, each of which is about what happened just before it.
 */
import type { ActorFile, SourceFile } from '../../../src/core/story/storyFile.ts'
import { cslTypes } from '../../../src/core/story/storyFile.ts'
import { writeDay } from './dates.ts'
import { makePeople } from './names.ts'
import type { Random } from './random.ts'
import type { Writer } from './sentences.ts'
import { LAST_DAY } from './storySize.ts'
import { createZipf, createZipfPick } from './zipf.ts'
import { outlets } from './words.ts'

/** One source in so many is a standing work. */
const STANDING_WORK_EVERY = 12
const STANDING_WORK_SHARE = 0.35
const NEIGHBOURS = 6

/** What the chains of an event are made of. */
export interface Library {
  readonly sources: readonly SourceFile[]
  /** The id of a source for something that happened this far into the story, 0 to 1. */
  draw(progress: number, random: Random): string
}

/**
 * @param days when sources appear, ascending, as days since 1970-01-01; as many as there are sources, at least 20
 * @param places the busiest first
 */
export function makeLibrary(
  days: readonly number[],
  actors: readonly ActorFile[],
  places: readonly string[],
  writer: Writer,
  random: Random,
): Library {
  const workCount = Math.ceil(days.length / STANDING_WORK_EVERY)
  const pressCount = days.length - workCount
  const pickOutlet = createZipfPick(nameOutlets(actors, places))
  const people = makePeople(200, random)
  const sources = days.map((pressDay, i): SourceFile => {
    const isWork = i < workCount
    const day = isWork ? LAST_DAY - random.below(60) : pressDay
    const outlet = pickOutlet(random)
    const type = i < cslTypes.length ? cslTypes[i] : undefined
    return {
      id: `s${i}`,
      type: type ?? (isWork ? 'report' : random.chance(0.8) ? 'article-newspaper' : random.pick(cslTypes)),
      title: writer.headline(writer.drawTopic(outlet, random), random),
      'container-title': outlet,
      author: random.chance(0.4) ? [writeAuthor(random.pick(people), random)] : undefined,
      issued: writeIssued(day, random),
      URL: random.chance(0.5) ? `https://archive.example/s${i}` : undefined,
      language: random.chance(0.2) ? random.pick(['en', 'en-GB', 'el', 'ja', 'ar', 'pt']) : undefined,
      custom: writeConsulted(i, random),
    }
  })
  const drawWork = createZipf(workCount)
  const drawNeighbour = createZipf(NEIGHBOURS)
  return {
    sources,
    draw(progress, chance) {
      if (chance.chance(STANDING_WORK_SHARE)) return `s${drawWork(chance)}`
      const press = Math.ceil(progress * pressCount) + drawNeighbour(chance)
      return `s${workCount + Math.min(press, pressCount - 1)}`
    },
  }
}

/** The media among the actors first, since they are in the news themselves. */
function nameOutlets(actors: readonly ActorFile[], places: readonly string[]): readonly string[] {
  const own = actors.filter(({ kind }) => kind === 'media').map(({ name }) => name)
  const others = places.slice(0, 40).map((place, i) => `${place} ${outlets[(i * 5) % outlets.length] ?? ''}`)
  return [...new Set([...own, ...others])]
}

function writeIssued(day: number, random: Random): string | undefined {
  if (random.chance(0.03)) return undefined
  if (random.chance(0.05)) return writeDay(day).slice(0, 7)
  return random.chance(0.02) ? `${writeDay(day)}~` : writeDay(day)
}

function writeAuthor(name: string, random: Random): NonNullable<SourceFile['author']>[number] {
  const [given = '', family = ''] = name.split(' ')
  return random.chance(0.1) ? { literal: `${given} of the night desk` } : { family, given }
}

/** Every third of the first few is `read`, `translation` and `cited`; later most are read. */
function writeConsulted(i: number, random: Random): SourceFile['custom'] {
  if (i % 3 === 1 && (i < 10 || random.chance(0.4)))
    return { consulted: 'cited', consultedNote: 'Seen cited only.' }
  if (i % 3 === 2 && (i < 10 || random.chance(0.2))) return { consulted: 'translation' }
  if (i > 3 && random.chance(0.03)) {
    return { consulted: 'read', renderings: [{ text: 'As others put it', by: `s${i - 1}` }] }
  }
  return random.chance(0.05) ? { consulted: 'read', issuedNote: 'From its address.' } : { consulted: 'read' }
}
