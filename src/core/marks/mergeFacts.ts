/** Facts of events that were read in several places: what do all of them say? */
import { howKnownKinds, type HowKnown } from '../time/howKnown.ts'
import type { FactsOfSome } from './storyFacts.ts'

/** @param parts of different events; none: what is known of no event */
export function mergeFacts(parts: readonly FactsOfSome[]): FactsOfSome {
  return {
    covered: {
      startMs: Math.min(...parts.map(({ covered }) => covered.startMs)),
      endMs: Math.max(...parts.map(({ covered }) => covered.endMs)),
    },
    reports: {
      startMs: Math.min(...parts.map(({ reports }) => reports.startMs)),
      endMs: Math.max(...parts.map(({ reports }) => reports.endMs)),
    },
    hasClockTimes: parts.some(({ hasClockTimes }) => hasClockTimes),
    kindCounts: Object.fromEntries(
      howKnownKinds.map((kind) => [kind, parts.reduce((sum, { kindCounts }) => sum + kindCounts[kind], 0)]),
    ) as Record<HowKnown, number>,
    signs: [...new Set(parts.flatMap(({ signs }) => signs))],
    standings: [...new Set(parts.flatMap(({ standings }) => standings))],
  }
}
