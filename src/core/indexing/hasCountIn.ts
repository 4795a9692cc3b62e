/** Does any event of some lanes touch a stretch of time, as far as it is known what they count? */
import type { Extent } from '../time/fuzzyDate.ts'
import type { DatedKind, TimeLanes } from './timeLane.ts'

/** Bins in which a stretch is counted, at least; at its ends whole ones. */
const BINS = 64

/** What is missing is asked for. null: it is not known yet */
export function hasCountIn(lanes: Pick<TimeLanes, DatedKind>, { startMs, endMs }: Extent): boolean | null {
  const binMs = 2 ** Math.floor(Math.log2((endMs - startMs) / BINS))
  const fromMs = Math.floor(startMs / binMs) * binMs
  const toMs = Math.ceil(endMs / binMs) * binMs
  const all = [lanes.day, lanes.lasted, lanes.doubt]
  // Each is asked, so that all is fetched together.
  if (all.filter((lane) => !lane.isCounted(fromMs, toMs, binMs, true)).length > 0) return null
  return all.some(
    (lane) => lane.countBefore(toMs) > lane.countBefore(fromMs) || lane.countGoingOn(fromMs) > 0,
  )
}
