/** A picture of the drawing on a page that is printed: the same pieces as in an SVG file, on white. */
import type { ReactElement } from 'react'
import { fontFamilies, type Picture, type Piece } from '../../core/exporting/picture.ts'
import { colors } from '../../core/exporting/pictureLooks.ts'

export function PictureShape({ picture }: { readonly picture: Picture }): ReactElement {
  const { widthPx, heightPx, description, pieces } = picture
  return (
    <svg className="print-picture" viewBox={`0 0 ${widthPx} ${heightPx}`} role="img" aria-label={description}>
      <Pieces pieces={pieces} />
    </svg>
  )
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }): ReactElement {
  return (
    <>
      {pieces.map((piece, i) => (
        <PieceShape key={i} piece={piece} />
      ))}
    </>
  )
}

function PieceShape({ piece }: { readonly piece: Piece }): ReactElement {
  switch (piece.kind) {
    case 'box': {
      const { x, y, width, height, fill } = piece
      return <rect {...{ x, y, width, height }} fill={onWhite(fill)} />
    }
    case 'path': {
      const { fill, stroke, strokePx, hasRoundEnds, dashPx, opacity } = piece.look
      return (
        <path
          d={piece.path}
          transform={`translate(${piece.x},${piece.y})`}
          fill={fill === null ? 'none' : onWhite(fill)}
          stroke={stroke ?? undefined}
          strokeWidth={strokePx}
          strokeLinecap={hasRoundEnds ? 'round' : undefined}
          strokeDasharray={dashPx.length === 0 ? undefined : dashPx.join(' ')}
          opacity={opacity}
        />
      )
    }
    case 'text': {
      const { x, y, text, isRightToLeft, look } = piece
      return (
        <text
          {...{ x, y }}
          fill={look.fill}
          fontFamily={fontFamilies[look.family].join(', ')}
          fontSize={look.sizePx}
          fontWeight={look.weight}
          fontStyle={look.isItalic ? 'italic' : undefined}
          direction={isRightToLeft ? 'rtl' : undefined}
          textAnchor={isRightToLeft ? 'end' : undefined}
        >
          {text}
        </text>
      )
    }
    case 'frame': {
      const { x, y, width, height, pieces } = piece
      return (
        <svg {...{ x, y, width, height }}>
          <Pieces pieces={pieces} />
        </svg>
      )
    }
  }
}

/** The paper is white already. */
function onWhite(fill: string): string {
  return fill === colors.paper ? '#fff' : fill
}
