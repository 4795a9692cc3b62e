/** How far is something moved from where it was placed, while its stage is stretched and the window moves over it? */
import type { Px } from '../time/units.ts'
import { pinLabel } from './pinLabel.ts'
import type { PlacedLabel } from './placedMark.ts'
import type { StageView } from './stage.ts'

/** Plain data, which can be handed to a worker. */
export type StageShift =
  /** With its moment, which was placed at `x`. */
  | { readonly kind: 'time'; readonly x: Px }
  /** With the window's left edge, which was at `leftPx`. */
  | { readonly kind: 'edge'; readonly leftPx: Px }
  /** With its range, as long as that is in view. */
  | {
      readonly kind: 'pinned'
      readonly label: Pick<PlacedLabel, 'x' | 'homeX' | 'widthPx'>
      readonly endPx: Px
      readonly insetPx: Px
    }
  /** With its first moment, then with the window's left edge, out of which it goes where the next one leaves no room. */
  | { readonly kind: 'period'; readonly x: Px; readonly nextX: Px; readonly widthPx: Px }

/** @returns px of the stretched stage */
export function shiftPx(shift: StageShift, view: StageView): Px {
  const { stretch, leftPx } = view
  switch (shift.kind) {
    case 'time':
      return shift.x * (stretch - 1)
    case 'edge':
      return leftPx - shift.leftPx
    case 'pinned':
      return pinLabel(shift.label, shift.endPx, shift.insetPx, view) - shift.label.x
    case 'period': {
      const startPx = shift.x * stretch
      const latestPx = shift.nextX * stretch - shift.widthPx
      // Out of view it stays where it is, whatever the window does.
      return (leftPx <= startPx ? startPx : leftPx <= latestPx ? leftPx : latestPx - shift.widthPx) - shift.x
    }
  }
}
