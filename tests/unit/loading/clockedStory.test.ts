/** Is a story by one clock the same story, in another order? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { manyRows } from '../../../src/core/marks/manyRows.ts'
import type { EventList } from '../../../src/core/story/eventBrief.ts'
import type { Story } from '../../../src/core/story/story.ts'
import { findThreads } from '../../../src/core/story/thread.ts'
import { threadAround } from '../../../src/core/story/threadAround.ts'
import { buildTimeScale } from '../../../src/core/time/timeScale.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'
import { storyBy } from '../../../src/loading/clockedStory.ts'
import { openInMemory } from '../../../src/loading/openInMemory.ts'
import type { WholeStory } from '../../../src/loading/openedStory.ts'
import { readDetail } from '../../../src/loading/readDetail.ts'
import { fetchedDetails } from '../../fixtures/fetchedDetails.ts'
import { january } from '../../fixtures/eventsFromText.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'
import { randomStory } from '../../fixtures/randomStory.ts'

const never = new AbortController().signal
const open = (story: Story): WholeStory => openInMemory({ story, problems: [] })
const reportedOn = (edtf: string) => ({ reported: { edtf, source: 'morning-post' } })

/** Late news of an early event, an early report of a later one, one that nobody reports, and the paper itself. */
const story = makeStory({
  events: [
    makeEvent(0, { ...reportedOn('2020-01-20'), title: 'Early smoke', summary: 'News.' }),
    makeEvent(1, { ...reportedOn('2020-01-05'), title: 'Later fire' }),
    makeEvent(2, { title: 'Nobody told' }),
    makeEvent(3, { date: { edtf: '2020-01-12' }, publishes: 'morning-post', title: 'The paper' }),
    makeEvent(4, { date: null, ...reportedOn('2020-01'), title: 'Some time' }),
  ],
})
const opened = open(story)

function titles(events: EventList): readonly (string | undefined)[] {
  return Array.from({ length: events.length }, (_, row) => events.at(row)?.title)
}

describe('by the reported clock', () => {
  it('events are read in the order of their reports, those without one last', async () => {
    const { events, facts, roots } = await storyBy(opened, 'reported', never)
    expect(titles(events)).toEqual(['Some time', 'Later fire', 'The paper', 'Early smoke', 'Nobody told'])
    expect(facts.kindCounts).toEqual({ day: 3, lasted: 0, doubt: 1, undated: 1 })
    expect(roots).toEqual([])
  })

  it('an opened event has all that it had, its true date too', async () => {
    const { rowOf, details } = await storyBy(opened, 'reported', never)
    const [first] = story.events
    if (first === undefined || details.kind !== 'at-hand') throw new Error('not in memory')
    const row = rowOf(first.id)
    expect(row).toBe(3)
    expect(readDetail(details.story, row ?? -1).event).toBe(first)
  })

  it('words are found in the rows in which the events stand now', async () => {
    const { words, events } = await storyBy(opened, 'reported', never)
    const hits = words.kind === 'at-hand' ? words.search('early') : null
    expect(titles(events).filter((_, row) => hits?.[row] === 1)).toEqual(['Early smoke'])
  })

  it('a search elsewhere and an event that is fetched go by the new rows', async () => {
    const asked: number[] = []
    const fetched: WholeStory = {
      ...opened,
      words: {
        kind: 'elsewhere',
        search: (_, onHits) => {
          onHits({ hits: Uint8Array.of(1, 0, 0, 0, 0), isDone: true })
          return () => undefined
        },
      },
      details: fetchedDetails(story, {
        read: (row) => {
          asked.push(row)
          return Promise.reject(new Error('not read'))
        },
      }),
    }
    const { words, details } = await storyBy(fetched, 'reported', never)
    let heard: Uint8Array | null = null
    if (words.kind === 'elsewhere') words.search('x', ({ hits }) => (heard = hits))
    expect(heard).toEqual(Uint8Array.of(0, 0, 0, 1, 0))
    await expect(details.kind === 'fetched' ? details.read(3) : null).rejects.toThrow('not read')
    expect(asked).toEqual([story.events.findIndex(({ title }) => title === 'Early smoke')])
  })

  it('a thread runs in the order of reports where the story says nothing else, at hand or fetched', async () => {
    const joined = makeStory({
      events: [
        makeEvent(0, { ...reportedOn('2020-01-20'), relations: [{ is: 'part-of', to: 'event-2' }] }),
        makeEvent(1, { ...reportedOn('2020-01-05'), relations: [{ is: 'part-of', to: 'event-2' }] }),
        makeEvent(2, { ...reportedOn('2020-01-12') }),
        makeEvent(3),
      ],
    })
    const inMemory = await storyBy(open(joined), 'reported', never)
    const fetched = await storyBy({ ...open(joined), details: fetchedDetails(joined) }, 'reported', never)
    const { details } = fetched
    if (inMemory.details.kind !== 'at-hand' || details.kind !== 'fetched') throw new Error('kinds')
    const threads = findThreads(inMemory.details.story.events)
    expect(threads.size).toBe(3)
    for (let row = 0; row < 4; row++) {
      const around = await threadAround(row, details.readLinks)
      const names = await Promise.all((around === 'long' ? [] : (around ?? [])).map(details.readName))
      const id = fetched.events.at(row)?.id
      expect(names.map((name) => name?.id)).toEqual((id && threads.get(id)) ?? [])
    }
  })

  it('dates hang from their reports where events are drawn one by one, and not in a story of very many', async () => {
    const few = await storyBy(opened, 'reported', never)
    const many = await storyBy(openInMemory({ story, problems: [] }, manyRows), 'reported', never)
    const signOf = ({ events, byReport }: WholeStory): readonly string[] | undefined => {
      const event = events.at(3)
      const scale = buildTimeScale({ startMs: january(1), endMs: january(31) }, 1000)
      return event === undefined || event.when === null
        ? []
        : byReport?.drawing.placeSign(event, event.when, scale).map(({ kind }) => kind)
    }
    expect(signOf(few)).toEqual(['sheet', 'lag', 'disc'])
    expect(signOf(many)).toEqual(['sheet'])
    expect(many.facts.signs).toEqual(['report', 'range', 'undated'])
    expect(few.facts.signs).toEqual(expect.arrayContaining(['report', 'range', 'undated', 'day']))
  })

  it('nothing comes of it once it was stopped, however long the story is', async () => {
    const stopping = new AbortController()
    const long = open(makeStory({ eventCount: 600 }))
    // Each look at a date takes a slice of time by itself.
    const slow: WholeStory = {
      ...long,
      events: {
        length: long.events.length,
        at: (row) => {
          if (row === 256) stopping.abort()
          const untilMs = performance.now() + (row % 256 === 255 ? 9 : 0)
          while (performance.now() < untilMs);
          return long.events.at(row)
        },
      },
    }
    await expect(storyBy(slow, 'reported', stopping.signal)).rejects.toThrow('abort')
  })
})

