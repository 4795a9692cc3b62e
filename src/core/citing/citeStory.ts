/** What is cited of what stands in a story: the story as it is shown, an event, a statement? */
import type { EventDate, Statement, StoryFrame, TimelineEvent } from '../story/story.ts'
import { formatWording, recordWords } from '../wording/claimWords.ts'
import { describeChain, formatChain } from '../wording/chainWords.ts'
import {
  formatEventNote,
  formatInEvent,
  formatRevised,
  formatStatementTitle,
} from '../wording/citationWords.ts'
import { formatWhen, type TitleOf } from '../wording/eventWords.ts'
import { formatDateWords } from '../wording/dateWords.ts'
import { lowerFirst } from '../wording/phrase.ts'
import { describeStanding } from '../wording/standingSentence.ts'
import { formatParts } from '../wording/textParts.ts'
import type { CitedItem } from './citedItem.ts'
import { cleanText, shortenTitle } from './cleanText.ts'
import { formatEdtfNotes } from './edtfNotes.ts'
import { hashText } from './hashText.ts'

/** An event of a story as a page of it. @param address the whole address of that page */
export function citeEvent(
  event: TimelineEvent,
  story: StoryFrame,
  titleOf: TitleOf,
  address: string,
): CitedItem {
  const title = cleanText(event.title) || event.id
  const when = cleanText(lowerFirst(formatWhen(event, titleOf)))
  const standing = describeStanding(event.standing, story)
  return {
    ...partOf(story, event.id, address),
    title,
    eventDate: event.when === null ? null : { date: event.when.date, words: when },
    remarks: [formatEventNote(when)],
    notes: [
      ...edtfNotes(event.when),
      cleanText(`Standing: ${standing.lead}${formatParts(standing.rest)}`),
      cleanText(event.summary),
    ],
    told: { kind: 'event', when },
  }
}

/** A statement as part of its event. @param address the whole address of the statement */
export function citeStatement(
  statement: Statement,
  event: TimelineEvent,
  story: StoryFrame,
  titleOf: TitleOf,
  address: string,
): CitedItem {
  const actor = statement.speaker === null ? undefined : story.actors.get(statement.speaker)
  const speaker = actor === undefined ? null : cleanText(actor.name)
  const isQuotation = statement.form === 'quotation'
  const text = cleanText(statement.text)
  const title = shortenTitle(text)
  const chain = cleanText(formatChain(describeChain(statement.speaker, statement.chain, story)))
  const wording = cleanText(formatWording(statement))
  const eventTitle = cleanText(event.title) || event.id
  const when = cleanText(lowerFirst(formatWhen(event, titleOf)))
  const saidOn = statement.date
  const said = saidOn === null ? null : { date: saidOn, words: lowerFirst(formatDateWords(saidOn)) }
  return {
    ...partOf(story, statement.id, address),
    title: formatStatementTitle({ speaker, isQuotation, text: title }),
    eventDate: said ?? (event.when === null ? null : { date: event.when.date, words: when }),
    abstract: title === text ? null : text,
    remarks: [formatInEvent(eventTitle, when), `How this is known: ${chain}.`],
    notes: [
      wording,
      `${recordWords[statement.record]}.`,
      ...(said === null ? [] : [`Said: ${said.words}.`, ...formatEdtfNotes('the statement', said.date)]),
      ...edtfNotes(event.when),
    ],
    told: { kind: 'statement', speaker, isQuotation, text: title, wording, chain, eventTitle, when },
  }
}

/**
 * The story as it is shown.
 * @param shown its filter in sentences; empty: nothing is filtered
 * @param address the whole address of the view
 */
export function citeView(story: StoryFrame, shown: string, address: string): CitedItem {
  const words = cleanText(shown).replace(/\.$/, '')
  const isWhole = words === '' && !address.includes('?')
  return {
    ...partOf(story, isWhole ? '' : `view-${hashText(address.replace(/^[a-z]+:\/\/[^/]*/, ''))}`, address),
    title: cleanText(story.title) || story.id,
    container: null,
    remarks: words === '' ? [] : [`Filtered. ${words}.`],
    told: { kind: 'view', shown: words },
  }
}

/** What all parts of a story have in common: nobody is named as their author, and each is as of the last revision. */
function partOf(story: StoryFrame, id: string, address: string) {
  return {
    key: id === '' ? story.id : `${story.id}:${id}`,
    type: 'webpage',
    container: cleanText(story.title) || story.id,
    authors: [],
    issued: story.revised,
    eventDate: null,
    url: address,
    language: story.language,
    version: formatRevised(story.revised),
    abstract: null,
    notes: [],
  } as const
}

function edtfNotes(when: EventDate | null): readonly string[] {
  return when === null ? [] : formatEdtfNotes('the event', when.date)
}
