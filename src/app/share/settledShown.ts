/** Of a story in tiles what is drawn comes while it is drawn. Waits until nothing more comes. */
import type { Shown } from './shown.ts'

/** So long after it was drawn nothing more came: then it is whole, or what lacks cannot be had, ms. */
const QUIET_MS = 1000

/**
 * @param look what is shown now; @param draw asks for what is missing of it
 * @throws the reason of `stop`
 */
export async function settle(
  look: () => Shown,
  draw: (shown: Shown) => unknown,
  stop: AbortSignal,
): Promise<Shown> {
  for (;;) {
    const shown = look()
    if (shown.found.drawn.kind === 'rows') return shown
    draw(shown)
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
    stop.throwIfAborted()
    if (look().found.drawn === shown.found.drawn) return shown
  }
}
