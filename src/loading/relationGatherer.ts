/** Relations as the file has them, while its events are read: whether they lead anywhere is known at the end. */
import { GrowingColumn } from '../core/base/growingColumn.ts'
import { unitsOf } from '../core/base/textUnits.ts'
import { hashName } from '../core/indexing/nameHash.ts'
import type { GrowingRelations, WrittenRelations } from './eventBatch.ts'

const LINE_BREAK = 0x0a

export function growingRelations(): GrowingRelations {
  const column8 = () => new GrowingColumn((length) => new Uint8Array(length))
  const column32 = () => new GrowingColumn((length) => new Uint32Array(length))
  return { from: column32(), kinds: column8(), places: column32(), checks: column32(), names: column8() }
}

export class RelationGatherer {
  readonly #columns: GrowingRelations

  /** @param columns that somebody else may add to as well */
  constructor(columns: GrowingRelations) {
    this.#columns = columns
  }

  /** @param number of the kept event; @param kind position in `relationKinds`; @param to an id */
  add(number: number, kind: number, to: string): void {
    const { place, check } = hashName(to)
    const { from, kinds, places, checks, names } = this.#columns
    from.push(number)
    kinds.push(kind)
    places.push(place)
    checks.push(check)
    names.pushAll(unitsOf(to))
    names.push(LINE_BREAK)
  }

  take(): WrittenRelations {
    const { from, kinds, places, checks, names } = this.#columns
    return {
      from: from.take(),
      kinds: kinds.take(),
      places: places.take(),
      checks: checks.take(),
      names: names.take(),
    }
  }
}
