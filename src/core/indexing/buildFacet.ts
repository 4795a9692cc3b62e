/** From what each of many events has to which events have each value. */
import type { EventRow } from './eventIndex.ts'
import type { Facet } from './facet.ts'

/**
 * The same of values so few that they are bits. Cost: one pass for each value, over bytes.
 * @param bits [n] bit v of event i: it has value v; @param order as below
 */
export function buildBitFacet(values: readonly string[], bits: Uint8Array, order: Uint32Array): Facet {
  const inOrder = new Uint8Array(order.length)
  for (let row: EventRow = 0; row < order.length; row++) inOrder[row] = bits[order[row] ?? 0] ?? 0
  const offsets = new Uint32Array(values.length + 1)
  for (let value = 0; value < values.length; value++) {
    let count = 0
    for (let row = 0; row < inOrder.length; row++) count += ((inOrder[row] ?? 0) >> value) & 1
    offsets[value + 1] = (offsets[value] ?? 0) + count
  }
  // One more: what is written where it does not count is written over, or stands after the last.
  const rows = new Uint32Array((offsets[values.length] ?? 0) + 1)
  for (let value = 0; value < values.length; value++) {
    let at = offsets[value] ?? 0
    for (let row: EventRow = 0; row < inOrder.length; row++) {
      rows[at] = row
      at += ((inOrder[row] ?? 0) >> value) & 1
    }
  }
  return { values, offsets, rows: rows.slice(0, -1) }
}

/**
 * From pairs to postings. Cost: one pass each over pairs and values.
 * @param valueOffsets [n + 1] the values of event i are valueNumbers[valueOffsets[i] … valueOffsets[i + 1]]
 * @param order [n] order[row] is the event that stands in that row
 */
export function buildFacet(
  values: readonly string[],
  valueOffsets: Uint32Array,
  valueNumbers: Uint32Array,
  order: Uint32Array,
): Facet {
  const offsets = new Uint32Array(values.length + 1)
  for (const value of valueNumbers) offsets[value + 1] = (offsets[value + 1] ?? 0) + 1
  for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] ?? 0) + (offsets[i - 1] ?? 0)
  const next = offsets.slice()
  const rows = new Uint32Array(valueNumbers.length)
  for (let row: EventRow = 0; row < order.length; row++) {
    const event = order[row] ?? 0
    for (let i = valueOffsets[event] ?? 0; i < (valueOffsets[event + 1] ?? 0); i++) {
      const value = valueNumbers[i] ?? 0
      const at = next[value] ?? 0
      rows[at] = row
      next[value] = at + 1
    }
  }
  return { values, offsets, rows }
}
