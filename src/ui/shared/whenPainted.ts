/** What can wait until what stands on the page now has been painted: till then the processor is the picture's. */

/** A page in the background is not painted; it need not wait for ever, ms. */
const LONGEST_MS = 500

/** @param next called once, after that */
export async function whenPainted<Result>(next: () => Promise<Result>): Promise<Result> {
  await new Promise((resolve) => {
    // What was painted in one frame is on its way to the screen until the next; a task after that one's callbacks comes later.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
    setTimeout(resolve, LONGEST_MS)
  })
  return next()
}
