/**
 * How does a window move without the whole page being worked out anew for each step?
 * A step sets the live window, and who follows it changes the page straight. The drawing is drawn anew only when it
 * cannot show the window any more, and the view state, with it the address, hears of the window when it has come to rest.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { aroundNext, canShow, viewStage } from '../core/marks/stage.ts'
import type { TimeScale } from '../core/time/timeScale.ts'
import { isSameWindow, type TimeWindow } from '../core/time/timeWindow.ts'
import { createLiveWindow, type LiveWindow } from '../ui/shared/liveWindow.ts'

/** Around what the next stage is to be drawn; null: the one that is drawn can show the window. */
function aroundFor(window: TimeWindow, drawn: Drawn | null): TimeWindow | null {
  const view = drawn === null ? null : viewStage(drawn.stage, window, drawn.widthPx)
  return drawn === null || view === null || canShow(drawn.stage, view) ? null : aroundNext(window, view)
}

interface Drawn {
  readonly stage: TimeScale
  readonly widthPx: number
}

interface HeldMotion {
  /** What its stage is drawn around. */
  readonly around: TimeWindow
  /** Of the view state when it began. */
  readonly rest: TimeWindow
}

/** A gesture that makes no step for so long is over, ms. */
const REST_MS = 120

interface WindowSteps {
  readonly live: LiveWindow
  /** What the drawing of a motion was drawn around; null at rest. */
  readonly held: TimeWindow | null
  /** A step of a gesture, which ends when no other follows. */
  readonly step: (window: TimeWindow) => void
  /** A step of a motion that says itself where it ends. */
  readonly pass: (window: TimeWindow) => void
  /**
   * A mouse was pressed on the drawing, so that a drag is to be expected, or was let go. The drawing is made ready for
   * it, so that the first step costs no more than any other.
   */
  readonly press: (isDown: boolean) => void
  /** The motion is over, wherever the view state has its window now. */
  readonly release: () => void
  /** To be called with what is drawn now. */
  readonly tell: (stage: TimeScale, widthPx: number) => void
}

/** @param rest the window of the view state; @param onRest takes the window in which a gesture came to rest */
export function useLiveWindow(rest: TimeWindow, onRest: (window: TimeWindow) => void): WindowSteps {
  const [live] = useState(() => createLiveWindow(rest))
  const [motion, setMotion] = useState<HeldMotion | null>(null)
  // The view state has the last word: a motion is over when it came to rest there, or somebody went elsewhere.
  const held = motion?.rest === rest ? motion.around : null
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** Of the last step that the view state has not heard of; null: it has heard of all. */
  const lastStepMs = useRef<number | null>(null)
  const drawn = useRef<Drawn | null>(null)
  const latest = useRef({ onRest, rest })
  useLayoutEffect(() => {
    latest.current = { onRest, rest }
  })

  const cancel = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    lastStepMs.current = null
  }, [])
  /** Counts motions that are over: what was shown without anything being drawn may end where it began. */
  const [released, setReleased] = useState(0)
  const release = useCallback(() => {
    cancel()
    setMotion(null)
    setReleased((count) => count + 1)
  }, [cancel])
  const show = useCallback(
    (window: TimeWindow) => {
      // A motion's first frame may be where it begins, and a wheel is turned on at a limit.
      if (isSameWindow(window, live.get())) return
      const carried = live.set(window)
      const around = carried === null ? aroundFor(window, drawn.current) : carried.redrawAround
      if (around !== null) setMotion({ around, rest: latest.current.rest })
    },
    [live],
  )
  const pass = useCallback(
    (window: TimeWindow) => {
      cancel()
      show(window)
    },
    [show, cancel],
  )
  const pressed = useRef(new Set<number>())
  const settle = useCallback(() => {
    if (lastStepMs.current === null) return
    latest.current.onRest(live.get())
    release()
  }, [live, release])
  const press = useCallback(
    (isDown: boolean) => {
      // In a task of its own: what else the press or the click does comes first.
      setTimeout(() => {
        const { rest } = latest.current
        if (isDown) setMotion({ around: live.get(), rest })
        // Nothing came of it.
        else if (isSameWindow(live.get(), rest)) setMotion(null)
      })
    },
    [live],
  )
  /** Waits for rest. What is held is not at rest, and what a finger lies on must not go away: its gesture would end. */
  const wait = useCallback(() => {
    const rest = (): void => {
      const leftMs = (lastStepMs.current ?? 0) + REST_MS - performance.now()
      if (leftMs > 0) timer.current = setTimeout(rest, leftMs)
      else settle()
    }
    // One timer for all steps: to clear and set it took a fifth of the script of each.
    if (lastStepMs.current !== null && pressed.current.size === 0) timer.current ??= setTimeout(rest, REST_MS)
  }, [settle])
  const step = useCallback(
    (window: TimeWindow) => {
      show(window)
      lastStepMs.current = performance.now()
      wait()
    },
    [show, wait],
  )

  useLayoutEffect(() => cancel, [rest, cancel])
  useLayoutEffect(() => {
    if (held === null) live.set(rest)
  }, [live, rest, held, released])

  useEffect(() => {
    // What is done next finds the window in the view state; it goes with the entry that is being left.
    const down = pressed.current
    const onDown = ({ pointerId }: PointerEvent): void => {
      if (down.size === 0) settle()
      down.add(pointerId)
    }
    const onUp = ({ pointerId }: PointerEvent): void => {
      down.delete(pointerId)
      wait()
    }
    const listening = new AbortController()
    const options = { capture: true, signal: listening.signal }
    window.addEventListener('pointerdown', onDown, options)
    for (const kind of ['pointerup', 'pointercancel'] as const) window.addEventListener(kind, onUp, options)
    for (const kind of ['keydown', 'pagehide']) window.addEventListener(kind, settle, options)
    window.addEventListener('popstate', release, options)
    return () => {
      cancel()
      listening.abort()
    }
  }, [settle, wait, cancel, release])

  const tell = useCallback((stage: TimeScale, widthPx: number) => {
    drawn.current = { stage, widthPx }
  }, [])
  return { live, held, step, pass, press, release, tell }
}
