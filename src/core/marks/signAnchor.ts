/** Where does a line meet a sign that runs to it from the axis, or from the same event's mark in another lane? */
import type { Px } from '../time/units.ts'
import { signExtentPx } from './signExtent.ts'
import type { SignPart } from './signPart.ts'

/**
 * At the middle of its day, as the day's tick under the axis; else at its first end, px.
 * What has no first end keeps to the window's edge there: its other end has a moment. NaN for no parts.
 */
export function anchorOf(sign: readonly SignPart[]): Px {
  const day = sign.find(({ kind }) => kind === 'disc' || kind === 'about')
  if (day !== undefined && 'x' in day) return day.x
  const [left, right] = signExtentPx(sign)
  return sign.some((part) => part.kind === 'chevron' && part.side === 'left') ? right : left
}
