/** Who relates to whom? Of each event of a cell what it says of others and what others say of it. */
import { ByteReader } from './byteReader.ts'
import { ByteWriter } from './byteWriter.ts'
import type { Address } from './cell.ts'

export interface TileRelation {
  /** Position in the cell of the event that the relation is listed under. */
  readonly position: number
  /** The other event says it of this one. */
  readonly isInverse: boolean
  /** Position in `relationKinds` of storyFile.ts. */
  readonly kind: number
  readonly other: Address
}

/** @param relations by position; an event's own, in the order of the file, before what others say, by their addresses */
export function writeRelations(relations: readonly TileRelation[]): Uint8Array {
  const writer = new ByteWriter()
  writer.varint(relations.length)
  let before = 0
  for (const { position, isInverse, kind, other } of relations) {
    writer.varint(position - before)
    before = position
    writer.byte(kind * 2 + (isInverse ? 1 : 0))
    writer.signedVarint(other.cell)
    writer.varint(other.position)
  }
  return writer.close()
}

/** @throws RangeError where the bytes end too soon */
export function readRelations(bytes: Uint8Array): readonly TileRelation[] {
  const reader = new ByteReader(bytes)
  let position = 0
  return Array.from({ length: reader.varint() }, () => {
    position += reader.varint()
    const bits = reader.byte()
    const other = { cell: reader.signedVarint(), position: reader.varint() }
    return { position, isInverse: bits % 2 === 1, kind: bits >> 1, other }
  })
}
