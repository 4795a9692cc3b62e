/** Do columns hold what the events say, in whatever order these were added? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildBitFacet, buildFacet } from '../../../src/core/indexing/buildFacet.ts'
import { buildIndex } from '../../../src/core/indexing/buildIndex.ts'
import { DATE_KIND, type EventIndex } from '../../../src/core/indexing/eventIndex.ts'
import { rowsOf } from '../../../src/core/indexing/facet.ts'
import { valuesOf } from '../../../src/core/indexing/facetValues.ts'
import { findMatchesOfAnyValue, keepChosen } from '../../../src/core/indexing/findMatches.ts'
import { IndexBuilder } from '../../fixtures/indexBuilder.ts'
import { MATCH } from '../../../src/core/indexing/matchDate.ts'
import { facetKinds, noneChosen } from '../../../src/core/story/facetKinds.ts'
import { orderEvents } from '../../../src/core/story/orderEvents.ts'
import type { Story, TimelineEvent } from '../../../src/core/story/story.ts'
import { outerExtent } from '../../../src/core/time/fuzzyDate.ts'
import { howKnown, howKnownKinds } from '../../../src/core/time/howKnown.ts'
import { certainPart } from '../../../src/core/time/spanBounds.ts'
import { makeEvent, makeStatement, makeStory } from '../../fixtures/makeStory.ts'
import { dateText } from '../../fixtures/randomStory.ts'

const actorIds = ['harbour-office', 'ana-silva', 'an-official']

/** Events of all dates, with actors, speakers and relations among them. */
const anyStory: fc.Arbitrary<Story> = fc
  .array(
    fc.record({
      date: dateText,
      actors: fc.subarray(actorIds),
      speaker: fc.option(fc.constantFrom(...actorIds)),
      after: fc.option(fc.nat({ max: 30 })),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((list) =>
    makeStory({
      events: list.map(({ date, actors, speaker, after }, i) =>
        makeEvent(i, {
          date: date === null ? null : { edtf: date },
          actors: actors.map((actor) => ({ actor, role: 'involved' })),
          statements: speaker === null ? [] : [makeStatement(`said-${i}`, { speaker })],
          relations: after === null || after >= i ? [] : [{ is: 'after', to: `event-${after}` }],
        }),
      ),
    }),
  )

const keys = fc.array(fc.nat(), { minLength: 30, maxLength: 30 })

/** The same events in an order by chance. */
function shuffle(events: readonly TimelineEvent[], by: readonly number[]): readonly TimelineEvent[] {
  return events.toSorted((a, b) => keyOf(a, by) - keyOf(b, by) || (a.id < b.id ? -1 : 1))
}
function keyOf({ id }: TimelineEvent, by: readonly number[]): number {
  return by[Number(id.slice('event-'.length))] ?? 0
}

function builderOf(story: Story, events: readonly TimelineEvent[]): IndexBuilder {
  const builder = new IndexBuilder(story)
  for (const event of events) builder.add(event)
  return builder
}

/** The order of reading as the builder has it: positions in `events`. */
function orderOf(builder: IndexBuilder, events: readonly TimelineEvent[]): Uint32Array {
  const undated = orderEvents(events.filter(({ when }) => when === null))
  return builder.readingOrder(undated.map((event) => events.indexOf(event)))
}

/** Everything in the index, as plain lists. */
function plain({ facets, ...index }: EventIndex): unknown {
  const rows = facetKinds.map((kind) => facets[kind].values.map((_, i) => [...rowsOf(facets[kind], i)]))
  return JSON.parse(
    JSON.stringify({ ...index, rows }, (_, value: unknown) =>
      ArrayBuffer.isView(value) ? Array.from(value as Float64Array, String) : value,
    ),
  )
}

describe('the order of reading', () => {
  it('is that of orderEvents, in whatever order the events were added', () => {
    fc.assert(
      fc.property(anyStory, keys, (story, by) => {
        const events = shuffle(story.events, by)
        const order = orderOf(builderOf(story, events), events)
        expect([...order].map((i) => events[i]?.id)).toEqual(orderEvents(events).map(({ id }) => id))
      }),
      { numRuns: 200 },
    )
  })

  it('closes to the same columns as a story in memory has, whose events come in that order', () => {
    fc.assert(
      fc.property(anyStory, keys, (story, by) => {
        const events = shuffle(story.events, by)
        const builder = builderOf(story, events)
        const ordered = orderEvents(events)
        expect(plain(builder.close(orderOf(builder, events)))).toEqual(
          plain(buildIndex({ ...story, events: ordered })),
        )
      }),
    )
  })
})

describe('the columns', () => {
  it('say of each event when it may be, which kind of date it has, and how well that is known', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const index = buildIndex(story)
        expect(index.rowCount).toBe(story.events.length)
        story.events.forEach(({ when }, row) => {
          const date = when?.date ?? null
          const { startMs, endMs } = date === null ? { startMs: NaN, endMs: NaN } : outerExtent(date)
          expect([index.startMs[row], index.endMs[row]]).toEqual([startMs, endMs])
          expect(howKnownKinds[index.lane[row] ?? 9]).toBe(howKnown(date))
          expect(index.dateKind[row]).toBe(date === null ? DATE_KIND.undated : DATE_KIND[date.kind])
        })
      }),
    )
  })

  it('keep the members of a set, the certain part of a span, and nothing that the outer bounds say', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { parts } = buildIndex(story)
        story.events.forEach(({ when }, row) => {
          const date = when?.date ?? null
          const certain = date?.kind === 'span' ? certainPart(date) : null
          const members = date === null || date.kind === 'span' ? [] : date.extents
          const expected = certain === null ? (members.length > 1 ? members : []) : [certain]
          const [from, to] = [parts.offsets[row] ?? 0, parts.offsets[row + 1] ?? 0]
          expect(Array.from(parts.startMs.subarray(from, to))).toEqual(expected.map(({ startMs }) => startMs))
          expect(Array.from(parts.endMs.subarray(from, to))).toEqual(expected.map(({ endMs }) => endMs))
        })
        expect(parts.startMs.length).toBe(parts.offsets[story.events.length])
      }),
    )
  })

  it('of no events are empty', () => {
    const builder = new IndexBuilder({ actors: new Map(), sources: new Map() })
    const index = builder.close(builder.readingOrder([]))
    expect([index.rowCount, index.startMs.length, [...index.parts.offsets]]).toEqual([0, 0, [0]])
    for (const { byAnchor, byEnd } of Object.values(index.lanes)) expect([...byAnchor, ...byEnd]).toEqual([])
  })
})

