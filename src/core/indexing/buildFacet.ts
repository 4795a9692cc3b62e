/** From what each of many events has to which events have each value. */
import type { EventRow } from './eventIndex.ts'
import type { Facet } from './facet.ts'

/**
 * From pairs to postings. Cost: one pass each over pairs, events and values.
 * @param column of each event how many values it has, then their numbers
 * @param order [n] order[row] is the event that stands in that row
 */
export function buildFacet(values: readonly string[], column: Uint32Array, order: Uint32Array): Facet {
  const offsets = new Uint32Array(values.length + 1)
  const starts = new Uint32Array(order.length)
  for (let event = 0, at = 0; event < starts.length; event++) {
    starts[event] = at
    for (let left = column[at++] ?? 0; left > 0; left--) {
      const value = column[at++] ?? 0
      offsets[value + 1] = (offsets[value + 1] ?? 0) + 1
    }
  }
  for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] ?? 0) + (offsets[i - 1] ?? 0)
  const next = offsets.slice()
  const rows = new Uint32Array(offsets[values.length] ?? 0)
  for (let row: EventRow = 0; row < order.length; row++) {
    let at = starts[order[row] ?? 0] ?? 0
    for (let left = column[at++] ?? 0; left > 0; left--) {
      const value = column[at++] ?? 0
      const place = next[value] ?? 0
      rows[place] = row
      next[value] = place + 1
    }
  }
  return { values, offsets, rows }
}

/**
 * The same of values so few that they are bits.
 * @param bits [n] bit v of event i: it has value v; @param order as above
 */
export function buildBitFacet(values: readonly string[], bits: Uint8Array, order: Uint32Array): Facet {
  const offsets = new Uint32Array(values.length + 1)
  for (let event = 0; event < bits.length; event++)
    for (let left = bits[event] ?? 0; left !== 0; left &= left - 1) {
      const value = lowestBit(left)
      offsets[value + 1] = (offsets[value + 1] ?? 0) + 1
    }
  for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] ?? 0) + (offsets[i - 1] ?? 0)
  const next = offsets.slice()
  const rows = new Uint32Array(offsets[values.length] ?? 0)
  for (let row: EventRow = 0; row < order.length; row++)
    for (let left = bits[order[row] ?? 0] ?? 0; left !== 0; left &= left - 1) {
      const value = lowestBit(left)
      const place = next[value] ?? 0
      rows[place] = row
      next[value] = place + 1
    }
  return { values, offsets, rows }
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}
