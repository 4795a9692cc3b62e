/**
 * What does the sign of a standing look like? A letter of 12 by 12 px, as texts of paths, so that page and canvas draw
 * the same.
 */
import type { StandingKind } from '../story/story.ts'
import type { Px } from '../time/units.ts'

export interface StandingShape {
  readonly path: string
  /** Width of the line; null: it is filled. */
  readonly strokePx: Px | null
}

/** Of the square in which it is drawn. */
export const STANDING_PX: Px = 12

const fill = (path: string): StandingShape => ({ path, strokePx: null })
const line = (strokePx: Px, path: string): StandingShape => ({ path, strokePx })
const dot = (x: Px, y: Px, r: Px): string =>
  `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`

/** Back to front. */
export const standingShapes: Readonly<Record<StandingKind, readonly StandingShape[]>> = {
  reported: [
    fill(
      'M4.9,2.2C2.6,3 1,4.9 1,7.3C1,8.9 1.9,9.9 3.2,9.9C4.4,9.9 5.2,9.1 5.2,8C5.2,6.9 4.4,6.2 3.4,6.2C3.2,6.2 3,6.2 2.9,6.3C3.1,5.1 4,3.9 5.4,3.2ZM10.5,2.2C8.2,3 6.6,4.9 6.6,7.3C6.6,8.9 7.5,9.9 8.8,9.9C10,9.9 10.8,9.1 10.8,8C10.8,6.9 10,6.2 9,6.2C8.8,6.2 8.6,6.2 8.5,6.3C8.7,5.1 9.6,3.9 11,3.2Z',
    ),
  ],
  confirmed: [line(2, 'M1.5,6.5L4.7,9.7L10.7,2.3')],
  denied: [line(2, 'M2,2L10,10M10,2L2,10')],
  disputed: [line(1.6, 'M1.2,4.2H10.8M1.2,7.8H10.8M8,1L4,11')],
  declined: [line(1.3, 'M3.2,1.6H1.4V10.4H3.2M8.8,1.6H10.6V10.4H8.8'), line(2, 'M3.8,6H8.2')],
  alleged: [
    line(1.9, 'M3.2,3.9C3.3,2.4 4.4,1.5 6,1.5C7.7,1.5 8.9,2.5 8.9,3.9C8.9,5.9 6,5.8 6,7.9'),
    fill(dot(6, 10.6, 1.15)),
  ],
  inferred: [fill(dot(6, 2.8, 1.55) + dot(2.4, 9, 1.55) + dot(9.6, 9, 1.55))],
}
