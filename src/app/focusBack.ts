/** Where in a view does the focus go back to when an event is closed? It comes with the details. */
import type { EventId } from '../core/base/brand.ts'
import type { RowSequence } from '../core/indexing/shownRows.ts'
import type { OpenedStory } from '../loading/openedStory.ts'

/** What opened the event, the event's own button, or that of the nearest event that has one; null while none is on screen. */
export function findEntry(
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
