/**
 * What lies beside the view is laid out before the reader gets there, and like the view itself it asks for the tiles that
 * it needs. A window that only moved on asks for few of them each time, since a block of time (layOutBlocks.ts) is some
 * windows long:
 *
 *   blocks    ─┼───────────── in view ─────────────┼───────────── ahead ─────────────┼─
 *   windows        ├────────┼────────┼────────┤          6 files at each, until all are here
 */
import type { LaneLayout } from '../../core/marks/laneLayout.ts'
import { BLOCK_PX } from '../../core/marks/layOutBlocks.ts'
import { spanOf, type TimeWindow } from '../../core/time/timeWindow.ts'
import type { DurationMs } from '../../core/time/units.ts'
import type { TileStore } from '../../loading/tiles/tileStore.ts'

/** Files that a window costs which moved on: those in view, however many, then others up to this. */
const WINDOW_FILES = 6
/** Windows from one rest to the next; farther away is elsewhere, and both its sides are asked for at once. */
const MAX_PAN = 2
/** No other window was drawn for so long: it has come to rest, ms. */
const REST_MS = 400

/** How to lay out the same anew, and what it is: lanes at a resolution that is a power of two. */
interface Drawing {
  readonly lay: () => LaneLayout
  readonly lanes: object
  readonly resolution: DurationMs
}

interface Drawn extends Drawing {
  readonly window: TimeWindow
}

export class LookAhead {
  readonly #store: TileStore
  #drawn: Drawn | null = null
  /** What was drawn when a window last came to rest. */
  #rested: Drawn | null = null
  #isAtRest = false
  /** Files asked for until the window began to move, and how many more it may cost. */
  #askedBefore = 0
  #most = Infinity
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(store: TileStore) {
    this.#store = store
  }

  /** @returns ends it */
  start(): () => void {
    const end = this.#store.whenIdle(() => this.#ask())
    return () => {
      globalThis.clearTimeout(this.#timer)
      end()
    }
  }

  /** The layout, which notes for which windows it is drawn. */
  watch(drawing: Drawing): LaneLayout {
    const layout = drawing.lay()
    return {
      ...layout,
      rowsIn: (window) => {
        this.#note({ ...drawing, window })
        return layout.rowsIn(window)
      },
      // Whatever else is counted at an edge is of no use to a window that moves on.
      clustersIn: (window) => this.#store.askAtMost(0, () => layout.clustersIn(window)),
    }
  }

  #note(drawn: Drawn): void {
    const before = this.#drawn
    this.#drawn = drawn
    if (before !== null && isOfSame(before, drawn) && isSame(before.window, drawn.window)) return
    if (this.#isAtRest) this.#askedBefore = this.#store.askedCount
    this.#isAtRest = false
    globalThis.clearTimeout(this.#timer)
    this.#timer = globalThis.setTimeout(() => {
      this.#most = this.#rested !== null && isPan(this.#rested, drawn) ? WINDOW_FILES : Infinity
      this.#rested = drawn
      this.#isAtRest = true
      this.#ask()
    }, REST_MS)
  }

  /** Not with the layout that is drawn: it would take for laid out what it was not allowed to ask for. */
  #ask(): void {
    const drawn = this.#drawn
    if (drawn === null || !this.#isAtRest || !this.#store.isIdle) return
    const layout = drawn.lay()
    layout.clustersIn(drawn.window)
    const most = this.#most - (this.#store.askedCount - this.#askedBefore)
    if (most <= 0 || !this.#store.isIdle) return
    const { startMs, endMs } = drawn.window
    const blockMs = BLOCK_PX * drawn.resolution
    this.#store.askAtMost(most, () => {
      layout.rowsIn({ startMs: endMs, endMs: endMs + blockMs })
      layout.rowsIn({ startMs: startMs - blockMs, endMs: startMs })
    })
  }
}

function isOfSame(a: Drawing, b: Drawing): boolean {
  return a.lanes === b.lanes && a.resolution === b.resolution
}

function isSame(a: TimeWindow, b: TimeWindow): boolean {
  return a.startMs === b.startMs && a.endMs === b.endMs
}

function isPan(from: Drawn, to: Drawn): boolean {
  const movedMs = Math.abs(to.window.startMs - from.window.startMs)
  return isOfSame(from, to) && movedMs <= MAX_PAN * spanOf(to.window)
}
