/** In which order does a reader go through sources? By the day of issue: who was first can have been retold. */
import { outerExtent } from '../time/fuzzyDate.ts'
import type { Source } from './story.ts'

/** By the earliest day of issue, then the narrower date; then as in the file. Those without a date last. */
export function orderByIssue(sources: Iterable<Source>): readonly Source[] {
  return [...sources]
    .map((source) => ({ source, extent: source.issued === null ? null : outerExtent(source.issued) }))
    .sort(
      (a, b) =>
        compare(a.extent?.startMs ?? Infinity, b.extent?.startMs ?? Infinity) ||
        compare(a.extent?.endMs ?? Infinity, b.extent?.endMs ?? Infinity),
    )
    .map(({ source }) => source)
}

/** Subtraction would make NaN of two infinities. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
