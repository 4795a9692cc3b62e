/** Do the index and a plain look at every event say the same? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActorId } from '../../../src/core/base/brand.ts'
import { actorsOf, buildIndex, foldWords } from '../../../src/core/indexing/buildIndex.ts'
import { countActors } from '../../../src/core/indexing/countFacets.ts'
import {
  countMatches,
  findMatches,
  findMatchesOfAnyActor,
  searchWords,
  type EventFilter,
} from '../../../src/core/indexing/findMatches.ts'
import { anchorMs, DATE_KIND } from '../../../src/core/indexing/eventIndex.ts'
import { foldTerms, foldText } from '../../../src/core/indexing/foldText.ts'
import { MATCH, matchDate } from '../../../src/core/indexing/matchDate.ts'
import type { Story } from '../../../src/core/story/story.ts'
import { rangeOf } from '../../../src/core/time/dateRange.ts'
import { outerExtent } from '../../../src/core/time/fuzzyDate.ts'
import { howKnown, howKnownKinds } from '../../../src/core/time/howKnown.ts'
import { eventsFromText } from '../../fixtures/eventsFromText.ts'
import { makeEvent, makeStatement, makeStory } from '../../fixtures/makeStory.ts'
import { dateText, dayText } from '../../fixtures/randomStory.ts'

const actorIds = ['harbour-office', 'ana-silva', 'an-official'] as const
const vocabulary = ['smoke', 'Fire', 'HARBOUR', 'café', 'five']

const anyStory: fc.Arbitrary<Story> = fc
  .array(
    fc.record({
      date: dateText,
      title: fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 3 }),
      actors: fc.subarray([...actorIds]),
      speaker: fc.option(fc.constantFrom(...actorIds)),
      attributedTo: fc.option(fc.constantFrom(...actorIds)),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) =>
    makeStory({
      events: list.map(({ date, title, actors, speaker, attributedTo }, i) =>
        makeEvent(i, {
          date: date === null ? null : { edtf: date },
          title: title.join(' '),
          summary: 'Nothing else.',
          actors: actors.map((actor) => ({ actor, role: 'involved' })),
          statements: speaker === null ? [] : [makeStatement(`s-${i}`, { speaker })],
          accounts: [
            {
              claim: 'A claim.',
              standing: 'reported',
              chain: [{ source: 'morning-post' }],
              ...(attributedTo === null ? {} : { attributedTo }),
            },
          ],
        }),
      ),
    }),
  )

/** A filter as a reader sets it. */
interface Asked extends Omit<EventFilter, 'wordHits'> {
  readonly words: string
}

const anyFilter: fc.Arbitrary<Asked> = fc.record({
  actors: fc.subarray([...actorIds] as string[] as ActorId[]),
  range: fc.tuple(fc.option(dayText), fc.option(dayText)).map(([from, to]) => rangeOf(from, to)),
  words: fc
    .array(fc.constantFrom('smoke', 'fire', 'cafe', 'smok', 'nowhere'), { maxLength: 2 })
    .map((list) => list.join(' ')),
})

/** The filter with its words searched. */
function filterFor(story: Story, { actors, range, words }: Asked): EventFilter {
  return { actors, range, wordHits: searchWords(foldWords(story), words) }
}

/** Slowly, event by event, from the story alone; what matchDate says of an event, a test of its own compares. */
function scan(story: Story, { actors, range, words }: Asked): readonly number[] {
  const index = buildIndex(story)
  return story.events.map((event, row) => {
    const said = [event.title, event.shortTitle, event.summary, ...event.statements.map(({ text }) => text)]
    if (!foldTerms(words).every((term) => said.some((text) => foldText(text).includes(term))))
      return MATCH.none
    const involved = [
      ...event.actors.map(({ actor }) => actor),
      ...event.statements.map(({ speaker }) => speaker),
      ...event.accounts.map(({ attributedTo }) => attributedTo),
    ]
    if (actors.length > 0 && !actors.some((actor) => involved.includes(actor))) return MATCH.none
    return range === null ? MATCH.certain : matchDate(index, row, range)
  })
}

