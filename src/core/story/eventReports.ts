/**
 * Which events of a file have problems? Reports by the event's place in the file, kept only where something
 * stands in them, since nearly all of a million would be empty.
 */
import type { ItemReport } from './problem.ts'
import { openReport } from './problem.ts'

export interface EventReports {
  /**
   * Runs `work` with the report on one event, so that it may add to it, and returns what `work` returns.
   * @param index place of the event in the file, from 0; @param eventId as written; counts on the first problem
   */
  write<Outcome>(index: number, eventId: string | null, work: (report: ItemReport) => Outcome): Outcome
  /** Those with problems, in file order. */
  list(): readonly ItemReport[]
}

/** No reports yet. */
export function openEventReports(): EventReports {
  const kept = new Map<number, ItemReport>()
  return {
    write: (index, eventId, work) => {
      const report = kept.get(index) ?? openReport(`events[${index}]`, eventId)
      const outcome = work(report)
      if (report.problems.length > 0) kept.set(index, report)
      return outcome
    },
    list: () => [...kept].sort(([a], [b]) => a - b).map(([, report]) => report),
  }
}
