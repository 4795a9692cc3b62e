/** Which names do the events of a batch claim? The same two hashes as nameHash.ts has them; ids are ASCII. */
import { cutTo, lengthOf, push32, startOf } from './columns'
import { NAME_CHECKS, NAME_INDEXES, NAME_PLACES, NAME_SLOTS } from './layout'

/** Names of one event that are held against each other one by one. */
const MOST_AT_ONCE: u32 = 32

/** [hash] number of a claim + 1; 0: empty. Twice as many as claims, or more. */
let slots: u32 = 1 << 14
let table: usize = heap.alloc((slots as usize) << 2)
memory.fill(table, 0, (slots as usize) << 2)

// Of the event under way: place, check and slot of each name.
const names: usize = heap.alloc(12 * (MOST_AT_ONCE as usize))
let count: u32 = 0

/** Forgets all claims. */
export function forgetNames(): void {
  memory.fill(table, 0, (slots as usize) << 2)
  cutTo(NAME_PLACES, 0)
  cutTo(NAME_CHECKS, 0)
  cutTo(NAME_INDEXES, 0)
  cutTo(NAME_SLOTS, 0)
}

export function startNames(): void {
  count = 0
}

/** Of the event under way. False: there are too many of them. */
export function noteName(from: usize, to: usize, slot: u32): bool {
  if (count == MOST_AT_ONCE) return false
  const at = names + 12 * (count++ as usize)
  store<u32>(at, placeOf(from, to))
  store<u32>(at, checkOf(from, to), 4)
  store<u32>(at, slot, 8)
  return true
}

/** Claims all names of the event under way; false: none, since one of them is not to be had, or stands there twice. */
export function claimAll(index: u32): bool {
  for (let i: u32 = 0; i < count; i++) {
    const at = names + 12 * (i as usize)
    if (claimOf(load<u32>(at), load<u32>(at, 4)) != 0) return false
    for (let other = names; other < at; other += 12) if (load<u64>(other) == load<u64>(at)) return false
  }
  for (let i: u32 = 0; i < count; i++) {
    const at = names + 12 * (i as usize)
    claim(load<u32>(at), load<u32>(at, 4), index, load<u32>(at, 8))
  }
  return true
}

/** The number of the claim to a name + 1; 0: nobody has it. */
export function claimOf(place: u32, check: u32): u32 {
  return load<u32>(table + ((find(place, check) as usize) << 2))
}

/** Of a name that nobody has. */
export function claim(place: u32, check: u32, index: u32, slot: u32): void {
  push32(NAME_PLACES, place)
  push32(NAME_CHECKS, check)
  push32(NAME_INDEXES, index)
  push32(NAME_SLOTS, slot)
  const number = lengthOf(NAME_PLACES)
  if (number * 2 > slots) grow(number)
  else store<u32>(table + ((find(place, check) as usize) << 2), number)
}

function find(place: u32, check: u32): u32 {
  const places = startOf(NAME_PLACES)
  const checks = startOf(NAME_CHECKS)
  const mask = slots - 1
  let at = place & mask
  while (true) {
    const number = load<u32>(table + ((at as usize) << 2))
    if (number == 0) return at
    const offset = ((number - 1) as usize) << 2
    if (load<u32>(checks + offset) == check && load<u32>(places + offset) == place) return at
    at = (at + 1) & mask
  }
}

function grow(claims: u32): void {
  slots *= 2
  table = heap.alloc((slots as usize) << 2)
  memory.fill(table, 0, (slots as usize) << 2)
  for (let i: u32 = 0; i < claims; i++) {
    const offset = (i as usize) << 2
    const at = find(load<u32>(startOf(NAME_PLACES) + offset), load<u32>(startOf(NAME_CHECKS) + offset))
    store<u32>(table + ((at as usize) << 2), i + 1)
  }
}

export function placeOf(from: usize, to: usize): u32 {
  let place: u32 = 0x811c9dc5
  for (let at = from; at < to; at++) place = (place ^ load<u8>(at)) * 0x01000193
  return mix(place)
}

export function checkOf(from: usize, to: usize): u32 {
  let check = (to - from) as u32
  for (let at = from; at < to; at++) check = check * 0x85ebca6b + load<u8>(at) + 1
  const mixed = mix(check)
  return mixed == 0 ? 1 : mixed
}

function mix(hash: u32): u32 {
  let mixed = hash ^ (hash >>> 16)
  mixed *= 0x85ebca6b
  mixed ^= mixed >>> 13
  mixed *= 0xc2b2ae35
  return mixed ^ (mixed >>> 16)
}
