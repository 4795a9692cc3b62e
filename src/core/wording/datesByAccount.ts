/** By whose account was it when? "Evening Star: on some day in April 2026" */
import { otherDates } from '../story/otherDates.ts'
import type { Account, StoryFrame, TimelineEvent } from '../story/story.ts'
import { formatDateWords } from './dateWords.ts'
import { lowerFirst } from './phrase.ts'
import { listNames, type TextPart } from './textParts.ts'

/** One line for each date that is not the event's own, in the order of the accounts. */
export function describeOtherDates(
  event: TimelineEvent,
  story: StoryFrame,
): readonly (readonly TextPart[])[] {
  return otherDates(event).map((date) => {
    const names = event.accounts
      .filter((account) => account.date?.edtf === date.edtf)
      .flatMap((account) => nameOf(account, story) ?? [])
    return [...listNames([...new Set(names)]), `: ${lowerFirst(formatDateWords(date))}.`]
  })
}

/** Whose claim it is; where nobody is named, the outlet in which it first appeared. */
function nameOf({ attributedTo, chain }: Account, { actors, sources }: StoryFrame): string | undefined {
  const actor = attributedTo === null ? undefined : actors.get(attributedTo)
  const first = chain[0] === undefined ? undefined : sources.get(chain[0].source)
  return actor?.name ?? first?.outlet
}
