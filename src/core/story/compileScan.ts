/**
 * How is the JSON of a clean item read along its bytes, by a program that knows nothing of the item?
 *
 * JSON.parse makes some forty objects and strings of an event; nearly all events of a large file need none of them. So
 * a schema is walked once, as in compileCheck.ts, and written down as nodes in memory, each a row of 32-bit words with
 * the kind first, along which loading/scanner/scan.ts goes:
 *
 *   {"id":"e1","date":{"edtf":"2020-04"}}
 *   object (id: text, date: nullable (object (edtf: text …) …) …)
 *
 * Whatever is not clean, or is written in an unusual way (escapes, a key twice), is refused there: JSON.parse and
 * compileCheck.ts then say what it is. What is taken, they would take too.
 */
import type { GenericSchema } from 'valibot'
import { unitsOf } from '../base/textUnits.ts'
import { hyphenRules } from './hyphenedWords.ts'
import { MAX_LIST_LENGTH, MAX_TEXT_LENGTH } from './storyLimits.ts'

/** The numbers by which who reads the nodes knows their kinds. */
export interface NodeKinds {
  readonly text: number
  readonly words: number
  readonly object: number
  readonly list: number
  readonly nullable: number
}

/** Nodes, to be put anywhere in memory. */
export interface ScanProgram {
  /** Little-endian; the first word says where the node of the item begins. */
  readonly bytes: Uint8Array
  /** Offsets of all words that are places in these bytes: to each, that of the first byte is to be added. */
  readonly places: readonly number[]
}

/**
 * @param roleOf the number of what stands at a path, such as "statements.chain.source"; 0: nothing to anybody
 * Throws on a schema that it does not understand: our own mistake, met at start-up.
 */
export function compileScan(
  schema: GenericSchema,
  kinds: NodeKinds,
  roleOf: (path: string) => number,
): ScanProgram {
  return new Writing(kinds, roleOf).write(schema as unknown as SchemaPart)
}

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

/** Bytes of a word. */
const WORD = 4

class Writing {
  readonly #kinds: NodeKinds
  readonly #roleOf: (path: string) => number
  readonly #bytes: number[] = []
  readonly #places: number[] = []

  constructor(kinds: NodeKinds, roleOf: (path: string) => number) {
    this.#kinds = kinds
    this.#roleOf = roleOf
  }

  write(schema: SchemaPart): ScanProgram {
    const first = this.#words([place(0)])
    const root = this.#node(schema, '')
    this.#bytes.splice(first, WORD, ...bytesOf(root))
    return { bytes: Uint8Array.from(this.#bytes), places: this.#places }
  }

  /** Where it begins. */
  #node(part: SchemaPart, path: string): number {
    // either would put a value where the file has none
    if (part.default !== undefined || part.fallback !== undefined) throw unknownPart(part)
    const { type, entries, wrapped, options } = part
    if (type === 'array') return this.#list(part, path)
    if (type === 'string') return this.#text(part, path)
    if (part.pipe) throw unknownPart(part)
    if (type === 'strict_object' && entries) return this.#object(entries, path)
    if (type === 'boolean') return this.#choice(['false', 'true'], path)
    if (type === 'picklist' && options) {
      const words = options.map((option) => JSON.stringify(option))
      return this.#choice(words, path)
    }
    if (type === 'nullable' && wrapped) {
      const inner = this.#node(wrapped, path)
      return this.#words([this.#kinds.nullable, this.#roleOf(path), place(inner)])
    }
    throw unknownPart(part)
  }

  /** The words of a few: those of choices with their quotes. */
  #choice(texts: readonly string[], path: string): number {
    const words = texts.flatMap((text) => [place(this.#letters(text)), text.length])
    return this.#words([this.#kinds.words, this.#roleOf(path), texts.length, ...words])
  }

  #text({ pipe = [] }: SchemaPart, path: string): number {
    const { isTrimmed, pattern, least, most } = rulesOf(pipe)
    // One byte at least is one letter at least; more could not be told by their bytes.
    if ((least ?? 0) > 1) throw unknownPart({ type: 'min_length' })
    const rule = pattern === null ? 0 : place(this.#rules(pattern))
    return this.#words([
      this.#kinds.text,
      this.#roleOf(path),
      least ?? 0,
      Math.min(most ?? MAX_TEXT_LENGTH, MAX_TEXT_LENGTH),
      Number(isTrimmed),
      rule,
    ])
  }

  #list(list: SchemaPart, path: string): number {
    const { item, pipe } = list
    if (item === undefined) throw unknownPart(list)
    const { isTrimmed, pattern, least, most } = rulesOf(pipe ?? [])
    if (isTrimmed || pattern !== null || most !== null) throw unknownPart(list)
    const entry = this.#node(item, path)
    return this.#words([this.#kinds.list, place(entry), least ?? 0, MAX_LIST_LENGTH])
  }

  #object(entries: Readonly<Record<string, SchemaPart>>, path: string): number {
    const fields = Object.entries(entries)
    // A bit of a number for each field.
    if (fields.length > 30) throw new Error(`compileScan.ts knows no object of ${fields.length} fields`)
    let needed = 0
    const rows = fields.map(([name, part], i) => {
      const isOptional = part.type === 'optional'
      if (!isOptional) needed |= 1 << i
      const inner = isOptional ? part.wrapped : part
      if (inner === undefined || (isOptional && (part.default !== undefined || part.fallback !== undefined)))
        throw unknownPart(part)
      const key = JSON.stringify(name)
      const value = this.#node(inner, path === '' ? name : `${path}.${name}`)
      return [place(this.#letters(key)), key.length, place(value)]
    })
    return this.#words([this.#kinds.object, this.#roleOf(path), fields.length, needed, ...rows.flat()])
  }

  /** ASCII. */
  #letters(text: string): number {
    return this.#append([...unitsOf(text)])
  }

  /** Of both words of a pattern: for each ASCII letter 1 or 0; the least and the most of them. */
  #rules(pattern: RegExp): number {
    const rules = hyphenRules(pattern)
    return this.#append(
      rules.flatMap(({ letters, least, most }) => [...letters, ...bytesOf(least), ...bytesOf(most)]),
    )
  }

  /** A row of them. Where it begins. */
  #words(words: readonly (number | Place)[]): number {
    const at = this.#append([])
    for (const word of words) {
      if (typeof word !== 'number') this.#places.push(this.#bytes.length)
      this.#bytes.push(...bytesOf(typeof word === 'number' ? word : word.at))
    }
    return at
  }

  /** Where they begin: at a word. */
  #append(bytes: readonly number[]): number {
    while (this.#bytes.length % WORD > 0) this.#bytes.push(0)
    const at = this.#bytes.length
    this.#bytes.push(...bytes)
    return at
  }
}

/** Of a node, or of letters, in the bytes. */
interface Place {
  readonly at: number
}

function place(at: number): Place {
  return { at }
}

/** Little-endian. */
function bytesOf(word: number): readonly number[] {
  return [word & 0xff, (word >>> 8) & 0xff, (word >>> 16) & 0xff, (word >>> 24) & 0xff]
}

function unknownPart({ type }: Pick<SchemaPart, 'type'>): Error {
  return new Error(`compileScan.ts does not know this part of a schema, or this use of it: ${type}`)
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
