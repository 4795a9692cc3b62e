/** What happened? One event after another in order of time, each with a title, a date, a standing and a statement. */
import type { ActorFile, EventFile } from '../../../src/core/story/storyFile.ts'
import { createCast } from './cast.ts'
import type { Occasion } from './claims.ts'
import { createClaimWriter } from './claims.ts'
import type { DrawnDate } from './dates.ts'
import { createDateWriter, writeDay } from './dates.ts'
import { createDeck } from './deck.ts'
import type { Random } from './random.ts'
import { createRelater, eventId } from './relations.ts'
import type { Writer } from './sentences.ts'
import type { Library } from './sources.ts'
import { LAST_DAY, undatedShare } from './storySize.ts'
import { roles } from './words.ts'
import { createZipfPick } from './zipf.ts'

type DateFile = NonNullable<EventFile['date']>
type DerivedBounds = NonNullable<DateFile['derived']>

export interface Setting {
  readonly actors: readonly ActorFile[]
  readonly library: Library
  readonly writer: Writer
  /** How many events there will be. */
  readonly count: number
  readonly spanDays: number
}

/** Cards in a deck of a hundred. */
const kindShares: readonly (readonly [EventFile['kind'], number])[] = [
  ['act', 56],
  ['statement', 20],
  ['publication', 10],
  ['state', 9],
  ['context', 5],
]
const standingShares: readonly (readonly [EventFile['standing']['is'], number])[] = [
  ['reported', 58],
  ['confirmed', 18],
  ['alleged', 8],
  ['disputed', 6],
  ['denied', 4],
  ['declined', 3],
  ['inferred', 3],
]
const derivedShares: readonly (readonly [DerivedBounds, number])[] = [
  [['earliest'], 1],
  [['latest'], 1],
  [['earliest', 'latest'], 1],
]

/** A function to be called once for each event, with its number from 0 on and its day (since 1970-01-01). */
export function createEventWriter(setting: Setting): (i: number, day: number, random: Random) => EventFile {
  const { library, writer, count } = setting
  const cast = createCast(setting.actors)
  const claims = createClaimWriter(cast, library, writer)
  const relater = createRelater(count)
  const writeDate = createDateWriter(setting.spanDays)
  const pickRole = createZipfPick(roles)
  const dealKind = createDeck(kindShares)
  const dealStanding = createDeck(standingShares)
  const dealDerived = createDeck(derivedShares)
  const undated = undatedShare(count)

  function writeDateFile(drawn: DrawnDate, progress: number, random: Random): DateFile {
    return {
      edtf: drawn.edtf,
      note: random.chance(0.01) ? 'As the report has it.' : undefined,
      derived: drawn.hasBounds && random.chance(0.5) ? dealDerived(random) : undefined,
      sources: random.chance(0.02) ? [library.draw(progress, random)] : undefined,
    }
  }

  function writeActors(first: ActorFile, random: Random): EventFile['actors'] {
    if (random.chance(0.2)) return []
    const actors = [{ actor: first.id, role: pickRole(random) }]
    if (random.chance(0.85)) return actors
    const second = cast.draw(random)
    if (second.id !== first.id) actors.push({ actor: second.id, role: pickRole(random) })
    return actors
  }

  function writeStanding(progress: number, random: Random): EventFile['standing'] {
    return {
      is: dealStanding(random),
      source: random.chance(0.08) ? library.draw(progress, random) : undefined,
      note: random.chance(0.01) ? 'On one report alone.' : undefined,
    }
  }

  return (i, day, random) => {
    const id = eventId(i)
    const progress = i / count
    const isUndated = random.chance(undated)
    const drawn = isUndated ? null : writeDate(day, random)
    const kind = drawn?.isRange === true && random.chance(0.5) ? 'state' : dealKind(random)
    const first = cast.drawActing(random)
    const topic = writer.drawTopic(first.name, random)
    const occasion: Occasion = { eventId: id, day, progress, topic }
    const title = writer.title(kind, topic, random)
    const relations = relater.relate(i, isUndated, random)
    return {
      id,
      aliases: random.chance(0.005) ? [`${id}-old`] : undefined,
      title,
      shortTitle: title.length > 40 && random.chance(0.1) ? writer.shortTitle(topic, random) : undefined,
      summary: writer.summary(topic, random),
      kind,
      date: drawn && writeDateFile(drawn, progress, random),
      reported: random.chance(0.03) ? writeReported(day, library.draw(progress, random), random) : undefined,
      publishes: kind === 'publication' && random.chance(0.5) ? library.draw(progress, random) : undefined,
      place: random.chance(0.06) ? topic.place : undefined,
      standing: writeStanding(progress, random),
      actors: writeActors(first, random),
      accounts: random.chance(0.025) ? claims.writeAccounts(occasion, random) : undefined,
      statements: claims.writeStatements(occasion, random),
      sources: random.chance(0.02) ? [library.draw(progress, random)] : undefined,
      relations: relations.length > 0 ? relations : undefined,
      note: random.chance(0.01) ? 'Nothing more is known of it.' : undefined,
    }
  }
}

function writeReported(day: number, source: string, random: Random): NonNullable<EventFile['reported']> {
  return { edtf: writeDay(Math.min(LAST_DAY, day + random.below(40))), source }
}