describe('whichever the clock', () => {
  it('the same events are there, each once, and found by their ids', () =>
    fc.assert(
      fc.asyncProperty(randomStory(25), async (random) => {
        const before = open(random)
        for (const clock of ['happened', 'reported'] as const) {
          const { events, rowOf, index } = await storyBy(before, clock, never)
          expect(index.rowCount).toBe(random.events.length)
          const ids = Array.from({ length: events.length }, (_, row) => events.at(row)?.id)
          expect(new Set(ids)).toEqual(new Set(random.events.map(({ id }) => id)))
          for (const [row, id] of ids.entries()) expect(id === undefined ? null : rowOf(id)).toBe(row)
        }
      }),
    ))

  it('going to and fro gives the same again, and changes nothing in the story', () =>
    fc.assert(
      fc.asyncProperty(randomStory(15), async (random) => {
        const before = open(random)
        const [once, twice] = [
          await storyBy(before, 'reported', never),
          await storyBy(before, 'reported', never),
        ]
        expect(twice.index).toEqual(once.index)
        expect(titles(twice.events)).toEqual(titles(once.events))
        expect(before.index).toEqual(open(random).index)
        expect(titles(before.events)).toEqual(random.events.map(({ title }) => title))
      }),
    ))

  it('the axis is that of the whole story, unless the dates of one clock would be a sliver of it', async () => {
    const whole = opened.facts.extent
    expect((await storyBy(opened, 'reported', never)).facts.extent).toEqual(whole)
    const old = open(
      makeStory({
        events: [
          makeEvent(0, { date: { edtf: '1900-01-01' }, ...reportedOn('2020-01-20') }),
          makeEvent(1, { date: { edtf: '1901-01-01' }, ...reportedOn('2020-01-20') }),
        ],
      }),
    )
    const { startMs, endMs } = (await storyBy(old, 'reported', never)).facts.extent
    expect([startMs, endMs]).toEqual([january(20), january(21)])
    const happened = (await storyBy(old, 'happened', never)).facts
    expect(happened.extent.endMs - happened.extent.startMs).toBe(366 * DAY_MS)
    expect(happened.signs).toEqual(['day'])
  })

  it('by the happened clock nothing is said of reports', async () => {
    const { events, index } = await storyBy(opened, 'happened', never)
    expect(index).toBe(opened.index)
    expect(Array.from({ length: 5 }, (_, row) => events.at(row)?.reported)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
    expect(events.at(5)).toBeUndefined()
  })
})
