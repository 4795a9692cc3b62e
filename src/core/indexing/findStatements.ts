/** Which statements of the events found did a reader ask for, and which events have any? */
import type { ChosenValues } from '../story/facetKinds.ts'
import type { Statement, StoryFrame, TimelineEvent } from '../story/story.ts'
import type { EventIndex, EventRow, RowValues } from './eventIndex.ts'
import { rowsOf } from './facet.ts'
import { foldTerms, foldText } from './foldText.ts'
import { MATCH } from './matchDate.ts'

export interface StatementFilter {
  readonly chosen: Pick<ChosenValues, 'speaker' | 'record'>
  readonly words: string
}

/**
 * The statements of an event that has passed the filter, in the order of the file: those of the chosen speakers, of the
 * chosen record, and in whose text, speaker's name or event's title every word stands. Other parts of a filter are of
 * events, and hide none of their statements.
 */
export function findStatements(
  event: TimelineEvent,
  { chosen, words }: StatementFilter,
  { actors }: Pick<StoryFrame, 'actors'>,
): readonly Statement[] {
  const terms = foldTerms(words)
  return event.statements.filter(({ speaker, record, text }) => {
    if (chosen.speaker.length > 0 && (speaker === null || !chosen.speaker.includes(speaker))) return false
    if (chosen.record.length > 0 && !chosen.record.includes(record)) return false
    if (terms.length === 0) return true
    const name = speaker === null ? '' : (actors.get(speaker)?.name ?? '')
    const read = foldText([text, name, event.title, event.shortTitle].join(' \n '))
    return terms.every((term) => read.includes(term))
  })
}

/** Rows that match and have a statement, ascending. Every statement has a record status, so its facet knows them all. */
export function rowsWithStatements(index: EventIndex, matches: RowValues): readonly EventRow[] {
  const { record } = index.facets
  const has = new Uint8Array(index.rowCount)
  record.values.forEach((_, value) => {
    const rows = rowsOf(record, value)
    for (let i = 0; i < rows.length; i++) has[rows[i] ?? 0] = 1
  })
  const found: EventRow[] = []
  for (let row = 0; row < has.length; row++)
    if (has[row] === 1 && (matches[row] ?? MATCH.none) !== MATCH.none) found.push(row)
  return found
}
