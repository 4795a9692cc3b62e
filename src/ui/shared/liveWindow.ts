/**
 * Where does the window stand at this very moment?
 * While a gesture or a motion runs, it is ahead of the view state. Whoever follows it changes the page straight, without
 * React: a step must cost next to nothing.
 */
import { isSameWindow, type TimeWindow } from '../../core/time/timeWindow.ts'

export interface LiveWindow {
  readonly get: () => TimeWindow
  readonly set: (window: TimeWindow) => void
  /** Told after each change. Returns the way to leave again. */
  readonly subscribe: (listener: () => void) => () => void
  /** Said by who shows the window, before `set` returns; null: nobody but the drawing that React made. */
  readonly carry: (carried: Carried | null) => void
  readonly carried: () => Carried | null
}

/** The window is shown wherever it goes: React need not draw anything for it. */
export interface Carried {
  /** What stands beside the drawing has other places there: around this window it has to be drawn all the same. */
  readonly redrawAround: TimeWindow | null
}

export function createLiveWindow(initial: TimeWindow): LiveWindow {
  let window = initial
  let carried: Carried | null = null
  const listeners = new Set<() => void>()
  return {
    get: () => window,
    set: (next) => {
      if (isSameWindow(next, window)) return
      window = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    carry: (next) => {
      carried = next
    },
    carried: () => carried,
  }
}
