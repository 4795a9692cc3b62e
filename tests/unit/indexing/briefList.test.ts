/** Is a list of briefs that are read from bytes as good as the list of the events themselves? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventId } from '../../../src/core/base/brand.ts'
import { BriefList, type RowRelation } from '../../../src/core/indexing/briefColumn.ts'
import { BriefWriter } from '../../../src/core/indexing/briefWriter.ts'
import type { EventBrief } from '../../../src/core/story/eventBrief.ts'
import type { Story, TimelineEvent } from '../../../src/core/story/story.ts'
import { makeEvent, makeStatement, makeStory } from '../../fixtures/makeStory.ts'
import { dateText, randomStory } from '../../fixtures/randomStory.ts'

/** As much of an event as its brief holds. */
function briefOf(event: TimelineEvent): EventBrief {
  const { id, title, shortTitle, when, reported, publishes, relations } = event
  return {
    id,
    title,
    shortTitle,
    publishes,
    relations,
    when: when === null ? null : { date: when.date, derived: when.derived },
    reported: reported === null ? null : { date: reported.date, source: reported.source },
    standing: { is: event.standing.is },
    actors: event.actors.map(({ actor }) => ({ actor })),
    sources: { length: event.sources.length },
    statements: { length: event.statements.length },
  }
}

function writeAndRead({ events, actors }: Pick<Story, 'events' | 'actors'>): BriefList {
  const ids = [...actors.keys()]
  const writer = new BriefWriter(new Map(ids.map((id, i) => [id, i])))
  for (const event of events) writer.add(event)
  const { bytes, starts } = writer.take()
  const decoder = new TextDecoder()
  const rowOf = new Map(events.map(({ id }, row) => [id, row]))
  return new BriefList({
    columns: {
      stretches: [bytes],
      stretchStarts: Uint32Array.of(0),
      starts: starts.slice(0, -1),
      lengths: starts.slice(0, -1).map((start, row) => (starts[row + 1] ?? 0) - start),
    },
    actors: ids,
    relationsOf: (row) =>
      (events[row]?.relations ?? []).map(({ is, to }): RowRelation => ({ is, to: rowOf.get(to) ?? -1 })),
    decode: (part) => decoder.decode(part),
  })
}

describe('a list of briefs', () => {
  it('has of every event of any story what the event says', () => {
    fc.assert(
      fc.property(randomStory(20, dateText), (story) => {
        const list = writeAndRead(story)
        expect(list.length).toBe(story.events.length)
        expect(story.events.map((_, row) => list.at(row))).toEqual(story.events.map(briefOf))
        expect(story.events.map((_, row) => list.idAt(row))).toEqual(story.events.map(({ id }) => id))
      }),
    )
  })

  it('has numbers of more than one digit, relations by their ids, and what an event publishes', () => {
    const statements = Array.from({ length: 12 }, (_, i) => makeStatement(`said-${i}`))
    const story = makeStory({
      events: [
        makeEvent(0, { statements, publishes: 'evening-star' }),
        makeEvent(1, { date: null, relations: [{ is: 'after', to: 'event-0' }] }),
      ],
    })
    const list = writeAndRead(story)
    expect([list.at(0), list.at(1)]).toEqual(story.events.map(briefOf))
    expect(list.at(0)?.statements.length).toBe(12)
    expect(list.at(1)?.relations).toEqual([{ is: 'after', to: 'event-0' }])
  })

  it('gives the same object while it is on screen, and none outside', () => {
    const list = writeAndRead(makeStory())
    expect(list.at(1)).toBe(list.at(1))
    for (const row of [-1, 3, NaN, Infinity]) expect(list.at(row)).toBeUndefined()
  })

  it('can be read after thousands of others, which are not all kept', () => {
    const { events, actors } = makeStory({ eventCount: 1 })
    const many = Array.from({ length: 10_000 }, (_, i) =>
      events.map((event) => ({ ...event, id: `event-${i}` as EventId })),
    ).flat()
    const list = writeAndRead({ events: many, actors })
    const wrong = many.filter(({ id }, row) => list.at(row)?.id !== id)
    expect(wrong).toEqual([])
    expect([list.at(0)?.id, list.at(9999)?.id]).toEqual(['event-0', 'event-9999'])
  })
})
