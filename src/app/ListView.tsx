/** The list: events that pass the filter, under their headings, a page of them at a time where they are many. */
import { useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react'
import type { EventId } from '../core/base/brand.ts'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import { MATCH } from '../core/indexing/matchDate.ts'
import { buildListItem, gatherSections } from '../ui/list/buildListItem.ts'
import { EventList, type ListItem, type ListSection } from '../ui/list/EventList.tsx'
import { ListPager } from '../ui/list/ListPager.tsx'
import type { FoundEvents, StoryIndex } from './useTimelineMarks.ts'

interface ListViewProps {
  readonly storyIndex: StoryIndex
  readonly found: FoundEvents
  readonly openRow: EventRow | null
  readonly selected: EventId | null
  readonly detailsId: string
  readonly empty: ReactNode
  readonly onOpen: (event: EventId) => void
}

/** Events on one page: what a reader can scroll through, and a browser lay out at once. */
const PAGE_SIZE = 100

export function ListView(props: ListViewProps): ReactElement {
  const { storyIndex, found, openRow } = props
  const listRef = useRef<HTMLDivElement>(null)
  const { page, turnTo } = usePage(found, openRow)
  const sections = useMemo(() => buildSections(storyIndex, found, page), [storyIndex, found, page])
  const pageCount = Math.ceil(found.shownRows.length / PAGE_SIZE)
  const pager = (place: 'above' | 'below'): ReactElement | null =>
    pageCount < 2 ? null : (
      <ListPager
        place={place}
        first={page * PAGE_SIZE + 1}
        last={Math.min((page + 1) * PAGE_SIZE, found.shownRows.length)}
        total={found.shownRows.length}
        size={PAGE_SIZE}
        onPage={(step) => {
          turnTo(Math.max(0, Math.min(pageCount - 1, page + step)))
          if (place === 'below') listRef.current?.scrollIntoView({ block: 'start' })
        }}
      />
    )
  return (
    <>
      {props.empty}
      {pager('above')}
      <EventList
        sections={sections}
        listRef={listRef}
        selected={props.selected}
        detailsId={props.detailsId}
        language={storyIndex.frame.language}
        onOpen={props.onOpen}
      />
      {pager('below')}
    </>
  )
}

/** The page turned to under this filter; with an event just opened, the page that has it. */
function usePage(
  found: FoundEvents,
  openRow: EventRow | null,
): { readonly page: number; readonly turnTo: (page: number) => void } {
  const pageOfOpen =
    openRow === null || !found.shownRows.has(openRow)
      ? null
      : Math.floor(found.shownRows.countBefore(openRow) / PAGE_SIZE)
  const { shownRows } = found
  const [turned, setTurned] = useState({ shownRows, openRow, page: pageOfOpen ?? 0 })
  const isNewFilter = turned.shownRows !== shownRows
  const isNewEvent = turned.openRow !== openRow
  const page = !isNewFilter && !isNewEvent ? turned.page : (pageOfOpen ?? (isNewFilter ? 0 : turned.page))
  // Kept at once: closing an event leaves the page that it was on.
  if (isNewFilter || isNewEvent) setTurned({ shownRows, openRow, page })
  return { page, turnTo: (to) => setTurned({ shownRows, openRow, page: to }) }
}

function buildSections(
  { events, titleOf, changes }: StoryIndex,
  { shownRows, matches }: FoundEvents,
  page: number,
): readonly ListSection[] {
  const items: ListItem[] = []
  for (const row of shownRows.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE)) {
    const event = events.at(row)
    if (event === undefined) continue
    const changedWords = changes?.of(event.id)?.short ?? ''
    items.push({ ...buildListItem(event, row, titleOf, matches[row] === MATCH.possible), changedWords })
  }
  return gatherSections(items)
}
