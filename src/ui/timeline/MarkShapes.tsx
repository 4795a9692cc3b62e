/** All shapes of the lanes: signs, lines of roots, boxes of clusters. Decoration, under the buttons. */
import type { ReactElement } from 'react'
import type { PlacedCluster, PlacedDensity, PlacedRoot } from '../../core/marks/placedMark.ts'
import type { StyledMark } from '../../core/marks/styleMarks.ts'
import { SignShape } from '../shared/SignShape.tsx'

interface MarkShapesProps {
  readonly marks: readonly StyledMark[]
  readonly clusters: readonly PlacedCluster[]
  readonly densities: readonly PlacedDensity[]
  readonly roots: readonly PlacedRoot[]
  readonly widthPx: number
}

export function MarkShapes({ marks, clusters, densities, roots, widthPx }: MarkShapesProps): ReactElement {
  return (
    <g>
      {densities.map(({ lane, y, bars }) => (
        <path key={lane} className="density" d={bars.map((bar) => barPath(bar, y)).join('')} />
      ))}
      {roots.map((root) => (
        <g key={root.row}>
          <line className="root-line" x1={root.x} x2={root.x} y1={root.y1 + 8} y2={root.y2} />
          <g transform={`translate(0,${root.y1})`}>
            <SignShape parts={[{ kind: 'root', x: root.x }]} widthPx={widthPx} />
          </g>
        </g>
      ))}
      {marks.map((mark) => (
        <g key={mark.row} className={classOf(mark)} transform={`translate(0,${mark.y})`}>
          {mark.isHovered && !mark.isGhost && mark.lane !== 'undated' && (
            <line className="drop-line" x1={mark.box.x + 3} x2={mark.box.x + 3} y1={-mark.y} y2={-8} />
          )}
          <SignShape parts={mark.sign} widthPx={widthPx} />
        </g>
      ))}
      {clusters.map(({ key, box }) => (
        <g key={key} transform={`translate(${box.x},${box.y})`}>
          <rect className="cluster-box" x={0.75} y={0.75} width={box.width - 1.5} height={box.height - 7} />
          <path
            className="cluster-edge"
            d={`M3,${box.height - 3.5} H${box.width - 3} M6,${box.height - 1} H${box.width - 6}`}
          />
        </g>
      ))}
    </g>
  )
}

/** A bar that stands on y; whole tenths of px are finer than a screen. */
function barPath({ x, width, height }: PlacedDensity['bars'][number], y: number): string {
  return `M${x.toFixed(1)},${y}v${(-height).toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}z`
}

function classOf(mark: StyledMark): string {
  const states = [
    mark.isGhost && 'is-ghost',
    mark.isSelected && 'is-selected',
    mark.isHovered && 'is-hovered',
  ]
  return ['mark', ...states].filter(Boolean).join(' ')
}
