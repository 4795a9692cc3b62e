/**
 * Where does the window stand at this very moment?
 * While a gesture or a motion runs, it is ahead of the view state. Whoever follows it changes the page straight, without
 * React: a step must cost next to nothing.
 */
import { isSameWindow, type TimeWindow } from '../../core/time/timeWindow.ts'

export interface LiveWindow {
  readonly get: () => TimeWindow
  /** @returns what the followers say; null: the window is shown only where the drawing that React made shows it */
  readonly set: (window: TimeWindow) => Carried | null
  /** Told after each change. Returns the way to leave again. */
  readonly subscribe: (follow: () => Carried | null | void) => () => void
}

/** A follower shows the window wherever it goes: React need not draw anything for it. */
export interface Carried {
  /** What stands beside the drawing has other places there: around this window it has to be drawn all the same. */
  readonly redrawAround: TimeWindow | null
}

export function createLiveWindow(initial: TimeWindow): LiveWindow {
  let window = initial
  let carried: Carried | null = null
  const followers = new Set<() => Carried | null | void>()
  return {
    get: () => window,
    set: (next) => {
      if (isSameWindow(next, window)) return carried
      window = next
      carried = null
      for (const follow of followers) carried = follow() ?? carried
      return carried
    },
    subscribe: (follow) => {
      followers.add(follow)
      return () => followers.delete(follow)
    },
  }
}
