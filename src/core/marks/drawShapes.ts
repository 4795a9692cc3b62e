/**
 * Which lines make up the signs?
 * All signs of a drawing that look the same are one path: however many there are, moving them is writing a few texts.
 * The look is that of SignShape, which draws single signs elsewhere.
 */
import type { AxisTicks } from '../time/axisTicks.ts'
import type { Px } from '../time/units.ts'
import { clipLeaders } from './clipLeaders.ts'
import type { PlacedCluster, PlacedDensity, PlacedMark, PlacedRoot } from './placedMark.ts'
import { PIECES_PX, type SignPart } from './signPart.ts'

/** Lines by their width in tenths of a px; rings are broken circles. */
export const shapeKinds = [
  'lag',
  'dots',
  'fill',
  'line10',
  'line16',
  'line18',
  'line20',
  'ring',
  'sheet',
] as const
export type ShapeKind = (typeof shapeKinds)[number]

/** The text of each path; kinds without a shape have none. */
export type Shapes = Readonly<Partial<Record<ShapeKind, string>>>

/** What a part keeps to while the window moves: its moment, or an edge of the window. */
export type Hold = 'time' | 'left' | 'right'

export function holdOf(part: SignPart): Hold {
  if (part.kind === 'undated') return 'left'
  return part.kind === 'chevron' || part.kind === 'arrow' ? part.side : 'time'
}

/** @param toX from where a part was placed to where it is drawn; @param ends dots are drawn between these */
export function drawShapes(
  marks: readonly Pick<PlacedMark, 'sign' | 'y'>[],
  hold: Hold,
  toX: (x: Px) => Px,
  ends: Ends,
): Shapes {
  const shapes: Partial<Record<ShapeKind, string>> = {}
  for (const { sign, y } of marks)
    for (const part of sign)
      if (holdOf(part) === hold)
        for (const [kind, path] of drawPart(part, y, toX, ends)) shapes[kind] = (shapes[kind] ?? '') + path
  return shapes
}

/** Of what is drawn, px. */
export interface Ends {
  readonly leftPx: Px
  readonly rightPx: Px
}

type Drawn = readonly (readonly [ShapeKind, string])[]

function drawPart(part: SignPart, y: Px, toX: (x: Px) => Px, ends: Ends): Drawn {
  switch (part.kind) {
    case 'disc':
      return [['fill', circle(toX(part.x), y, 5)]]
    case 'root':
      return [['line10', circle(toX(part.x), y, 8)]]
    case 'about': {
      const x = toX(part.x)
      const dots = [-1, 1].flatMap((side) => fallingDots.map(([away, r]) => circle(x + side * away, y, r)))
      return [
        ['line18', circle(x, y, 4.4)],
        ['fill', dots.join('')],
      ]
    }
    case 'leaders':
      return [['dots', drawLeaders(toX(part.x1), toX(part.x2), y, ends)]]
    case 'bracket': {
      const inward = part.side === 'left' ? 3.5 : -3.5
      const edge = toX(part.x) + (part.side === 'left' ? 1 : -1)
      return part.shape === 'square'
        ? [['line20', `${at(edge + inward, y - 6)}h${-inward}v12h${inward}`]]
        : [['line16', `${at(edge + inward, y - 6.5)}q${-inward * 1.5},6.5 0,13`]]
    }
    case 'chevron': {
      const s = part.side === 'left' ? 1 : -1
      return [['line16', `${at(toX(part.x) + 5 * s, y - 4)}l${-4 * s},4l${4 * s},4`]]
    }
    case 'rule': {
      const x1 = toX(part.x1)
      return [['fill', box(x1, y - 2.5, Math.max(0, toX(part.x2) - x1), 5)]]
    }
    case 'arrow': {
      const s = part.side === 'right' ? 1 : -1
      return [['fill', `${at(toX(part.x) - 9 * s, y - 6.5)}l${9 * s},6.5l${-9 * s},6.5z`]]
    }
    case 'pieces': {
      const s = (part.widthPx / PIECES_PX) * (part.side === 'right' ? 1 : -1)
      const x = toX(part.x)
      return [['fill', pieces.map(([from, length]) => box(x + from * s, y - 2.5, length * s, 5)).join('')]]
    }
    case 'undated': {
      const x = toX(part.x)
      const chevrons =
        (part.isAfter ? `${at(x - 12, y - 4)}l4,4l-4,4` : '') +
        (part.isBefore ? `${at(x + 8, y - 4)}l4,4l-4,4` : '')
      return [['ring', circle(x, y, 4.6)], ...(chevrons === '' ? [] : [['line16', chevrons] as const])]
    }
    case 'sheet': {
      const x = toX(part.x)
      return [['sheet', `${at(x - 4.5, y - 6)}h6l3,3v9h-9z${at(x - 2, y - 0.5)}h4${at(x - 2, y + 2.5)}h4`]]
    }
    case 'other': {
      const [x1, x2] = [toX(part.x1), short(toX(part.x2))]
      const deepPx = part.isLower ? 5 : 2.5
      const start = part.hasStart ? `${at(x1, y + 6)}v${deepPx}` : at(x1, y + 6 + deepPx)
      return [['line10', `${start}H${x2}${part.hasEnd ? `v${-deepPx}` : ''}`]]
    }
    case 'lag':
      return [['lag', `${at(toX(part.x1), y)}H${short(toX(part.x2))}`]]
  }
}

