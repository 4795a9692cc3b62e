/** How does a date sign look in a line of text? The same parts, fitted to a fixed width. */
import type { EventDate, Relation } from '../story/story.ts'
import { outerExtent, type Extent } from '../time/fuzzyDate.ts'
import { buildTimeScale, type TimeScale } from '../time/timeScale.ts'
import { DAY_MS, type Px } from '../time/units.ts'
import { placeSign } from './placeSign.ts'
import { placeUndatedSign } from './placeUndatedSign.ts'
import type { SignPart } from './signPart.ts'

/** @param widthPx 12 to 60; @param relations decide the chevrons of an undated event */
export function placeTextSign(
  when: Pick<EventDate, 'date' | 'derived'> | null,
  relations: readonly Relation[],
  widthPx: Px,
): readonly SignPart[] {
  if (when === null) return [placeUndatedSign(13, relations)]
  const extent = outerExtent(when.date)
  const isDay = when.date.kind === 'moment' && extent.endMs - extent.startMs <= DAY_MS
  const scale = fitScale(extent, isDay ? Math.min(widthPx, isPlain(when) ? 14 : 40) : widthPx)
  return placeSign(when, scale).map((part) =>
    part.kind === 'pieces' ? { ...part, x: part.side === 'right' ? 0 : widthPx, widthPx } : part,
  )
}

function isPlain({ date }: Pick<EventDate, 'date'>): boolean {
  return !date.isApproximate && !date.isUncertain
}

/** The known bounds at the ends of the width; an unbounded side runs off the scale. */
function fitScale(extent: Extent, widthPx: Px): TimeScale {
  const hasStart = Number.isFinite(extent.startMs)
  const hasEnd = Number.isFinite(extent.endMs)
  if (hasStart && hasEnd) {
    const padMs = ((extent.endMs - extent.startMs) / widthPx) * 1
    return buildTimeScale({ startMs: extent.startMs - padMs, endMs: extent.endMs + padMs }, widthPx)
  }
  // One known bound: a month of its side, so that the sign has a length.
  const lengthMs = 30 * DAY_MS
  if (hasStart) return buildTimeScale({ startMs: extent.startMs, endMs: extent.startMs + lengthMs }, widthPx)
  if (hasEnd) return buildTimeScale({ startMs: extent.endMs - lengthMs, endMs: extent.endMs }, widthPx)
  return buildTimeScale({ startMs: 0, endMs: lengthMs }, widthPx)
}
