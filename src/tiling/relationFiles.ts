/** Which file does a relation go to? Two: that of the event that says it, and that of the event of which it is said. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ByteReader } from '../core/tiles/byteReader.ts'
import type { Address } from '../core/tiles/cell.ts'
import { writeRelations, type TileRelation } from '../core/tiles/relationTable.ts'
import { relationPath } from '../core/tiles/tilePaths.ts'
import { ExternalSorter } from './externalSort.ts'

const SORT_BYTES = 16 << 20
const PAYLOAD_BYTES = 9
/** Last key of what others say: behind every place in a list. */
const INVERSE = 2 ** 20
/** Makes cells positive, so that their bytes sort. */
const CELLS = 2 ** 31

export class RelationSorter {
  readonly #sorter: ExternalSorter

  /** @param file written meanwhile */
  constructor(file: string) {
    this.#sorter = new ExternalSorter(file, SORT_BYTES, PAYLOAD_BYTES)
  }

  /** @param listed place in the list of `own` */
  add(own: Address, listed: number, kind: number, other: Address): void {
    this.#sorter.add(own.cell, own.position, listed, payloadOf(other, kind))
    this.#sorter.add(other.cell, other.position, INVERSE, payloadOf(own, kind))
  }

  /** @returns cells that have relations */
  write(out: string): ReadonlySet<number> {
    const cells = new Set<number>()
    let cell = NaN
    let relations: TileRelation[] = []
    const close = (): void => {
      if (relations.length === 0) return
      const file = path.join(out, relationPath(cell))
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, writeRelations(relations))
      cells.add(cell)
      relations = []
    }
    for (const { key0, key1, key2, payload } of this.#sorter.sorted()) {
      if (key0 !== cell) close()
      cell = key0
      const view = new DataView(payload.buffer, payload.byteOffset)
      const other = { cell: view.getUint32(0) - CELLS, position: view.getUint32(4) }
      const kind = new ByteReader(payload, 8).byte()
      relations.push({ position: key1, isInverse: key2 === INVERSE, kind, other })
    }
    close()
    this.#sorter.remove()
    return cells
  }
}

/** Cell and position, highest byte first. */
function payloadOf({ cell, position }: Address, kind: number): Uint8Array {
  const payload = new Uint8Array(PAYLOAD_BYTES)
  const view = new DataView(payload.buffer)
  view.setUint32(0, cell + CELLS)
  view.setUint32(4, position)
  payload[8] = kind
  return payload
}
