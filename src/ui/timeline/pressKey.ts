/** What do the keys do while the focus is on the timeline's list? (the table of keys stands in Key) */
import type { KeyboardEvent } from 'react'
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import { findInNextLane, findNextStop } from '../../core/marks/findNeighbour.ts'
import type { TimelineKeys } from './useTimelineKeys.ts'

interface FocusedKeys extends TimelineKeys {
  /** Rows that have a button, ascending. */
  readonly inView: readonly EventRow[]
  /** Where the focus is, or goes as soon as that is on screen. */
  readonly focused: EventRow | null
  /** A row to focus as soon as it is on screen; 'first': whatever comes first in the new view. */
  readonly setWanted: (row: EventRow | 'first') => void
}

export type PressKey = (event: KeyboardEvent<HTMLElement>, keys: FocusedKeys) => void

export const pressKey: PressKey = (event, keys) => {
  const { inView, focused, setWanted } = keys
  const goTo = (row: EventRow | null | undefined, end: string): void => {
    if (typeof row !== 'number') return keys.onSay(end)
    if (!inView.includes(row)) keys.onReveal(row)
    setWanted(row)
  }
  // Not before the end of the motion: what comes first now is about to leave the window, focus and all.
  const page = (step: 1 | -1): void => keys.onPage(step, () => setWanted('first'))
  const from = focused ?? inView[0] ?? 0
  const along = (step: 1 | -1, end: string): void =>
    goTo(findNextStop(keys, inView, from, step), `This is the ${end} event.`)
  const across = (step: 1 | -1, side: string): void =>
    goTo(findInNextLane(keys.marks, from, step), `No events in a lane ${side}.`)
  const isFar = event.ctrlKey || event.metaKey
  const toEnd = (index: 0 | -1): void =>
    goTo(isFar ? keys.shownRows.at(index && keys.shownRows.length - 1) : inView.at(index), 'No events here.')
  const acts: Readonly<Record<string, () => void>> = {
    ArrowRight: () => along(1, 'last'),
    ArrowLeft: () => along(-1, 'first'),
    ArrowDown: () => across(1, 'below'),
    ArrowUp: () => across(-1, 'above'),
    Home: () => toEnd(0),
    End: () => toEnd(-1),
    PageDown: () => page(1),
    PageUp: () => page(-1),
    '+': () => keys.onZoom(2, focused),
    '=': () => keys.onZoom(2, focused),
    '-': () => keys.onZoom(0.5, focused),
    '0': () => keys.onShowAll(),
  }
  const act = acts[event.key]
  if (act === undefined || event.altKey || (isFar && !/^(Home|End)$/.test(event.key))) return
  event.preventDefault()
  act()
}
