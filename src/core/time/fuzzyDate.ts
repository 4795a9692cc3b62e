/**
 * What does a date say, and how well is it known?
 *
 * A date read from EDTF (ISO 8601-2, Extended Date/Time Format) is one of three things:
 *
 *   moment   ONE moment, somewhere inside `extents`        [ · · · · · ]
 *   all      EVERY one of `extents`                        ●   ●   ●
 *   span     it LASTED from `start` to `end`               ━━━━━━━━━━━
 *
 * The difference is the whole point of the product: "some day in April" is a moment with a wide extent and
 * is never drawn like a span that lasted all of April.
 */
import type { CivilMs } from './units.ts'

/** Half-open [startMs, endMs). `startMs` may be -Infinity, `endMs` +Infinity. */
export interface Extent {
  readonly startMs: CivilMs
  readonly endMs: CivilMs
}

/** How finely the date is written; for a set, its coarsest member. `other`: unspecified digits in no regular place. */
export type Precision =
  'second' | 'minute' | 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'millennium' | 'other'

interface Written {
  /** The text as the file has it. */
  readonly edtf: string
  /** EDTF conformance level the text needs. */
  readonly level: 0 | 1 | 2
  /** `~` or `%` anywhere: the date is an estimate. */
  readonly isApproximate: boolean
  /** `?` or `%` anywhere: the source of the date is doubted. */
  readonly isUncertain: boolean
}

export interface MomentDate extends Written {
  readonly kind: 'moment'
  /** Where it may lie: at least one, ascending, disjoint, not touching. Only the outermost ends may be infinite. */
  readonly extents: readonly Extent[]
  readonly precision: Precision
}

export interface AllDate extends Written {
  readonly kind: 'all'
  /** Every one of these: at least one, ascending, disjoint, not touching. */
  readonly extents: readonly Extent[]
  readonly precision: Precision
}

/** One end of a span: some moment; `open`: goes on (`..`); `unknown`: it ended, nobody says when (empty). */
export type SpanEnd =
  | { readonly kind: 'moment'; readonly moment: MomentDate }
  | { readonly kind: 'open' }
  | { readonly kind: 'unknown' }

export interface SpanDate extends Written {
  readonly kind: 'span'
  readonly start: SpanEnd
  readonly end: SpanEnd
}

export type FuzzyDate = MomentDate | AllDate | SpanDate

/** Smallest extent that holds all that the date may cover; infinite where the date has no bound. */
export function outerExtent(date: FuzzyDate): Extent {
  if (date.kind !== 'span') {
    return {
      startMs: date.extents[0]?.startMs ?? -Infinity,
      endMs: date.extents[date.extents.length - 1]?.endMs ?? Infinity,
    }
  }
  return {
    startMs: date.start.kind === 'moment' ? outerExtent(date.start.moment).startMs : -Infinity,
    endMs: date.end.kind === 'moment' ? outerExtent(date.end.moment).endMs : Infinity,
  }
}
