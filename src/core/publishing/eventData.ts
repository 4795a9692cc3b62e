/**
 * What is an event in the terms of schema.org? It has days only where they are known, and never goes without the words
 * for how well its date is known and how firmly it stands.
 */
import type { StoryFrame, TimelineEvent } from '../story/story.ts'
import { formatWhen, type TitleOf } from '../wording/eventWords.ts'
import { describeStanding } from '../wording/standingSentence.ts'
import { standingWords } from '../wording/standingWords.ts'
import { formatParts } from '../wording/textParts.ts'
import { exactEnds } from './exactDates.ts'
import { compact, eventAddress, type Home, type Thing } from './linkedData.ts'

/** "On some day in April 2026. What happened. Alleged, according to The Paper." @param titleOf short titles of the others */
export function describeForData(event: TimelineEvent, story: StoryFrame, titleOf: TitleOf): string {
  const { lead, rest } = describeStanding(event.standing, story)
  return `${formatWhen(event, titleOf)}. ${event.summary} ${lead}${formatParts(rest)}`
}

/** The same in short, for a list of many: "On some day in April 2026. Alleged." */
export function describeInBrief(event: TimelineEvent, titleOf: TitleOf): string {
  return `${formatWhen(event, titleOf)}. ${standingWords[event.standing.is]}.`
}

/** @param description in words, as one of the two above gives it */
export function eventData(event: TimelineEvent, description: string, home: Home): Thing {
  const ends = event.when === null ? null : exactEnds(event.when.date)
  const address = eventAddress(home, event.id)
  return compact({
    '@type': 'Event',
    '@id': `${address}#event`,
    url: address,
    name: event.title,
    description,
    startDate: ends?.start ?? null,
    endDate: ends?.end ?? null,
    location: event.place === null ? null : { '@type': 'Place', name: event.place },
  })
}
