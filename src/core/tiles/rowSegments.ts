/** Rows in reading order as runs and lists: what a filter leaves of millions is mostly one run from here to there. */
import type { EventRow } from '../indexing/eventIndex.ts'
import type { RowSequence } from '../indexing/shownRows.ts'
import { countBelow } from '../base/bisect.ts'

/** All rows from one to another (exclusive), or some, ascending. */
export type Segment =
  | { readonly kind: 'run'; readonly from: EventRow; readonly to: EventRow }
  | { readonly kind: 'list'; readonly rows: ArrayLike<EventRow> }

export class RowSegments implements RowSequence {
  readonly length: number
  readonly #segments: readonly Segment[]

  /** @param segments in order, none overlapping the next */
  constructor(segments: readonly Segment[]) {
    this.#segments = segments.filter((segment) => lengthOf(segment) > 0)
    this.length = segments.reduce((sum, segment) => sum + lengthOf(segment), 0)
  }

  readonly has = (row: EventRow): boolean =>
    this.#segments.some((segment) =>
      segment.kind === 'run'
        ? row >= segment.from && row < segment.to && Number.isInteger(row)
        : segment.rows[countBelow(segment.rows, row)] === row,
    )

  readonly countBefore = (row: EventRow): number => {
    let count = 0
    for (const segment of this.#segments)
      count +=
        segment.kind === 'run'
          ? Math.max(0, Math.min(Math.ceil(row), segment.to) - segment.from)
          : countBelow(segment.rows, row)
    return count
  }

  readonly at = (position: number): EventRow | null => {
    if (position < 0) return null
    let left = position
    for (const segment of this.#segments) {
      const length = lengthOf(segment)
      if (left < length) return segment.kind === 'run' ? segment.from + left : (segment.rows[left] ?? null)
      left -= length
    }
    return null
  }

  readonly next = (from: EventRow, step: 1 | -1): EventRow | null => {
    const before = this.countBefore(from)
    return this.at(step === -1 ? before - 1 : this.has(from) ? before + 1 : before)
  }

  readonly slice = (from: number, to: number): readonly EventRow[] => {
    const rows: EventRow[] = []
    for (let position = from; position < Math.min(to, this.length); position++) {
      const row = this.at(position)
      if (row !== null) rows.push(row)
    }
    return rows
  }
}

function lengthOf(segment: Segment): number {
  return segment.kind === 'run' ? Math.max(0, segment.to - segment.from) : segment.rows.length
}
