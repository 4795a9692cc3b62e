/**
 * All shapes of the drawing: lines of time, signs, lines of roots, boxes of clusters. Decoration, under the buttons.
 * React places empty paths once; stagePen draws in them, since the lines move with every step of a gesture. While the
 * window moves, paintedStage shows what they would, in their looks.
 */
import { memo, type ReactElement } from 'react'
import { shapeKinds, type Hold, type ShapeKind } from '../../core/marks/drawShapes.ts'
import { markStates } from '../../core/marks/stageLines.ts'

/** Paths of the axis and of the lanes, back to front, with the class of each. */
const groundPaths = {
  grid: 'axis-grid',
  gridMajor: 'axis-grid-major',
  tick: 'axis-tick',
  known: 'axis-known',
} as const
const lanePaths = {
  density: 'density',
  rootLine: 'root-line',
  rootRing: 'sign-line shape-line10',
  dropLine: 'drop-line',
  relationLine: 'relation-line',
  relationHead: 'relation-head',
  joinLine: 'join-line',
} as const
const clusterPaths = { clusterBox: 'cluster-box', clusterEdge: 'cluster-edge' } as const
/** Over the stage, hence over the numbers in these boxes, whose ground is the button's own. */
const edgePaths = { edgeBox: 'cluster-box is-outline', edgeEdge: 'cluster-edge' } as const

const classes: Readonly<Record<ShapeKind, string>> = {
  lag: 'sign-lag',
  dots: 'sign-dots',
  fill: 'sign-fill',
  line10: 'sign-line',
  line16: 'sign-line',
  line18: 'sign-line',
  line20: 'sign-line',
  ring: 'sign-line',
  sheet: 'sign-sheet',
}

/** What moves with time. */
export const StageShapes = memo(function StageShapes({ topPx }: { readonly topPx: number }): ReactElement {
  return (
    <>
      <Paths of={groundPaths} />
      <g transform={`translate(0,${topPx})`}>
        <Paths of={lanePaths} />
        <Signs hold="time" />
        <Paths of={clusterPaths} />
      </g>
    </>
  )
})

interface EdgeShapesProps {
  readonly topPx: number
  readonly widthPx: number
}

/** What keeps to the window's edges, and so stands beside the stage, not on it. */
export const EdgeShapes = memo(function EdgeShapes({ topPx, widthPx }: EdgeShapesProps): ReactElement {
  return (
    <>
      <g transform={`translate(0,${topPx})`}>
        <Signs hold="left" />
        <Paths of={edgePaths} />
      </g>
      <g transform={`translate(${widthPx},${topPx})`}>
        <Signs hold="right" />
      </g>
    </>
  )
})

function Signs({ hold }: { readonly hold: Hold }): ReactElement {
  return (
    <>
      {markStates.map((state) => (
        <g key={state} className={`mark is-${state}`}>
          {shapeKinds.map((kind) => (
            <path
              key={kind}
              data-path={`${hold}-${state}-${kind}`}
              className={`${classes[kind]} shape-${kind}`}
            />
          ))}
        </g>
      ))}
    </>
  )
}

function Paths({ of }: { readonly of: Readonly<Record<string, string>> }): ReactElement {
  return (
    <>
      {Object.entries(of).map(([name, className]) => (
        <path key={name} data-path={name} className={className} />
      ))}
    </>
  )
}
