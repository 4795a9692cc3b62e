/**
 * Which names are used twice, among more than memory holds? Sorted by hash, those of one name stand together, the first
 * in the file first: it keeps the name, and an event with any name that is taken is left out, as in eventIds.ts.
 */
import { hashName } from '../core/indexing/nameHash.ts'
import { quote } from '../core/story/problem.ts'
import { MAX_LIST_LENGTH } from '../core/story/storyLimits.ts'
import { ExternalSorter } from './externalSort.ts'
import { asciiOf } from './eventRecord.ts'
import { ORDER, type PlacedProblem } from './problemTally.ts'

const SORT_BYTES = 32 << 20
const PAYLOAD_BYTES = 20
/** Holders of eventIds.ts: slot · EVENTS + place in the file. */
const EVENTS = 2 ** 30
/** Slots of one event are fewer. */
const SLOTS = 2 ** 20
const PLACES = MAX_LIST_LENGTH + 1

export class ClaimedNames {
  readonly #sorter: ExternalSorter
  readonly #dropped = new Set<number>()

  /** @param file written meanwhile */
  constructor(file: string) {
    this.#sorter = new ExternalSorter(file, SORT_BYTES, PAYLOAD_BYTES)
  }

  /** @param holder as claimEventIds numbers it; @param eventId of the event that claims the name */
  add(name: string, holder: number, eventId: string): void {
    const { place, check } = hashName(name)
    const slot = Math.floor(holder / EVENTS)
    const payload = Buffer.from(slot === 0 ? name : `${name} ${eventId}`, 'latin1')
    this.#sorter.add(place, check, (holder % EVENTS) * SLOTS + slot, payload)
  }

  /** Finds the events to be left out. @param report told of each name that is taken */
  close(report: (problem: PlacedProblem) => void): void {
    let place = NaN
    let check = NaN
    let owner = 0
    for (const { key0, key1, key2, payload } of this.#sorter.sorted()) {
      if (key0 !== place || key1 !== check) {
        place = key0
        check = key1
        owner = key2
        continue
      }
      const index = Math.floor(key2 / SLOTS)
      const slot = key2 % SLOTS
      this.#dropped.add(index)
      const [name = '', eventId = name] = asciiOf(payload).split(' ')
      const sentence = `${quote(name)} is already used at events[${Math.floor(owner / SLOTS)}].${pathOfSlot(owner % SLOTS)}`
      report({
        index,
        order: ORDER.names + slot,
        problem: { path: `events[${index}].${pathOfSlot(slot)}`, sentence, eventId, isLeftOut: true },
      })
    }
  }

  /** How many events close found. */
  get droppedCount(): number {
    return this.#dropped.size
  }

  readonly isDropped = (index: number): boolean => this.#dropped.has(index)

  /** Ids and former ids of the events that were dropped. */
  eachDroppedName(tell: (name: string) => void): void {
    if (this.#dropped.size === 0) return
    for (const { key2, payload } of this.#sorter.sorted())
      if (key2 % SLOTS < PLACES && this.#dropped.has(Math.floor(key2 / SLOTS)))
        tell(asciiOf(payload).split(' ')[0] ?? '')
  }

  remove(): void {
    this.#sorter.remove()
  }
}

/** As in eventIds.ts. */
function pathOfSlot(slot: number): string {
  const statement = Math.floor(slot / PLACES)
  const alias = slot % PLACES
  const owner = statement === 0 ? '' : `statements[${statement - 1}].`
  return alias === 0 ? `${owner}id` : `${owner}aliases[${alias - 1}]`
}
