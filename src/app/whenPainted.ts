/** When has what stands on the page now been painted? Until then the processor is the picture's. */

/** A page in the background is not painted; it need not wait for ever, ms. */
const LONGEST_MS = 500

export function whenPainted(): Promise<void> {
  return new Promise((resolve) => {
    // A task after the frame's callbacks comes after its painting.
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, LONGEST_MS)
  })
}
