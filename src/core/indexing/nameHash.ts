/** Under which number is a name kept? 64 bits of two kinds, since names by the million are too large to keep. */
import { unitsOf } from '../base/textUnits.ts'

export interface NameHash {
  /** Says where in a table it is looked for. */
  readonly place: number
  /** Tells it from others there; never 0, so that an empty slot is told from a full one. */
  readonly check: number
}

/** FNV-1a over UTF-16 units, and another polynomial, each with a final mix; 32 bits each. */
export function hashName(name: string): NameHash {
  const units = unitsOf(name)
  return { place: placeOfName(units, 0, units.length), check: checkOfName(units, 0, units.length) }
}

/** `place` of the name that stands in `units` from `from` to `to`. */
export function placeOfName(units: Uint16Array, from: number, to: number): number {
  let place = 0x811c9dc5
  for (let i = from; i < to; i++) place = Math.imul(place ^ (units[i] ?? 0), 0x01000193)
  return mix(place)
}

/** `check` of the same. */
export function checkOfName(units: Uint16Array, from: number, to: number): number {
  let check = to - from
  for (let i = from; i < to; i++) check = (Math.imul(check, 0x85ebca6b) + (units[i] ?? 0) + 1) | 0
  return mix(check) || 1
}

/** The finaliser of MurmurHash3: every bit of the input changes half of the bits of the result. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
