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
  readonly scan: (text: string, at: number, tape: Tape) => number
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

/** [ASCII] 1 for what ends a string, or may not stand in it as it is. */
const STOPS = new Uint8Array(128).fill(1, 0, 0x20)
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
    return (text, at, tape) => {
      if (!stands('null', text, at)) return scan(text, at, tape)
      tape.note(field, -1, -1)
      return at + 'null'.length
    }
  }
  throw unknownPart(part)
}

function unknownPart({ type }: SchemaPart): Error {
  return new Error(`compileScan.ts does not know this part of a schema, or this use of it: ${type}`)
}

/** The words of a few: those of choices with their quotes. */
function compileWords(words: readonly string[], field: number): ScanValue {
  return (text, at, tape) => {
    for (let i = 0; i < words.length; i++) {
      const word = words[i] ?? ''
      if (!stands(word, text, at)) continue
      tape.note(field, i, i)
      return at + word.length
    }
    return REFUSED
  }
}

function compileText({ pipe = [] }: SchemaPart, field: number): ScanValue {
  const rules = rulesOf(pipe)
  const { isTrimmed, pattern } = rules
  const least = rules.least ?? 0
  const most = Math.min(rules.most ?? MAX_TEXT_LENGTH, MAX_TEXT_LENGTH)
  return (text, at, tape) => {
    if (text.charCodeAt(at) !== QUOTE) return REFUSED
    const from = at + 1
    let to = from
    let unit = text.charCodeAt(to)
    while (unit >= 128 || STOPS[unit] === 0) unit = text.charCodeAt(++to)
    if (unit !== QUOTE || to - from < least || to - from > most) return REFUSED
    if (isTrimmed && (isSpace(text.charCodeAt(from)) || isSpace(text.charCodeAt(to - 1)))) return REFUSED
    if (pattern !== null) {
      pattern.lastIndex = from
      if (!pattern.test(text) || pattern.lastIndex !== to) return REFUSED
    }
    tape.note(field, from, to)
    return to + 1
  }
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
      rules.pattern = inPlace(requirement)
    else if (type === 'min_length' && typeof requirement === 'number' && rules.least === null)
      rules.least = requirement
    else if (type === 'max_length' && typeof requirement === 'number' && rules.most === null)
      rules.most = requirement
    else throw unknownPart(part)
  }
  return rules
}

/** A pattern for a whole text, to be tried inside a longer one: nothing in it may look beyond the text's ends. */
function inPlace({ source, flags }: RegExp): RegExp {
  const isWhole = /^\^[^^$|]*\$$/.test(source)
  if (!isWhole || flags !== '' || /\(\?[^:]|\\[bB]/.test(source))
    throw new Error(`compileScan.ts cannot try this pattern inside a longer text: ${source}`)
  return new RegExp(source.slice(1, -1), 'y')
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
  return (text, at, tape) => {
    if (text.charCodeAt(at) !== OPEN_LIST) return REFUSED
    let next = skipSpace(text, at + 1)
    if (text.charCodeAt(next) === CLOSE_LIST) return needed === 0 ? next + 1 : REFUSED
    for (let count = 1; count <= MAX_LIST_LENGTH; count++) {
      const end = scan(text, next, tape)
      if (end === REFUSED) return REFUSED
      next = skipSpace(text, end)
      const unit = text.charCodeAt(next)
      if (unit === CLOSE_LIST) return count >= needed ? next + 1 : REFUSED
      if (unit !== COMMA) return REFUSED
      next = skipSpace(text, next + 1)
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
  const keys = names.map((name) => JSON.stringify(name))
  let needed = 0
  const scans = Object.entries(entries).map(([name, part], i) => {
    const isOptional = part.type === 'optional'
    if (!isOptional) needed |= 1 << i
    const inner = isOptional ? part.wrapped : part
    if (inner === undefined || (isOptional && (part.default !== undefined || part.fallback !== undefined)))
      throw unknownPart(part)
    return compile(inner, path === '' ? name : `${path}.${name}`, fields)
  })
  return (text, at, tape) => {
    if (text.charCodeAt(at) !== OPEN_OBJECT) return REFUSED
    tape.note(own, at, at)
    let found = 0
    let next = skipSpace(text, at + 1)
    if (text.charCodeAt(next) === CLOSE_OBJECT) return needed === 0 ? next + 1 : REFUSED
    for (let likely = 0; ; likely++) {
      const i = findKey(keys, text, next, likely)
      const scan = scans[i]
      if (scan === undefined || (found & (1 << i)) !== 0) return REFUSED
      found |= 1 << i
      likely = i
      next = skipSpace(text, next + (keys[i]?.length ?? 0))
      if (text.charCodeAt(next) !== COLON) return REFUSED
      const end = scan(text, skipSpace(text, next + 1), tape)
      if (end === REFUSED) return REFUSED
      next = skipSpace(text, end)
      const unit = text.charCodeAt(next)
      if (unit === CLOSE_OBJECT) return (found & needed) === needed ? next + 1 : REFUSED
      if (unit !== COMMA) return REFUSED
      next = skipSpace(text, next + 1)
    }
  }
}

/** Position of the key that stands there; -1: none of them. @param likely where to look first */
function findKey(keys: readonly string[], text: string, at: number, likely: number): number {
  for (let i = likely; i < keys.length; i++) if (stands(keys[i] ?? '', text, at)) return i
  for (let i = 0; i < likely && i < keys.length; i++) if (stands(keys[i] ?? '', text, at)) return i
  return -1
}

function stands(word: string, text: string, at: number): boolean {
  // The first letter is a quote, mostly, and tells nothing.
  if (text.charCodeAt(at + 1) !== word.charCodeAt(1)) return false
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(at + i) !== word.charCodeAt(i)) return false
  return true
}

/** Over the four that JSON allows between its parts; mostly there are none. */
export function skipSpace(text: string, from: number): number {
  for (let at = from; ; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0x20) return at
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return at
  }
}
