/** What is a page called, and how is it described where only its address is seen: in a tab, a search, a preview? */
import type { EventBrief } from '../story/eventBrief.ts'
import type { Source, StoryFrame } from '../story/story.ts'
import { formatWhen, type TitleOf } from './eventWords.ts'
import { capitalise, lowerFirst } from './phrase.ts'
import { formatDateWords } from './dateWords.ts'
import { formatCount, formatEventCount, formatNumberOf } from './storyWords.ts'
import { spellControls } from './visibleControls.ts'

/** "Sources · The story · Dateline". @param name of what is open in the story; null: the story itself */
export function formatPageTitle(name: string | null, { title }: Pick<StoryFrame, 'title'>): string {
  return spellControls([name, title, 'Dateline'].filter((part) => part !== null).join(' · '))
}

/** "Sources, page 2 of 3"; the name alone where there is one page. @param number from 1 */
export function formatPartName(name: string, number: number, count: number): string {
  return count === 1 ? name : `${name}, page ${formatCount(number)} of ${formatCount(count)}`
}

/** The date in words, then what happened: "On 12 May 2026. The newspaper reports …". */
export function describeEventPage(
  event: Pick<EventBrief, 'when' | 'relations'> & { readonly summary: string },
  titleOf: TitleOf,
): string {
  return spellControls(`${formatWhen(event, titleOf)}. ${event.summary}`)
}

/** "A source of the story “…”: the outlet, 12 May 2026. 8 events rest on it." @param eventCount that rest on it */
export function describeSourcePage(
  source: Pick<Source, 'outlet' | 'issued'>,
  { title }: Pick<StoryFrame, 'title'>,
  eventCount: number,
): string {
  const issued = source.issued === null ? '' : `, ${lowerFirst(formatDateWords(source.issued))}`
  const resting = `${capitalise(formatEventCount(eventCount))} ${eventCount === 1 ? 'rests' : 'rest'} on it.`
  return spellControls(`${source.outlet}${issued}: a source of “${title}”. ${resting}`)
}

/** What the pages of all sources, statements and changes hold. */
export const listingWords = {
  sources: (count: number, title: string): string =>
    spellControls(
      `${formatNumberOf(count, 'source')} of “${title}”: what each is the root of, what it passes on, and whether it was read.`,
    ),
  statements: (count: number, title: string): string =>
    spellControls(
      `${formatNumberOf(count, 'statement')} in “${title}”: who said what, on the record or not, and through whom it is known.`,
    ),
  changes: (count: number, title: string): string =>
    spellControls(
      `${formatNumberOf(count, 'change')} of “${title}” since it was published: when, what and why.`,
    ),
} as const
