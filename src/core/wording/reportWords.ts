/** What is said of an event that stands by its report: when it was reported, and when it happened? */
import type { AsReported, EventBrief } from '../story/eventBrief.ts'
import type { HowKnown } from '../time/howKnown.ts'
import { formatDateWords } from './dateWords.ts'

/** The heading over events whose report has no date. */
export const NO_REPORT_DATE = 'No date of a report'

/** "Reported 12 May 2026; the event: on some day in April 2026". */
export function formatReported(when: EventBrief['when'], asReported: AsReported): string {
  const verb = asReported.isPublication ? 'Published' : 'Reported'
  const report =
    when === null ? NO_REPORT_DATE : `${verb} ${startSmall(formatDateWords(when.date, when.derived))}`
  const own = formatHappened(asReported)
  return own === '' ? report : `${report}; ${own}`
}

/** "the event: on some day in April 2026"; empty for a publication, which is its own report. */
export function formatHappened({ happened, isPublication }: AsReported): string {
  if (happened !== null) return `the event: ${startSmall(formatDateWords(happened.date, happened.derived))}`
  return isPublication ? '' : 'the event: no date'
}

/** Words of dates begin with a figure or a word that takes a small letter. */
function startSmall(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** Names of the lanes, where events stand by their reports. */
export const reportLaneNames: Readonly<Record<HowKnown, string>> = {
  day: 'Reported',
  lasted: 'Reported over a time',
  doubt: 'Day of report not known',
  undated: NO_REPORT_DATE,
}
