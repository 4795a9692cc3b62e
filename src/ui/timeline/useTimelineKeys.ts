/** What do the keys do while the focus is on the timeline's list? (the table of keys stands in Key) */
import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react'
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import type { RowSequence } from '../../core/indexing/shownRows.ts'
import { findInNextLane, findNextStop } from '../../core/marks/findNeighbour.ts'
import type { PlacedCluster, PlacedMark } from '../../core/marks/placedMark.ts'

export interface TimelineKeys {
  /** More is drawn than the window shows. */
  readonly isMoving: boolean
  readonly marks: readonly PlacedMark[]
  /** Each is one stop: its button stands for its first row. */
  readonly clusters: readonly PlacedCluster[]
  /** Rows that pass the filter. */
  readonly shownRows: RowSequence
  readonly selectedRow: EventRow | null
  readonly onReveal: (row: EventRow) => void
  /** @param anchorRow stays where it is on screen */
  readonly onZoom: (zoomFactor: number, anchorRow: EventRow | null) => void
  readonly onShowAll: () => void
  /** @param onEnd called once the new window stands */
  readonly onPage: (step: 1 | -1, onEnd: () => void) => void
  readonly onSay: (sentence: string) => void
}

/** The row that takes Tab, and what to hang on the list. */
export function useTimelineKeys(
  listRef: RefObject<HTMLOListElement | null>,
  keys: TimelineKeys,
): {
  readonly tabStop: EventRow | null
  readonly onFocusRow: (row: EventRow) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
} {
  const [focused, setFocused] = useState<EventRow | null>(null)
  /** A row to focus as soon as it is on screen; 'first': whatever comes first in the new view. */
  const [wanted, setWanted] = useState<EventRow | 'first' | null>(null)
  const inView = [
    ...keys.marks.filter((mark) => !mark.isGhost).map((mark) => mark.row),
    ...keys.clusters.map(({ firstRow }) => firstRow),
  ].sort((a, b) => a - b)

  useEffect(() => {
    // What is beyond the window's edge now may not come into it.
    if (wanted === null || keys.isMoving) return
    const cluster = wanted === 'first' ? undefined : keys.clusters.find(({ has }) => has(wanted))
    const selector = wanted === 'first' ? 'button' : `button[data-row="${cluster?.firstRow ?? wanted}"]`
    const button = listRef.current?.querySelector<HTMLButtonElement>(selector)
    if (button === null || button === undefined) return
    button.focus()
    setWanted(null)
  }, [wanted, listRef, keys.marks, keys.clusters, keys.isMoving])

  const goTo = (row: EventRow | null, end: string): void => {
    if (row === null) return keys.onSay(end)
    if (!inView.includes(row)) keys.onReveal(row)
    setWanted(row)
  }

  const nextStop = (from: EventRow, step: 1 | -1): EventRow | null => findNextStop(keys, inView, from, step)

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const from = focused ?? inView[0] ?? 0
    const isFar = event.ctrlKey || event.metaKey
    const acts: Readonly<Record<string, () => void>> = {
      ArrowRight: () => goTo(nextStop(from, 1), 'This is the last event.'),
      ArrowLeft: () => goTo(nextStop(from, -1), 'This is the first event.'),
      ArrowDown: () => goTo(findInNextLane(keys.marks, from, 1), 'No events in a lane below.'),
      ArrowUp: () => goTo(findInNextLane(keys.marks, from, -1), 'No events in a lane above.'),
      Home: () => goTo((isFar ? keys.shownRows.at(0) : inView[0]) ?? null, 'No events here.'),
      End: () =>
        goTo(
          (isFar ? keys.shownRows.at(keys.shownRows.length - 1) : inView.at(-1)) ?? null,
          'No events here.',
        ),
      PageDown: () => page(1),
      PageUp: () => page(-1),
      '+': () => keys.onZoom(2, focused),
      '=': () => keys.onZoom(2, focused),
      '-': () => keys.onZoom(0.5, focused),
      '0': () => keys.onShowAll(),
    }
    const act = acts[event.key]
    if (act === undefined || event.altKey || (isFar && event.key !== 'Home' && event.key !== 'End')) return
    event.preventDefault()
    act()
  }

  const page = (step: 1 | -1): void => {
    // Not before the end of the motion: what comes first now is about to leave the window, focus and all.
    keys.onPage(step, () => setWanted('first'))
  }

  const candidates = [focused, keys.selectedRow, inView[0] ?? null]
  const tabStop = candidates.find((row) => row !== null && inView.includes(row)) ?? null
  return { tabStop, onFocusRow: setFocused, onKeyDown }
}
