/** What must be known of all events together, when a story is told by one clock alone? */
import type { EventIndex } from '../indexing/eventIndex.ts'
import type { EventList } from '../story/eventBrief.ts'
import type { Extent } from '../time/fuzzyDate.ts'
import { spanOf, type TimeWindow } from '../time/timeWindow.ts'
import { DAY_MS } from '../time/units.ts'
import { signsOf, type SignName } from './signNames.ts'
import type { StoryFacts } from './storyFacts.ts'

/**
 * Clocks share the story's whole extent, so that what stands under two of them keeps its place in time; where the dates
 * of one are less than this share of it, they would be a sliver, and have an extent of their own.
 */
const SLIVER_SHARE = 1 / 4

/** Of a story without its reports. */
export function factsAsHappened(facts: StoryFacts): StoryFacts {
  const signs = facts.signs.filter((sign) => sign !== 'report')
  return { ...facts, signs, extent: extentFor(facts.covered, facts.extent) }
}

/** What must be known of the dates of reports. */
export type ReportFacts = Pick<StoryFacts, 'covered' | 'kindCounts'>

/**
 * Of a story by its reports.
 * @param events as briefAsReported has them; null: their own dates are not drawn
 */
export function factsAsReported(
  facts: StoryFacts,
  { covered, kindCounts }: ReportFacts,
  events: EventList | null,
): StoryFacts {
  const extent = extentFor(covered, facts.extent)
  const signs = events === null ? signsOfLanes(kindCounts) : signsIn(events)
  return { ...facts, covered, extent, kindCounts, signs }
}

export function reportFactsOf(index: Pick<EventIndex, 'startMs' | 'endMs' | 'lanes'>): ReportFacts {
  const { day, lasted, doubt, undated } = index.lanes
  return {
    covered: coveredBy(index),
    kindCounts: {
      day: day.byAnchor.length,
      lasted: lasted.byAnchor.length,
      doubt: doubt.byAnchor.length,
      undated: undated.byAnchor.length,
    },
  }
}

function coveredBy({ startMs, endMs }: Pick<EventIndex, 'startMs' | 'endMs'>): Extent | null {
  let firstMs = Infinity
  let lastMs = -Infinity
  for (const bounds of [startMs, endMs])
    for (const boundMs of bounds) {
      if (!Number.isFinite(boundMs)) continue
      firstMs = Math.min(firstMs, boundMs)
      lastMs = Math.max(lastMs, boundMs)
    }
  return firstMs <= lastMs ? { startMs: firstMs, endMs: lastMs } : null
}

function extentFor(own: Extent | null, whole: TimeWindow): TimeWindow {
  if (own === null || spanOf(own) >= spanOf(whole) * SLIVER_SHARE) return whole
  return spanOf(own) >= DAY_MS ? own : { startMs: own.startMs - DAY_MS, endMs: own.endMs + DAY_MS }
}

/** A known day of a report is a sheet; what hangs from it has a sign of its own. */
function signsIn(events: EventList): readonly SignName[] {
  const signs = new Set<SignName>()
  for (let row = 0; row < events.length; row++) {
    const event = events.at(row)
    if (event === undefined) continue
    const own = signsOf({ when: event.when, reported: null })
    for (const sign of own) signs.add(sign === 'day' ? 'report' : sign)
    const happened = event.asReported?.happened ?? null
    if (own.includes('day') && happened !== null)
      for (const sign of signsOf({ when: happened, reported: null })) signs.add(sign)
  }
  return [...signs]
}

function signsOfLanes({ day, lasted, doubt, undated }: StoryFacts['kindCounts']): readonly SignName[] {
  const signs = [
    [day, 'report'],
    [lasted, 'lasted'],
    [doubt, 'range'],
    [undated, 'undated'],
  ] as const
  return signs.flatMap(([count, sign]) => (count > 0 ? [sign] : []))
}
