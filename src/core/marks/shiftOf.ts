/** What does each thing on a stage keep to while the stage is shifted and stretched? */
import type { AxisTicks } from '../time/axisTicks.ts'
import type { TimeScale } from '../time/timeScale.ts'
import type { Px } from '../time/units.ts'
import { isAtEdge } from './drawShapes.ts'
import { LABEL } from './metrics.ts'
import type { PlacedCluster, PlacedMark } from './placedMark.ts'
import { signExtentPx } from './signExtent.ts'
import type { StageShift } from './stageShift.ts'

/** A mark with its label: to its moment, or to the range under it. */
export function shiftOfMark(
  { kind, label, sign, box }: Pick<PlacedMark, 'kind' | 'label' | 'sign' | 'box'>,
  { leftPx }: TimeScale,
): StageShift {
  if (kind === 'undated') return { kind: 'edge', leftPx }
  if (label?.side === 'above' && kind !== 'day') {
    const [, endPx] = signExtentPx(sign)
    return { kind: 'pinned', label, endPx, insetPx: kind === 'lasted' ? 0 : LABEL.insetPx }
  }
  const [anchor] = sign
  // A mark by its report begins with the sheet, and its label moves with that.
  if (anchor?.kind === 'sheet') return { kind: 'time', x: anchor.x }
  const discs = sign.flatMap((part) =>
    part.kind === 'disc' ? [part.x] : part.kind === 'rule' ? [part.x2] : [],
  )
  if (discs.length === 0) return { kind: 'time', x: box.x }
  return { kind: 'time', x: label?.side === 'left' ? Math.min(...discs) : Math.max(...discs) }
}

/** A box that counts: to the dates it stands over, or to the window's edge. */
export function shiftOfCluster(
  cluster: Pick<PlacedCluster, 'box' | 'bucket' | 'isEarlier'>,
  { leftPx }: TimeScale,
): StageShift {
  if (isAtEdge(cluster)) return { kind: 'edge', leftPx }
  return { kind: 'time', x: cluster.box.x + cluster.box.width / 2 }
}

/** A letter of a period's name, and the air around the name, px. */
const LETTER_PX: Px = 8
const AIR_PX: Px = 16

/** The name of the period that begins at `x`: stays in view until the next one leaves no room for it. */
export function shiftOfPeriod(x: Px, label: string, { major }: Pick<AxisTicks, 'major'>): StageShift {
  const nextX = major.find((tick) => tick.x > x)?.x ?? Infinity
  return { kind: 'period', x, nextX, widthPx: label.length * LETTER_PX + AIR_PX }
}
