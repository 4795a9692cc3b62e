/** The list: events that pass the filter, under their headings. */
import { useMemo, useRef, type ReactElement, type ReactNode } from 'react'
import type { EventId } from '../core/base/brand.ts'
import { MATCH } from '../core/indexing/matchDate.ts'
import type { Story, TimelineEvent } from '../core/story/story.ts'
import { dateFromCivilMs } from '../core/time/civilDay.ts'
import { outerExtent } from '../core/time/fuzzyDate.ts'
import { howKnown } from '../core/time/howKnown.ts'
import { formatDateShort } from '../core/wording/dateWords.ts'
import { formatOrder } from '../core/wording/eventWords.ts'
import { formatSection } from '../core/wording/listSections.ts'
import { formatNumberOf } from '../core/wording/storyWords.ts'
import { EventList, type ListItem, type ListSection } from '../ui/list/EventList.tsx'
import type { FoundMatches } from './useTimelineMarks.ts'

interface ListViewProps {
  readonly story: Story
  readonly found: FoundMatches
  readonly selected: EventId | null
  readonly detailsId: string
  readonly empty: ReactNode
  readonly onOpen: (event: EventId) => void
}

export function ListView(props: ListViewProps): ReactElement {
  const { story, found } = props
  const listRef = useRef<HTMLDivElement>(null)
  const sections = useMemo(() => buildSections(story, found), [story, found])
  return (
    <>
      {props.empty}
      <EventList
        sections={sections}
        listRef={listRef}
        selected={props.selected}
        detailsId={props.detailsId}
        language={story.language}
        onOpen={props.onOpen}
      />
    </>
  )
}

function buildSections(story: Story, { shownRows, matches }: FoundMatches): readonly ListSection[] {
  const sections: { heading: string; items: ListItem[] }[] = []
  for (const row of shownRows) {
    const event = story.events[row]
    if (event === undefined) continue
    const heading = formatSection(event)
    const item = buildItem(event, story, matches[row] === MATCH.possible)
    const last = sections[sections.length - 1]
    if (last?.heading === heading) last.items.push(item)
    else sections.push({ heading, items: [item] })
  }
  return sections
}

function buildItem(event: TimelineEvent, story: Story, isPossible: boolean): ListItem {
  const date = event.when?.date ?? null
  const start = date === null ? null : outerExtent(date)
  const isKnown = date !== null && date.kind === 'moment' && howKnown(date) === 'day' && start !== null
  return {
    event,
    day: isKnown ? String(dateFromCivilMs(start.startMs).day) : '',
    dateWords: event.when === null ? formatOrder(event, story) || 'order not known' : shortDate(event),
    countWords: formatCounts(event),
    isPossible,
  }
}

/** The year stands in the heading above. */
function shortDate({ when }: TimelineEvent): string {
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
function formatCounts({ sources, statements }: TimelineEvent): string {
  const said = statements.length === 0 ? '' : `, ${formatNumberOf(statements.length, 'statement')}`
  return formatNumberOf(sources.length, 'source') + said
}
