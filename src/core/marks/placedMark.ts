/** What has its place in pixels, and no colour yet. */
import type { EventRow } from '../indexing/eventIndex.ts'
import type { HowKnown } from '../time/howKnown.ts'
import type { Px } from '../time/units.ts'
import type { LaidCluster } from './laneLayout.ts'
import type { LaneName } from './laneName.ts'
import type { SignPart } from './signPart.ts'

export interface PlacedLabel {
  readonly x: Px
  /** Middle of the line of text. */
  readonly y: Px
  /** Where it would begin if nothing pushed it into the window. */
  readonly homeX: Px
  /** What it takes, px. */
  readonly widthPx: Px
  /** The words may take this much; longer ones end in an ellipsis. */
  readonly maxPx: Px
  readonly form: 'full' | 'short'
  /** On which side of its disc it stands; ranges carry theirs above. */
  readonly side: 'right' | 'left' | 'above'
}

/** A rectangle in px from the top left of the lanes. */
export interface Box {
  readonly x: Px
  readonly y: Px
  readonly width: Px
  readonly height: Px
}

export interface PlacedMark {
  readonly row: EventRow
  /** How its date is known, whatever the lanes are by. */
  readonly kind: HowKnown
  readonly lane: LaneName
  /** The event stands in a lane above too, in which its button is. */
  readonly isTwin: boolean
  /** The line on which every part of the sign is centred. */
  readonly y: Px
  readonly sign: readonly SignPart[]
  /** null: filtered out. */
  readonly label: PlacedLabel | null
  /** Label and sign together, cut at the window: what is pressed and what the focus ring surrounds. */
  readonly box: Box
  /** The row's whole band, for the wash behind a selected event. */
  readonly band: { readonly y: Px; readonly height: Px }
  /** Filtered out; drawn as a hairline. */
  readonly isGhost: boolean
  /** Only possibly in the filter's range of dates. */
  readonly isPossible: boolean
}

/** Events that have no row of their own, counted over the dates they hold. */
export interface PlacedCluster extends LaidCluster {
  readonly y: Px
  readonly box: Box
}

/** Bars that say how many events begin when, where none is drawn on its own; by time. */
export interface PlacedDensity {
  readonly lane: LaneName
  /** Foot of the bars. */
  readonly y: Px
  readonly bars: readonly { readonly x: Px; readonly width: Px; readonly height: Px }[]
}

/** The line through the sheets that go back to one report. */
export interface PlacedRoot {
  readonly row: EventRow
  /** Events that go back to it and pass the filter, wherever the window is. */
  readonly count: number
  readonly x: Px
  readonly y1: Px
  readonly y2: Px
  /** Where its note stands, right of the line below the labels of the day lane; null: no room. */
  readonly note: { readonly x: Px; readonly y: Px; readonly maxPx: Px } | null
}

export interface PlacedTimeline {
  readonly marks: readonly PlacedMark[]
  readonly clusters: readonly PlacedCluster[]
  readonly densities: readonly PlacedDensity[]
  readonly roots: readonly PlacedRoot[]
}
