/** How does each part of a picture look? As the page in its light theme (app.css, timeline.css), whatever theme it has. */
import type { ShapeKind } from '../marks/drawShapes.ts'
import type { MarkState } from '../marks/stageLines.ts'
import type { PathLook, TextLook } from './picture.ts'

export const colors = {
  paper: '#f7f6f2',
  tint: '#eceae3',
  ink: '#1b1916',
  ink2: '#4a463f',
  ink3: '#66615a',
  line: '#837d72',
  rule: '#d2cec4',
} as const

const nothing: PathLook = {
  fill: null,
  stroke: null,
  strokePx: 0,
  hasRoundEnds: false,
  dashPx: [],
  opacity: 1,
}

export function filled(fill: string): PathLook {
  return { ...nothing, fill }
}

export function lined(stroke: string, strokePx: number): PathLook {
  return { ...nothing, stroke, strokePx }
}

/** Of the paths of stageLines.ts that are no signs. */
export const groundLooks = {
  grid: lined(colors.rule, 1),
  gridMajor: lined(colors.line, 1),
  tick: lined(colors.line, 1),
  known: lined(colors.ink, 2),
} as const
export const laneLooks = {
  density: { ...filled(colors.ink3), opacity: 0.55 },
  rootLine: lined(colors.ink, 1),
  rootRing: lined(colors.ink, 1),
} as const
export const clusterLooks = {
  clusterBox: { ...lined(colors.ink, 1.5), fill: colors.paper },
  clusterEdge: lined(colors.ink, 1),
} as const
export const edgeLooks = { edgeBox: lined(colors.ink, 1.5), edgeEdge: lined(colors.ink, 1) } as const

const strokesPx = { line10: 1, line16: 1.6, line18: 1.8, line20: 2, ring: 1.8 } as const

/** Of a sign's part; what the filter hides is a hairline. */
export function signLook(state: MarkState, kind: ShapeKind): PathLook {
  const isGhost = state === 'ghost'
  const color = isGhost ? colors.line : colors.ink
  switch (kind) {
    case 'lag':
      return lined(colors.line, 1)
    case 'dots':
      return { ...lined(color, isGhost ? 1 : 3), hasRoundEnds: true }
    case 'fill':
      return isGhost ? lined(color, 1) : filled(color)
    case 'sheet':
      return { ...lined(color, isGhost ? 1 : 1.5), fill: colors.paper }
    case 'ring':
      return { ...lined(color, isGhost ? 1 : strokesPx.ring), dashPx: [3.6, 2.2] }
    default:
      return lined(color, isGhost ? 1 : strokesPx[kind])
  }
}

const serif = { family: 'serif', sizePx: 15, weight: 400, isItalic: false, fill: colors.ink } as const
const sans = { family: 'sans', sizePx: 12, weight: 400, isItalic: false, fill: colors.ink3 } as const

export const textLooks = {
  head: { ...serif, sizePx: 30, weight: 500 },
  fact: { ...sans, sizePx: 13, fill: colors.ink2 },
  period: { ...serif, sizePx: 17, weight: 500 },
  part: sans,
  date: { ...sans, sizePx: 13, weight: 600, fill: colors.ink2 },
  title: serif,
  possible: { ...serif, isItalic: true },
  small: sans,
  strong: { ...sans, weight: 650, fill: colors.ink },
  count: { ...sans, sizePx: 13, weight: 650, fill: colors.ink },
  noteLead: { ...serif, weight: 600 },
  noteRest: { ...serif, isItalic: true, fill: colors.ink2 },
} as const satisfies Record<string, TextLook>
