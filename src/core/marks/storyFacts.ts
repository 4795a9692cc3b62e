/**
 * What must be known of all events together before one of them is drawn? How far they reach, which signs they need.
 * Gathered event by event, in any order, so that nobody has to hold them all.
 */
import type { EventBrief } from '../story/eventBrief.ts'
import { otherDates, otherExtent } from '../story/otherDates.ts'
import type { StandingKind } from '../story/story.ts'
import { outerExtent, type Extent, type FuzzyDate } from '../time/fuzzyDate.ts'
import { howKnown, type HowKnown } from '../time/howKnown.ts'
import type { TimeWindow } from '../time/timeWindow.ts'
import { DAY_MS, type CivilMs } from '../time/units.ts'
import { lastMiddleMs } from './claimRow.ts'
import { signsOfDate, type SignName } from './signNames.ts'

export interface StoryFacts {
  /** From the first to the last bound known of dates, by whatever account, and reports; a story without any has its month of publication. */
  readonly extent: TimeWindow
  /** The same of the events' own dates alone; null where no bound is known. */
  readonly covered: Extent | null
  /** Events on known days, that lasted, on a day not known, without a date. */
  readonly kindCounts: Readonly<Record<HowKnown, number>>
  /** Some event is known to the minute. */
  readonly hasClockTimes: boolean
  readonly signs: readonly SignName[]
  /** Of events and of accounts. */
  readonly standings: readonly StandingKind[]
}

/** What is known of some of the events, as it can be handed from one place to another. */
export interface FactsOfSome {
  /** Bounds known of dates; middles of reports and bounds of other dates; empty ranges where there are none. */
  readonly covered: Extent
  readonly reports: Extent
  readonly hasClockTimes: boolean
  readonly kindCounts: Readonly<Record<HowKnown, number>>
  readonly signs: readonly SignName[]
  readonly standings: readonly StandingKind[]
}

/** What is asked of an event here. */
export interface FactualEvent extends Pick<EventBrief, 'when' | 'standing'> {
  readonly reported: Pick<NonNullable<EventBrief['reported']>, 'date'> | null
  /** Where they are at hand. */
  readonly accounts?: readonly { readonly standing: StandingKind; readonly date: FuzzyDate | null }[]
}

export class StoryFactsBuilder {
  #coveredStartMs = Infinity
  #coveredEndMs = -Infinity
  #reportStartMs = Infinity
  #reportEndMs = -Infinity
  #hasClockTimes = false
  readonly #kindCounts: Record<HowKnown, number> = { day: 0, lasted: 0, doubt: 0, undated: 0 }
  readonly #signs = new Set<SignName>()
  readonly #standings = new Set<StandingKind>()

  add(event: FactualEvent): void {
    const { when, reported, standing, accounts = [] } = event
    const date = when?.date ?? null
    this.#kindCounts[howKnown(date)]++
    if (date !== null) this.#cover(date)
    for (const sign of signsOfDate(date, when !== null && when.derived.length > 0)) this.#signs.add(sign)
    if (reported !== null) this.#addReport(reported.date)
    this.#standings.add(standing.is)
    for (const account of accounts) this.#standings.add(account.standing)
    if (otherDates(event).length === 0) return
    this.#report(otherExtent(event))
    if (when !== null) this.#signs.add('other')
  }

  /** What was added so far. */
  soFar(): FactsOfSome {
    return {
      covered: { startMs: this.#coveredStartMs, endMs: this.#coveredEndMs },
      reports: { startMs: this.#reportStartMs, endMs: this.#reportEndMs },
      hasClockTimes: this.#hasClockTimes,
      kindCounts: { ...this.#kindCounts },
      signs: [...this.#signs],
      standings: [...this.#standings],
    }
  }

  #addReport(date: FuzzyDate): void {
    const reportMs = lastMiddleMs(date)
    if (Number.isFinite(reportMs)) this.#report({ startMs: reportMs, endMs: reportMs })
    this.#signs.add('report')
  }

  #report({ startMs, endMs }: Extent): void {
    this.#reportStartMs = Math.min(this.#reportStartMs, startMs)
    this.#reportEndMs = Math.max(this.#reportEndMs, endMs)
  }

  #cover(date: FuzzyDate): void {
    const { startMs, endMs } = outerExtent(date)
    this.#coverBound(startMs)
    this.#coverBound(endMs)
    if (isKnownToTheMinute(date)) this.#hasClockTimes = true
  }

  #coverBound(boundMs: CivilMs): void {
    if (!Number.isFinite(boundMs)) return
    this.#coveredStartMs = Math.min(this.#coveredStartMs, boundMs)
    this.#coveredEndMs = Math.max(this.#coveredEndMs, boundMs)
  }
}

/** Whether it is one moment with a time of day. */
export function isKnownToTheMinute(date: FuzzyDate): boolean {
  return date.kind === 'moment' && (date.precision === 'second' || date.precision === 'minute')
}

/** What is known of all events. @param published of the story */
export function closeFacts(facts: FactsOfSome, published: FuzzyDate): StoryFacts {
  const { covered, reports, hasClockTimes, kindCounts, signs, standings } = facts
  return {
    extent: extentOf(covered, reports, published),
    covered: covered.startMs <= covered.endMs ? covered : null,
    kindCounts,
    hasClockTimes,
    signs,
    standings,
  }
}

function extentOf(covered: Extent, reports: Extent, published: FuzzyDate): TimeWindow {
  const startMs = Math.min(covered.startMs, reports.startMs)
  const endMs = Math.max(covered.endMs, reports.endMs)
  if (startMs > endMs) return around(lastMiddleMs(published))
  return endMs - startMs >= DAY_MS ? { startMs, endMs } : { startMs: startMs - DAY_MS, endMs: endMs + DAY_MS }
}

function around(middleMs: CivilMs): TimeWindow {
  const known = Number.isFinite(middleMs) ? middleMs : 0
  return { startMs: known - 15 * DAY_MS, endMs: known + 15 * DAY_MS }
}

/** All facts at once, of events in memory. */
export function gatherFacts(events: readonly FactualEvent[], published: FuzzyDate): StoryFacts {
  const builder = new StoryFactsBuilder()
  for (const event of events) builder.add(event)
  return closeFacts(builder.soFar(), published)
}
