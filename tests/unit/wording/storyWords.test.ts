/** What is said of a story, of a filter, of one event and of a link? */
import { describe, expect, it } from 'vitest'
import {
  formatEventName,
  formatMarkDate,
  formatOrder,
  formatWhen,
  type TitleOf,
} from '../../../src/core/wording/eventWords.ts'
import { formatLanguage } from '../../../src/core/wording/languageWords.ts'
import { describeIgnored } from '../../../src/core/wording/linkWords.ts'
import { formatSection } from '../../../src/core/wording/listSections.ts'
import { describeRoot } from '../../../src/core/wording/rootWords.ts'
import {
  describeCoverage,
  describeLane,
  describeMatches,
  formatCount,
  formatEventCount,
  formatNumberOf,
} from '../../../src/core/wording/storyWords.ts'
import { gatherFacts } from '../../../src/core/marks/storyFacts.ts'
import type { TimelineEvent } from '../../../src/core/story/story.ts'
import { eventsFromText } from '../../fixtures/eventsFromText.ts'
import { makeEvent, makeStory, type EventJson } from '../../fixtures/makeStory.ts'

function onlyEvent(changes: Partial<EventJson>): TimelineEvent {
  const [event] = makeStory({ events: [makeEvent(0, changes)] }).events
  if (event === undefined) throw new Error('missing: event')
  return event
}

const coverageOf = (picture: string): string => {
  const { events, published } = eventsFromText(picture)
  const { lead, rest } = describeCoverage(gatherFacts(events, published))
  return lead + rest
}

describe('a story', () => {
  it('covers so many events over so long, and how well each is known', () => {
    expect(
      coverageOf(`
        2020-01-01          2020-03-11
        A  B    C
          D----D
           E......E   F~
        ?G
      `),
    ).toBe(
      '7 events, January to February 2020: 3 on a known day, 1 that lasted, 2 on a day not known, 1 without a date.',
    )
  })

  it('of one month names it once, and only the kinds it has', () => {
    expect(
      coverageOf(`
        2020-01-01          2020-01-21
        A
      `),
    ).toBe('1 event, January 2020: 1 on a known day.')
  })

  it('without any date names no period', () => {
    expect(
      coverageOf(`
        2020-01-01          2020-01-21
        ?A
      `),
    ).toBe('1 event: 1 without a date.')
  })

  it('of two years names both', () => {
    expect(
      coverageOf(`
        2019-12-01          2020-12-01
        A                   B
      `),
    ).toMatch(/^2 events, December 2019 to December 2020:/)
  })
})

describe('a filter leaves', () => {
  it.each([
    [21, 21, 0, 'All 21 events'],
    [1, 1, 0, 'All 1 event'],
    [9, 21, 0, '9 of 21 events'],
    [9, 21, 2, '9 of 21 events, 2 of them only perhaps in these dates'],
    [0, 21, 0, '0 of 21 events'],
    [1200, 12_000, 0, '1,200 of 12,000 events'],
  ])('%i of %i, %i perhaps: %s', (shown, total, possible, words) => {
    expect(describeMatches(shown, total, possible)).toBe(words)
  })

  it('so much in a lane, and hides the rest', () => {
    expect(describeLane('day', 8, 0)).toBe('8 events')
    expect(describeLane('lasted', 1, 4)).toBe('1 event, 4 hidden')
    expect(describeLane('doubt', 2, 0)).toBe('2 events, one day each, somewhere in the dots')
  })
})

it('numbers have their thousands apart and their nouns in the right number', () => {
  expect([formatCount(999), formatCount(1000), formatCount(1_234_567)]).toEqual(['999', '1,000', '1,234,567'])
  expect([formatEventCount(0), formatEventCount(1), formatEventCount(2)]).toEqual([
    '0 events',
    '1 event',
    '2 events',
  ])
  expect([formatNumberOf(1, 'source'), formatNumberOf(3, 'source')]).toEqual(['1 source', '3 sources'])
})

describe('in the list an event stands under', () => {
  it.each([
    ['2026-04-07', 'April 2026'],
    ['2026-04', 'April 2026'],
    ['[2026-04-01..2026-05-12]', 'April or May 2026'],
    ['[2026-04-01..2026-06-12]', 'April to June 2026'],
    ['[2026-12-01..2027-01-12]', 'December 2026 or January 2027'],
    ['2026', '2026'],
    ['[2026..2027]', '2026 to 2027'],
    ['2026-04-07/2027', 'April 2026'],
    ['[..2026-05-12]', 'Not later than 12 May 2026'],
    ['[2026-05-12..]', 'Not before 12 May 2026'],
    ['/2026-05', 'Until May 2026, start unknown'],
  ])('%s: %s', (edtf, heading) => {
    expect(formatSection(onlyEvent({ date: { edtf } }))).toBe(heading)
  })

  it('“No date” where it has none', () => {
    expect(formatSection(onlyEvent({ date: null }))).toBe('No date')
  })
})

