/**
 * Reads along the JSON of a clean event, as the nodes of its schema say (compileScan.ts). What is not clean, or written in
 * an unusual way (escapes, a key twice), is refused: JSON.parse and compileCheck.ts then say what it is.
 */
import { NONE, take } from './event'
import { LIST_NODE, NULLABLE_NODE, OBJECT_NODE, ROLE_NOTHING, TEXT_NODE, WORDS_NODE } from './layout'
import { endOfHyphened, endOfText, isPadded } from './texts'

export const REFUSED: usize = 0

const QUOTE: u32 = 0x22
const COMMA: u32 = 0x2c
const COLON: u32 = 0x3a
const OPEN_LIST: u32 = 0x5b
const CLOSE_LIST: u32 = 0x5d
const OPEN_OBJECT: u32 = 0x7b
const CLOSE_OBJECT: u32 = 0x7d
/** `null`, as four bytes. */
const NULL: u32 = 0x6c6c756e

/** After the value that begins there; REFUSED. */
export function scan(node: usize, at: usize): usize {
  switch (load<i32>(node)) {
    case TEXT_NODE:
      return scanText(node, at)
    case WORDS_NODE:
      return scanWords(node, at)
    case OBJECT_NODE:
      return scanObject(node, at)
    case LIST_NODE:
      return scanList(node, at)
    case NULLABLE_NODE:
      if (load<u32>(at) != NULL) return scan(load<u32>(node, 8), at)
      return scanNull(load<i32>(node, 4), at)
    default:
      return REFUSED
  }
}

/** @param role of the value that is null */
function scanNull(role: i32, at: usize): usize {
  return role == ROLE_NOTHING || take(role, NONE, NONE) ? at + 4 : REFUSED
}

/** Node: role; least and most bytes; whether it is trimmed; rule of its hyphens, or 0. */
function scanText(node: usize, at: usize): usize {
  if (load<u8>(at) != QUOTE) return REFUSED
  const from = at + 1
  const rule: usize = load<u32>(node, 20)
  const to = rule == 0 ? endOfText(from) : endOfHyphened(from, rule)
  if (to == 0) return REFUSED
  const length = (to - from) as u32
  // Of letters beyond ASCII there may be fewer units than bytes: who looks closer decides.
  if (length < load<u32>(node, 8) || length > load<u32>(node, 12)) return REFUSED
  if (load<u32>(node, 16) != 0 && isPadded(from, to)) return REFUSED
  const role = load<i32>(node, 4)
  return role == ROLE_NOTHING || take(role, from, to) ? to + 1 : REFUSED
}

/** Node: role; how many; then of each where it begins, and its length, quotes included. */
function scanWords(node: usize, at: usize): usize {
  const role = load<i32>(node, 4)
  const count = load<u32>(node, 8)
  let word = node + 12
  for (let i: u32 = 0; i < count; i++, word += 8) {
    const length = load<u32>(word, 4)
    if (!standsAt(load<u32>(word), length, at)) continue
    return role == ROLE_NOTHING || take(role, i, i) ? at + length : REFUSED
  }
  return REFUSED
}

/** Node: the node of an entry; how many are needed, and how many there may be. */
function scanList(node: usize, at: usize): usize {
  if (load<u8>(at) != OPEN_LIST) return REFUSED
  const item: usize = load<u32>(node, 4)
  const needed = load<u32>(node, 8)
  const most = load<u32>(node, 12)
  let next = afterSpace(at + 1)
  if (load<u8>(next) == CLOSE_LIST) return needed == 0 ? next + 1 : REFUSED
  for (let count: u32 = 1; count <= most; count++) {
    const end = scan(item, next)
    if (end == REFUSED) return REFUSED
    next = afterSpace(end)
    const byte = load<u8>(next) as u32
    if (byte == CLOSE_LIST) return count >= needed ? next + 1 : REFUSED
    if (byte != COMMA) return REFUSED
    next = afterSpace(next + 1)
  }
  return REFUSED
}

/**
 * Node: role; how many fields, and a bit for each that is needed; then of each where its key begins, its length, quotes
 * included, and the node of its value. Most files write the fields of every object in one order: each is looked for first
 * after the one before.
 */
function scanObject(node: usize, at: usize): usize {
  if (load<u8>(at) != OPEN_OBJECT) return REFUSED
  const role = load<i32>(node, 4)
  if (role != ROLE_NOTHING && !take(role, at, at)) return REFUSED
  const count = load<u32>(node, 8)
  const needed = load<u32>(node, 12)
  let found: u32 = 0
  let next = afterSpace(at + 1)
  if (load<u8>(next) == CLOSE_OBJECT) return needed == 0 ? next + 1 : REFUSED
  let likely: u32 = 0
  while (true) {
    const i = findKey(node, count, next, likely)
    if (i == count || (found & (1 << i)) != 0) return REFUSED
    found |= 1 << i
    likely = i + 1
    const key = node + 16 + 12 * (i as usize)
    next = afterSpace(next + load<u32>(key, 4))
    if (load<u8>(next) != COLON) return REFUSED
    const end = scan(load<u32>(key, 8), afterSpace(next + 1))
    if (end == REFUSED) return REFUSED
    next = afterSpace(end)
    const byte = load<u8>(next) as u32
    if (byte == CLOSE_OBJECT) return (found & needed) == needed ? next + 1 : REFUSED
    if (byte != COMMA) return REFUSED
    next = afterSpace(next + 1)
  }
}

/** Position of the key that stands there; `count`: none of them does. */
function findKey(node: usize, count: u32, at: usize, likely: u32): u32 {
  // The first letter of each is a quote; most are told apart by the second.
  const second = load<u8>(at, 1) as u32
  for (let tried: u32 = 0, i = likely; tried < count; tried++, i++) {
    if (i >= count) i = 0
    const key = node + 16 + 12 * (i as usize)
    const letters: usize = load<u32>(key)
    if (load<u8>(letters, 1) == second && standsAt(letters, load<u32>(key, 4), at)) return i
  }
  return count
}

function standsAt(letters: usize, length: u32, at: usize): bool {
  for (let i: usize = 0; i < length; i++) if (load<u8>(letters + i) != load<u8>(at + i)) return false
  return true
}

/** Over the four that JSON allows between its parts; mostly there are none. */
function afterSpace(from: usize): usize {
  let at = from
  while (true) {
    const byte = load<u8>(at) as u32
    if (byte > 0x20) return at
    if (byte != 0x20 && byte != 0x0a && byte != 0x0d && byte != 0x09) return at
    at++
  }
}
