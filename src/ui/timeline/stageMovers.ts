/** How do marks, boxes, notes and dates keep to their moments while the stage under them is shifted and stretched? */
import { isAtEdge } from '../../core/marks/drawShapes.ts'
import { LABEL } from '../../core/marks/metrics.ts'
import type { PlacedCluster } from '../../core/marks/placedMark.ts'
import { signExtentPx } from '../../core/marks/signExtent.ts'
import type { StageShift } from '../../core/marks/stageShift.ts'
import type { StyledMark } from '../../core/marks/styleMarks.ts'
import type { TimeScale } from '../../core/time/timeScale.ts'
import type { Mover } from './stagePen.ts'
import type { TimelineDrawing } from './timelineDrawing.ts'

export function findMovers(stage: HTMLElement, drawing: TimelineDrawing): readonly Mover[] {
  return [...findButtons(stage, drawing), ...findNotes(stage, drawing), ...findDates(stage)]
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
    if (cluster !== undefined) return [{ ...place, shift: clusterShift(cluster, scale) }]
    return mark === undefined ? [] : [{ ...place, shift: markShift(mark, scale) }]
  })
}

function clusterShift(cluster: PlacedCluster, { leftPx }: TimeScale): StageShift {
  if (isAtEdge(cluster)) return { kind: 'edge', leftPx }
  return { kind: 'time', x: cluster.box.x + cluster.box.width / 2 }
}

function markShift({ lane, label, sign, box }: StyledMark, { leftPx }: TimeScale): StageShift {
  if (lane === 'undated') return { kind: 'edge', leftPx }
  if (label?.side === 'above') {
    const [, endPx] = signExtentPx(sign)
    return { kind: 'pinned', label, endPx, insetPx: lane === 'lasted' ? 0 : LABEL.insetPx }
  }
  const discs = sign.flatMap((part) =>
    part.kind === 'disc' ? [part.x] : part.kind === 'rule' ? [part.x2] : [],
  )
  if (discs.length === 0) return { kind: 'time', x: box.x }
  return { kind: 'time', x: label?.side === 'left' ? Math.min(...discs) : Math.max(...discs) }
}

function findNotes(stage: HTMLElement, { roots }: TimelineDrawing): readonly Mover[] {
  const noted = roots.flatMap(({ x, note }) => (note === null ? [] : [{ x, note }]))
  return [...stage.querySelectorAll<HTMLElement>('.root-note')].flatMap((element, i) => {
    const root = noted[i]
    if (root === undefined) return []
    const { x, note } = root
    return [{ element, fromPx: x, toPx: note.x + note.maxPx, shift: { kind: 'time', x } as const }]
  })
}

/** Names of periods are stagePen's, which has to place them at rest too. */
function findDates(stage: HTMLElement): readonly Mover[] {
  return [...stage.querySelectorAll<HTMLElement>('.axis-minor')].map((element) => {
    const x = Number(element.dataset['x'])
    return { element, fromPx: x, toPx: x, shift: { kind: 'time', x } }
  })
}
