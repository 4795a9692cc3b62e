/**
 * Shows what keeps its place in the window while the stage goes by, so that no step need move it.
 * Each such part has a copy beside the stage, where nothing moves, and is itself not seen meanwhile; it stays what is
 * focused and read aloud.
 */
import type { Px } from '../../core/time/units.ts'

export interface StageDock {
  /** @param px from where React has put the part, in the window */
  readonly hold: (part: HTMLElement, px: Px) => void
  /**
   * Makes ready to write one of these names at the window's left edge, over what goes by there.
   * @returns writes the one at an index, -1: none
   */
  readonly holdNames: (periods: readonly HTMLElement[]) => (index: number) => void
  /** Everything is seen on the stage again, wherever it is. @returns what was held */
  readonly release: () => readonly (readonly [part: HTMLElement, px: Px])[]
}

export function openDock(stage: HTMLElement): StageDock {
  const held = new Map<HTMLElement, Px>()
  /** [parent of parts] its copy, in which theirs lie. */
  const parents = new Map<HTMLElement, HTMLElement>()
  let dock: HTMLElement | null = null

  const copyParent = (parent: HTMLElement): HTMLElement => {
    const copy = strip(parent.cloneNode(false) as HTMLElement)
    parents.set(parent, copy)
    dock ??= openBeside(stage)
    dock.append(copy)
    return copy
  }
  const put = (part: HTMLElement): HTMLElement => {
    const copy = strip(part.cloneNode(true) as HTMLElement)
    const parent = part.parentElement ?? stage
    ;(parents.get(parent) ?? copyParent(parent)).append(copy)
    return copy
  }
  return {
    hold: (part, px) => {
      put(part).style.translate = `${px}px`
      part.toggleAttribute('data-docked', true)
      held.set(part, px)
    },
    holdNames: (periods) => {
      const reel = element('stage-reel')
      reel.append(element('axis-major'))
      for (const period of periods) {
        const name = element('axis-major')
        name.textContent = period.textContent
        reel.append(name)
      }
      const frame = element('stage-names')
      frame.append(reel)
      dock ??= openBeside(stage)
      dock.append(frame)
      // Held by an animation, like the stage (slide.ts): then another name is no other picture of the page.
      const ends = ['0', '-100%'].map((end) => `translateY(${end})`)
      const animation = reel.animate({ transform: ends }, { duration: periods.length + 1, fill: 'both' })
      animation.pause()
      return (index) => {
        animation.currentTime = index + 1
      }
    },
    release: () => {
      const released = [...held]
      for (const [part] of released) part.removeAttribute('data-docked')
      held.clear()
      parents.clear()
      dock?.remove()
      dock = null
      return released
    },
  }
}

function element(className: string): HTMLElement {
  const made = document.createElement('div')
  made.className = className
  return made
}

function openBeside(stage: HTMLElement): HTMLElement {
  const dock = element('stage-dock')
  dock.inert = true
  dock.setAttribute('aria-hidden', 'true')
  stage.after(dock)
  return dock
}

/** By these the page finds and names its parts: copies are not among them. */
const NAMES = ['id', 'title', 'data-row', 'data-twin', 'data-x', 'aria-controls', 'aria-label', 'data-docked']

function strip(copy: HTMLElement): HTMLElement {
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const attribute of NAMES) element.removeAttribute(attribute)
  }
  return copy
}
