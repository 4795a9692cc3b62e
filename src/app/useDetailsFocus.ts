/** Where does the focus go when an event is opened or closed? To its heading; back to its mark or list entry. */
import { useEffect, useRef, type RefObject } from 'react'
import type { EventId } from '../core/base/brand.ts'
import type { OpenedStory } from '../loading/openedStory.ts'
import { takeFocusKept } from './before.ts'
import type { RowSequence } from '../core/indexing/shownRows.ts'
import { loadFocusBack } from './laterParts.ts'

/** Frames to wait for a part that is still being loaded: the event, or who finds the way back from it. */
const MAX_TRIES = 120

/** @returns to be hung on the heading of the details */
export function useDetailsFocus(
  viewRef: RefObject<HTMLElement | null>,
  story: Pick<OpenedStory, 'rowOf'>,
  openEvent: EventId | null,
  shownRows: RowSequence,
): RefObject<HTMLHeadingElement | null> {
  const headingRef = useRef<HTMLHeadingElement>(null)
  const before = useRef<EventId | null>(null)
  /** What was pressed to open it: one event may stand in a view many times. */
  const opener = useRef<Element | null>(null)
  // The filter or the file alone moves no focus: they are looked up, not waited for.
  const latest = useRef({ story, shownRows })
  useEffect(() => {
    latest.current = { story, shownRows }
  })
  useEffect(() => {
    const closed = before.current
    before.current = openEvent
    if (takeFocusKept() || openEvent === closed) return
    if (closed === null) opener.current = document.activeElement
    loadFocusBack().catch(() => undefined)
    let tries = 0
    let frame = 0
    const attempt = (): void => {
      const target =
        openEvent === null
          ? (loadFocusBack.fetched()?.(viewRef.current, latest.current, closed, opener.current) ?? null)
          : headingRef.current
      if (target !== null) target.focus({ preventScroll: openEvent !== null })
      else if (tries++ < MAX_TRIES) frame = requestAnimationFrame(attempt)
    }
    attempt()
    return () => cancelAnimationFrame(frame)
  }, [openEvent, viewRef])
  return headingRef
}
