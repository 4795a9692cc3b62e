/**
 * Which dots of a row are on screen?
 * A row may begin a million px to the left; only its visible dots are drawn, and each of them stays where it is
 * in the row, so that dots travel with the time under them.
 */
import type { Px } from '../time/units.ts'
import { LEADER_PITCH_PX, type SignPart } from './signPart.ts'

export interface LeaderDots {
  /** Middle of the first and of the last dot drawn. */
  readonly x1: Px
  readonly x2: Px
  /** Distance between two dots. */
  readonly pitchPx: Px
}

/**
 * The pitch is fitted so that a dot stands at either end; null where no dot is on screen.
 * @param leaders middles of the first and last dot of the whole row, x1 <= x2
 * @param rightPx the screen ends here; @param leftPx and begins here
 */
export function clipLeaders(
  leaders: { readonly x1: Px; readonly x2: Px },
  rightPx: Px,
  leftPx: Px = 0,
): LeaderDots | null {
  const lengthPx = leaders.x2 - leaders.x1
  const steps = Math.max(1, Math.round(lengthPx / LEADER_PITCH_PX))
  const pitchPx = lengthPx > 0 ? lengthPx / steps : LEADER_PITCH_PX
  const first = Math.max(0, Math.ceil((leftPx - leaders.x1) / pitchPx))
  const last = Math.min(lengthPx > 0 ? steps : 0, Math.floor((rightPx - leaders.x1) / pitchPx))
  if (first > last) return null
  // A hair beyond the last dot, so that rounding cannot lose it.
  return { x1: leaders.x1 + first * pitchPx, x2: leaders.x1 + last * pitchPx + 0.01, pitchPx }
}

/** The row without what is outside, so that its other dots stay where they are; empty where none are left. */
export function cutLeaders(
  leaders: { readonly x1: Px; readonly x2: Px },
  rightPx: Px,
  leftPx: Px = -Infinity,
): readonly SignPart[] {
  const dots = clipLeaders(leaders, rightPx, leftPx)
  return dots === null ? [] : [{ kind: 'leaders', x1: dots.x1, x2: dots.x2 }]
}
