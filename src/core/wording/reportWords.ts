/** What is said of an event that stands by its report: when it was reported, and when it happened? */
import type { EventBrief } from '../story/eventBrief.ts'
import { formatDateWords } from './dateWords.ts'
import type { ReportWords } from './eventWords.ts'

/** The heading over events whose report has no date. */
export const NO_REPORT_DATE = 'No date of a report'

/** "Reported 12 May 2026; the event: on some day in April 2026". */
function formatReported(event: EventBrief): string {
  const { when, asReported } = event
  const verb = asReported?.isPublication === true ? 'Published' : 'Reported'
  const report =
    when === null ? NO_REPORT_DATE : `${verb} ${startSmall(formatDateWords(when.date, when.derived))}`
  const own = formatHappened(event)
  return own === '' ? report : `${report}; ${own}`
}

/** "the event: on some day in April 2026"; empty for a publication, which is its own report. */
export function formatHappened({ asReported }: Pick<EventBrief, 'asReported'>): string {
  if (asReported === undefined) return ''
  const { happened, isPublication } = asReported
  if (happened !== null) return `the event: ${startSmall(formatDateWords(happened.date, happened.derived))}`
  return isPublication ? '' : 'the event: no date'
}

/** Words of dates begin with a figure or a word that takes a small letter. */
function startSmall(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** All of them, as the drawing asks for them. */
export const reportWords: ReportWords = {
  laneNames: {
    day: 'Reported',
    lasted: 'Reported over a time',
    doubt: 'Day of report not known',
    undated: NO_REPORT_DATE,
  },
  listName: 'Events, earliest report first',
  formatWhen: formatReported,
  formatInstead: formatHappened,
}
