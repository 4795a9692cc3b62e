/**
 * Where in the JSON of a clean item does each of its values stand?
 *
 * JSON.parse makes some forty objects and strings of an event; nearly all events of a large file need none of them. So
 * a schema is walked once, as in compileCheck.ts, and becomes a tree of plain functions that read along a text and note
 * on a tape what they pass:
 *
 *   {"id":"e1","date":{"edtf":"2020-04"},"aliases":["e0"]}
 *   '' · id 7…9 · date · date.edtf 27…34 · aliases 49…51
 *
 * Whatever is not clean, or is written in an unusual way (escapes, a key twice), is refused: JSON.parse and
 * compileCheck.ts then say what it is. What is taken, they would take too.
 */
import type { GenericSchema } from 'valibot'
import { standsAt, unitsOf } from '../base/textUnits.ts'
import { compileHyphened } from './hyphenedWords.ts'
import { MAX_LIST_LENGTH, MAX_TEXT_LENGTH } from './storyLimits.ts'

/** Of an item: the values in their order in the text. An object, alone or in a list, is noted before its values. */
export class Tape {
  /** [3 × length] the field, and where its text begins and ends; see Scan.fields. */
  entries = new Int32Array(3 * 64)
  length = 0

  note(field: number, from: number, to: number): void {
    if (3 * this.length === this.entries.length) {
      const entries = new Int32Array(2 * this.entries.length)
      entries.set(this.entries)
      this.entries = entries
    }
    const at = 3 * this.length++
    this.entries[at] = field
    this.entries[at + 1] = from
    this.entries[at + 2] = to
  }
}

export interface Scan {
  /**
   * Paths by their number on the tape, such as "statements.chain.source". What stands beside it there:
   * a text: its first letter, and after its last, without quotes; one of a list of choices: its position among them;
   * true and false: 1 and 0; null: -1; an object: where it begins.
   */
  readonly fields: readonly string[]
  /** The index after the item that begins at `at`; REFUSED: it is not clean, and the tape is of no use. */
  readonly scan: (units: Uint16Array, at: number, tape: Tape) => number
}

export const REFUSED = -1

/** Throws on a schema that it does not understand: our own mistake, met at start-up. */
export function compileScan(schema: GenericSchema): Scan {
  const fields: string[] = []
  const scan = compile(schema as unknown as SchemaPart, '', fields)
  return { fields, scan }
}

type ScanValue = Scan['scan']

/** The parts of a valibot schema, or of an action in its pipe; which of them exist follows from `type`. */
interface SchemaPart {
  readonly type: string
  readonly pipe?: readonly SchemaPart[]
  readonly entries?: Readonly<Record<string, SchemaPart>>
  readonly item?: SchemaPart
  readonly wrapped?: SchemaPart
  readonly options?: readonly unknown[]
  readonly requirement?: unknown
  readonly default?: unknown
  readonly fallback?: unknown
}

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_LIST = 0x5b
const BACKSLASH = 0x5c
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

const NULL = unitsOf('null')

/** [units] 1 for what ends a string, or may not stand in it as it is. */
const STOPS = new Uint8Array(1 << 16).fill(1, 0, 0x20)
STOPS[QUOTE] = 1
STOPS[BACKSLASH] = 1

function compile(part: SchemaPart, path: string, fields: string[]): ScanValue {
  // either would put a value where the file has none
  if (part.default !== undefined || part.fallback !== undefined) throw unknownPart(part)
  const { type, entries, wrapped, options } = part
  if (type === 'array') return compileList(part, path, fields)
  if (type === 'string') return compileText(part, fields.push(path) - 1)
  if (part.pipe) throw unknownPart(part)
  if (type === 'strict_object' && entries) return compileObject(entries, path, fields)
  if (type === 'boolean') return compileWords(['false', 'true'], fields.push(path) - 1)
  if (type === 'picklist' && options) {
    const words = options.map((option) => JSON.stringify(option))
    return compileWords(words, fields.push(path) - 1)
  }
  if (type === 'nullable' && wrapped) {
    const scan = compile(wrapped, path, fields)
    const field = fields.indexOf(path)
    return (units, at, tape) => {
      if (!standsAt(NULL, units, at)) return scan(units, at, tape)
      tape.note(field, -1, -1)
      return at + NULL.length
    }
  }
  throw unknownPart(part)
}

function unknownPart({ type }: SchemaPart): Error {
  return new Error(`compileScan.ts does not know this part of a schema, or this use of it: ${type}`)
}

/** The words of a few: those of choices with their quotes. */
function compileWords(texts: readonly string[], field: number): ScanValue {
  const words = texts.map(unitsOf)
  return (units, at, tape) => {
    for (let i = 0; i < words.length; i++) {
      const word = words[i]
      if (word === undefined || !standsAt(word, units, at)) continue
      tape.note(field, i, i)
      return at + word.length
    }
    return REFUSED
  }
}

function compileText({ pipe = [] }: SchemaPart, field: number): ScanValue {
  const { isTrimmed, pattern, ...rules } = rulesOf(pipe)
  const least = rules.least ?? 0
  const most = Math.min(rules.most ?? MAX_TEXT_LENGTH, MAX_TEXT_LENGTH)
  const findEnd = pattern === null ? endOfText : compileHyphened(pattern)
  return (units, at, tape) => {
    if (units[at] !== QUOTE) return REFUSED
    const from = at + 1
    const to = findEnd(units, from)
    if (to === -1 || to - from < least || to - from > most) return REFUSED
    if (isTrimmed && (isSpace(units[from] ?? 0) || isSpace(units[to - 1] ?? 0))) return REFUSED
    tape.note(field, from, to)
    return to + 1
  }
}

