/**
 * The lanes under a filter that leaves few events of very many, without a look at the others. Each event that passes
 * sets a bit at its place in the order of its lane; then the bits are read in that order.
 *
 *   order of a lane   9  4  7  2  8 …       ranks   2: 3 · 4: 1 · 7: 2 …
 *   4 and 2 pass      0  1  0  1  0 …       shown   4, 2
 */
import { howKnownKinds, type HowKnown } from '../time/howKnown.ts'
import type { EventIndex, LaneOrder, LaneRanks } from './eventIndex.ts'
import type { Matches } from './findMatches.ts'
import { showLanes, type ShownLanes } from './shownLanes.ts'

/** Bits that are read at once. Each lane begins with a word of its own. */
const WORD = 32

/** From so many events on that one of them passes, every lane is better looked through. */
const FEW_OF = 4

/** So many in a step: some milliseconds before V8 has compiled the loop. */
const STEP_ROWS = 100_000

/**
 * As showLanes, which it asks where many pass or the index has no ranks. Each step takes some milliseconds.
 * @param stepRows a multiple of four
 */
export function* showManyLanes(
  index: Pick<EventIndex, 'rowCount' | 'lanes' | 'ranks'>,
  matches: Matches,
  shownCount: number,
  stepRows = STEP_ROWS,
): Generator<void, ShownLanes> {
  const { ranks, rowCount } = index
  if (ranks === undefined || shownCount * FEW_OF > rowCount) return showLanes(index, matches, shownCount)
  const places = placesOf(index.lanes)
  const bits = { byAnchor: new Uint32Array(places.words), byEnd: new Uint32Array(places.words) }
  for (let row = 0; row < rowCount; row += stepRows) {
    setBits(bits, ranks, matches, row, Math.min(row + stepRows, rowCount))
    yield
  }
  const shown: Partial<Record<HowKnown, LaneOrder>> = {}
  for (const kind of howKnownKinds) {
    const lane = index.lanes[kind]
    const from = places.firstWords[kind]
    const byAnchor = readBits(bits.byAnchor, from, lane.byAnchor)
    yield
    shown[kind] = { byAnchor, byEnd: readBits(bits.byEnd, from, lane.byEnd) }
    yield
  }
  return shown as ShownLanes
}

/** Of the rows that pass, at their ranks. @param fromRow a multiple of four */
function setBits(bits: LaneRanks, ranks: LaneRanks, matches: Matches, fromRow: number, toRow: number): void {
  const { byAnchor, byEnd } = bits
  const set = (row: number): void => {
    const anchor = ranks.byAnchor[row] ?? 0
    byAnchor[anchor >>> 5] = (byAnchor[anchor >>> 5] ?? 0) | (1 << anchor)
    const end = ranks.byEnd[row] ?? 0
    byEnd[end >>> 5] = (byEnd[end >>> 5] ?? 0) | (1 << end)
  }
  // Most events do not pass: four of them are passed by at once.
  const fours = new Uint32Array(matches.buffer, matches.byteOffset, matches.length >>> 2)
  const lastFour = toRow >>> 2
  for (let four = fromRow >>> 2; four < lastFour; four++) {
    if (fours[four] === 0) continue
    for (let row = four * 4; row < four * 4 + 4; row++) if (matches[row] !== 0) set(row)
  }
  for (let row = lastFour * 4; row < toRow; row++) if (matches[row] !== 0) set(row)
}

/** Of the orders of an index. */
export function rankLanes({ rowCount, lanes }: Pick<EventIndex, 'rowCount' | 'lanes'>): LaneRanks {
  const ranks = { byAnchor: new Uint32Array(rowCount), byEnd: new Uint32Array(rowCount) }
  const { firstWords } = placesOf(lanes)
  const rank = (column: Uint32Array, order: Uint32Array, kind: HowKnown): void => {
    const first = firstWords[kind] * WORD
    for (let i = 0; i < order.length; i++) column[order[i] ?? 0] = first + i
  }
  for (const kind of howKnownKinds) {
    const { byAnchor, byEnd } = lanes[kind]
    rank(ranks.byAnchor, byAnchor, kind)
    // The undated have no end; nobody reads the bits that they set.
    rank(ranks.byEnd, kind === 'undated' ? byAnchor : byEnd, kind)
  }
  return ranks
}

/** Where the bits of each lane begin, and how many words there are in all. */
function placesOf(lanes: EventIndex['lanes']): {
  readonly firstWords: Readonly<Record<HowKnown, number>>
  readonly words: number
} {
  let words = 0
  const entries = howKnownKinds.map((kind) => {
    const first = words
    words += Math.ceil(lanes[kind].byAnchor.length / WORD)
    return [kind, first] as const
  })
  return { firstWords: Object.fromEntries(entries) as unknown as Record<HowKnown, number>, words }
}

/** The rows of an order whose bits are set. @param from the order's first word */
function readBits(bits: Uint32Array, from: number, order: LaneOrder['byAnchor']): Uint32Array {
  const words = bits.subarray(from, from + Math.ceil(order.length / WORD))
  let count = 0
  for (let word = 0; word < words.length; word++) count += countBits(words[word] ?? 0)
  const rows = new Uint32Array(count)
  let at = 0
  for (let word = 0; word < words.length; word++)
    for (let left = words[word] ?? 0; left !== 0; left &= left - 1)
      rows[at++] = order[word * WORD + 31 - Math.clz32(left & -left)] ?? 0
  return rows
}

/** Of a word of 32: in pairs, fours, eights, then all four of these at once. */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
