/** Where is the focus in the timeline's list, and where do the keys take it? What each does: pressKey.ts. */
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import type { RowSequence } from '../../core/indexing/shownRows.ts'
import type { LaneBand } from '../../core/marks/laneLayout.ts'
import type { LaneName } from '../../core/marks/laneName.ts'
import type { PlacedCluster, PlacedMark } from '../../core/marks/placedMark.ts'
import type { PressKey } from './pressKey.ts'

export interface TimelineKeys {
  /** More is drawn than the window shows. */
  readonly isMoving: boolean
  readonly layout: { readonly lanes: readonly Pick<LaneBand, 'kind'>[] }
  /** What a lane is called, where that is said when keys come to it. */
  readonly laneTitle?: (lane: LaneName) => string
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
    const find = (which: string): HTMLElement | null | undefined =>
      listRef.current?.querySelector<HTMLElement>(`button${which}`)
    const button =
      wanted === 'first'
        ? find('')
        : (find(`[data-row="${wanted}"]`) ??
          find(`[data-row="${keys.clusters.find(({ has }) => has(wanted))?.firstRow}"]`))
    if (button === null || button === undefined) return
    button.focus()
    setWanted(null)
  }, [wanted, listRef, keys.marks, keys.clusters, keys.isMoving])

  useEffect(() => {
    // A box may stand for another row now that more of the story is here, and keeps the focus.
    const row = listRef.current?.querySelector<HTMLElement>(':focus')?.dataset['row']
    if (row !== undefined) setFocused(Number(row))
  }, [listRef, keys.marks, keys.clusters])

  const focusedKeys = { ...keys, inView, wanted, setWanted }
  const [pressKey, setPressKey] = useState<PressKey | null>(null)
  /** What was pressed before that part had come. */
  const early = useRef<Event[]>([])
  useEffect(() => {
    let isGone = false
    void import('./pressKey.ts').then((part) => {
      // In a function, since a function itself would be called.
      if (!isGone) setPressKey(() => part.pressKey)
    })
    return () => {
      isGone = true
    }
  }, [])
  useEffect(() => {
    const list = listRef.current
    // Who has left the list meanwhile is not called back.
    if (pressKey !== null && list?.contains(document.activeElement) === true)
      void pressAgain(list, early.current.splice(0))
  }, [pressKey, listRef])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (pressKey === null) early.current.push(event.nativeEvent)
    else pressKey(event, focusedKeys)
  }

  const candidates = [focused, keys.selectedRow, inView[0] ?? null]
  const tabStop = candidates.find((row) => row !== null && inView.includes(row)) ?? null
  return { tabStop, onFocusRow: setFocused, onKeyDown }
}

/** One in each frame: each begins where the one before has led. */
async function pressAgain(list: HTMLElement, keys: readonly Event[]): Promise<void> {
  for (const key of keys) {
    list.dispatchEvent(key)
    await new Promise(requestAnimationFrame)
  }
}
