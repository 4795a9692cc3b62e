/** Where does a line meet a sign that runs to it from the axis, or from the same event's mark in another lane? */
import type { Px } from '../time/units.ts'
import { signExtentPx } from './signExtent.ts'
import type { SignPart } from './signPart.ts'

/**
 * At the middle of its day, as the day's tick under the axis, which by report is that of the sheet from which the rest
 * hangs; else at its first end, px. What has no first end keeps to the window's edge there: its other end has a moment.
 * NaN for no parts.
 */
export function anchorOf(sign: readonly SignPart[]): Px {
  const [first] = sign
  if (first?.kind === 'sheet') return first.x
  for (const part of sign) if (part.kind === 'disc' || part.kind === 'about') return part.x
  const [left, right] = signExtentPx(sign)
  return sign.some((part) => part.kind === 'chevron' && part.side === 'left') ? right : left
}
