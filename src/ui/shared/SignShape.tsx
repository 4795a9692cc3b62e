/** Draws the parts of a date sign as SVG, around the line y = 0. Decoration: the words stand elsewhere. */
import type { ReactElement } from 'react'
import { PIECES_PX, type SignPart } from '../../core/marks/signPart.ts'
import { clipLeaders } from '../../core/marks/clipLeaders.ts'

interface SignShapeProps {
  readonly parts: readonly SignPart[]
  /** Leaders are drawn only between 0 and this. */
  readonly widthPx: number
}

export function SignShape({ parts, widthPx }: SignShapeProps): ReactElement {
  return (
    <>
      {parts.map((part, i) => (
        <Part key={`${part.kind}-${i}`} part={part} widthPx={widthPx} />
      ))}
    </>
  )
}

function Part({ part, widthPx }: { readonly part: SignPart; readonly widthPx: number }): ReactElement | null {
  switch (part.kind) {
    case 'disc':
      return <circle className="sign-fill" cx={part.x} cy={0} r={5} />
    case 'root':
      return <circle className="sign-line" cx={part.x} cy={0} r={8} strokeWidth={1} />
    case 'about':
      return (
        <g>
          <circle className="sign-line" cx={part.x} cy={0} r={4.4} strokeWidth={1.8} />
          {[-1, 1].flatMap((side) =>
            [
              [9.5, 1.7],
              [14, 1.25],
              [18, 0.8],
            ].map(([away = 0, r = 0]) => (
              <circle key={`${side}${away}`} className="sign-fill" cx={part.x + side * away} cy={0} r={r} />
            )),
          )}
        </g>
      )
    case 'leaders': {
      const dots = clipLeaders(part, widthPx)
      if (dots === null) return null
      return (
        <line
          className="sign-dots"
          x1={dots.x1}
          x2={dots.x2}
          y1={0}
          y2={0}
          strokeDasharray={`0 ${dots.pitchPx}`}
          strokeWidth={3}
        />
      )
    }
    case 'bracket':
      return (
        <path className="sign-line" strokeWidth={part.shape === 'square' ? 2 : 1.6} d={bracketPath(part)} />
      )
    case 'chevron': {
      const d = part.side === 'left' ? 'M5,-4 L1,0 L5,4' : 'M-5,-4 L-1,0 L-5,4'
      return <path className="sign-line" strokeWidth={1.6} d={d} transform={`translate(${part.x})`} />
    }
    case 'rule':
      return (
        <rect className="sign-fill" x={part.x1} y={-2.5} width={Math.max(0, part.x2 - part.x1)} height={5} />
      )
    case 'arrow': {
      const d = part.side === 'right' ? 'M-9,-6.5 L0,0 L-9,6.5 Z' : 'M9,-6.5 L0,0 L9,6.5 Z'
      return <path className="sign-fill" d={d} transform={`translate(${part.x})`} />
    }
    case 'pieces': {
      const stretch = (part.widthPx / PIECES_PX) * (part.side === 'right' ? 1 : -1)
      return (
        <path
          className="sign-fill"
          transform={`translate(${part.x}) scale(${stretch},1)`}
          d="M0,-2.5h16v5h-16z M20,-2.5h10v5h-10z M36,-2.5h7v5h-7z M51,-2.5h5v5h-5z M66,-2.5h3v5h-3z"
        />
      )
    }
    case 'undated':
      return (
        <g transform={`translate(${part.x})`}>
          <circle className="sign-line" r={4.6} strokeWidth={1.8} strokeDasharray="3.6 2.2" />
          {part.isAfter && <path className="sign-line" strokeWidth={1.6} d="M-12,-4 L-8,0 L-12,4" />}
          {part.isBefore && <path className="sign-line" strokeWidth={1.6} d="M8,-4 L12,0 L8,4" />}
        </g>
      )
    case 'sheet':
      return (
        <path
          className="sign-sheet"
          strokeWidth={1.5}
          transform={`translate(${part.x})`}
          d="M-4.5,-6 H1.5 L4.5,-3 V6 H-4.5 Z M-2,-0.5 H2 M-2,2.5 H2"
        />
      )
    case 'other': {
      const deepPx = part.isLower ? 5 : 2.5
      const start = part.hasStart ? `6 v${deepPx}` : 6 + deepPx
      const d = `M${part.x1},${start} H${part.x2}${part.hasEnd ? ` v${-deepPx}` : ''}`
      return <path className="sign-line" strokeWidth={1} d={d} />
    }
    case 'lag':
      return <line className="sign-lag" x1={part.x1} x2={part.x2} y1={0} y2={0} />
  }
}

/** Square as [ and ], round as ( and ): 12 high, 3.5 deep. */
function bracketPath({
  x,
  side,
  shape,
}: {
  x: number
  side: 'left' | 'right'
  shape: 'square' | 'round'
}): string {
  const inward = side === 'left' ? 3.5 : -3.5
  const edge = side === 'left' ? x + 1 : x - 1
  return shape === 'square'
    ? `M${edge + inward},-6 H${edge} V6 H${edge + inward}`
    : `M${edge + inward},-6.5 Q${edge - inward * 0.5},0 ${edge + inward},6.5`
}
