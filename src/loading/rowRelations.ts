/** What does the event of a row say of others, and what do others say of it? Of a story whose relations are columns. */
import { countBelow } from '../core/base/bisect.ts'
import { relationKinds } from '../core/story/storyFile.ts'
import type { RowLink } from '../core/story/threadAround.ts'
import type { RelationColumns } from './workerMessages.ts'

export class RowRelations {
  readonly #columns: RelationColumns
  /** [relations] their places, by the event of which they are said, then as they stand; null: nobody has asked. */
  #byTarget: Uint32Array | null = null
  #targets = new Uint32Array(0)

  constructor(columns: RelationColumns) {
    this.#columns = columns
  }

  /** What it says of others, in the order of the file. */
  saidBy(row: number): readonly RowLink[] {
    const { from, to } = this.#columns
    const links: RowLink[] = []
    for (let i = countBelow(from, row); from[i] === row; i++) this.#add(links, i, to[i] ?? 0, false)
    return links
  }

  /** What others say of it, in reading order. The first call takes one pass over all relations of the story. */
  saidOf(row: number): readonly RowLink[] {
    const byTarget = (this.#byTarget ??= this.#orderByTarget())
    const links: RowLink[] = []
    for (let at = countBelow(this.#targets, row); this.#targets[at] === row; at++) {
      const i = byTarget[at] ?? 0
      this.#add(links, i, this.#columns.from[i] ?? 0, true)
    }
    return links
  }

  #add(links: RowLink[], i: number, other: number, isInverse: boolean): void {
    const is = relationKinds[this.#columns.kind[i] ?? 0]
    if (is !== undefined) links.push({ is, isInverse, other })
  }

  /** By counting: each is dealt to its place. */
  #orderByTarget(): Uint32Array {
    const { to } = this.#columns
    let last = -1
    for (const row of to) if (row > last) last = row
    const next = new Uint32Array(last + 2)
    for (const row of to) next[row + 1] = (next[row + 1] ?? 0) + 1
    for (let row = 1; row < next.length; row++) next[row] = (next[row] ?? 0) + (next[row - 1] ?? 0)
    const order = new Uint32Array(to.length)
    this.#targets = new Uint32Array(to.length)
    to.forEach((row, i) => {
      const at = next[row] ?? 0
      next[row] = at + 1
      order[at] = i
      this.#targets[at] = row
    })
    return order
  }
}
