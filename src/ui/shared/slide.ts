/**
 * Moves an element sideways, step after step.
 * A transform that is written into the style has Chromium put the pieces of the whole page in order anew at each step.
 * Of one that an animation holds, though it stand still, it only tells the compositor, as long as nothing else on the
 * page is moved.
 */
import type { Px } from '../../core/time/units.ts'

/** By these an element is moved at most. A ms of its animation is a px. */
const REACH_PX: Px = 1e6

const animations = new Map<HTMLElement, Animation>()

/** Whether an animation holds something else than `element`: then nothing but such is moved. */
export function isBesideSlide(element: HTMLElement): boolean {
  return animations.size > (animations.has(element) ? 1 : 0)
}

/**
 * @param px from where the element stands by its style, rightwards
 * @param isAlone whether nothing is moved with it but what an animation holds too
 */
export function slide(element: HTMLElement, px: Px, isAlone: boolean): void {
  const animation = animations.get(element)
  if (!isAlone) {
    animation?.cancel()
    animations.delete(element)
    element.style.transform = px === 0 ? '' : `translateX(${px}px)`
    return
  }
  ;(animation ?? hold(element)).currentTime = REACH_PX + px
}

function hold(element: HTMLElement): Animation {
  const ends = [-REACH_PX, REACH_PX].map((end) => `translateX(${end}px)`)
  const animation = element.animate({ transform: ends }, { duration: 2 * REACH_PX, fill: 'both' })
  animation.pause()
  animations.set(element, animation)
  return animation
}
