/**
 * How is what is shown written as a calendar (iCalendar, RFC 5545)?
 * Every entry is of whole days and takes nobody's time. It is dated by the story's revision, not by a clock, and named by
 * story and event: whoever takes it along again has the same entries, not others beside them.
 */
import type { StoryFrame, TimelineEvent } from '../story/story.ts'
import { dateFromCivilMs } from '../time/civilDay.ts'
import { outerExtent, type Extent } from '../time/fuzzyDate.ts'
import type { CivilMs } from '../time/units.ts'
import { formatDateWords } from '../wording/dateWords.ts'
import { lowerFirst } from '../wording/phrase.ts'
import { standingWords } from '../wording/standingWords.ts'
import { placeInCalendar } from './calendarPlace.ts'
import { describeSource } from './sourceText.ts'
import type { TakenFrom } from './takenEvent.ts'

export function openCalendar({ title, language }: StoryFrame): string {
  return lines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Dateline//Dateline//${language.slice(0, 2).toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(title)}`,
    `X-WR-CALNAME:${escapeText(title)}`,
  ])
}

export function closeCalendar(): string {
  return lines(['END:VCALENDAR'])
}

/** Its entries; none where it has no place in a calendar (see calendarPlace.ts). */
export function calendarEntries(event: TimelineEvent, from: TakenFrom): string {
  const place = placeInCalendar(event.when)
  if (place.kind === 'nowhere' || event.when === null) return ''
  const dateWords = formatDateWords(event.when.date, event.when.derived)
  const summary = place.isExact ? event.title : `${event.title} (${lowerFirst(dateWords)})`
  const shared = [
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(describe(event, dateWords, from))}`,
    ...(event.place === null ? [] : [`LOCATION:${escapeText(event.place)}`]),
    `URL:${from.addressOf(event.id, null)}`,
    'CLASS:PUBLIC',
    'TRANSP:TRANSPARENT',
  ]
  return place.days.map((days, i) => entry(event, days, i, shared, from)).join('')
}

function entry(
  { id }: TimelineEvent,
  { startMs, endMs }: Extent,
  number: number,
  shared: readonly string[],
  { frame }: TakenFrom,
): string {
  const revisedMs = outerExtent(frame.revised).startMs
  const stamp = `${formatDay(Number.isFinite(revisedMs) ? revisedMs : 0)}T000000Z`
  return lines([
    'BEGIN:VEVENT',
    // The name of a host would change with the site.
    `UID:${id}${number === 0 ? '' : `.${number + 1}`}@${frame.id}.dateline`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `DTSTART;VALUE=DATE:${formatDay(startMs)}`,
    `DTEND;VALUE=DATE:${formatDay(endMs)}`,
    ...shared,
    'END:VEVENT',
  ])
}

/** Date, summary, standing, sources with their addresses: one below the other. */
function describe(
  { summary, standing, sources }: TimelineEvent,
  dateWords: string,
  { frame }: TakenFrom,
): string {
  const named = sources.map((id) => describeSource(id, frame))
  return [`${dateWords}.`, summary, `${standingWords[standing.is]}.`, ...named].join('\n')
}

/** A year of one to four digits. */
function formatDay(timeMs: CivilMs): string {
  const { year, month, day } = dateFromCivilMs(timeMs)
  return `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
}

/** A TEXT of the format: no sign in it can end its line or begin another property. */
function escapeText(text: string): string {
  return (
    text
      .replace(/\r\n?|[\n\u2028\u2029]/g, '\n')
      // Signs that the format does not allow in any text.
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, ' ')
      .replace(/[\\;,]/g, (sign) => `\\${sign}`)
      .replaceAll('\n', '\\n')
  )
}

function lines(contents: readonly string[]): string {
  return contents.map((content) => `${foldLine(content)}\r\n`).join('')
}

/** Of a line, in bytes of UTF-8, its break not counted. */
const MOST_BYTES = 75

/** Longer lines go on in the next, after a space; no letter is cut. */
export function foldLine(content: string): string {
  const folded: string[] = []
  let line = ''
  let bytes = 0
  for (const letter of content) {
    const size = bytesOf(letter.codePointAt(0) ?? 0)
    if (bytes + size > MOST_BYTES) {
      folded.push(line)
      line = ' '
      bytes = 1
    }
    line += letter
    bytes += size
  }
  return [...folded, line].join('\r\n')
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
