/** How are signs and the strip of time drawn as SVG? Texts of paths and figures of ours alone: nothing from a story. */
import { colors } from '../../core/exporting/pictureLooks.ts'
import { DENSITY_BIN_PX, type PlacedOverview } from '../../core/marks/placeOverview.ts'
import { drawShapes, shapeKinds, type Hold, type ShapeKind } from '../../core/marks/drawShapes.ts'
import { STANDING_PX, standingShapes } from '../../core/marks/standingShapes.ts'
import type { StandingKind } from '../../core/story/story.ts'
import type { Px } from '../../core/time/units.ts'
import type { CardStrip } from './card.ts'

const { ink, ink2, line, paper } = colors
/** As SignShape draws them. */
const strokes: Readonly<Record<ShapeKind, string>> = {
  lag: `fill="none" stroke="${line}" stroke-width="1"`,
  dots: `fill="none" stroke="${ink}" stroke-width="3" stroke-linecap="round"`,
  fill: `fill="${ink}"`,
  line10: `fill="none" stroke="${ink}" stroke-width="1"`,
  line16: `fill="none" stroke="${ink}" stroke-width="1.6"`,
  line18: `fill="none" stroke="${ink}" stroke-width="1.8"`,
  line20: `fill="none" stroke="${ink}" stroke-width="2"`,
  ring: `fill="none" stroke="${ink}" stroke-width="1.8" stroke-dasharray="3.6 2.2"`,
  sheet: `fill="${paper}" stroke="${ink}" stroke-width="1.5"`,
}
const holds: readonly Hold[] = ['time', 'left', 'right']

/** A sign on the line y = 0, in px of the timeline. */
export function drawSign({ sign, widthPx }: Pick<CardStrip, 'sign' | 'widthPx'>): string {
  return holds
    .map((hold) => {
      const shapes = drawShapes([{ sign, y: 0 }], hold, (x) => x, { leftPx: 0, rightPx: widthPx })
      return shapeKinds
        .map((kind) => (shapes[kind] === undefined ? '' : `<path ${strokes[kind]} d="${shapes[kind]}"/>`))
        .join('')
    })
    .join('')
}

/** The events of a story one above the other, from y = 0 down to STRIP_HEIGHT_PX, in px of the overview. */
export function drawOverview({ days, lasted, doubt, density }: PlacedOverview): string {
  const bars = density
    .map(({ x, height }) => `M${x},${STRIP_HEIGHT_PX}v${-height}h${DENSITY_BIN_PX}v${height}z`)
    .join('')
  const lines = (strokesOf: PlacedOverview['lasted']): string =>
    strokesOf.map(({ x1, x2, y }) => `M${x1},${y}H${x2}`).join('')
  // A dot is a line of no length with round ends.
  const dots = doubt
    .map(({ x1, x2, y }) => `M${x1},${y}h0` + 'm3,0h0'.repeat(Math.max(0, Math.floor((x2 - x1) / 3))))
    .join('')
  return (
    `<path fill="${ink2}" d="${bars}"/>` +
    `<path fill="none" stroke="${ink}" stroke-width="2" d="${days.map((x) => `M${x},3v6`).join('')}"/>` +
    `<path fill="none" stroke="${ink}" stroke-width="2" d="${lines(lasted)}"/>` +
    `<path fill="none" stroke="${ink}" stroke-width="1.4" stroke-linecap="round" d="${dots}"/>`
  )
}

export const STRIP_HEIGHT_PX: Px = 30

/** Known days of the story's events hang under the axis, y = 0, in px of the timeline. */
export function drawDays(days: readonly Px[]): string {
  return `<path fill="none" stroke="${line}" stroke-width="1.2" d="${days.map((x) => `M${x},0v4`).join('')}"/>`
}

/** The letter of a standing, its upper left corner at 0, 0. @param sizePx its width */
export function drawStanding(standing: StandingKind, sizePx: Px): string {
  const shapes = standingShapes[standing].map(({ path, strokePx }) =>
    strokePx === null
      ? `<path fill="${ink}" d="${path}"/>`
      : `<path fill="none" stroke="${ink}" stroke-width="${strokePx}" d="${path}"/>`,
  )
  return `<g transform="scale(${sizePx / STANDING_PX})">${shapes.join('')}</g>`
}
