/**
 * Which row of its lane does each mark get, so that no two marks or labels touch?
 *
 *   row 0   ● first label          ● fourth
 *   row 1      ● second label
 *   row 2         ● third                      a stair, read down and to the right in time
 *
 * Worked out at a resolution over the whole story, so that panning moves nothing up or down.
 */
import type { Px } from '../time/units.ts'

/** What one mark takes of its row, label included. Ends may be infinite. */
export interface RowClaim {
  readonly startPx: Px
  readonly endPx: Px
  /** Marks whose anchors are nearer than the lane's `stairPx` go one row below the one before. */
  readonly anchorPx: Px
  /** A line runs down from the anchor: it stands below every row whose label the line would cross. */
  readonly hasLine: boolean
}

export interface RowRules {
  /** Clear space between two claims of one row, px. */
  readonly gapPx: Px
  /** Anchors nearer than this form a stair, px; 0: no stair. */
  readonly stairPx: Px
  /** Rows that exist; a claim that fits in none of them gets null. */
  readonly maxRows: number
}

export interface AssignedRows {
  /** [claims] row numbers from 0; null where no row is free. */
  readonly rows: readonly (number | null)[]
  /** [claims] where the next in the same row begins; Infinity: nothing does. */
  readonly nextPx: readonly Px[]
}

/** @param claims in reading order; the anchor of finite ones ascending */
export function assignRows(claims: readonly RowClaim[], rules: RowRules): AssignedRows {
  const rowEnds: Px[] = []
  const lastIn: number[] = []
  const nextPx = claims.map(() => Infinity)
  let before: { readonly anchorPx: Px; readonly row: number } | null = null
  const rows = claims.map((claim, i) => {
    const isNeighbour: boolean = before !== null && Math.abs(claim.anchorPx - before.anchorPx) < rules.stairPx
    const stairRow = isNeighbour && before !== null ? before.row + 1 : 0
    const crossed = claim.hasLine
      ? rowEnds.findLastIndex((endPx) => endPx + rules.gapPx > claim.anchorPx)
      : -1
    const firstRow = Math.max(stairRow, crossed + 1)
    const row = firstFreeRow(rowEnds, claim, firstRow, rules) ?? firstFreeRow(rowEnds, claim, 0, rules)
    if (row !== null) {
      const last = lastIn[row]
      if (last !== undefined) nextPx[last] = claim.startPx
      lastIn[row] = i
      rowEnds[row] = claim.endPx
      before = { anchorPx: claim.anchorPx, row }
    }
    return row
  })
  return { rows, nextPx }
}

function firstFreeRow(
  rowEnds: readonly Px[],
  claim: RowClaim,
  fromRow: number,
  rules: RowRules,
): number | null {
  for (let row = fromRow; row < rules.maxRows; row++) {
    const endPx = rowEnds[row]
    if (endPx === undefined || endPx + rules.gapPx <= claim.startPx) return row
  }
  return null
}
