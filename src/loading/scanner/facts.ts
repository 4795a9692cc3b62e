/** What is known of the events of a batch together, as it stands in storyFacts.ts. */
import {
  FACT_COVERED_END,
  FACT_COVERED_START,
  FACT_HAS_CLOCK_TIMES,
  FACT_KIND_COUNTS,
  FACT_REPORTS_END,
  FACT_REPORTS_START,
  FACT_SIGNS,
  FACT_STANDINGS,
  FACTS_WIDTH,
  SIGN_REPORT,
} from './layout'

const facts: usize = heap.alloc(FACTS_WIDTH)

/** Begins a batch, of which nothing is known. */
export function startFacts(): void {
  memory.fill(facts, 0, FACTS_WIDTH)
  for (let at = FACT_COVERED_START; at <= FACT_REPORTS_END; at += 16) {
    store<f64>(facts + at, Infinity)
    store<f64>(facts + at + 8, -Infinity)
  }
}

/** Where they stand; see layout.ts. */
export function factsAt(): usize {
  return facts
}

/** Some event has a date with these bounds, of which those that are infinite say nothing. */
export function coverDate(startMs: f64, endMs: f64, hasClockTime: bool): void {
  reach(FACT_COVERED_START, startMs)
  reach(FACT_COVERED_START, endMs)
  if (hasClockTime) store<u32>(facts, 1, FACT_HAS_CLOCK_TIMES)
}

/** Some event was reported. @param middleMs of its report; not finite: it has none */
export function coverReport(middleMs: f64): void {
  reach(FACT_REPORTS_START, middleMs)
  addSigns(1 << SIGN_REPORT)
}

/** @param signs a bit for each */
export function addSigns(signs: u32): void {
  store<u32>(facts, load<u32>(facts, FACT_SIGNS) | signs, FACT_SIGNS)
}

/** Bit i: some event or account has standings[i]. */
export function addStandings(standings: u32): void {
  store<u32>(facts, load<u32>(facts, FACT_STANDINGS) | standings, FACT_STANDINGS)
}

export function countLane(lane: u8): void {
  const at = facts + FACT_KIND_COUNTS + ((lane as usize) << 2)
  store<u32>(at, load<u32>(at) + 1)
}

function reach(range: usize, ms: f64): void {
  if (!isFinite(ms)) return
  const at = facts + range
  store<f64>(at, min(load<f64>(at), ms))
  store<f64>(at, max(load<f64>(at, 8), ms), 8)
}
