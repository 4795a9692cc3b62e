/** How is said what rests on a source, and which sources are shown? */
import type { SourceTally } from '../story/sourceRole.ts'
import type { Source } from '../story/story.ts'
import { consultationWords } from './claimWords.ts'
import { formatDateShort, formatDateWords } from './dateWords.ts'
import { formatLanguage } from './languageWords.ts'
import { capitalise, joinWords, lowerFirst } from './phrase.ts'
import { formatCount, formatEventCount, formatNumberOf } from './storyWords.ts'

/** "Root of 8 events and 6 statements. Passes on 2 events and 1 statement." @param tally of what passes the filter */
export function describeTally({ events, statements }: SourceTally): string {
  const sentences = [
    describePart('Root of', events.root, statements.root),
    describePart('Passes on', events.relay, statements.relay),
    events.other === 0
      ? ''
      : `Bears on ${formatEventCount(events.other)} in another way, such as for a date.`,
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

function describePart(verb: string, events: number, statements: number): string {
  const counts = [
    ...(events === 0 ? [] : [formatEventCount(events)]),
    ...(statements === 0 ? [] : [formatNumberOf(statements, 'statement')]),
  ]
  return counts.length === 0 ? '' : `${verb} ${joinWords(counts, 'and')}.`
}

/** "1 event rests on it." @param count null: not known */
export function describeResting(count: number | null): string {
  if (count === null) return ''
  if (count === 0) return 'No event rests on it.'
  return `${formatEventCount(count)} ${count === 1 ? 'rests' : 'rest'} on it.`
}

/** What stands below a source's headline: "By A. Writer, on www.example.org, in Japanese. Not consulted." */
export function describeSourceFacts({ authors, link, language, consulted }: Source): string {
  const host =
    link === null
      ? 'no address known'
      : link.kind === 'safe'
        ? `on ${link.host}`
        : `address not followed: ${link.text} (${link.reason})`
  const facts = [
    ...(authors.length === 0 ? [] : [`by ${joinWords(authors, 'and')}`]),
    host,
    ...(language === null ? [] : [`in ${formatLanguage(language)}`]),
  ]
  return `${capitalise(facts.join(', '))}. ${capitalise(consultationWords[consulted])}.`
}

/** The day of issue for a margin, and in full with its note. */
export function formatIssued({ issued, issuedNote }: Source): {
  readonly short: string
  readonly note: string
} {
  if (issued === null) return { short: 'no date', note: issuedNote ?? '' }
  const words = lowerFirst(formatDateWords(issued))
  return { short: formatDateShort(issued), note: issuedNote === null ? '' : `Dated ${words}: ${issuedNote}` }
}

/**
 * "12 sources", "3 of 12 sources: those that the filter names", "9 of 12 sources: no event of the others passes the
 * filter".
 */
export function describeShownSources(shown: number, total: number, isChosen: boolean): string {
  if (shown === total) return formatNumberOf(total, 'source')
  const why = isChosen ? 'those that the filter names' : 'no event of the others passes the filter'
  return `${formatCount(shown)} of ${formatNumberOf(total, 'source')}: ${why}`
}

export const sourceRoleWords = {
  root: 'Root of',
  relay: 'Passes on',
  other: 'Bears on in another way',
} as const

/** "Show its 8 events", "Show its event". @param count null: not known */
export function formatShowEvents(count: number | null): string {
  if (count === null) return 'Show its events'
  return count === 1 ? 'Show its event' : `Show its ${formatEventCount(count)}`
}

/** "4 of 12", where not all stand there. */
export function formatSome(shown: number, total: number): string {
  return `${formatCount(shown)} of ${formatCount(total)}`
}

/** Leads from a source among others to the page that is its own. @param shown how many of its events stand here */
export function sourcePageWords(shown: number, total: number): string {
  return shown === total ? 'This source by itself' : `All ${formatEventCount(total)} that rest on it`
}
