/** How is said what changed in a story, and when? */
import { orderRevisions, type Change } from '../story/findChanges.ts'
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import { formatDateShort, formatDateWords } from './dateWords.ts'
import { joinWords, lowerFirst } from './phrase.ts'
import { formatCount, formatEventCount } from './storyWords.ts'

/** "changed 23 November 2026"; "perhaps changed …" where no change is sure to be later. @param changes of one event, at least one */
export function formatChanged(changes: readonly Change[]): string {
  const change = changes.find(({ isSure }) => isSure) ?? changes[0]
  if (change === undefined) return ''
  return `${change.isSure ? '' : 'perhaps '}changed ${formatDateShort(change.revision.date)}`
}

/** "23 November 2026: The quotation was corrected. Reason: …", newest first. @param changes of one event */
export function describeChange({ revision, isSure }: Change): string {
  const { date, summary, reason } = revision
  const stop = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)
  const when = `${isSure ? 'Changed' : 'Perhaps changed since,'} ${lowerFirst(formatDateWords(date))}`
  return `${when}: ${stop(summary)}${reason === null ? '' : ` ${stop(reason)}`}`
}

/** Titles that are said before the rest is only counted. */
const SAID_TITLES = 3

/** "2 events changed since 20 November 2026: “A” and “B”." @param titles of the events changed, in reading order */
export function describeChangesSince(
  since: FuzzyDate,
  changes: readonly Change[],
  titles: readonly string[],
): string {
  const day = lowerFirst(formatDateShort(since))
  if (changes.length === 0) return `Nothing changed since ${day}.`
  const sure = changes.filter(({ isSure }) => isSure).length
  const perhaps = sure < changes.length ? ' Of some changes it is not known whether they are later.' : ''
  if (titles.length === 0) return `The story changed since ${day}, but no single event.${perhaps}`
  const said = titles.slice(0, SAID_TITLES).map((title) => `“${title}”`)
  const rest = titles.length - said.length
  const names = joinWords([...said, ...(rest === 0 ? [] : [`${formatCount(rest)} more`])], 'and')
  return `${formatEventCount(titles.length)} changed since ${day}: ${names}.${perhaps}`
}

/** "since 20 November 2026"; "perhaps since …" where the date of the change may be that day's, or earlier. */
export function formatSince(since: FuzzyDate, isSure: boolean): string {
  return `${isSure ? 'since' : 'perhaps since'} ${lowerFirst(formatDateShort(since))}`
}

/** "2 events are hidden by the filter."; empty for none. */
export function describeHidden(count: number): string {
  return count === 0 ? '' : `${formatEventCount(count)} ${count === 1 ? 'is' : 'are'} hidden by the filter.`
}

/** "3 revisions, the last 23 November 2026". */
export function describeRevisions(revisions: Parameters<typeof orderRevisions>[0]): string {
  const [last] = orderRevisions(revisions)
  if (last === undefined) return 'No revision is recorded'
  const date = formatDateShort(last.date)
  return revisions.length === 1
    ? `1 revision, of ${date}`
    : `${formatCount(revisions.length)} revisions, the last ${date}`
}

/** Above all changes. */
export const changesNote =
  'What was changed in this story, when and why. Changes of the day itself do not count as since that day. Nothing is kept about you: the day stands in the address alone.'
