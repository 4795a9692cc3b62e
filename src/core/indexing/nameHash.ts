/** Under which number is a name kept? 64 bits of two kinds, since names by the million are too large to keep. */
import { unitsOf } from '../base/textUnits.ts'

export interface NameHash {
  /** Says where in a table it is looked for. */
  readonly place: number
  /** Tells it from others there; never 0, so that an empty slot is told from a full one. */
  readonly check: number
}

/**
 * FNV-1a over UTF-16 units, and another polynomial, each with a final mix; 32 bits each. loading/scanner/names.ts has the
 * same for names that stand in bytes.
 */
export function hashName(name: string): NameHash {
  const units = unitsOf(name)
  let place = 0x811c9dc5
  let check = units.length
  for (const unit of units) {
    place = Math.imul(place ^ unit, 0x01000193)
    check = (Math.imul(check, 0x85ebca6b) + unit + 1) | 0
  }
  return { place: mix(place), check: mix(check) || 1 }
}

/** The finaliser of MurmurHash3: every bit of the input changes half of the bits of the result. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
