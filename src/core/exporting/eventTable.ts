/** Which columns has the table of events, and what stands in each? A row for each event, in reading order. */
import { findEventRoots } from '../story/eventRoots.ts'
import { outerExtent } from '../time/fuzzyDate.ts'
import { formatEdtf } from '../time/formatEdtf.ts'
import { DAY_MS, type CivilMs } from '../time/units.ts'
import { describeEventRoots } from '../wording/eventRootWords.ts'
import { formatWhen } from '../wording/eventWords.ts'
import { standingWords } from '../wording/standingWords.ts'
import { formatParts } from '../wording/textParts.ts'
import { describeSource } from './sourceText.ts'
import type { TakenEvent, TakenFrom } from './takenEvent.ts'

export const eventColumns = [
  'id',
  'title',
  'summary',
  'date_edtf',
  'date_words',
  'earliest',
  'latest',
  'reported',
  'place',
  'standing',
  'actors',
  'roots',
  'roots_words',
  'sources',
  'statements',
  'match',
  'address',
] as const

/** As many cells as there are columns; what is not known is empty. */
export function eventCells({ event, isPossible }: TakenEvent, from: TakenFrom): readonly string[] {
  const { frame, titleOf, addressOf } = from
  const { when, reported } = event
  const bounds = when === null ? null : outerExtent(when.date)
  const roots = findEventRoots(event, frame)
  const words = describeEventRoots(roots, frame)
  const cells: Readonly<Record<(typeof eventColumns)[number], string>> = {
    id: event.id,
    title: event.title,
    summary: event.summary,
    date_edtf: when?.date.edtf ?? '',
    date_words: formatWhen(event, titleOf),
    earliest: bounds === null ? '' : formatBound(bounds.startMs),
    latest: bounds === null ? '' : formatBound(bounds.endMs - 1),
    reported: reported?.date.edtf ?? '',
    place: event.place ?? '',
    standing: standingWords[event.standing.is],
    actors: [...new Set(event.actors.map(({ actor }) => frame.actors.get(actor)?.name ?? actor))].join('; '),
    roots: String(roots.roots.length),
    roots_words: [formatParts(words.lead), formatParts(words.rest)].filter((text) => text !== '').join(' '),
    sources: event.sources.map((id) => describeSource(id, frame)).join('; '),
    statements: String(event.statements.length),
    match: isPossible ? 'perhaps' : 'yes',
    address: addressOf(event.id, null),
  }
  return eventColumns.map((column) => cells[column])
}

/** The day that holds a bound; empty where there is none. */
function formatBound(boundMs: CivilMs): string {
  return Number.isFinite(boundMs) ? formatEdtf(Math.floor(boundMs / DAY_MS) * DAY_MS) : ''
}
