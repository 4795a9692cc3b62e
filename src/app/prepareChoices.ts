/**
 * The rows that the first choices would leave are found before they are asked for, while the page has nothing else to do:
 * of a million events the most frequent actors have a tenth each.
 */
import { noneChosen } from '../core/story/facetKinds.ts'
import type { FacetCounting } from './facetCounts.ts'

/** What a step of the finding takes at most where the machine is slow, ms. */
const STEP_MS = 12

/**
 * Does nothing for a story that needs no preparing, and under a filter, which may be another one soon.
 * @param actors the likeliest first
 * @returns stops it
 */
export function prepareChoices(counting: FacetCounting, actors: readonly string[]): () => void {
  if (counting.kind !== 'rows') return () => undefined
  const { index, ofAnyValue, shownRows } = counting.rows
  if (index.ranks === undefined || shownRows.length < index.rowCount) return () => undefined
  let isOver = false
  const prepare = async (): Promise<void> => {
    const { findManyInSteps } = await import('../core/indexing/findManyRows.ts')
    for (const actor of actors) {
      const steps = findManyInSteps(index, ofAnyValue, { ...noneChosen, actor: [actor] })
      let isDone = false
      while (!isDone) {
        const deadline = await idle()
        if (isOver) return
        do isDone = steps.next().done === true
        while (!isDone && (deadline?.timeRemaining() ?? 0) > STEP_MS)
      }
    }
  }
  // A part that cannot be had is one that nobody has used.
  prepare().catch(() => undefined)
  return () => {
    isOver = true
  }
}

/** When nothing else is to be done, and for how long; soon, where the browser cannot say when that is. */
function idle(): Promise<IdleDeadline | undefined> {
  return new Promise((resolve) => {
    const wait = (window as Partial<Window>).requestIdleCallback
    if (wait === undefined) setTimeout(() => resolve(undefined))
    else wait(resolve)
  })
}
