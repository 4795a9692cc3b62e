/** What is one card? All that its picture depends on, as plain data: it is sent to workers and is the cache's key. */
import type { PlacedOverview } from '../../core/marks/placeOverview.ts'
import type { SignPart } from '../../core/marks/signPart.ts'
import type { CardWords } from '../../core/publishing/cardWords.ts'
import type { AxisTick } from '../../core/time/axisTicks.ts'
import type { Px } from '../../core/time/units.ts'

/** What services that show previews ask for. */
export const CARD_WIDTH_PX = 1200
export const CARD_HEIGHT_PX = 630
/** At either side, and between them. */
export const MARGIN_PX = 64
export const ROOM_PX = CARD_WIDTH_PX - 2 * MARGIN_PX

/** Signs of the timeline are this much larger on a card, so that they are seen where it is shown at a quarter. */
export const SIGN_SCALE = 2.5
/** In px of the timeline's signs. */
export const STRIP_WIDTH_PX = ROOM_PX / SIGN_SCALE

export interface Card {
  /** A language tag: that in which the story is written, or the source. */
  readonly language: string
  readonly words: Omit<CardWords, 'alt'>
  readonly strip: CardStrip
}

/** The story's time from end to end, in px of the timeline's signs (see SIGN_SCALE). */
export interface CardStrip {
  readonly widthPx: Px
  /** Lines at the beginning of periods, with their names. */
  readonly ticks: readonly Pick<AxisTick, 'x' | 'label' | 'isCut'>[]
  /** What the card is about; the whole story has no sign of its own. */
  readonly sign: readonly SignPart[]
  /** The sign has no place in time. */
  readonly isUndated: boolean
  /** The events of the story: for its own card all there is, for others only their known days. */
  readonly overview: PlacedOverview
}
