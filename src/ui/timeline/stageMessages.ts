/** What page and painter tell each other. */
import type { StageContent } from '../../core/marks/stageLines.ts'
import type { StageView } from '../../core/marks/stage.ts'
import type { StageShift } from '../../core/marks/stageShift.ts'

/** How a path looks, as the page's styles have it. */
export interface PathLook {
  readonly name: string
  /** Where its px 0 lies, px below the top of the stage. */
  readonly topPx: number
  /** Colours as CSS writes them; null: none. */
  readonly fill: string | null
  /** What is under it is not seen: it is cut out rather than filled. */
  readonly isHole: boolean
  readonly stroke: string | null
  readonly strokePx: number
  readonly dashPx: readonly number[]
  readonly cap: CanvasLineCap
  readonly join: CanvasLineJoin
  readonly opacity: number
}

/** A rectangle in which no line is seen, since something on the stage has a ground of its own; px of the stage. */
export interface Hole {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly shift: StageShift
}

/** Of the canvas. */
export interface CanvasSize {
  /** CSS px. */
  readonly widthPx: number
  readonly heightPx: number
  /** Pixels of the screen in one of them. */
  readonly density: number
}

export type PainterOrder =
  | { readonly kind: 'canvas'; readonly canvas: OffscreenCanvas }
  /** Back to front. */
  | { readonly kind: 'looks'; readonly looks: readonly PathLook[] }
  | {
      readonly kind: 'stage'
      readonly content: StageContent
      readonly holes: readonly Hole[]
      readonly size: CanvasSize
    }
  /** To be painted; a ticket that is not null is given back when it has been. */
  | { readonly kind: 'view'; readonly view: StageView; readonly ticket: number | null }

/** The ticket of what has been painted. */
export type PainterAnswer = number
