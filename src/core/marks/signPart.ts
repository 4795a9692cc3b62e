/**
 * Of which parts is a date sign made?
 * The parts come from type: a solid is a fact, a row of leader dots is doubt, a square bracket is a stated
 * limit, a round one a limit that nobody stated (as in the notation of intervals).
 * Every x is in px; every part is centred on the sign's own line, y = 0. Radii, pitch and brackets keep their
 * size at every zoom.
 */
import type { Px } from '../time/units.ts'

export type Side = 'left' | 'right'

export type SignPart =
  /** On this day: the only solid round sign. */
  | { readonly kind: 'disc'; readonly x: Px }
  /** About this day: a hollow ring between falling dots. */
  | { readonly kind: 'about'; readonly x: Px }
  /** Doubt: one day somewhere in the row. All dots are one size, so that no day looks likelier than another. */
  | { readonly kind: 'leaders'; readonly x1: Px; readonly x2: Px }
  /** A limit. Square: a source states it. Round: worked out or estimated, nobody states it. */
  | { readonly kind: 'bracket'; readonly x: Px; readonly side: Side; readonly shape: 'square' | 'round' }
  /** No limit on this side: the row runs out of the window. */
  | { readonly kind: 'chevron'; readonly x: Px; readonly side: Side }
  /** All of this time. */
  | { readonly kind: 'rule'; readonly x1: Px; readonly x2: Px }
  /** Still so: at the window's edge at every zoom. */
  | { readonly kind: 'arrow'; readonly x: Px; readonly side: Side }
  /** It ended (or began), nobody says when: the rule breaks up, always over 69 px, so its end is no date. */
  | { readonly kind: 'pieces'; readonly x: Px; readonly side: Side; readonly widthPx: Px }
  /** No date; a chevron on the left says after something, on the right before something. */
  | { readonly kind: 'undated'; readonly x: Px; readonly isAfter: boolean; readonly isBefore: boolean }
  /** The day of the report. */
  | { readonly kind: 'sheet'; readonly x: Px }
  /** From the event to its report. */
  | { readonly kind: 'lag'; readonly x1: Px; readonly x2: Px }
  /** All the time that another account's date may mean, under the sign. */
  | {
      readonly kind: 'other'
      readonly x1: Px
      readonly x2: Px
      readonly hasStart: boolean
      readonly hasEnd: boolean
      readonly isLower: boolean
    }
  /** A ring round the disc of a report to which several events go back. */
  | { readonly kind: 'root'; readonly x: Px }

/** From the middle of `about` to its last dot, px. */
export const ABOUT_PX: Px = 20
/** Length of `pieces`, px: 16, 10, 7, 5, 3 with gaps of 4, 6, 8, 10. */
export const PIECES_PX: Px = 69
/** Distance of leader dots before it is fitted to the length, px. */
export const LEADER_PITCH_PX: Px = 7
/** A range narrower than this shows its brackets only, px. */
export const BRACKETS_ONLY_PX: Px = 24
