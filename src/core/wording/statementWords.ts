/** How is said how many statements there are, by whom, and which a filter leaves? */
import type { ViewState } from '../view/viewState.ts'
import type { Statement, StoryFrame } from '../story/story.ts'
import { formatCount, formatNumberOf } from './storyWords.ts'

/** "18 statements by 9 speakers; 5 of them by nobody who is named". Whoever is only described is not named. */
export function describeStatements(
  statements: readonly Pick<Statement, 'speaker'>[],
  { actors }: Pick<StoryFrame, 'actors'>,
): string {
  const isNamed = ({ speaker }: Pick<Statement, 'speaker'>): boolean =>
    speaker !== null && actors.get(speaker)?.kind !== 'unnamed'
  const named = statements.filter(isNamed)
  const unnamed = statements.length - named.length
  const count = formatNumberOf(statements.length, 'statement')
  if (statements.length === 0) return 'No statement'
  if (named.length === 0) return `${count}, ${unnamed === 1 ? 'by' : 'all by'} nobody who is named`
  const speakers = new Set(named.map(({ speaker }) => speaker)).size
  const by = `${count} by ${formatNumberOf(speakers, 'speaker')}`
  return unnamed === 0
    ? by
    : `${by} who ${speakers === 1 ? 'is' : 'are'} named; ${formatCount(unnamed)} by nobody who is`
}

/** What the filter means for statements; empty where nothing is filtered. */
export function describeStatementFilter({ chosen, from, to, words }: ViewState): string {
  const ofStatements = [
    ...(chosen.speaker.length > 0 ? ['speaker'] : []),
    ...(chosen.record.length > 0 ? ['record'] : []),
  ]
  const ofEvents = [
    ...(chosen.actor.length > 0 ? ['actor'] : []),
    ...(chosen.standing.length > 0 ? ['standing'] : []),
    ...(chosen.source.length > 0 ? ['source'] : []),
    ...(from !== null || to !== null ? ['date'] : []),
  ]
  const sentences = [
    ...(ofStatements.length === 0
      ? []
      : [`Filtered by ${ofStatements.join(' and ')}: only such statements are here.`]),
    ...(words.trim() === ''
      ? []
      : ['The words stand in the statement, its speaker’s name or the title of its event.']),
    ...(ofEvents.length === 0
      ? []
      : [`Filtered by ${ofEvents.join(', ')} of the event: all of an event’s statements are here.`]),
  ]
  return sentences.join(' ')
}
