/** Which event does a key lead to? */
import type { EventRow } from '../indexing/eventIndex.ts'
import { howKnownKinds } from '../time/howKnown.ts'
import type { PlacedMark } from './placedMark.ts'

/** The next (+1) or previous (-1) shown event in reading order; null at the end. @param shown ascending rows */
export function findNextRow(shown: readonly EventRow[], from: EventRow, step: 1 | -1): EventRow | null {
  return (step === 1 ? shown.find((row) => row > from) : shown.findLast((row) => row < from)) ?? null
}

/** The event of the next lane below (+1) or above (-1) whose sign stands nearest; null beyond the last lane. */
export function findInNextLane(marks: readonly PlacedMark[], from: EventRow, step: 1 | -1): EventRow | null {
  const start = marks.find((mark) => mark.row === from)
  if (start === undefined) return null
  const middleOf = (mark: PlacedMark): number => mark.box.x + mark.box.width / 2
  const startIndex = howKnownKinds.indexOf(start.lane)
  for (let i = startIndex + step; i >= 0 && i < howKnownKinds.length; i += step) {
    const inLane = marks.filter((mark) => mark.lane === howKnownKinds[i] && !mark.isGhost)
    if (inLane.length === 0) continue
    const distance = (mark: PlacedMark): number => Math.abs(middleOf(mark) - middleOf(start))
    return inLane.reduce((best, mark) => (distance(mark) < distance(best) ? mark : best)).row
  }
  return null
}
