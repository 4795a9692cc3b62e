/** Which events have any of several values? The union of their postings, each event once. */
import type { Extent } from '../time/fuzzyDate.ts'
import { MATCH } from '../indexing/matchDate.ts'
import { joinRows, type AddressedColumns } from './addressedRows.ts'
import type { RangeCount } from './countRange.ts'
import { matchRow } from './matchRow.ts'

/** @param lists pieces of postings, in any order; @returns by cell and position */
export function unionRows(lists: readonly AddressedColumns[]): AddressedColumns {
  const all = lists.flatMap(({ cells, positions }, list) =>
    Array.from(cells, (cell, row) => ({ cell, position: positions[row] ?? 0, list, row })),
  )
  all.sort((a, b) => a.cell - b.cell || a.position - b.position)
  const each = all.filter(
    ({ cell, position }, i) => cell !== all[i - 1]?.cell || position !== all[i - 1]?.position,
  )
  return joinRows(lists, each)
}

/** How many of the rows fall in a range of dates. @param range null: any time */
export function countRows({ columns }: AddressedColumns, range: Extent | null): RangeCount {
  if (range === null) return { shown: columns.rowCount, possible: 0 }
  let shown = 0
  let possible = 0
  for (let row = 0; row < columns.rowCount; row++) {
    const match = matchRow(columns, row, range)
    if (match !== MATCH.none) shown++
    if (match === MATCH.possible) possible++
  }
  return { shown, possible }
}