const fallingDots = [
  [9.5, 1.7],
  [14, 1.25],
  [18, 0.8],
] as const
const pieces = [
  [0, 16],
  [20, 10],
  [36, 7],
  [51, 5],
  [66, 3],
] as const

/** A dot is a line of no length with round ends. */
function drawLeaders(x1: Px, x2: Px, y: Px, { leftPx, rightPx }: Ends): string {
  const dots = clipLeaders({ x1, x2 }, rightPx, leftPx)
  if (dots === null) return ''
  const count = Math.round((dots.x2 - dots.x1) / dots.pitchPx)
  return at(dots.x1, y) + `h0m${short(dots.pitchPx)},0`.repeat(count) + 'h0'
}

/** The lines of time and the days on which something is known to have happened. */
export function drawAxis(
  ticks: AxisTicks,
  knownDays: readonly Px[],
  toX: (x: Px) => Px,
  { axisPx, bottomPx }: { readonly axisPx: Px; readonly bottomPx: Px },
): Readonly<Record<'grid' | 'gridMajor' | 'tick' | 'known', string>> {
  const lines = (xs: readonly Px[], y1: Px, y2: Px): string =>
    xs.map((x) => `${at(toX(x), y1)}V${short(y2)}`).join('')
  const minor = ticks.minor.map(({ x }) => x)
  return {
    grid: lines(minor, axisPx, bottomPx),
    gridMajor: lines(
      ticks.major.flatMap(({ x, isCut }) => (isCut ? [] : [x])),
      4,
      bottomPx,
    ),
    tick: lines(ticks.fine, axisPx - 3, axisPx) + lines(minor, axisPx - 8, axisPx),
    known: lines(knownDays, axisPx, axisPx + 6),
  }
}

/** From the report down to its last sheet, with a ring round the report's disc. */
export function drawRoots(
  roots: readonly Pick<PlacedRoot, 'x' | 'y1' | 'y2'>[],
  toX: (x: Px) => Px,
): Readonly<Record<'line' | 'ring', string>> {
  return {
    line: roots.map(({ x, y1, y2 }) => `${at(toX(x), y1 + 8)}V${short(y2)}`).join(''),
    ring: roots.map(({ x, y1 }) => circle(toX(x), y1, 8)).join(''),
  }
}

/** Whether a box stands at the window's left edge rather than over its dates. */
export function isAtEdge({ bucket, isEarlier }: Pick<PlacedCluster, 'bucket' | 'isEarlier'>): boolean {
  return bucket === null || isEarlier
}

/** Boxes with the edges of two more under each. They keep their size and move by their middle. */
export function drawClusters(
  clusters: readonly Pick<PlacedCluster, 'box'>[],
  toX: (x: Px) => Px,
): Readonly<Record<'box' | 'edge', string>> {
  const placed = clusters.map(({ box: { x, y, width, height } }) => ({
    y,
    width,
    height,
    x: toX(x + width / 2) - width / 2,
  }))
  return {
    box: placed.map(({ x, y, width, height }) => box(x + 0.75, y + 0.75, width - 1.5, height - 7)).join(''),
    edge: placed
      .map(
        ({ x, y, width, height }) =>
          `${at(x + 3, y + height - 3.5)}h${width - 6}${at(x + 6, y + height - 1)}h${width - 12}`,
      )
      .join(''),
  }
}

/** Bars that stand on the foot of their lane. */
export function drawDensity({ y, bars }: PlacedDensity, toX: (x: Px) => Px): string {
  return bars
    .map(({ x, width, height }) => {
      const x1 = toX(x)
      return `${at(x1, y)}v${short(-height)}h${short(toX(x + width) - x1)}v${short(height)}z`
    })
    .join('')
}

/** To a hundredth of a px: long figures only make long texts. */
function short(px: Px): number {
  return Math.round(px * 100) / 100
}

function at(x: Px, y: Px): string {
  return `M${short(x)},${short(y)}`
}

function box(x: Px, y: Px, width: Px, height: Px): string {
  return `${at(x, y)}h${short(width)}v${height}h${short(-width)}z`
}

function circle(x: Px, y: Px, r: Px): string {
  return `${at(x - r, y)}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`
}