/** The index of the quote after a text; -1: the text has escapes, or is none. */
function endOfText(units: Uint16Array, from: number): number {
  let to = from
  while (to < units.length && STOPS[units[to] ?? 0] === 0) to++
  return units[to] === QUOTE ? to : -1
}

interface TextRules {
  isTrimmed: boolean
  pattern: RegExp | null
  least: number | null
  most: number | null
}

/** What the actions of a pipe ask of a text; its first part is the schema of the text itself. */
function rulesOf(pipe: readonly SchemaPart[]): TextRules {
  const rules: TextRules = { isTrimmed: false, pattern: null, least: null, most: null }
  for (const part of pipe.slice(1)) {
    const { type, requirement } = part
    if (type === 'trim') rules.isTrimmed = true
    else if (type === 'regex' && requirement instanceof RegExp && rules.pattern === null)
      rules.pattern = requirement
    else if (type === 'min_length' && typeof requirement === 'number' && rules.least === null)
      rules.least = requirement
    else if (type === 'max_length' && typeof requirement === 'number' && rules.most === null)
      rules.most = requirement
    else throw unknownPart(part)
  }
  return rules
}

/** White space as `trim` takes it; below a space nothing stands in a string of JSON. */
function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x80 && String.fromCharCode(unit).trim() === '')
}

function compileList(list: SchemaPart, path: string, fields: string[]): ScanValue {
  const { item, pipe } = list
  if (item === undefined) throw unknownPart(list)
  const { isTrimmed, pattern, least, most } = rulesOf(pipe ?? [])
  if (isTrimmed || pattern !== null || most !== null) throw unknownPart(list)
  const needed = least ?? 0
  const scan = compile(item, path, fields)
  return (units, at, tape) => {
    if (units[at] !== OPEN_LIST) return REFUSED
    let next = skipSpace(units, at + 1)
    if (units[next] === CLOSE_LIST) return needed === 0 ? next + 1 : REFUSED
    for (let count = 1; count <= MAX_LIST_LENGTH; count++) {
      const end = scan(units, next, tape)
      if (end === REFUSED) return REFUSED
      next = skipSpace(units, end)
      const unit = units[next]
      if (unit === CLOSE_LIST) return count >= needed ? next + 1 : REFUSED
      if (unit !== COMMA) return REFUSED
      next = skipSpace(units, next + 1)
    }
    return REFUSED
  }
}

/** Most files write the fields of every object in one order: each is looked for first after the one before. */
function compileObject(
  entries: Readonly<Record<string, SchemaPart>>,
  path: string,
  fields: string[],
): ScanValue {
  const own = fields.push(path) - 1
  const names = Object.keys(entries)
  // A bit of a number for each field.
  if (names.length > 30) throw new Error(`compileScan.ts knows no object of ${names.length} fields`)
  const keys = names.map((name) => unitsOf(JSON.stringify(name)))
  let needed = 0
  const scans = Object.entries(entries).map(([name, part], i) => {
    const isOptional = part.type === 'optional'
    if (!isOptional) needed |= 1 << i
    const inner = isOptional ? part.wrapped : part
    if (inner === undefined || (isOptional && (part.default !== undefined || part.fallback !== undefined)))
      throw unknownPart(part)
    return compile(inner, path === '' ? name : `${path}.${name}`, fields)
  })
  return (units, at, tape) => {
    if (units[at] !== OPEN_OBJECT) return REFUSED
    tape.note(own, at, at)
    let found = 0
    let next = skipSpace(units, at + 1)
    if (units[next] === CLOSE_OBJECT) return needed === 0 ? next + 1 : REFUSED
    for (let likely = 0; ; likely++) {
      const i = findKey(keys, units, next, likely)
      const scan = scans[i]
      if (scan === undefined || (found & (1 << i)) !== 0) return REFUSED
      found |= 1 << i
      likely = i
      next = skipSpace(units, next + (keys[i]?.length ?? 0))
      if (units[next] !== COLON) return REFUSED
      const end = scan(units, skipSpace(units, next + 1), tape)
      if (end === REFUSED) return REFUSED
      next = skipSpace(units, end)
      const unit = units[next]
      if (unit === CLOSE_OBJECT) return (found & needed) === needed ? next + 1 : REFUSED
      if (unit !== COMMA) return REFUSED
      next = skipSpace(units, next + 1)
    }
  }
}

/** Position of the key that stands there; -1: none of them. @param likely where to look first */
function findKey(keys: readonly Uint16Array[], units: Uint16Array, at: number, likely: number): number {
  // The first letter of each is a quote; most are told apart by the second.
  const second = units[at + 1]
  for (let tried = 0, i = likely; tried < keys.length; tried++, i++) {
    if (i >= keys.length) i = 0
    const key = keys[i]
    if (key !== undefined && key[1] === second && standsAt(key, units, at)) return i
  }
  return -1
}

/** Over the four that JSON allows between its parts; mostly there are none. */
export function skipSpace(units: Uint16Array, from: number): number {
  for (let at = from; ; at++) {
    const unit = units[at] ?? 0
    if (unit > 0x20) return at
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return at
  }
}
