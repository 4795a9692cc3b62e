/** How do the two that are compared differ for whoever measures them? In nothing but what stands here. */
import type { Page } from '@playwright/test'
import { decodeWindow } from '../../src/core/view/decodeWindow.ts'
import { encodeWindow } from '../../src/core/view/windowLink.ts'
import type { Stretch } from './stretches.ts'

export interface Side {
  readonly name: string
  /** Finds something as soon as the first mark, item or cluster is on screen. */
  readonly firstMark: string
  /** What is dragged, and over which the wheel turns. */
  readonly surface: string
  /** Resolves once gestures do something. */
  readonly waitForGestures: (page: Page) => Promise<unknown>
  /**
   * Buttons that each filter by an actor, the most frequent first; a button that unfolds the values of another facet, and
   * these; and what says how many events pass. null: it has none.
   */
  readonly filter: {
    readonly choice: string
    readonly unfold: string
    readonly value: string
    readonly count: string
  } | null
  /** Brings a stretch of time on screen, without a gesture. */
  readonly show: (page: Page, stretch: Stretch) => Promise<void>
  /** What is on screen; null where the side does not say, which is while it is its opening view. */
  readonly readWindow: (page: Page) => Promise<Stretch | null>
}

export const ours: Side = {
  name: 'ours',
  firstMark: '.mark-button',
  surface: '.timeline-surface',
  waitForGestures: (page) => page.waitForSelector('.timeline-surface[data-gestures]'),
  filter: {
    choice: '.facet-filter.of-actor .chip',
    unfold: '.facet-filter.of-standing [aria-expanded]',
    value: '.facet-filter.of-standing input',
    count: '.filters-count',
  },
  // As if the reader came back to a link by the browser's Back.
  show: (page, stretch) =>
    page.evaluate((window) => {
      history.pushState(null, '', `?window=${window}`)
      dispatchEvent(new PopStateEvent('popstate'))
    }, encodeWindow(stretch)),
  readWindow: (page) => Promise.resolve(decodeWindow(new URL(page.url()).searchParams.get('window') ?? '')),
}

interface VisWindow extends Window {
  visTimeline?: {
    readonly getWindow: () => { readonly start: Date; readonly end: Date }
    readonly setWindow: (start: number, end: number, options: { readonly animation: boolean }) => void
  }
}

export const vis: Side = {
  name: 'vis-timeline',
  // It draws out of sight before it has found its window.
  firstMark: '.vis-timeline[style*="visibility: visible"] .vis-item',
  surface: '.vis-panel.vis-center',
  waitForGestures: (page) => page.waitForFunction(() => (window as VisWindow).visTimeline !== undefined),
  filter: null,
  show: (page, { startMs, endMs }) =>
    page.evaluate(
      ([start, end]) => (window as VisWindow).visTimeline?.setWindow(start, end, { animation: false }),
      [startMs, endMs] as const,
    ),
  readWindow: (page) =>
    page.evaluate(() => {
      const shown = (window as VisWindow).visTimeline?.getWindow()
      return shown === undefined ? null : { startMs: shown.start.valueOf(), endMs: shown.end.valueOf() }
    }),
}
