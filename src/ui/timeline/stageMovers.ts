/** How do marks, boxes and notes keep to their moments while the stage under them is shifted and stretched? */
import { isAtEdge } from '../../core/marks/drawShapes.ts'
import { LABEL } from '../../core/marks/metrics.ts'
import type { PlacedCluster } from '../../core/marks/placedMark.ts'
import { pinLabel } from '../../core/marks/pinLabel.ts'
import { signExtentPx } from '../../core/marks/signExtent.ts'
import type { StageView } from '../../core/marks/stage.ts'
import type { StyledMark } from '../../core/marks/styleMarks.ts'
import type { TimeScale } from '../../core/time/timeScale.ts'
import type { Mover } from './stagePen.ts'
import type { TimelineDrawing } from './timelineDrawing.ts'

export function findMarks(stage: HTMLElement, drawing: TimelineDrawing): readonly Mover[] {
  return [...findButtons(stage, drawing), ...findNotes(stage, drawing)]
}

/** Marks and clusters: each with its place in the list, whose items carry them. */
function findButtons(stage: HTMLElement, { marks, clusters, scale }: TimelineDrawing): readonly Mover[] {
  const markOf = new Map(marks.map((mark) => [String(mark.row), mark]))
  const clusterOf = new Map(clusters.map((cluster) => [String(cluster.firstRow), cluster]))
  return [...stage.querySelectorAll<HTMLElement>('.marks button')].flatMap((button) => {
    const element = button.parentElement
    const row = button.dataset['row'] ?? ''
    const cluster = button.classList.contains('cluster-button') ? clusterOf.get(row) : undefined
    const mark = cluster === undefined ? markOf.get(row) : undefined
    const box = (cluster ?? mark)?.box
    if (element === null || box === undefined) return []
    const place = { element, fromPx: box.x, toPx: box.x + box.width }
    if (cluster !== undefined) return [{ ...place, shiftPx: clusterShift(cluster, scale) }]
    return mark === undefined ? [] : [{ ...place, shiftPx: markShift(mark, scale) }]
  })
}

function clusterShift(cluster: PlacedCluster, scale: TimeScale): Mover['shiftPx'] {
  if (isAtEdge(cluster)) return ({ leftPx }) => leftPx - scale.leftPx
  const middlePx = cluster.box.x + cluster.box.width / 2
  return ({ stretch }) => middlePx * (stretch - 1)
}

function markShift({ lane, label, sign, box }: StyledMark, scale: TimeScale): Mover['shiftPx'] {
  if (lane === 'undated') return ({ leftPx }) => leftPx - scale.leftPx
  if (label?.side === 'above') {
    const [, endPx] = signExtentPx(sign)
    const insetPx = lane === 'lasted' ? 0 : LABEL.insetPx
    return (view) => pinLabel(label, endPx, insetPx, view) - label.x
  }
  const discs = sign.flatMap((part) =>
    part.kind === 'disc' ? [part.x] : part.kind === 'rule' ? [part.x2] : [],
  )
  const ownPx = discs.length === 0 ? box.x : label?.side === 'left' ? Math.min(...discs) : Math.max(...discs)
  return ({ stretch }) => ownPx * (stretch - 1)
}

function findNotes(stage: HTMLElement, { roots }: TimelineDrawing): readonly Mover[] {
  const noted = roots.flatMap(({ x, note }) => (note === null ? [] : [{ x, note }]))
  return [...stage.querySelectorAll<HTMLElement>('.root-note')].flatMap((element, i) => {
    const root = noted[i]
    if (root === undefined) return []
    const { x, note } = root
    return [
      {
        element,
        fromPx: x,
        toPx: note.x + note.maxPx,
        shiftPx: ({ stretch }: StageView) => x * (stretch - 1),
      },
    ]
  })
}
