/**
 * Where do the quiet lines run that join a mark to the events it has to do with?
 *
 *     ╭ ● the request          each line leaves and comes in on the left of a sign, where no label stands,
 *     ╰▸[ · · · ] the answer   and bows out by more the farther it goes; its head is at the event that follows
 */
import type { RowRelation } from '../indexing/briefColumn.ts'
import type { EventRow } from '../indexing/eventIndex.ts'
import type { RelationKind } from '../story/story.ts'
import type { Px } from '../time/units.ts'
import type { PlacedMark } from './placedMark.ts'
import { signExtentPx } from './signExtent.ts'

export interface PlacedRelation {
  /** The other event. */
  readonly row: EventRow
  /** The mark that was asked about, and the other one's. */
  readonly from: Point
  readonly to: Point
  /** Control points of the curve between them. */
  readonly bends: readonly [Point, Point]
  /** At the event that comes after or answers; none for relations without an order. */
  readonly head: 'from' | 'to' | null
}

interface Point {
  readonly x: Px
  readonly y: Px
}

/** Between a sign and the end of a line. */
const GAP_PX: Px = 3
/** A line bows at least so far, and by this share of its height, but by no more than the most. */
const LEAST_BOW_PX: Px = 12
const BOW_SHARE = 0.15
const MOST_BOW_PX: Px = 48
/** A line that bowed out of the window would look cut, px. */
const EDGE_PX: Px = 3

/**
 * Lines from one event to all events in view with which it has a relation, by its own word or by theirs; one line for
 * each other event. Those of one root have their line already (placeRoots.ts).
 * @param relationsOf what an event says of others; empty where that is not known
 */
export function placeRelations(
  row: EventRow,
  marks: readonly PlacedMark[],
  relationsOf: (row: EventRow) => readonly RowRelation[],
): readonly PlacedRelation[] {
  const drawn = marks.filter((mark) => !mark.isGhost)
  const own = drawn.filter((mark) => mark.row === row)
  const said = relationsOf(row)
  const placed = new Set<EventRow>()
  return drawn.flatMap((other): readonly PlacedRelation[] => {
    if (other.row === row || placed.has(other.row)) return []
    const isOther = ({ to, is }: RowRelation): boolean => to === other.row && is !== 'same-root'
    const outwards = said.find(isOther)
    const inwards = relationsOf(other.row).find(({ to, is }) => to === row && is !== 'same-root')
    const from = nearest(own, other)
    if (from === undefined || (outwards === undefined && inwards === undefined)) return []
    placed.add(other.row)
    const [a, b] = [pointOf(from), pointOf(other)]
    const head =
      outwards === undefined ? headOf(inwards?.is, 'to', 'from') : headOf(outwards.is, 'from', 'to')
    return [{ row: other.row, from: a, to: b, bends: bendsOf(a, b), head }]
  })
}

/** To the left of both; where both stand on one line, over it. */
function bendsOf(a: Point, b: Point): PlacedRelation['bends'] {
  const heightPx = Math.abs(a.y - b.y)
  const bowPx = Math.min(MOST_BOW_PX, LEAST_BOW_PX + BOW_SHARE * heightPx)
  if (heightPx < LEAST_BOW_PX)
    return [
      { x: a.x, y: a.y - bowPx },
      { x: b.x, y: b.y - bowPx },
    ]
  const leftPx = Math.min(a.x, b.x)
  const x = Math.min(leftPx - 1, Math.max(EDGE_PX, leftPx - bowPx))
  return [
    { x, y: a.y },
    { x, y: b.y },
  ]
}

/** Of an event that says `is` of another: which of the two comes later? */
function headOf(
  is: RelationKind | undefined,
  teller: 'from' | 'to',
  other: 'from' | 'to',
): PlacedRelation['head'] {
  if (is === 'after' || is === 'response-to') return teller
  return is === 'before' ? other : null
}

function nearest(own: readonly PlacedMark[], other: PlacedMark): PlacedMark | undefined {
  return own.toSorted((a, b) => Math.abs(a.y - other.y) - Math.abs(b.y - other.y))[0]
}

function pointOf({ sign, box, y }: PlacedMark): Point {
  const [left] = signExtentPx(sign)
  return { x: (Number.isFinite(left) ? Math.max(left, box.x) : box.x) - GAP_PX, y }
}

/** The lines and their heads, as paths. @param topPx added to every y */
export function drawRelations(
  relations: readonly PlacedRelation[],
  topPx: Px = 0,
): { readonly lines: string; readonly heads: string } {
  const at = ({ x, y }: Point): string => `${short(x)},${short(y + topPx)}`
  const lines = relations.map(
    ({ from, to, bends }) => `M${at(from)}C${at(bends[0])} ${at(bends[1])} ${at(to)}`,
  )
  const heads = relations.flatMap(({ from, to, head }) => {
    if (head === null) return []
    const { x, y } = head === 'from' ? from : to
    return [`M${at({ x: x - 6, y: y - 3.5 })}L${at({ x, y })}L${at({ x: x - 6, y: y + 3.5 })}Z`]
  })
  return { lines: lines.join(''), heads: heads.join('') }
}

function short(px: Px): Px {
  return Math.round(px * 10) / 10
}
