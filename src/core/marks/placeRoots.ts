/** Where does the line run that joins a report to the events that go back to it? */
import { MATCH } from '../indexing/matchDate.ts'
import type { TimeScale } from '../time/timeScale.ts'
import type { Px } from '../time/units.ts'
import type { Root } from './findRoots.ts'
import type { LaneLayout, LayoutInput } from './laneLayout.ts'
import type { PlacedMark, PlacedRoot } from './placedMark.ts'

/** Room the note needs, with what stands between it and the window's end, px. */
const NOTE_PX: Px = 164
/** Lines of the note with its heading, px. */
const NOTE_HEIGHT_PX: Px = 84

/** The drawing that roots are placed in. */
interface RootPlacing {
  readonly input: LayoutInput
  readonly layout: LaneLayout
  readonly scale: TimeScale
}

/** Roots whose report is in the window and which have at least one sheet on screen. */
export function placeRoots(
  roots: readonly Root[],
  marks: readonly PlacedMark[],
  { input, layout, scale }: RootPlacing,
): readonly PlacedRoot[] {
  const byRow = new Map(marks.map((mark) => [mark.row, mark]))
  return roots.flatMap((root) => {
    const report = byRow.get(root.row)
    const x = report?.sign.find((part) => part.kind === 'disc')?.x
    const sheets = root.reported.flatMap((row) => byRow.get(row) ?? []).filter((mark) => !mark.isGhost)
    if (report === undefined || x === undefined || report.isGhost || sheets.length === 0) return []
    const y2 = Math.max(...sheets.map((mark) => mark.y))
    const count = root.reported.filter((row) => input.matches[row] !== MATCH.none).length
    return [{ row: root.row, count, x, y1: report.y, y2, note: placeNote(x, y2, marks, { layout, scale }) }]
  })
}

/** In the lane of doubt, right of the line, where that lane has height for it and no label goes on so far. */
function placeNote(
  rootX: Px,
  y2: Px,
  marks: readonly PlacedMark[],
  { layout, scale }: Pick<RootPlacing, 'layout' | 'scale'>,
): PlacedRoot['note'] {
  const x = rootX + 26
  const lane = layout.lanes.find((candidate) => candidate.kind === 'doubt')
  if (lane === undefined || scale.rightPx - x < NOTE_PX || y2 - lane.topPx < NOTE_HEIGHT_PX) return null
  const y = lane.rowsTopPx + 8
  const isInItsWay = ({ label }: PlacedMark): boolean =>
    label !== null && label.x + label.widthPx > x && label.y > y && label.y < y + NOTE_HEIGHT_PX
  return marks.some(isInItsWay) ? null : { x, y, maxPx: Math.min(190, scale.rightPx - x - 4) }
}
