/** Moves what stands on the stage from where React has put it, and knows how far that is. */
import type { Px } from '../../core/time/units.ts'

const shifted = new WeakMap<HTMLElement, Px>()

/** How far an element was moved, whatever drawing it was in. */
export function shiftOfElement(element: HTMLElement): Px {
  return shifted.get(element) ?? 0
}

/** The same again writes nothing. */
export function shiftElement(element: HTMLElement, px: Px): void {
  if (px === shiftOfElement(element)) return
  shifted.set(element, px)
  element.style.translate = px === 0 ? '' : `${px}px`
}
