/** What does the timeline write beside a sign, and how wide is it? Words and widths come from outside. */
import type { Px } from '../time/units.ts'

export interface EventLabel {
  /** Day in figures, for signs that stand on one; empty for others. */
  readonly date: string
  readonly full: string
  readonly short: string
  /** Second line of an undated event: what it comes before or after; empty for dated ones. */
  readonly order: string
  readonly datePx: Px
  readonly fullPx: Px
  readonly shortPx: Px
  readonly orderPx: Px
}

/** Width of the whole label in one form, standing sign and date included. */
export function labelWidthPx(label: EventLabel, form: 'full' | 'short'): Px {
  const titlePx = form === 'full' ? label.fullPx : label.shortPx
  return (label.datePx > 0 ? label.datePx + 7 : 0) + 17 + titlePx
}
