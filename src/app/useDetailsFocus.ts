/** Where does the focus go when an event is opened or closed? To its heading; back to its mark or list entry. */
import { useEffect, useRef, type RefObject } from 'react'
import type { EventId } from '../core/base/brand.ts'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import type { Story } from '../core/story/story.ts'

/** Frames to wait for a part that is still being loaded. */
const MAX_TRIES = 120

/** @returns to be hung on the heading of the details */
export function useDetailsFocus(
  viewRef: RefObject<HTMLElement | null>,
  story: Story,
  openEvent: EventId | null,
  shownRows: readonly EventRow[],
): RefObject<HTMLHeadingElement | null> {
  const headingRef = useRef<HTMLHeadingElement>(null)
  const before = useRef<EventId | null>(null)
  // The filter or the file alone moves no focus: they are looked up, not waited for.
  const latest = useRef({ story, shownRows })
  useEffect(() => {
    latest.current = { story, shownRows }
  })
  useEffect(() => {
    const closed = before.current
    before.current = openEvent
    if (openEvent === null && closed === null) return
    let tries = 0
    let frame = 0
    const attempt = (): void => {
      const target =
        openEvent === null ? findEntry(viewRef.current, latest.current, closed) : headingRef.current
      if (target !== null) target.focus({ preventScroll: openEvent !== null })
      else if (tries++ < MAX_TRIES) frame = requestAnimationFrame(attempt)
    }
    attempt()
    return () => cancelAnimationFrame(frame)
  }, [openEvent, viewRef])
  return headingRef
}

/** The event's own button, or that of the nearest event still shown; null while none is on screen. */
function findEntry(
  view: HTMLElement | null,
  { story, shownRows }: { readonly story: Story; readonly shownRows: readonly EventRow[] },
  event: EventId | null,
): HTMLElement | null {
  if (view === null || event === null) return null
  const row = story.events.findIndex(({ id }) => id === event)
  const byDistance = [...shownRows].sort((a, b) => Math.abs(a - row) - Math.abs(b - row))
  for (const candidate of byDistance) {
    const id = story.events[candidate]?.id ?? ''
    const button = [...view.querySelectorAll<HTMLElement>('button[data-row], button[data-event]')].find(
      ({ dataset }) => dataset['row'] === String(candidate) || dataset['event'] === id,
    )
    if (button !== undefined) return button
  }
  return null
}
