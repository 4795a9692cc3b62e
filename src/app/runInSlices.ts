/** How is something done that takes long, while the page answers? A few milliseconds at a time. */

/** So long at a time, ms: half of a frame. */
const SLICE_MS = 8

/**
 * Runs the steps, none of which may take long, from the next task on.
 * @param onDone told what they return
 * @returns stops it
 */
export function runInSlices<Result>(
  steps: Generator<void, Result>,
  onDone: (result: Result) => void,
): () => void {
  const run = (): void => {
    const untilMs = performance.now() + SLICE_MS
    do {
      const { done, value } = steps.next()
      if (done === true) return onDone(value)
    } while (performance.now() < untilMs)
    timer = setTimeout(run, 0)
  }
  let timer = setTimeout(run, 0)
  return () => clearTimeout(timer)
}
