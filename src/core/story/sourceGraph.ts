/**
 * In a graph of sources that pass something on: which of them cite one another in a circle, and what comes down from
 * some of them? Nodes are numbers from 0 on; an arrow goes from a source to one that passes it on.
 */

/** [node] the nodes to which it leads; repeats do no harm. */
export type Arrows = readonly (readonly number[])[]

/**
 * [node] the number of its circle: nodes that lead to one another, by whatever way, have one number. Most stand alone.
 * Numbers are from 0 on; a circle has a smaller number than those that it leads to.
 */
export function numberCircles(arrows: Arrows): Int32Array {
  const circleOf = new Int32Array(arrows.length).fill(-1)
  const against = turnRound(arrows)
  let circle = 0
  for (const node of lastDoneFirst(arrows)) {
    if (circleOf[node] !== -1) continue
    for (const member of reach(against, [node], (other) => circleOf[other] === -1)) circleOf[member] = circle
    circle++
  }
  return circleOf
}

/** All that some nodes lead to, those nodes included. @param isOpen nodes that may be walked into; default: all */
export function reach(
  arrows: Arrows,
  from: Iterable<number>,
  isOpen: (node: number) => boolean = () => true,
): ReadonlySet<number> {
  const reached = new Set(from)
  for (const node of reached) {
    for (const next of arrows[node] ?? []) if (isOpen(next)) reached.add(next)
  }
  return reached
}

/** All nodes in the order in which a walk into depth leaves them, the last first. */
function lastDoneFirst(arrows: Arrows): readonly number[] {
  const done: number[] = []
  const isSeen = new Uint8Array(arrows.length)
  for (let start = 0; start < arrows.length; start++) {
    if (isSeen[start] === 1) continue
    isSeen[start] = 1
    // The way to where the walk stands, each node with the arrows of it that were tried.
    const way = [{ node: start, tried: 0 }]
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const next = arrows[here.node]?.[here.tried++]
      if (next === undefined) {
        done.push(here.node)
        way.pop()
      } else if (isSeen[next] !== 1) {
        isSeen[next] = 1
        way.push({ node: next, tried: 0 })
      }
    }
  }
  return done.reverse()
}

function turnRound(arrows: Arrows): Arrows {
  const against: number[][] = arrows.map(() => [])
  arrows.forEach((nexts, node) => {
    for (const next of nexts) against[next]?.push(node)
  })
  return against
}
