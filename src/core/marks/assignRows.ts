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

/**
 * Row numbers from 0, in the order of the claims; null where no row is free.
 * @param claims in reading order; the anchor of finite ones ascending
 */
export function assignRows(claims: readonly RowClaim[], rules: RowRules): readonly (number | null)[] {
  const rowEnds: Px[] = []
  let before: { readonly anchorPx: Px; readonly row: number } | null = null
  return claims.map((claim) => {
    const isNeighbour: boolean = before !== null && Math.abs(claim.anchorPx - before.anchorPx) < rules.stairPx
    const stairRow = isNeighbour && before !== null ? before.row + 1 : 0
    const crossed = claim.hasLine
      ? rowEnds.findLastIndex((endPx) => endPx + rules.gapPx > claim.anchorPx)
      : -1
    const firstRow = Math.max(stairRow, crossed + 1)
    const row = firstFreeRow(rowEnds, claim, firstRow, rules) ?? firstFreeRow(rowEnds, claim, 0, rules)
    if (row !== null) {
      rowEnds[row] = claim.endPx
      before = { anchorPx: claim.anchorPx, row }
    }
    return row
  })
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