describe('an event', () => {
  const story = makeStory({
    events: [
      makeEvent(0, {
        title: 'Fire breaks out',
        shortTitle: 'Fire',
        actors: [
          { actor: 'harbour-office', role: 'reports' },
          { actor: 'harbour-office', role: 'investigates' },
          { actor: 'ana-silva', role: 'witness' },
        ],
      }),
      makeEvent(1, {
        date: null,
        relations: [
          { is: 'after', to: 'event-0' },
          { is: 'at-odds-with', to: 'event-2' },
        ],
      }),
      makeEvent(2, {
        date: null,
        relations: [
          { is: 'before', to: 'event-0' },
          { is: 'response-to', to: 'event-1' },
        ],
      }),
      makeEvent(3, { date: null }),
    ],
  })
  const named = (id: string): TimelineEvent => {
    const event = story.events.find((candidate) => candidate.id === id)
    if (event === undefined) throw new Error(`missing: ${id}`)
    return event
  }

  const titleOf: TitleOf = (id) => story.events.find((event) => event.id === id)?.shortTitle ?? null

  it('is heard as date, title, standing, sources, statements and actors, each actor once', () => {
    expect(formatEventName(named('event-0'), story, titleOf, false)).toBe(
      '1 January 2020. Fire breaks out. reported. 2 sources, 1 statement. Harbour Office, Ana Silva.',
    )
    expect(formatEventName(named('event-0'), story, titleOf, true)).toMatch(
      /Silva\. May match: only perhaps in these dates\.$/,
    )
  })

  it('without a date is placed by what it comes after or before', () => {
    expect(formatWhen(named('event-1'), titleOf)).toBe('No date, after “Fire”')
    expect(formatOrder(named('event-2'), titleOf)).toBe('before “Fire”, after “Event 1”')
    expect(formatWhen(named('event-3'), titleOf)).toBe('No date, order not known')
  })

  it.each([
    ['2020-01-05', '5 Jan'],
    ['2020-01-05T10:30', '5 Jan'],
    ['2019-01-05', '5 Jan 2019'],
    ['{2020-01-05,2020-01-09}', '5 Jan to 9 Jan'],
    ['{2020-01-05..}', 'from 5 Jan'],
    ['{..1984-12-31}', 'to 31 Dec 1984'],
    ['2020-01', ''],
    ['2020-01-05~', ''],
    ['2020-01-05/2020-01-09', ''],
  ])('on %s has “%s” beside its disc, in a story of 2020', (edtf, words) => {
    expect(formatMarkDate(onlyEvent({ date: { edtf } }), 2020)).toBe(words)
  })

  it('without a date has nothing beside its ring', () => {
    expect(formatMarkDate(named('event-3'), 2020)).toBe('')
  })
})

describe('a root', () => {
  const wordsOf = (edtf: string | null, count: number): string => {
    const story = makeStory({ events: [makeEvent(0, { date: edtf === null ? null : { edtf } })] })
    const { lead, rest } = describeRoot(story.events[0]?.when?.date, count)
    return `${lead} ${rest}`
  }

  it.each([
    ['2026-05-12', 8, 'One root. Eight events go back to this one report of 12 May 2026.'],
    ['2026-05-12', 1, 'One root. One event goes back to this one report of 12 May 2026.'],
    ['2026-05', 1200, 'One root. 1,200 events go back to this one report of some day in May 2026.'],
    [null, 2, 'One root. Two events go back to this one report.'],
  ])('of %s, %i events: %s', (edtf, count, words) => {
    expect(wordsOf(edtf, count)).toBe(words)
  })
})

describe('a reader is told', () => {
  it.each([
    ['actor', 'nobody', 'unknown', 'The actor “nobody” is not in this story.'],
    ['event', 'gone', 'unknown', 'The event “gone” is not in this story.'],
    ['path', 'nowhere', 'unknown', 'The address “nowhere” is not one that Dateline knows.'],
    ['view', 'globe', 'unknown', 'The view “globe” is not one that Dateline knows.'],
    ['from', 'soon', 'unreadable', 'The date “from” “soon” could not be read.'],
    ['q', 'xx…', 'too-long', 'The words searched for “xx…” are too long.'],
    ['actor', 'a', 'repeated', 'The actor “a” was given twice; the first one counts.'],
    ['actor', 'a', 'too-many', 'The actor “a” is one too many.'],
    ['source', 'a', 'unsupported', 'The source “a” cannot be shown of this story.'],
    ['standing', 'sure', 'unknown', 'The standing “sure” is not one that Dateline knows.'],
    ['v', '2', 'newer', 'The version “2” is newer than this Dateline.'],
    ['to', '2019', 'reversed', 'The date “to” “2019” lies before the date “from”.'],
  ] as const)('%s %s %s: %s', (what, text, reason, sentence) => {
    expect(describeIgnored({ what, text, reason })).toBe(sentence)
  })

  it('what language a source is in, by its name where we know one', () => {
    expect(['ja', 'ja-JP', 'EN', 'tlh'].map(formatLanguage)).toEqual([
      'Japanese',
      'Japanese',
      'English',
      'tlh',
    ])
  })
})
