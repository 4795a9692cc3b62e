/** What does the list say of an event, and under which heading does it stand? */
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import type { EventBrief } from '../../core/story/eventBrief.ts'
import { dateFromCivilMs } from '../../core/time/civilDay.ts'
import { outerExtent } from '../../core/time/fuzzyDate.ts'
import { howKnown } from '../../core/time/howKnown.ts'
import { formatDateShort } from '../../core/wording/dateWords.ts'
import { formatInstead, type TitleOf } from '../../core/wording/eventWords.ts'
import { formatSection } from '../../core/wording/listSections.ts'
import { formatOtherDates } from '../../core/wording/otherDateWords.ts'
import { formatHappened } from '../../core/wording/reportWords.ts'
import { formatNumberOf } from '../../core/wording/storyWords.ts'
import type { ListItem, ListSection } from './EventList.tsx'

/** Items one after the other, under the heading of each; a heading may come again. */
export function gatherSections(items: readonly ListItem[]): readonly ListSection[] {
  const sections: { heading: string; items: ListItem[] }[] = []
  for (const item of items) {
    const heading = formatSection(item.event)
    const last = sections[sections.length - 1]
    if (last?.heading === heading) last.items.push(item)
    else sections.push({ heading, items: [item] })
  }
  return sections
}

/** @param row its place among all events */
export function buildListItem(
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
