/** What is wrong with the story? The first thousand problems by their place in the file, and the number of all. */
import type { StoryProblem } from '../core/story/problem.ts'
import { LISTED_PROBLEMS } from '../core/tiles/manifest.ts'

export interface PlacedProblem {
  /** Place of the event in the file; -1 before all events. */
  readonly index: number
  /** Orders problems of one place. */
  readonly order: number
  readonly problem: StoryProblem
}

/** Orders of problems of one event: as its reader says them; then names, relations and circles. */
export const ORDER = { names: 1e7, relations: 2e7, circles: 3e7 } as const
/** Behind all events. */
export const AFTER_EVENTS = 2 ** 40

export class ProblemTally {
  #count = 0
  #listed: PlacedProblem[] = []

  get count(): number {
    return this.#count
  }

  add(problem: PlacedProblem): void {
    this.addAll([problem], 1)
  }

  /** @param count of problems, of which those in `listed` are the first */
  addAll(listed: readonly PlacedProblem[], count: number): void {
    this.#count += count
    this.#listed.push(...listed)
    if (this.#listed.length > 4 * LISTED_PROBLEMS) this.#listed = [...this.list()]
  }

  list(): readonly PlacedProblem[] {
    return this.#listed.toSorted((a, b) => a.index - b.index || a.order - b.order).slice(0, LISTED_PROBLEMS)
  }
}
