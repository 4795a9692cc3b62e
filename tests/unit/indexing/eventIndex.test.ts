/** Do the index and a plain look at every event say the same? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndex, foldWords } from '../../../src/core/indexing/buildIndex.ts'
import { countFacet } from '../../../src/core/indexing/countFacets.ts'
import {
  findMatches,
  findMatchesOfAnyValue,
  keepChosen,
  searchWords,
  type EventFilter,
} from '../../../src/core/indexing/findMatches.ts'
import { anchorMs, DATE_KIND } from '../../../src/core/indexing/eventIndex.ts'
import { valuesOf } from '../../../src/core/indexing/facetValues.ts'
import { foldTerms, foldText } from '../../../src/core/indexing/foldText.ts'
import { MATCH, matchDate } from '../../../src/core/indexing/matchDate.ts'
import { facetKinds, noneChosen, type FacetKind } from '../../../src/core/story/facetKinds.ts'
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
      standing: fc.constantFrom('reported' as const, 'denied' as const, 'alleged' as const),
      record: fc.constantFrom('on-record' as const, 'not-named' as const),
      publishes: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) =>
    makeStory({
      events: list.map(({ date, title, actors, speaker, attributedTo, standing, record, publishes }, i) =>
        makeEvent(i, {
          date: date === null ? null : { edtf: date },
          title: title.join(' '),
          summary: 'Nothing else.',
          actors: actors.map((actor) => ({ actor, role: 'involved' })),
          statements: speaker === null ? [] : [makeStatement(`s-${i}`, { speaker, record })],
          standing: { is: standing },
          ...(publishes ? { publishes: 'evening-star' } : {}),
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
  chosen: fc.record({
    actor: fc.subarray([...actorIds] as string[]),
    standing: fc.subarray(['reported', 'alleged', 'inferred']),
    record: fc.oneof(fc.constant([]), fc.subarray(['on-record', 'not-named'])),
    source: fc.oneof(fc.constant([]), fc.subarray(['morning-post', 'evening-star', 'nothing'])),
    speaker: fc.oneof(fc.constant([]), fc.subarray([...actorIds] as string[])),
  }),
  range: fc.tuple(fc.option(dayText), fc.option(dayText)).map(([from, to]) => rangeOf(from, to)),
  words: fc
    .array(fc.constantFrom('smoke', 'fire', 'cafe', 'smok', 'nowhere'), { maxLength: 2 })
    .map((list) => list.join(' ')),
})

/** The filter with its words searched. */
function filterFor(story: Story, { chosen, range, words }: Asked): EventFilter {
  return { chosen, range, wordHits: searchWords(foldWords(story), words) }
}

/** Slowly, event by event, from the story alone; what matchDate says of an event, a test of its own compares. */
function scan(story: Story, { chosen, range, words }: Asked): readonly number[] {
  const index = buildIndex(story)
  return story.events.map((event, row) => {
    const said = [event.title, event.shortTitle, event.summary, ...event.statements.map(({ text }) => text)]
    if (!foldTerms(words).every((term) => said.some((text) => foldText(text).includes(term))))
      return MATCH.none
    const { actors, statements, accounts, standing } = event
    const has = {
      actor: [
        ...actors.map(({ actor }) => actor),
        ...statements.map(({ speaker }) => speaker),
        ...accounts.map(({ attributedTo }) => attributedTo),
      ],
      standing: [standing.is],
      record: statements.map(({ record }) => record),
      source: [...event.sources, standing.source, event.reported?.source, event.publishes],
      speaker: statements.map(({ speaker }) => speaker),
    } as Record<string, readonly unknown[]>
    for (const kind of facetKinds)
      if (chosen[kind].length > 0 && !chosen[kind].some((value) => has[kind]?.includes(value) === true))
        return MATCH.none
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
    expect(only === undefined ? [] : [...valuesOf.actor(only)]).toEqual([
      'harbour-office',
      'ana-silva',
      'an-official',
    ])
  })
})

describe('counts beside the values of a facet', () => {
  const countsOf = (story: Story, asked: Asked, kind: FacetKind) => {
    const index = buildIndex(story)
    const filter = filterFor(story, asked)
    return countFacet(index, kind, keepChosen(index, findMatchesOfAnyValue(index, filter), filter.chosen))
  }
  const anyKind = fc.constantFrom(...facetKinds)

  it('follow the other filters and not its own, and equal a plain count', () => {
    fc.assert(
      fc.property(anyStory, anyFilter, anyKind, (story, filter, kind) => {
        const plain = scan(story, { ...filter, chosen: { ...filter.chosen, [kind]: [] } })
        for (const { value, count, total } of countsOf(story, filter, kind)) {
          const having = story.events.map((event) => valuesOf[kind](event).has(value))
          expect(total).toBe(having.filter(Boolean).length)
          expect(count).toBe(having.filter((is, row) => is && plain[row] !== MATCH.none).length)
        }
      }),
    )
  })

  it('stand in an order that no filter changes', () => {
    fc.assert(
      fc.property(anyStory, anyFilter, anyFilter, anyKind, (story, one, other, kind) => {
        const orderUnder = (filter: Asked) => countsOf(story, filter, kind).map(({ value }) => value)
        expect(orderUnder(one)).toEqual(orderUnder(other))
      }),
    )
  })

  it('leave out a value without events', () => {
    const story = makeStory({ eventCount: 1 })
    const all = { chosen: noneChosen, range: null, words: '' }
    expect(countsOf(story, all, 'actor')).toEqual([
      { value: 'harbour-office', count: 1, total: 1 },
      { value: 'ana-silva', count: 1, total: 1 },
    ])
    expect(countsOf(story, all, 'standing')).toEqual([{ value: 'reported', count: 1, total: 1 }])
  })
})
