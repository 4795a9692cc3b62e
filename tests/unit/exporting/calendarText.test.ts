/** Does a calendar program read every entry, on the days that the event may be of and no others? */
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import {
  calendarEntries,
  closeCalendar,
  foldLine,
  openCalendar,
} from '../../../src/core/exporting/calendarText.ts'
import { countPlaces, placeInCalendar } from '../../../src/core/exporting/calendarPlace.ts'
import type { Story } from '../../../src/core/story/story.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'
import { randomStory } from '../../fixtures/randomStory.ts'
import { readHostileStory, readOurStory, takenFrom } from './takenStory.ts'

function write(story: Story): string {
  const from = takenFrom(story)
  return (
    openCalendar(story) + story.events.map((event) => calendarEntries(event, from)).join('') + closeCalendar()
  )
}

function read(text: string): readonly ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never)
  return calendar.getAllSubcomponents('vevent').map((entry) => new ICAL.Event(entry))
}

/** Of one event on a date: the days and words of its entries. */
function entriesOf(edtf: string | null): readonly (readonly [string, string, string])[] {
  const date = edtf === null ? null : { edtf }
  return read(write(makeStory({ events: [makeEvent(0, { date })] }))).map((entry) => [
    entry.startDate.toString(),
    entry.endDate.toString(),
    entry.summary,
  ])
}

describe('an entry', () => {
  it.each([
    ['2020-01-05', [['2020-01-05', '2020-01-06', 'Event 0']]],
    ['2020-01-05T10:30', [['2020-01-05', '2020-01-06', 'Event 0']]],
    ['2020-01-05/2020-01-09', [['2020-01-05', '2020-01-10', 'Event 0']]],
    ['2020-01', [['2020-01-01', '2020-02-01', 'Event 0 (on some day in January 2020)']]],
    ['2020-01-05~', [['2020-01-05', '2020-01-06', 'Event 0 (about 5 January 2020)']]],
    ['2020-01-05/..', [['2020-01-05', '2020-01-06', 'Event 0 (since 5 January 2020, still so)']]],
    [
      '{2020-01-05,2020-01-09}',
      [
        ['2020-01-05', '2020-01-06', 'Event 0'],
        ['2020-01-09', '2020-01-10', 'Event 0'],
      ],
    ],
    ['[..2020-01-05]', []],
    ['2020/2021', [['2020-01-01', '2022-01-01', expect.stringContaining('Event 0 (')]]],
    ['201X', []],
    ['-0043-03-15', []],
    ['Y17000', []],
    [null, []],
  ])('of %s stands on %j', (edtf, entries) => {
    expect(entriesOf(edtf)).toEqual(entries)
  })

  it('takes nobody’s time, is dated by the revision of the story, and has the same name each time', () => {
    const text = write(makeStory({ eventCount: 1 }))
    expect(text).toBe(write(makeStory({ eventCount: 1 })))
    expect(text).toContain('\r\nUID:event-0@harbour-fire.dateline\r\n')
    expect(text).toContain('\r\nDTSTAMP:20200202T000000Z\r\n')
    expect(text).toContain('\r\nTRANSP:TRANSPARENT\r\n')
  })
})

describe('a calendar', () => {
  it('of any story is read by another program: a place for every event that is counted as placed', () => {
    fc.assert(
      fc.property(randomStory(30), (story) => {
        const entries = read(write(story))
        const { placed, leftOut } = countPlaces(story.events)
        const named = new Set(entries.map(({ uid }) => /^event-\d+/.exec(uid)?.[0]))
        expect(named.size).toBe(placed)
        expect(placed + Object.values(leftOut).reduce((sum, count) => sum + count, 0)).toBe(
          story.events.length,
        )
        expect(new Set(entries.map(({ uid }) => uid)).size).toBe(entries.length)
        for (const entry of entries) expect(entry.endDate.compare(entry.startDate)).toBe(1)
      }),
    )
  })

  it('gives every text back as it was', () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1 })
      .map((words) => words.replace(/\p{C}|\s/gu, ' ').trim() || 'x')
    fc.assert(
      fc.property(text, (title) => {
        const story = makeStory({ events: [makeEvent(0, { title: `; , \\ ${title}\\n` })] })
        expect(read(write(story))[0]?.summary).toBe(story.events[0]?.title)
      }),
    )
  })

  it('has no line of more than 75 bytes, and none that begins amid a letter', () => {
    for (const story of [readOurStory(), readHostileStory()])
      for (const line of write(story).split('\r\n')) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/\p{Surrogate}/u)
      }
    expect(foldLine('ü'.repeat(40)).split('\r\n')).toEqual(['ü'.repeat(37), ` ${'ü'.repeat(3)}`])
  })

  it('of a hostile story has its entries and no property but ours', () => {
    const story = readHostileStory()
    const text = write(story)
    expect(read(text).map(({ uid }) => uid)).toEqual(
      story.events
        .filter(({ when }) => placeInCalendar(when).kind === 'days')
        .map(({ id }) => `${id}@${story.id}.dateline`),
    )
    const names = new Set(
      text
        .replaceAll('\r\n ', '')
        .split('\r\n')
        .map((line) => line.split(/[:;]/)[0]),
    )
    expect(names).toEqual(
      new Set(
        ',BEGIN,CALSCALE,CLASS,DESCRIPTION,DTEND,DTSTAMP,DTSTART,END,LAST-MODIFIED,NAME,PRODID,SUMMARY,TRANSP,UID,URL,VERSION,X-WR-CALNAME'.split(
          ',',
        ),
      ),
    )
  })
})
