/**
 * How does the whole story look in a strip 26 px high?
 * Known days hang as ticks from the top, what lasted are lines, doubt is dotted; all on one fixed scale.
 */
import type { EventIndex } from '../indexing/eventIndex.ts'
import type { Matches } from '../indexing/findMatches.ts'
import { MATCH } from '../indexing/matchDate.ts'
import type { Story } from '../story/story.ts'
import { howKnown } from '../time/howKnown.ts'
import type { TimeScale } from '../time/timeScale.ts'
import type { Px } from '../time/units.ts'

export interface OverviewStroke {
  readonly x1: Px
  readonly x2: Px
  readonly y: Px
}

export interface PlacedOverview {
  readonly days: readonly Px[]
  readonly lasted: readonly OverviewStroke[]
  readonly doubt: readonly OverviewStroke[]
}

/** Lines of doubt are stacked in so many rows, then begin anew. */
const DOUBT_ROWS = 4

/** One tick for each px at most: what is drawn is bounded by the strip. */
export function placeOverview(
  story: Story,
  index: EventIndex,
  matches: Matches,
  scale: TimeScale,
): PlacedOverview {
  const days = new Set<Px>()
  const lasted: OverviewStroke[] = []
  const doubt = new Map<string, OverviewStroke>()
  story.events.forEach((event, row) => {
    if (matches[row] === MATCH.none || event.when === null) return
    const x1 = Math.max(0, scale.timeToPx(index.startMs[row] ?? -Infinity))
    const x2 = Math.min(scale.widthPx, scale.timeToPx(index.endMs[row] ?? Infinity))
    switch (howKnown(event.when.date)) {
      case 'day':
        days.add(Math.round((x1 + x2) / 2))
        break
      case 'lasted': {
        const date = event.when.date
        const isBroken = date.kind === 'span' && date.end.kind === 'unknown'
        lasted.push({ x1, x2: isBroken ? Math.min(x2, x1 + 14) : x2, y: 11 + 3.5 * (lasted.length % 2) })
        break
      }
      default: {
        const key = `${Math.round(x1)}-${Math.round(x2)}`
        if (!doubt.has(key)) doubt.set(key, { x1, x2, y: 17.5 + 3 * (doubt.size % DOUBT_ROWS) })
      }
    }
  })
  return { days: [...days], lasted, doubt: [...doubt.values()] }
}
