/** In which words does a reader choose whether events stand by when they happened or by when they were reported? */
import type { HowKnown } from '../time/howKnown.ts'
import type { Clock } from '../view/viewState.ts'
import { formatEventCount } from './storyWords.ts'

/** Of the switch between the clocks. */
export const clockWords: {
  readonly name: string
  readonly group: string
  readonly labels: Readonly<Record<Clock, string>>
  readonly titles: Readonly<Record<Clock, string>>
  /** Why some cannot be chosen. */
  readonly reason: string
  /** While events of a large story are put into their order. */
  readonly waiting: string
  /** Where that did not come to an end. */
  readonly failed: string
} = {
  name: 'By',
  group: 'Dates by which events stand',
  labels: { happened: 'Happened', reported: 'Reported', both: 'Both' },
  titles: {
    happened: 'Events stand where they happened',
    reported: 'Events stand where they were reported',
    both: 'Events stand where they happened, each with its report and the time between',
  },
  waiting: 'Putting the events in order…',
  failed: 'The events could not be put in that order.',
  reason: 'These tiles have no order of reports.',
}

/** Said when another clock was chosen. */
export function describeClock(
  clock: Clock,
  { day, lasted, doubt, undated }: Readonly<Record<HowKnown, number>>,
): string {
  const without = formatEventCount(undated)
  const counts = `${formatEventCount(day + lasted + doubt)} with a date`
  switch (clock) {
    case 'reported':
      return `By when it was reported: ${counts}, ${without} with no date of a report.`
    case 'happened':
      return `By when it happened: ${counts}, ${without} without one.`
    case 'both':
      return `By when it happened, with the day of the report: ${counts}, ${without} without one.`
  }
}

/** The fields that narrow a story down to dates, which are those of the clock. */
export const dateFieldNames: Readonly<Record<Clock, { readonly from: string; readonly to: string }>> = {
  both: { from: 'From', to: 'To' },
  happened: { from: 'From', to: 'To' },
  reported: { from: 'Reported from', to: 'Reported to' },
}
