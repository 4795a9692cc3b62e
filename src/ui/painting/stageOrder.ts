/** What the painter of a stage is told. */
import type { StageContent } from '../../core/marks/stageLines.ts'
import type { StageView } from '../../core/marks/stage.ts'
import type { StageWords } from '../../core/marks/stageWords.ts'

/** How a path looks, as the page's styles have it. */
export interface PathLook {
  readonly name: string
  /** Where its px 0 lies, px from the top left of the window; `leftPx` null: it moves with the stage. */
  readonly topPx: number
  readonly leftPx: number | null
  /** Colours as CSS writes them; null: none. */
  readonly fill: string | null
  readonly stroke: string | null
  readonly strokePx: number
  readonly dashPx: readonly number[]
  readonly cap: CanvasLineCap
  readonly join: CanvasLineJoin
  readonly opacity: number
}

/** How a text looks. */
export interface TextLook {
  /** As a canvas takes it. */
  readonly font: string
  readonly color: string
  /** From where its box begins to its first letter. */
  readonly insetPx: number
  /** From the top of what it stands in; of a number in a box, from the middle of that. */
  readonly baselinePx: number
}

/** How a label looks, all px from its top. */
export interface LabelLook {
  readonly date: TextLook
  readonly title: TextLook
  readonly mayMatch: TextLook
  /** Colour of the sign, and where it begins. */
  readonly standing: string
  readonly standingTopPx: number
  /** From where it was placed to its top. */
  readonly topPx: number
  readonly heightPx: number
}

type LabelState = 'plain' | 'selected' | 'possible'

/** All that a picture of the stage needs besides what stands on it; of this theme, with the colours the system may force. */
export interface StageLooks {
  /** Back to front. */
  readonly paths: readonly PathLook[]
  readonly labels: Readonly<Record<'beside' | 'above', Readonly<Record<LabelState, LabelLook>>>>
  readonly period: TextLook
  readonly part: TextLook
  readonly noteLead: TextLook
  readonly noteRest: TextLook
  readonly noteLinePx: number
  readonly count: TextLook
  readonly colors: Readonly<Record<'paper' | 'wash' | 'rule' | 'accent', string>>
  readonly language: string
}

/** A rule @font-face, with addresses that hold anywhere. */
export interface FontRule {
  readonly family: string
  readonly source: string
  readonly descriptors: FontFaceDescriptors
}

/** Of the canvas. */
export interface CanvasSize {
  /** CSS px. */
  readonly widthPx: number
  readonly heightPx: number
  /** Pixels of the screen in one of them. */
  readonly density: number
}

export type StageOrder =
  | { readonly kind: 'fonts'; readonly fonts: readonly FontRule[] }
  | { readonly kind: 'looks'; readonly looks: StageLooks }
  | {
      readonly kind: 'stage'
      readonly content: StageContent
      readonly words: StageWords
      readonly size: CanvasSize
    }
  /** To be painted; a ticket that is not null is given back when it has been, in the fonts of the page. */
  | { readonly kind: 'view'; readonly view: StageView; readonly ticket: number | null }
