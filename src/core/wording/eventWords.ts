/** In which words is one event named, labelled and ordered? */
import type { EventId } from '../base/brand.ts'
import type { EventBrief } from '../story/eventBrief.ts'
import type { StoryFrame } from '../story/story.ts'
import { outerExtent } from '../time/fuzzyDate.ts'
import { howKnown, type HowKnown } from '../time/howKnown.ts'
import { standingWords } from './standingWords.ts'
import { formatDateWords } from './dateWords.ts'
import { formatDayLabel } from './dayWords.ts'
import { formatOtherDates } from './otherDateWords.ts'
import { formatNumberOf } from './storyWords.ts'

/** The short title of another event; null where the story has no such event. */
export type TitleOf = (id: EventId) => string | null

/** The words of events that stand by their reports: see reportWords.ts, which is not part of the first view. */
export interface ReportWords {
  readonly laneNames: Readonly<Record<HowKnown, string>>
  /** Of the list of marks. */
  readonly listName: string
  /** As formatWhen and formatInstead. */
  readonly formatWhen: (event: EventBrief) => string
  readonly formatInstead: (event: EventBrief) => string
}

/** The date in words, or the order where there is no date. */
export function formatWhen(event: Pick<EventBrief, 'when' | 'relations'>, titleOf: TitleOf): string {
  if (event.when !== null) return formatDateWords(event.when.date, event.when.derived)
  const order = formatOrder(event, titleOf)
  return order === '' ? 'No date, order not known' : `No date, ${order}`
}

/** "after Release held back …"; empty for an event with no stated order. */
export function formatOrder(event: Pick<EventBrief, 'relations'>, titleOf: TitleOf): string {
  const parts = event.relations.flatMap(({ is, to }) => {
    if (is !== 'after' && is !== 'before' && is !== 'response-to') return []
    const other = titleOf(to)
    return other === null ? [] : [`${is === 'before' ? 'before' : 'after'} “${other}”`]
  })
  return parts.join(', ')
}

/** What an event without a date has in place of one. */
export function formatInstead(event: Pick<EventBrief, 'relations'>, titleOf: TitleOf): string {
  return formatOrder(event, titleOf) || 'order not known'
}

/** Day in figures beside a disc; empty for events on no known day. */
export function formatMarkDate(event: Pick<EventBrief, 'when'>, contextYear: number | null): string {
  if (event.when === null || howKnown(event.when.date) !== 'day') return ''
  const { startMs, endMs } = outerExtent(event.when.date)
  const label = (ms: number): string => formatDayLabel(ms, contextYear ?? undefined)
  if (startMs === -Infinity) return endMs === Infinity ? '' : `to ${label(endMs - 1)}`
  if (endMs === Infinity) return `from ${label(startMs)}`
  return event.when.date.kind === 'all' ? `${label(startMs)} to ${label(endMs - 1)}` : label(startMs)
}

/** What a screen reader hears of a mark: date in words, title, standing, sources, statements, actors. */
export function formatEventName(
  event: EventBrief,
  story: Pick<StoryFrame, 'actors'>,
  titleOf: TitleOf,
  isPossible: boolean,
  byReport?: ReportWords,
): string {
  const actors = event.actors.flatMap(({ actor }) => story.actors.get(actor)?.name ?? [])
  const otherDates = formatOtherDates(event)
  const parts = [
    (byReport?.formatWhen(event) ?? formatWhen(event, titleOf)) +
      (otherDates === '' ? '' : `, ${otherDates}`),
    event.title,
    standingWords[event.standing.is].toLowerCase(),
    `${formatNumberOf(event.sources.length, 'source')}, ${formatNumberOf(event.statements.length, 'statement')}`,
    ...(actors.length === 0 ? [] : [[...new Set(actors)].join(', ')]),
  ]
  return `${parts.join('. ')}.${isPossible ? ' May match: only perhaps in these dates.' : ''}`
}
