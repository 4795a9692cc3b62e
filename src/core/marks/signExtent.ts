/** How far does a sign reach? Its parts' own sizes included. */
import type { Px } from '../time/units.ts'
import { ABOUT_PX, type SignPart } from './signPart.ts'

/** From the leftmost to the rightmost ink, px; [NaN, NaN] for no parts. */
export function signExtentPx(parts: readonly SignPart[]): readonly [Px, Px] {
  let left = Infinity
  let right = -Infinity
  for (const part of parts) {
    const [from, to] = partExtentPx(part)
    left = Math.min(left, from)
    right = Math.max(right, to)
  }
  return left <= right ? [left, right] : [NaN, NaN]
}

function partExtentPx(part: SignPart): readonly [Px, Px] {
  switch (part.kind) {
    case 'disc':
    case 'sheet':
      return [part.x - 5, part.x + 5]
    case 'about':
      return [part.x - ABOUT_PX, part.x + ABOUT_PX]
    case 'root':
      return [part.x - 8, part.x + 8]
    case 'undated':
      return [part.x - 12, part.x + 12]
    case 'leaders':
    case 'rule':
    case 'lag':
    case 'other':
      return [part.x1, part.x2]
    case 'pieces':
      return part.side === 'right' ? [part.x, part.x + part.widthPx] : [part.x - part.widthPx, part.x]
    case 'bracket':
    case 'chevron':
    case 'arrow':
      return [part.x - 2, part.x + 2]
  }
}
