/**
 * What do plain events say of the whole story? Each fact hangs from the date, from the report or from a standing alone, and
 * is worked out for the first event that has it: most have nothing new to say.
 */
import { StoryFactsBuilder } from '../core/marks/storyFacts.ts'
import { standings } from '../core/story/storyFile.ts'
import type { FuzzyDate } from '../core/time/fuzzyDate.ts'
import type { PlainEvent } from './plainEvent.ts'

export class PlainFacts {
  readonly builder = new StoryFactsBuilder()
  /** Bit 0: told of as it was written; bit 1: as derived. */
  readonly #dates = new Map<FuzzyDate | null, number>()
  readonly #reports = new Set<FuzzyDate>()
  /** Bit i: standings[i] was told of. */
  #standings = 0

  add({ date, report, derived, standing, accountStandings }: PlainEvent): void {
    const known = this.#dates.get(date) ?? 0
    const bit = derived === 0 ? 1 : 2
    if ((known & bit) === 0) {
      this.#dates.set(date, known | bit)
      this.builder.addDate(date, derived !== 0)
    } else this.builder.addKnownDate(date)
    if (report !== null && !this.#reports.has(report)) {
      this.#reports.add(report)
      this.builder.addReport(report)
    }
    const isTold = ((accountStandings | (1 << standing)) & ~this.#standings) === 0
    if (!isTold) this.#addStandings(accountStandings | (1 << standing))
  }

  #addStandings(bits: number): void {
    this.#standings |= bits
    for (const [i, kind] of standings.entries()) if ((bits & (1 << i)) !== 0) this.builder.addStanding(kind)
  }
}
