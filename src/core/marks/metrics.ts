/** How much room does each part of the drawing take? One table for each width of screen, all in CSS px. */
import type { Px } from '../time/units.ts'

export interface LayoutMetrics {
  /** Where the lane's name stands: in a gutter at its left, or on a line above it. */
  readonly heading: 'side' | 'above'
  /** Height of that line; 0 with a gutter. */
  readonly headingPx: Px
  /**
   * One row of the lane of known days; at least 24, the smallest target (WCAG 2.2, 2.5.8). As high as that of a range
   * it has room for the label above its sign.
   */
  readonly dayRowPx: Px
  /** One row of a lane with the label above its sign. */
  readonly rangeRowPx: Px
  readonly undatedRowPx: Px
  readonly lanePaddingPx: Px
  /** Room below a lane's name for its counts, so that one row does not squeeze them. */
  readonly minLanePx: Px
  readonly titleForm: 'full' | 'short'
  readonly maxRows: number
  /** Rows of each dated lane where a story is drawn in blocks (layOutBlocks.ts): so many on every screenful. */
  readonly blockRows: Readonly<Record<'day' | 'lasted' | 'doubt', number>>
}

/** Below this width of the drawing itself labels start from their short titles. */
const SHORT_TITLES_PX: Px = 560

/**
 * Rows beyond this become clusters: eight labels are what an eye still reads as one group.
 * The look's rule 7.
 */
const MAX_ROWS = 8

export interface Surroundings {
  /**
   * Decided by the screen, never by the drawing's own width: with a gutter the drawing is narrower, which could take
   * the gutter away again, for ever.
   */
  readonly heading: LayoutMetrics['heading']
  /** Little height, or an event open beside it. */
  readonly isCompact: boolean
}

/** @param widthPx of the drawing, gutter not counted */
export function metricsFor(widthPx: Px, { heading, isCompact }: Surroundings): LayoutMetrics {
  const isAbove = heading === 'above'
  return {
    heading,
    headingPx: isAbove ? 26 : 0,
    dayRowPx: isAbove ? 27 : isCompact ? 24 : 27,
    rangeRowPx: isAbove ? 38 : isCompact ? 34 : 36,
    undatedRowPx: 46,
    lanePaddingPx: isAbove ? 4 : 7,
    minLanePx: isAbove ? 0 : 46,
    titleForm: widthPx < SHORT_TITLES_PX ? 'short' : 'full',
    maxRows: MAX_ROWS,
    blockRows: isCompact || isAbove ? { day: 3, lasted: 2, doubt: 2 } : { day: 6, lasted: 3, doubt: 3 },
  }
}

/** Whether labels of known days stand above their signs, not beside them. */
export function isLabelAbove({ dayRowPx, rangeRowPx }: LayoutMetrics): boolean {
  return dayRowPx >= rangeRowPx
}

/** From the top edge of a row of known days to the line of its signs. */
export function daySignPx(metrics: LayoutMetrics): Px {
  return isLabelAbove(metrics) ? metrics.dayRowPx - 8 : Math.floor(metrics.dayRowPx / 2)
}

/** Distances inside a label and between labels (the look's rules 1 and 5). */
export const LABEL = {
  /** From the middle of a disc to its label. */
  afterDiscPx: 12,
  /** Standing sign with the space after it. */
  standingPx: 17,
  /** Between the date and the standing sign. */
  afterDatePx: 7,
  /** Clear space between two labels of one row. */
  gapPx: 14,
  /** Neighbours nearer than this stand on a stair. */
  stairPx: 48,
  /** From the start of a range to the label over it. */
  insetPx: 9,
  /** Labels end this far before the line of a root. */
  beforeRootPx: 12,
} as const
