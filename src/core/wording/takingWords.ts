/** What is said of what can be taken along: what each file holds, how far it is, and what was left out? */
import { formatCount, formatEventCount, formatNumberOf } from './storyWords.ts'

export const takenFormats = ['events', 'statements', 'story', 'calendar', 'svg', 'png'] as const
export type TakenFormat = (typeof takenFormats)[number]

export const takingWords: {
  readonly title: string
  readonly hint: string
  readonly names: Readonly<Record<TakenFormat, string>>
  readonly holds: Readonly<Record<TakenFormat, string>>
  readonly stop: string
  readonly stopped: string
  readonly failed: string
  readonly none: string
  readonly print: string
  readonly printHolds: string
  /** Over events that were not read whole. */
  readonly printedShort: string
} = {
  title: 'Take it along',
  hint: 'tables, calendar, picture, paper',
  names: {
    events: 'Events, CSV',
    statements: 'Statements, CSV',
    story: 'Story file, JSON',
    calendar: 'Calendar, iCalendar',
    svg: 'Picture, SVG',
    png: 'Picture, PNG',
  },
  holds: {
    events: 'A row for each event, with its date, standing, roots and sources.',
    statements: 'A row for each statement of these events, with its speaker, record and chain.',
    story: 'Opens in Dateline again. Relations to events that are not in it are left out.',
    calendar: 'All-day entries that take nobody’s time.',
    svg: 'The drawing as it is in view, with title, key, sources and address; sharp at any size.',
    png: 'The same as an image, 2,400 pixels wide.',
  },
  stop: 'Stop',
  stopped: 'Stopped; nothing was saved.',
  failed: 'The file could not be made',
  none: 'No event matches: there is nothing to take along.',
  print: 'Print',
  printHolds: 'The drawing, then the events with their sources and full addresses, 500 at most.',
  printedShort:
    'Of a story of this size events are printed in short. “Print” under “Share” prints them with their sources.',
}

/** "9 events." */
export function describeTaken(count: number): string {
  return `${formatEventCount(count)}.`
}

/** "1,200 of 100,000 events…" */
export function describeTakingProgress(done: number, total: number): string {
  return `${formatCount(done)} of ${formatEventCount(total)}…`
}

/** "Saved mythos-access-events.csv." and what is to be known of it. */
export function describeSaved(fileName: string, note: string): string {
  return `Saved ${fileName}.${note === '' ? '' : ` ${note}`}`
}

/** Why an event has no place in a calendar, of one and of several. */
const leftOutWords = {
  undated: ['has no date', 'have no date'],
  unlimited: ['has a date without a first or a last day', 'have dates without a first or a last day'],
  wide: ['may have been on any day of more than a year', 'may have been on any day of more than a year'],
  far: ['lies outside the years 1 to 9999', 'lie outside the years 1 to 9999'],
} as const

/** "14 events have a place in a calendar; 9 are left out: 8 have no date, 1 has …." */
export function describeCalendar(
  placed: number,
  leftOut: Readonly<Record<keyof typeof leftOutWords, number>>,
): string {
  const reasons = Object.entries(leftOut).filter(([, count]) => count > 0)
  const total = reasons.reduce((sum, [, count]) => sum + count, 0)
  const lead = `${formatEventCount(placed)} ${placed === 1 ? 'has' : 'have'} a place in a calendar`
  if (total === 0) return `${lead}.`
  const why = reasons.map(
    ([reason, count]) =>
      `${formatCount(count)} ${leftOutWords[reason as keyof typeof leftOutWords][count === 1 ? 0 : 1]}`,
  )
  return `${lead}; ${formatCount(total)} ${total === 1 ? 'is' : 'are'} left out: ${why.join(', ')}.`
}

/** Why nothing can be saved of so many. */
export function describeTooMany(count: number, most: number): string {
  return `${formatEventCount(count)} are more than one file takes. Filter to ${formatCount(most)} or fewer; the pictures can be had of any number.`
}

/** Said where some of the events are only perhaps what the filter asks for. */
export function describeExtract(shown: number, total: number, filter: string, address: string): string {
  return `This file holds ${formatCount(shown)} of its ${formatEventCount(total)}. ${filter} Taken from ${address}`
}

/** "12 statements of 9 events." */
export function describeTakenStatements(statements: number, events: number): string {
  return `${formatNumberOf(statements, 'statement')} of ${formatEventCount(events)}.`
}

/** Over what is printed: "500 of 1,200 events are printed, the first in order." */
export function describePrinted(printed: number, shown: number): string {
  if (printed === shown) return ''
  return `The first ${formatCount(printed)} of these ${formatEventCount(shown)} are printed.`
}
