/**
 * Where does each name lead, and each relation? Names and relations come sorted by the same hash, so that both are read
 * once, side by side; what leads nowhere is dropped and said, as in parseRelations.ts.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hashName, type NameHash } from '../core/indexing/nameHash.ts'
import { quote } from '../core/story/problem.ts'
import { ByteReader } from '../core/tiles/byteReader.ts'
import type { Address } from '../core/tiles/cell.ts'
import { partitionOf, writePartition, type NamedEvent } from '../core/tiles/namePartition.ts'
import { namePath } from '../core/tiles/tilePaths.ts'
import { asciiOf } from './eventRecord.ts'
import { AFTER_EVENTS, ORDER, type ProblemTally } from './problemTally.ts'
import type { RelationSorter } from './relationFiles.ts'
import type { RunRecord } from './runReader.ts'

export interface NameMerge {
  readonly names: Iterable<RunRecord>
  readonly relations: Iterable<RunRecord>
  /** Of the files that names are written to. */
  readonly partitionBits: number
  /** Names that are asked for besides. */
  readonly wanted: readonly string[]
  readonly resolved: RelationSorter
  readonly problems: ProblemTally
  readonly out: string
}

/** What became of the names that were asked for. */
export interface FoundNames {
  /** Those that an event of the story has. */
  readonly known: ReadonlySet<string>
  /** Those of events that were left out. */
  readonly leftOut: ReadonlySet<string>
}

export function mergeNames(merge: NameMerge): FoundNames {
  const { wanted, problems } = merge
  const writer = new PartitionWriter(merge.partitionBits, merge.out)
  const join = new RelationJoin(merge)
  const asked = new Map(wanted.map((name) => [keyOf(hashName(name)), name]))
  const known = new Set<string>()
  const leftOut = new Set<string>()
  let held: NamedEvent | null = null
  let place = NaN
  let check = NaN
  for (const { key0, key1, key2, payload } of merge.names) {
    const isNew = key0 !== place || key1 !== check
    place = key0
    check = key1
    const isLeftOut = key2 === 1
    if (isNew) {
      held = isLeftOut ? null : { place, check, ...addressOf(payload) }
      if (held !== null) writer.add(held)
      join.nameIs({ place, check }, held)
      const name = asked.get(keyOf({ place, check }))
      if (name !== undefined) (isLeftOut ? leftOut : known).add(name)
    } else if (!isLeftOut && held !== null) problems.add(twiceProblem(payload, held))
  }
  join.close()
  writer.close()
  return { known, leftOut }
}

function addressOf(payload: Uint8Array): Address {
  const reader = new ByteReader(payload)
  return { cell: reader.signedVarint(), position: reader.varint() }
}

/** Of parts that were read from different files; in one file the second event would have been left out. */
function twiceProblem(payload: Uint8Array, { cell, position }: Address): Parameters<ProblemTally['add']>[0] {
  const reader = new ByteReader(payload)
  const own = { cell: reader.signedVarint(), position: reader.varint() }
  const name = asciiOf(payload.subarray(reader.at))
  const sentence = `${quote(name)} is used in more than one part; links lead to event ${position} of cell ${cell}, not to ${own.position} of ${own.cell}`
  const problem = { path: 'events', sentence, eventId: name, isLeftOut: false }
  return { index: AFTER_EVENTS, order: 0, problem }
}

function keyOf({ place, check }: NameHash): number {
  return place * 2 ** 21 + (check >>> 11)
}

/** Keeps step with the names. */
class RelationJoin {
  readonly #relations: Iterator<RunRecord>
  readonly #merge: NameMerge
  #next: RunRecord | null

  constructor(merge: NameMerge) {
    this.#merge = merge
    this.#relations = merge.relations[Symbol.iterator]()
    this.#next = this.#advance()
  }

  /** @param event null: of the name is known only that it was left out */
  nameIs(hash: NameHash, event: Address | null): void {
    for (let next = this.#next; next !== null && compareHashes(next, hash) <= 0; next = this.#next) {
      const isIt = compareHashes(next, hash) === 0
      this.#settle(next, isIt ? event : null, isIt)
      this.#next = this.#advance()
    }
  }

  close(): void {
    for (let next = this.#next; next !== null; next = this.#next) {
      this.#settle(next, null, false)
      this.#next = this.#advance()
    }
  }

  #advance(): RunRecord | null {
    const { value, done } = this.#relations.next() as IteratorResult<RunRecord, undefined>
    return done === true ? null : (value ?? null)
  }

  #settle({ key2: index, payload }: RunRecord, other: Address | null, isInFile: boolean): void {
    const reader = new ByteReader(payload)
    const own = { cell: reader.signedVarint(), position: reader.varint() }
    const listed = reader.varint()
    const kind = reader.byte()
    const eventId = asciiOf(reader.block())
    const name = asciiOf(reader.block())
    const isSelf = other !== null && other.cell === own.cell && other.position === own.position
    if (other !== null && !isSelf) {
      this.#merge.resolved.add(own, listed, kind, other)
      return
    }
    const why = isSelf
      ? 'is this event itself'
      : isInFile
        ? 'is an event that was left out'
        : 'is not the id of an event in this file'
    const sentence = `${quote(name)} ${why}; this relation is dropped`
    const place = `events[${index}].relations[${listed}].to`
    this.#merge.problems.add({
      index,
      order: ORDER.relations + listed,
      problem: { path: place, sentence, eventId, isLeftOut: false },
    })
  }
}

function compareHashes({ key0, key1 }: RunRecord, { place, check }: NameHash): number {
  return key0 - place || key1 - check
}

class PartitionWriter {
  readonly #bits: number
  readonly #out: string
  #partition = 0
  #names: NamedEvent[] = []

  constructor(bits: number, out: string) {
    this.#bits = bits
    this.#out = out
    mkdirSync(path.join(out, 'names'), { recursive: true })
  }

  add(name: NamedEvent): void {
    const partition = partitionOf(name, this.#bits)
    while (this.#partition < partition) this.#write()
    this.#names.push(name)
  }

  /** Every partition is a file, even an empty one, so that nobody asks for what is not there. */
  close(): void {
    while (this.#partition < 2 ** this.#bits) this.#write()
  }

  #write(): void {
    writeFileSync(path.join(this.#out, namePath(this.#partition++)), writePartition(this.#names))
    this.#names = []
  }
}
