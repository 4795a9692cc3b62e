/** Where does the focus go when an event is opened or closed? To its heading; back to its mark or list entry. */
import { useEffect, useRef, type RefObject } from 'react'
import type { EventId } from '../core/base/brand.ts'
import type { OpenedStory } from '../loading/openedStory.ts'
import { takeFocusKept } from './before.ts'
import type { RowSequence } from '../core/indexing/shownRows.ts'

/** Frames to wait for a part that is still being loaded. */
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
    let tries = 0
    let frame = 0
    const attempt = (): void => {
      const target =
        openEvent === null
          ? findEntry(viewRef.current, latest.current, closed, opener.current)
          : headingRef.current
      if (target !== null) target.focus({ preventScroll: openEvent !== null })
      else if (tries++ < MAX_TRIES) frame = requestAnimationFrame(attempt)
    }
    attempt()
    return () => cancelAnimationFrame(frame)
  }, [openEvent, viewRef])
  return headingRef
}

/** What opened the event, the event's own button, or that of the nearest event that has one; null while none is on screen. */
function findEntry(
  view: HTMLElement | null,
  { story, shownRows }: { readonly story: Pick<OpenedStory, 'rowOf'>; readonly shownRows: RowSequence },
  event: EventId | null,
  opener: Element | null,
): HTMLElement | null {
  if (view === null || event === null) return null
  const row = story.rowOf(event) ?? 0
  const buttons = [...view.querySelectorAll<HTMLElement>('[data-row]')]
  const distanceOf = ({ dataset }: HTMLElement): number => Math.abs(Number(dataset['row']) - row)
  return buttons
    .filter(({ dataset }) => shownRows.has(Number(dataset['row'])))
    .reduce<HTMLElement | null>(
      (best, button) =>
        best === null ||
        distanceOf(button) < distanceOf(best) ||
        (button === opener && distanceOf(button) === distanceOf(best))
          ? button
          : best,
      null,
    )
}
