/**
 * What is a picture of the drawing made of? A few kinds of pieces, back to front, that can be written as SVG, painted on a
 * canvas or drawn on a page: whichever way, it is the same picture. In px; every text has passed visibleControls.ts.
 */
import type { Px } from '../time/units.ts'

export interface Picture {
  readonly widthPx: Px
  readonly heightPx: Px
  /** For who does not see it. */
  readonly title: string
  readonly description: string
  /** Of its titles. */
  readonly language: string
  readonly pieces: readonly Piece[]
}

export type Piece =
  | {
      readonly kind: 'box'
      readonly x: Px
      readonly y: Px
      readonly width: Px
      readonly height: Px
      readonly fill: string
    }
  | PathPiece
  | TextPiece
  /** What is in it begins at its corner, and is cut at its edges. */
  | {
      readonly kind: 'frame'
      readonly x: Px
      readonly y: Px
      readonly width: Px
      readonly height: Px
      readonly pieces: readonly Piece[]
    }

export interface PathPiece {
  readonly kind: 'path'
  readonly x: Px
  readonly y: Px
  /** As SVG writes paths, from x, y. */
  readonly path: string
  readonly look: PathLook
}

export interface PathLook {
  /** null: none. */
  readonly fill: string | null
  readonly stroke: string | null
  readonly strokePx: Px
  readonly hasRoundEnds: boolean
  /** Empty: one line. */
  readonly dashPx: readonly Px[]
  readonly opacity: number
}

export interface TextPiece {
  readonly kind: 'text'
  /** Left end of the text, whichever way it runs, and its baseline. */
  readonly x: Px
  readonly y: Px
  readonly text: string
  readonly isRightToLeft: boolean
  readonly look: TextLook
}

export interface TextLook {
  readonly family: 'serif' | 'sans'
  readonly sizePx: Px
  readonly weight: number
  readonly isItalic: boolean
  readonly fill: string
}

/** Our fonts, and what stands in where they are not. */
export const fontFamilies: Readonly<Record<TextLook['family'], readonly string[]>> = {
  serif: ['Newsreader', 'Georgia', 'Times New Roman', 'serif'],
  sans: ['Libre Franklin', 'Arial', 'Helvetica', 'sans-serif'],
}

/** All texts of some pieces, those in frames too. */
export function textsOf(pieces: readonly Piece[]): readonly TextPiece[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === 'frame') return textsOf(piece.pieces)
    return piece.kind === 'text' ? [piece] : []
  })
}
