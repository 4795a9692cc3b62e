/** The list: events that pass the filter, under their headings, a page of them at a time where they are many. */
import { useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react'
import type { EventId } from '../core/base/brand.ts'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import { MATCH } from '../core/indexing/matchDate.ts'
import type { EventBrief } from '../core/story/eventBrief.ts'
import { dateFromCivilMs } from '../core/time/civilDay.ts'
import { outerExtent } from '../core/time/fuzzyDate.ts'
import { howKnown } from '../core/time/howKnown.ts'
import { formatDateShort } from '../core/wording/dateWords.ts'
import { formatOtherDates } from '../core/wording/otherDateWords.ts'
import { formatInstead, type TitleOf } from '../core/wording/eventWords.ts'
import { formatSection } from '../core/wording/listSections.ts'
import { formatHappened } from '../core/wording/reportWords.ts'
import { formatNumberOf } from '../core/wording/storyWords.ts'
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
  const sections: { heading: string; items: ListItem[] }[] = []
  for (const row of shownRows.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE)) {
    const event = events.at(row)
    if (event === undefined) continue
    const heading = formatSection(event)
    const changedWords = changes?.of(event.id)?.short ?? ''
    const item = { ...buildItem(event, row, titleOf, matches[row] === MATCH.possible), changedWords }
    const last = sections[sections.length - 1]
    if (last?.heading === heading) last.items.push(item)
    else sections.push({ heading, items: [item] })
  }
  return sections
}

function buildItem(
  event: EventBrief,
  row: EventRow,
  titleOf: TitleOf,
  isPossible: boolean,
): Omit<ListItem, 'changedWords'> {
  const date = event.when?.date ?? null
  const own = formatHappened(event)
  const start = date === null ? null : outerExtent(date)
  const isKnown = date !== null && date.kind === 'moment' && howKnown(date) === 'day' && start !== null
  return {
    event,
    row,
    day: isKnown ? String(dateFromCivilMs(start.startMs).day) : '',
    dateWords: event.when === null ? own || formatInstead(event, titleOf) : shortDate(event),
    ownDateWords: event.when === null ? '' : own,
    countWords: [formatOtherDates(event), formatCounts(event)].filter((words) => words !== '').join('; '),
    isPossible,
  }
}

/** The year stands in the heading above. */
function shortDate({ when }: Pick<EventBrief, 'when'>): string {
  if (when === null) return ''
  const { startMs, endMs } = outerExtent(when.date)
  const boundMs = Number.isFinite(startMs) ? startMs : endMs
  return formatDateShort(
    when.date,
    when.derived,
    Number.isFinite(boundMs) ? dateFromCivilMs(boundMs).year : undefined,
  )
}

/** "3 sources, 1 statement"; no statements are not worth a word in a list. */
function formatCounts({ sources, statements }: Pick<EventBrief, 'sources' | 'statements'>): string {
  const said = statements.length === 0 ? '' : `, ${formatNumberOf(statements.length, 'statement')}`
  return formatNumberOf(sources.length, 'source') + said
}
