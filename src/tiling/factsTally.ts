/**
 * What must be known of all events together, and how does it add up over parts? The same facts as storyFacts.ts gathers,
 * kept so that two tallies make one.
 */
import { lastMiddleMs } from '../core/marks/claimRow.ts'
import { signsOf, type SignName } from '../core/marks/signNames.ts'
import type { TimelineEvent } from '../core/story/story.ts'
import { standings } from '../core/story/storyFile.ts'
import type { TileFacts } from '../core/tiles/manifest.ts'
import type { TileRow } from '../core/tiles/tileColumns.ts'
import type { FuzzyDate } from '../core/time/fuzzyDate.ts'
import { howKnownKinds } from '../core/time/howKnown.ts'
import { DAY_MS } from '../core/time/units.ts'

const signs: readonly SignName[] = [
  'day',
  'range',
  'soft',
  'endless',
  'lasted',
  'open',
  'unknown',
  'about',
  'undated',
  'report',
]

/** What of an event's facts its row does not tell. */
export interface EventFacts {
  /** bit i: signs[i] */
  readonly signs: number
  /** bit i: some account has standings[i] */
  readonly accountStandings: number
  readonly hasClockTime: boolean
  /** Middle of the day on which it was reported; NaN: not told. */
  readonly reportMs: number
}

export function factsOf(event: TimelineEvent): EventFacts {
  const date = event.when?.date
  return {
    // Accounts' own dates are not drawn of a story in tiles.
    signs: signsOf({ ...event, accounts: [] }).reduce((bits, sign) => bits | (1 << signs.indexOf(sign)), 0),
    accountStandings: event.accounts.reduce(
      (bits, { standing }) => bits | (1 << standings.indexOf(standing)),
      0,
    ),
    hasClockTime: date?.kind === 'moment' && (date.precision === 'second' || date.precision === 'minute'),
    reportMs: lastMiddleMs(event.reported?.date ?? null),
  }
}

/** JSON: null where there is no bound. */
export interface FactsTally {
  coveredStartMs: number | null
  coveredEndMs: number | null
  reportStartMs: number | null
  reportEndMs: number | null
  hasClockTimes: boolean
  /** By position in howKnownKinds. */
  laneCounts: number[]
  signs: number
  /** bit i: standings[i] */
  standings: number
}

export function emptyTally(): FactsTally {
  return {
    coveredStartMs: null,
    coveredEndMs: null,
    reportStartMs: null,
    reportEndMs: null,
    hasClockTimes: false,
    laneCounts: howKnownKinds.map(() => 0),
    signs: 0,
    standings: 0,
  }
}

/** Adds the bounds and the lane of one event. */
export function tallyRow(tally: FactsTally, row: TileRow): void {
  for (const boundMs of [row.startMs, row.endMs]) {
    if (!Number.isFinite(boundMs)) continue
    tally.coveredStartMs = Math.min(tally.coveredStartMs ?? Infinity, boundMs)
    tally.coveredEndMs = Math.max(tally.coveredEndMs ?? -Infinity, boundMs)
  }
  tally.laneCounts[row.lane] = (tally.laneCounts[row.lane] ?? 0) + 1
}

/** Adds one event. */
export function tallyEvent(tally: FactsTally, row: TileRow, facts: EventFacts): void {
  tallyRow(tally, row)
  if (Number.isFinite(facts.reportMs)) {
    tally.reportStartMs = Math.min(tally.reportStartMs ?? Infinity, facts.reportMs)
    tally.reportEndMs = Math.max(tally.reportEndMs ?? -Infinity, facts.reportMs)
  }
  if (facts.hasClockTime) tally.hasClockTimes = true
  tally.signs |= facts.signs
  tally.standings |= facts.accountStandings
  tally.standings |= 1 << row.standing
}

export function addTallies(tallies: readonly FactsTally[]): FactsTally {
  const most = (pick: (tally: FactsTally) => number | null, of: typeof Math.max): number | null => {
    const known = tallies.flatMap((tally) => pick(tally) ?? [])
    return known.length === 0 ? null : known.reduce((a, b) => of(a, b))
  }
  return {
    coveredStartMs: most(({ coveredStartMs }) => coveredStartMs, Math.min),
    coveredEndMs: most(({ coveredEndMs }) => coveredEndMs, Math.max),
    reportStartMs: most(({ reportStartMs }) => reportStartMs, Math.min),
    reportEndMs: most(({ reportEndMs }) => reportEndMs, Math.max),
    hasClockTimes: tallies.some(({ hasClockTimes }) => hasClockTimes),
    laneCounts: howKnownKinds.map((_, lane) =>
      tallies.reduce((sum, { laneCounts }) => sum + (laneCounts[lane] ?? 0), 0),
    ),
    signs: tallies.reduce((bits, tally) => bits | tally.signs, 0),
    standings: tallies.reduce((bits, tally) => bits | tally.standings, 0),
  }
}

/** @param published of the story: a story without any bound has its month */
export function closeTally(tally: FactsTally, published: FuzzyDate): TileFacts {
  const { coveredStartMs, coveredEndMs, reportStartMs, reportEndMs } = tally
  const startMs = Math.min(coveredStartMs ?? Infinity, reportStartMs ?? Infinity)
  const endMs = Math.max(coveredEndMs ?? -Infinity, reportEndMs ?? -Infinity)
  return {
    extent: widen(startMs, endMs, lastMiddleMs(published)),
    covered: coveredOf(tally),
    kindCounts: kindCountsOf(tally),
    hasClockTimes: tally.hasClockTimes,
    signs: signs.filter((_, i) => (tally.signs & (1 << i)) !== 0),
    standings: standings.filter((_, i) => (tally.standings & (1 << i)) !== 0),
  }
}

/** From the first bound to the last; null: there is none. */
export function coveredOf({ coveredStartMs, coveredEndMs }: FactsTally): TileFacts['covered'] {
  return coveredStartMs === null || coveredEndMs === null
    ? null
    : { startMs: coveredStartMs, endMs: coveredEndMs }
}

/** Events of each lane. */
export function kindCountsOf({ laneCounts }: FactsTally): TileFacts['kindCounts'] {
  const [day = 0, lasted = 0, doubt = 0, undated = 0] = laneCounts
  return { day, lasted, doubt, undated }
}

function widen(startMs: number, endMs: number, publishedMs: number): TileFacts['extent'] {
  if (startMs > endMs) {
    const middleMs = Number.isFinite(publishedMs) ? publishedMs : 0
    return { startMs: middleMs - 15 * DAY_MS, endMs: middleMs + 15 * DAY_MS }
  }
  return endMs - startMs >= DAY_MS ? { startMs, endMs } : { startMs: startMs - DAY_MS, endMs: endMs + DAY_MS }
}