describe('the index', () => {
  it('finds every event that a plain scan finds, and no other', () => {
    fc.assert(
      fc.property(anyStory, anyFilter, (story, filter) => {
        expect([...findMatches(buildIndex(story), filterFor(story, filter))]).toEqual(scan(story, filter))
      }),
    )
  })

  it('keeps the rows of each lane by where they stand, and by when they are surely over', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const index = buildIndex(story)
        for (const kind of howKnownKinds) {
          const { byAnchor, byEnd } = index.lanes[kind]
          const rows = story.events.flatMap(({ when }, row) =>
            howKnown(when?.date ?? null) === kind ? [row] : [],
          )
          const by = (key: (row: number) => number): readonly number[] =>
            rows.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a - b))
          const isDated = kind !== 'undated'
          expect([...byAnchor]).toEqual(isDated ? by((row) => anchorMs(index, row)) : rows)
          expect([...byEnd]).toEqual(isDated ? by((row) => index.endMs[row] ?? NaN) : [])
        }
      }),
    )
  })

  it('has the bounds of each date, and none for an event without', () => {
    const story = eventsFromText(`
      2020-01-01          2020-01-21
      A    <....B   C---->   ?D
    `)
    const index = buildIndex(story)
    story.events.forEach(({ when }, row) => {
      expect(index.dateKind[row] === DATE_KIND.undated).toBe(when === null)
      const { startMs, endMs } = when === null ? { startMs: NaN, endMs: NaN } : outerExtent(when.date)
      expect([index.startMs[row], index.endMs[row]]).toEqual([startMs, endMs])
    })
  })

  it('knows an actor who only speaks, and one to whom a claim is attributed, each once', () => {
    const event = makeEvent(0, {
      actors: [{ actor: 'harbour-office', role: 'investigates' }],
      statements: [makeStatement('one'), makeStatement('two')],
      accounts: [
        {
          claim: 'C',
          standing: 'reported',
          attributedTo: 'an-official',
          chain: [{ source: 'morning-post' }],
        },
        { claim: 'D', standing: 'denied', attributedTo: 'ana-silva', chain: [{ source: 'morning-post' }] },
      ],
    })
    const [only] = makeStory({ events: [event] }).events
    expect(only === undefined ? [] : [...actorsOf(only)]).toEqual([
      'harbour-office',
      'ana-silva',
      'an-official',
    ])
  })
})

describe('counts beside actors', () => {
  it('follow the other filters, and equal a plain count', () => {
    fc.assert(
      fc.property(anyStory, anyFilter, (story, filter) => {
        const index = buildIndex(story)
        const others = { ...filter, actors: [] }
        const plain = scan(story, others)
        for (const { actor, count, total } of countActors(
          story,
          index,
          findMatchesOfAnyActor(index, filterFor(story, filter)),
        )) {
          const involved = story.events.map((event) => actorsOf(event).has(actor))
          expect(total).toBe(involved.filter(Boolean).length)
          expect(count).toBe(involved.filter((is, row) => is && plain[row] !== MATCH.none).length)
        }
      }),
    )
  })

  it('stand in an order that no filter changes', () => {
    fc.assert(
      fc.property(anyStory, anyFilter, anyFilter, (story, one, other) => {
        const index = buildIndex(story)
        const orderUnder = (filter: Asked) =>
          countActors(story, index, findMatchesOfAnyActor(index, filterFor(story, filter))).map(
            ({ actor }) => actor,
          )
        expect(orderUnder(one)).toEqual(orderUnder(other))
      }),
    )
  })

  it('leave out an actor without events', () => {
    const story = makeStory({ eventCount: 1 })
    const index = buildIndex(story)
    const all = findMatchesOfAnyActor(index, { range: null, wordHits: null })
    expect(countActors(story, index, all)).toEqual([
      { actor: 'ana-silva', name: 'Ana Silva', isUnnamed: false, count: 1, total: 1 },
      { actor: 'harbour-office', name: 'Harbour Office', isUnnamed: false, count: 1, total: 1 },
    ])
  })

  it('of matches tell how many match, and how many of them only perhaps', () => {
    expect(countMatches(Uint8Array.from([0, 1, 2, 2, 1, 0]))).toEqual({ shown: 4, possible: 2 })
  })
})
