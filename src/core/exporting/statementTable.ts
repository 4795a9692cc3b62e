/** Which columns has the table of statements, and what stands in each? A row for each statement of the events taken along. */
import type { Statement } from '../story/story.ts'
import { formatWording, recordWords } from '../wording/claimWords.ts'
import { describeChain, formatChain } from '../wording/chainWords.ts'
import { formatDateWords } from '../wording/dateWords.ts'
import { textOf } from './sourceText.ts'
import type { TakenEvent, TakenFrom } from './takenEvent.ts'

export const statementColumns = [
  'id',
  'event_id',
  'event_title',
  'speaker',
  'form',
  'text',
  'language',
  'wording',
  'record',
  'date_edtf',
  'date_words',
  'chain',
  'source_addresses',
  'address',
] as const

/** A row of as many cells as there are columns for each statement of the event, in its order. */
export function statementRows({ event }: TakenEvent, from: TakenFrom): readonly (readonly string[])[] {
  return event.statements.map((statement) => {
    const { frame, addressOf } = from
    const { id, speaker, date, chain } = statement
    const cells: Readonly<Record<(typeof statementColumns)[number], string>> = {
      id,
      event_id: event.id,
      event_title: event.title,
      speaker: speaker === null ? '' : (frame.actors.get(speaker)?.name ?? speaker),
      form: statement.form,
      text: statement.text,
      language: statement.language,
      wording: formatWording(statement),
      record: recordWords[statement.record],
      date_edtf: date?.edtf ?? '',
      date_words: date === null ? '' : formatDateWords(date),
      chain: formatChain(describeChain(speaker, chain, frame)),
      source_addresses: addressesOf(statement, from).join(' '),
      address: addressOf(event.id, id),
    }
    return statementColumns.map((column) => cells[column])
  })
}

function addressesOf({ chain }: Statement, { frame }: TakenFrom): readonly string[] {
  return chain.flatMap(({ source }) => {
    const link = frame.sources.get(source)?.link ?? null
    return link === null ? [] : [textOf(link)]
  })
}
