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
}

export function createLiveWindow(initial: TimeWindow): LiveWindow {
  let window = initial
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
  }
}
