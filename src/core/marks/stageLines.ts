/**
 * Which lines stand on a stage, wherever its window is?
 * All lines that look the same are one path, known by its name: an SVG writes it into an element, a canvas strokes it.
 */
import type { AxisTicks } from '../time/axisTicks.ts'
import type { Px } from '../time/units.ts'
import {
  drawAxis,
  drawClusters,
  drawDensity,
  drawRoots,
  drawShapes,
  isAtEdge,
  shapeKinds,
  type Ends,
  type Hold,
} from './drawShapes.ts'
import type { PlacedCluster, PlacedDensity, PlacedRoot } from './placedMark.ts'
import { signExtentPx } from './signExtent.ts'
import type { StageView } from './stage.ts'
import type { StyledMark } from './styleMarks.ts'

/** Plain data, which can be handed to a worker. */
export interface StageContent {
  readonly marks: readonly Pick<StyledMark, 'sign' | 'y' | 'isGhost' | 'isSelected'>[]
  readonly clusters: readonly Pick<PlacedCluster, 'box' | 'bucket' | 'isEarlier'>[]
  readonly densities: readonly PlacedDensity[]
  readonly roots: readonly Pick<PlacedRoot, 'x' | 'y1' | 'y2'>[]
  readonly ticks: AxisTicks
  /** From where to where the stage lies, px. */
  readonly ends: Ends
  /** Foot of the axis and of its lines, px from the top of the stage. */
  readonly axisPx: Px
  readonly bottomPx: Px
}

export const markStates = ['plain', 'ghost', 'selected'] as const
export type MarkState = (typeof markStates)[number]

/** Beyond the window's edges, so far what is out of sight is kept up with, px. */
export const MARGIN_PX: Px = 240

/** The text of each path that changes, by name; '' where nothing of its kind is near. */
export type PathTexts = ReadonlyMap<string, string>

interface StageLines {
  /** What moves with time: all of it as it was placed, what is near the window while it is stretched. */
  readonly draw: (view: StageView) => PathTexts
  /** What keeps to the window's edges, in px from the left one or from the right one. */
  readonly drawEdges: () => PathTexts
}

export function layLines({
  marks,
  clusters,
  densities,
  roots,
  ticks,
  ends,
  ...axis
}: StageContent): StageLines {
  const byState: Readonly<Record<MarkState, StageContent['marks']>> = {
    plain: marks.filter((mark) => !mark.isGhost && !mark.isSelected),
    ghost: marks.filter((mark) => mark.isGhost),
    selected: marks.filter((mark) => mark.isSelected && !mark.isGhost),
  }
  const extents = new Map(marks.map((mark) => [mark, signExtentPx(mark.sign)]))
  const knownDays = marks.flatMap((mark) =>
    mark.isGhost ? [] : mark.sign.flatMap((part) => (part.kind === 'disc' ? [part.x] : [])),
  )
  const free = clusters.filter((cluster) => !isAtEdge(cluster))

  type Path = readonly [string, string]
  const signs = (
    hold: Hold,
    toX: (x: Px) => Px,
    [from, to]: readonly [Px, Px],
    clip: Ends,
  ): readonly Path[] =>
    markStates.flatMap((state) => {
      const near = byState[state].filter((mark) => {
        const [left, right] = extents.get(mark) ?? [NaN, NaN]
        return right >= from && left <= to
      })
      const shapes = drawShapes(near, hold, toX, clip)
      return shapeKinds.map((kind): Path => [`${hold}-${state}-${kind}`, shapes[kind] ?? ''])
    })

  return {
    draw: ({ stretch, leftPx, widthPx }) => {
      const toX = (x: Px): Px => x * stretch
      const [from, to] =
        stretch === 1
          ? [-Infinity, Infinity]
          : [(leftPx - MARGIN_PX) / stretch, (leftPx + widthPx + MARGIN_PX) / stretch]
      const isNear = (x: Px): boolean => x >= from && x <= to
      const near = {
        major: ticks.major.filter(({ x }) => isNear(x)),
        minor: ticks.minor.filter(({ x }) => isNear(x)),
        fine: ticks.fine.filter(isNear),
      }
      const bars = densities.map(({ bars, ...density }) => ({
        ...density,
        bars: bars.filter(({ x, width }) => x + width >= from && x <= to),
      }))
      const root = drawRoots(roots, toX)
      const boxes = drawClusters(free, toX)
      return new Map([
        ...Object.entries(drawAxis(near, knownDays.filter(isNear), toX, axis)),
        ['density', bars.map((density) => drawDensity(density, toX)).join('')],
        ['rootLine', root.line],
        ['rootRing', root.ring],
        ...signs('time', toX, [from, to], {
          leftPx: Math.max(ends.leftPx, from) * stretch,
          rightPx: Math.min(ends.rightPx, to) * stretch,
        }),
        ['clusterBox', boxes.box],
        ['clusterEdge', boxes.edge],
      ])
    },
    drawEdges: () => {
      // At an edge of the window a sign is drawn from where that edge was when it was placed.
      const fromLeft = (x: Px): Px => x - ends.leftPx
      const boxes = drawClusters(clusters.filter(isAtEdge), fromLeft)
      return new Map([
        ...signs('left', fromLeft, [-Infinity, Infinity], ends),
        ...signs('right', (x) => x - ends.rightPx, [-Infinity, Infinity], ends),
        ['edgeBox', boxes.box],
        ['edgeEdge', boxes.edge],
      ])
    },
  }
}
