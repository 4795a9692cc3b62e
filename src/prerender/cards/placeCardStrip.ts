/** Where do an event's sign and the story's other events stand on a card's strip of time? */
import { buildIndex } from '../../core/indexing/buildIndex.ts'
import { countBegun } from '../../core/indexing/shownLanes.ts'
import { findMost } from '../../core/marks/fitStory.ts'
import { MAX_WHOLE } from '../../core/marks/layOutLanes.ts'
import { withOthers } from '../../core/marks/placeOthers.ts'
import { placeOverview, type PlacedOverview } from '../../core/marks/placeOverview.ts'
import { placeReport, reportMs } from '../../core/marks/placeReport.ts'
import { placeSign } from '../../core/marks/placeSign.ts'
import { placeUndatedSign } from '../../core/marks/placeUndatedSign.ts'
import type { StoryFacts } from '../../core/marks/storyFacts.ts'
import type { Story, TimelineEvent } from '../../core/story/story.ts'
import { buildAxisTicks, type AxisTick } from '../../core/time/axisTicks.ts'
import { outerExtent, type FuzzyDate } from '../../core/time/fuzzyDate.ts'
import { buildTimeScale, type TimeScale } from '../../core/time/timeScale.ts'
import { isDrawable, spanOf, type TimeWindow } from '../../core/time/timeWindow.ts'
import type { CivilMs, Px } from '../../core/time/units.ts'
import type { CardStrip } from './card.ts'

/** Before the first and after the last of the story, as a share of its length: no bracket stands at the very edge. */
const AIR_SHARE = 0.05
/** Where most of many events would get less than this share of the strip, it shows them alone. */
const SLIVER_SHARE = 1 / 4
/** A letter of a period's name, and air after it. */
const LETTER_PX: Px = 5.6
const LABEL_AIR_PX: Px = 8

export interface StripPlacer {
  readonly placeStory: () => CardStrip
  readonly placeEvent: (event: TimelineEvent) => CardStrip
  /** @param date null: not known */
  readonly placeDate: (date: FuzzyDate | null) => CardStrip
}

/** @param widthPx of the strip */
export function openStripPlacer(story: Story, facts: StoryFacts, widthPx: Px): StripPlacer {
  const index = buildIndex(story)
  const most =
    story.events.length > MAX_WHOLE
      ? findMost((timeMs) => countBegun(index, timeMs), facts.extent)
      : facts.extent
  const period = spanOf(most) < spanOf(facts.extent) * SLIVER_SHARE ? most : facts.extent
  const scaleFor = (known: readonly CivilMs[]): TimeScale => {
    const wide = widen(period, known.filter(Number.isFinite))
    return buildTimeScale(withAir(isDrawable(withAir(wide)) ? wide : period), widthPx)
  }
  const overviewOn = (scale: TimeScale): PlacedOverview =>
    placeOverview(story.events, index, index.lanes, story.events.length, scale)
  const stripOn = (scale: TimeScale, sign: CardStrip['sign']): CardStrip => ({
    widthPx,
    ticks: namedTicks(scale),
    sign,
    isUndated: false,
    overview: { days: daysOf(overviewOn(scale)), lasted: [], doubt: [], density: [] },
  })
  const undated = (sign: CardStrip['sign']): CardStrip => ({ ...noTime(widthPx), sign })
  return {
    placeStory: () => {
      const scale = scaleFor([])
      return { ...stripOn(scale, []), overview: overviewOn(scale) }
    },
    placeEvent: (event) => {
      if (event.when === null) return undated([placeUndatedSign(UNDATED_PX, event.relations)])
      const { startMs, endMs } = outerExtent(event.when.date)
      const scale = scaleFor([startMs, endMs, reportMs(event.reported?.date ?? null)])
      return stripOn(scale, withOthers(event, placeReport(event, placeSign(event.when, scale), scale), scale))
    },
    placeDate: (date) => {
      if (date === null) return undated([placeUndatedSign(UNDATED_PX, [])])
      const { startMs, endMs } = outerExtent(date)
      const scale = scaleFor([startMs, endMs])
      return stripOn(scale, placeSign({ date, derived: [] }, scale))
    },
  }
}

/** Middle of the broken ring, with room for a chevron before it. */
const UNDATED_PX: Px = 20

function noTime(widthPx: Px): CardStrip {
  return {
    widthPx,
    ticks: [],
    sign: [],
    isUndated: true,
    overview: { days: [], lasted: [], doubt: [], density: [] },
  }
}

function widen({ startMs, endMs }: TimeWindow, known: readonly CivilMs[]): TimeWindow {
  return { startMs: Math.min(startMs, ...known), endMs: Math.max(endMs, ...known) }
}

function withAir(window: TimeWindow): TimeWindow {
  const airMs = spanOf(window) * AIR_SHARE
  return { startMs: window.startMs - airMs, endMs: window.endMs + airMs }
}

/** Of very many events, known days are where any begin. */
function daysOf({ days, density }: PlacedOverview): readonly Px[] {
  return days.length > 0 ? days : density.map(({ x }) => x)
}

/** Periods, and their parts where there are few; whatever would run into the next, or out of the strip, has no name. */
function namedTicks(scale: TimeScale): CardStrip['ticks'] {
  const { major, minor } = buildAxisTicks(scale)
  const isFew = major.length < 3
  const all: readonly AxisTick[] = isFew ? [...major, ...minor].sort((a, b) => a.x - b.x) : major
  const endOf = ({ x, label }: AxisTick): Px => x + label.length * LETTER_PX + LABEL_AIR_PX
  return all.flatMap((tick, i) => {
    const isMajor = major.includes(tick)
    const next = all.find((other, at) => at > i && (isMajor ? major.includes(other) : true))
    const isBehindMajor = !isMajor && major.some((other) => other.x < tick.x && endOf(other) > tick.x)
    const hasRoom = endOf(tick) <= Math.min(scale.widthPx, next?.x ?? Infinity)
    if (isBehindMajor || !hasRoom) return isMajor ? [{ ...tick, label: '' }] : []
    return [tick]
  })
}
