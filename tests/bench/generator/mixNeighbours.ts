/** In which order do events stand in the file? Roughly by time, but not exactly, as in a file that people keep. */
import type { Random } from './random.ts'
import { shuffle } from './random.ts'

/** How many entries wait to be chosen from. */
const WAITING = 32

/** All the entries; each comes after at most a few dozen others, or some hundred, that stood behind it. */
export function* mixNeighbours<T>(entries: Iterable<T>, random: Random): Generator<T> {
  const waiting: T[] = []
  for (const entry of entries) {
    if (waiting.length < WAITING) {
      waiting.push(entry)
      continue
    }
    const chosen = random.below(WAITING)
    yield waiting[chosen] as T
    waiting[chosen] = entry
  }
  yield* shuffle(waiting, random)
}
