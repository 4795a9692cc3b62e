/** In which order are events read, and does it depend on anything that it should not? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderEvents } from '../../../src/core/story/orderEvents.ts'
import type { EventJson } from '../../fixtures/makeStory.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'

type RelationJson = NonNullable<EventJson['relations']>[number]

function orderOfDates(dates: readonly (string | null)[]): readonly (string | null)[] {
  const events = dates.map((edtf, i) => makeEvent(i, { date: edtf === null ? null : { edtf } }))
  return makeStory({ events }).events.map(({ when }) => when?.date.edtf ?? null)
}

function orderOfUndated(relations: readonly (readonly RelationJson[])[]): readonly string[] {
  const events = relations.map((list, i) => makeEvent(i, { date: null, relations: [...list] }))
  return makeStory({ events }).events.map(({ id }) => id)
}

describe('dated events', () => {
  it('stand by the earliest moment that they may have', () => {
    expect(orderOfDates(['2020-05', '2019', '2020-04-30'])).toEqual(['2019', '2020-04-30', '2020-05'])
  })

  it('stand with the better known first where they may begin together', () => {
    expect(orderOfDates(['2020', '2020-01', '2020-01-01'])).toEqual(['2020-01-01', '2020-01', '2020'])
  })

  it('stand behind the others, by their latest bound, where no earliest is known', () => {
    expect(orderOfDates([null, '[..2012]', '/2010', '2020/..', '2020'])).toEqual([
      '2020',
      '2020/..',
      '/2010',
      '[..2012]',
      null,
    ])
  })

  it('stand in any file order the same way, when no two are alike', () => {
    const dates = ['2019', '2019-01', '[..2012]', '/2010', '2020/..', '2020', '-0044-03-15', 'Y-17000']
    const expected = orderOfDates(dates)
    fc.assert(
      fc.property(fc.shuffledSubarray(dates, { minLength: dates.length }), (shuffled) => {
        expect(orderOfDates(shuffled)).toEqual(expected)
      }),
    )
  })

  it('that are alike keep file order', () => {
    const events = [3, 1, 2].map((i) => makeEvent(i, { date: { edtf: '2020' } }))
    expect(makeStory({ events }).events.map(({ id }) => id)).toEqual(['event-3', 'event-1', 'event-2'])
  })
})

describe('undated events', () => {
  it('keep file order where nothing relates them', () => {
    expect(orderOfUndated([[], [], []])).toEqual(['event-0', 'event-1', 'event-2'])
  })

  it('follow "before" and "after"', () => {
    expect(orderOfUndated([[{ is: 'after', to: 'event-1' }], [], [{ is: 'before', to: 'event-1' }]])).toEqual(
      ['event-2', 'event-1', 'event-0'],
    )
  })

  it('are not moved by other relations, nor by dated events', () => {
    const events = [
      makeEvent(0, {
        date: null,
        relations: [
          { is: 'response-to', to: 'event-1' },
          { is: 'after', to: 'event-2' },
        ],
      }),
      makeEvent(1, { date: null, relations: [{ is: 'before', to: 'event-2' }] }),
      makeEvent(2),
    ]
    expect(makeStory({ events }).events.map(({ id }) => id)).toEqual(['event-2', 'event-0', 'event-1'])
  })

  const count = 8
  const place = fc.nat({ max: count - 1 })
  const edges = fc.array(fc.tuple(place, place), { maxLength: 20 })
  const relate = (list: readonly (readonly [number, number])[]) =>
    Array.from({ length: count }, (_, i) =>
      list.flatMap(([from, to]): RelationJson[] =>
        from === i && to !== i ? [{ is: 'before', to: `event-${to}` }] : [],
      ),
    )

  it('all stay, each once, whatever circles relations make', () => {
    fc.assert(
      fc.property(edges, (list) => {
        expect([...orderOfUndated(relate(list))].sort()).toEqual(relate([]).map((_, i) => `event-${i}`))
      }),
    )
  })

  it('obey every relation where there is no circle', () => {
    fc.assert(
      fc.property(
        edges,
        fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
        (list, rank) => {
          const forward = list.filter(([from, to]) => (rank[from] ?? 0) < (rank[to] ?? 0))
          const order = orderOfUndated(relate(forward))
          for (const [from, to] of forward) {
            expect(order.indexOf(`event-${from}`)).toBeLessThan(order.indexOf(`event-${to}`))
          }
        },
      ),
    )
  })

  it('may form a chain of a hundred thousand', () => {
    const [event] = makeStory({ events: [makeEvent(0, { date: null })] }).events
    if (!event) throw new Error('missing: event')
    const id = (i: number) => `event-${i}` as typeof event.id
    const chain = Array.from({ length: 100_000 }, (_, i) => ({
      ...event,
      id: id(i),
      relations: i < 99_999 ? [{ is: 'after' as const, to: id(i + 1) }] : [],
    }))
    expect(orderEvents(chain)[0]?.id).toBe('event-99999')
  })
})