describe('a facet', () => {
  it('has the rows of each value, ascending, each once', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { facets } = buildIndex(story)
        expect(facets.actor.values).toEqual([...story.actors.keys()])
        expect(facets.source.values).toEqual([...story.sources.keys()])
        for (const kind of facetKinds)
          facets[kind].values.forEach((value, number) => {
            const rows = story.events.flatMap((event, row) => (valuesOf[kind](event).has(value) ? [row] : []))
            expect([...rowsOf(facets[kind], number)]).toEqual(rows)
          })
      }),
    )
  })

  it('of any pairs is what a plain look finds, in any order of rows', () => {
    const anyPairs = fc.array(fc.subarray([0, 1, 2, 3]), { maxLength: 20 })
    fc.assert(
      fc.property(anyPairs, keys, (pairs, by) => {
        const order = pairs.map((_, i) => i).toSorted((a, b) => (by[a] ?? 0) - (by[b] ?? 0) || a - b)
        const values = ['a', 'b', 'c', 'd']
        const column = Uint32Array.from(pairs.flatMap((pair) => [pair.length, ...pair]))
        const bits = Uint8Array.from(pairs, (pair) => pair.reduce((all, value) => all | (1 << value), 0))
        for (const facet of [
          buildFacet(values, column, Uint32Array.from(order)),
          buildBitFacet(values, bits, Uint32Array.from(order)),
        ]) {
          for (const value of [0, 1, 2, 3])
            expect([...rowsOf(facet, value)]).toEqual(
              order.flatMap((event, row) => (pairs[event]?.includes(value) === true ? [row] : [])),
            )
          expect([...rowsOf(facet, 4)]).toEqual([])
        }
      }),
    )
  })

  it('leaves out an actor that the builder was not told of', () => {
    const story = makeStory({ eventCount: 1 })
    const actors = new Map([...story.actors].filter(([id]) => id === 'ana-silva'))
    const builder = new IndexBuilder({ ...story, actors })
    for (const event of story.events) builder.add(event)
    const { actor } = builder.close().facets
    expect([actor.values, [...actor.rows]]).toEqual([['ana-silva'], [0]])
  })
})

describe('actors', () => {
  const chosen = fc.subarray([...actorIds, 'nobody'])
  const anyHits = fc.array(fc.constantFrom(0, 1), { minLength: 30, maxLength: 30 })
  const matchesOf = (index: EventIndex, hits: readonly number[]): Uint8Array =>
    findMatchesOfAnyValue(index, { range: null, wordHits: Uint8Array.from(hits.slice(0, index.rowCount)) })

  it('that are chosen leave what involves any of them, as surely as before', () => {
    fc.assert(
      fc.property(anyStory, chosen, anyHits, (story, actors, hits) => {
        const index = buildIndex(story)
        const matches = matchesOf(index, hits)
        const before = matches.slice()
        const involves = (event: TimelineEvent): boolean =>
          actors.length === 0 || actors.some((actor) => valuesOf.actor(event).has(actor))
        expect([...keepChosen(index, matches, { ...noneChosen, actor: actors }).matches]).toEqual(
          story.events.map((event, row) => (involves(event) ? matches[row] : MATCH.none)),
        )
        expect(matches).toEqual(before)
      }),
    )
  })
})
