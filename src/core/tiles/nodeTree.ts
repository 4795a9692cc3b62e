/** Which nodes of the pyramid does a stretch of time need, at one level? */
import type { CivilMs } from '../time/units.ts'
import { LEVEL_STEP, nodeAt, TOP_LEVEL } from './pyramid.ts'
import type { NodeEntry } from './pyramidDirectory.ts'

export class NodeTree {
  /** By level, then by node. */
  readonly #levels = new Map<number, Map<number, NodeEntry>>()

  constructor(entries: readonly NodeEntry[]) {
    for (const entry of entries) {
      const nodes = this.#levels.get(entry.level)
      if (nodes === undefined) this.#levels.set(entry.level, new Map([[entry.node, entry]]))
      else nodes.set(entry.node, entry)
    }
  }

  /**
   * The nodes of the level that have a part in the stretch; above it those that have no children, and those of whose
   * children one is missing there, since they say that nothing is in it.
   */
  nodesIn(startMs: CivilMs, endMs: CivilMs, level: number): readonly NodeEntry[] {
    const found = new Set<NodeEntry>()
    const visit = (entry: NodeEntry): void => {
      if (entry.level <= level || entry.kind !== 'children') {
        found.add(entry)
        return
      }
      const below = entry.level - LEVEL_STEP
      const first = Math.max(nodeAt(startMs, below), entry.node * 2 ** LEVEL_STEP)
      const last = Math.min(Math.ceil(endMs / 2 ** below), (entry.node + 1) * 2 ** LEVEL_STEP) - 1
      for (let node = first; node <= last; node++) {
        const child = this.#levels.get(below)?.get(node)
        if (child === undefined) found.add(entry)
        else visit(child)
      }
    }
    for (const entry of this.#levels.get(TOP_LEVEL)?.values() ?? [])
      if (entry.node * 2 ** TOP_LEVEL < endMs && (entry.node + 1) * 2 ** TOP_LEVEL > startMs) visit(entry)
    return [...found]
  }
}
