/** Which event has this name? Names by hash, in so many files that one is read in no time. */
import type { NameHash } from '../indexing/nameHash.ts'
import { ByteReader } from './byteReader.ts'
import { ByteWriter } from './byteWriter.ts'
import type { Address } from './cell.ts'

/** Names of a partition at most, on average: some 60 kB. */
const PARTITION_NAMES = 4096
/** 65,536 files hold 268 million names. */
const MOST_BITS = 16

/** The event of an id, or the event in which a statement of that id stands. */
export interface NamedEvent extends Address, NameHash {}

/** So many highest bits of the hash number the partition. */
export function partitionBits(names: number): number {
  return Math.min(MOST_BITS, Math.max(0, Math.ceil(Math.log2(Math.max(1, names) / PARTITION_NAMES))))
}

export function partitionOf({ place }: Pick<NameHash, 'place'>, bits: number): number {
  return bits === 0 ? 0 : place >>> (32 - bits)
}

/** @param names of one partition, ascending by place, then by check, each hash once */
export function writePartition(names: readonly NamedEvent[]): Uint8Array {
  const writer = new ByteWriter(1 << 16)
  writer.varint(names.length)
  for (const { place } of names) writer.uint32(place)
  for (const { check } of names) writer.uint32(check)
  for (const { cell, position } of names) {
    writer.signedVarint(cell)
    writer.varint(position)
  }
  return writer.close()
}

/** @throws RangeError where the bytes end too soon */
export function readPartition(bytes: Uint8Array): readonly NamedEvent[] {
  const reader = new ByteReader(bytes)
  const count = reader.varint()
  const places = Array.from({ length: count }, () => reader.uint32())
  const checks = Array.from({ length: count }, () => reader.uint32())
  return places.map((place, i) => ({
    place,
    check: checks[i] ?? 0,
    cell: reader.signedVarint(),
    position: reader.varint(),
  }))
}

/** null: no event has the name. @param names as readPartition gives them */
export function findNamed(names: readonly NamedEvent[], { place, check }: NameHash): NamedEvent | null {
  let from = 0
  let to = names.length
  while (from < to) {
    const middle = (from + to) >> 1
    const name = names[middle]
    if (name !== undefined && (name.place < place || (name.place === place && name.check < check)))
      from = middle + 1
    else to = middle
  }
  const found = names[from]
  return found?.place === place && found.check === check ? found : null
}
