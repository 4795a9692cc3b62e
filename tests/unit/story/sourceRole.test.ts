/** What part does a source have in an event: does a claim begin with it, or does it pass one on? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceId } from '../../../src/core/base/brand.ts'
import { valuesOf } from '../../../src/core/indexing/facetValues.ts'
import { findSourceUse, tallySources } from '../../../src/core/story/sourceRole.ts'
import type { TimelineEvent } from '../../../src/core/story/story.ts'
import { makeEvent, makeSource, makeStatement, makeStory, type EventJson } from '../../fixtures/makeStory.ts'

const names = ['morning-post', 'evening-star', 'night-mail'] as const
const sources = names.map((name) => makeSource(name, name))
const [post, star, mail] = names as readonly string[] as readonly [SourceId, SourceId, SourceId]

function event(overrides: Partial<EventJson>): TimelineEvent {
  const [only] = makeStory({
    sources,
    events: [makeEvent(0, { accounts: [], statements: [], ...overrides })],
  }).events
  if (only === undefined) throw new Error('no event')
  return only
}

const chainOf = (...ids: readonly string[]): { source: string }[] => ids.map((source) => ({ source }))
const account = (...ids: readonly string[]): NonNullable<EventJson['accounts']>[number] => ({
  claim: 'A claim.',
  standing: 'reported',
  chain: chainOf(...ids),
})

describe('the part of a source in an event', () => {
  it('is its root where a chain begins with it', () => {
    expect(findSourceUse(event({ accounts: [account(post, star)] }), post)?.role).toBe('root')
  })

  it('is to pass the claim on where a chain has it further down', () => {
    expect(findSourceUse(event({ accounts: [account(post, star)] }), star)?.role).toBe('relay')
  })

  it('is no root where another chain of the event has it after somebody else', () => {
    const both = event({ accounts: [account(star), account(post, star)] })
    expect(findSourceUse(both, star)?.role).toBe('relay')
    expect(findSourceUse(both, post)?.role).toBe('root')
  })

  it('is another one where it only supports the date, the standing or the report, or stands in the list', () => {
    const date = { edtf: '2020-01-01', sources: [post] }
    expect(findSourceUse(event({ date }), post)?.role).toBe('other')
    expect(findSourceUse(event({ standing: { is: 'denied', source: post } }), post)?.role).toBe('other')
    expect(findSourceUse(event({ reported: { edtf: '2020-01-02', source: post } }), post)?.role).toBe('other')
    expect(findSourceUse(event({ sources: [post] }), post)?.role).toBe('other')
  })

  it('is told where the event is its publication', () => {
    expect(findSourceUse(event({ publishes: post }), post)).toEqual({
      role: 'other',
      isPublication: true,
      statements: [],
    })
  })

  it('is none where the event does not name it', () => {
    expect(findSourceUse(event({ accounts: [account(post)] }), mail)).toBeNull()
  })

  it('has the statements that came by it, each with its own part', () => {
    const statements = [
      makeStatement('first', { chain: chainOf(post, star) }),
      makeStatement('second', { chain: chainOf(star) }),
      makeStatement('third', { chain: chainOf(mail) }),
    ]
    const use = findSourceUse(event({ statements }), star)
    expect(use?.statements.map(({ statement, role }) => [statement.id, role])).toEqual([
      ['first', 'relay'],
      ['second', 'root'],
    ])
    expect(use?.role).toBe('relay')
  })
})

const someChain = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 })
const someEvents = fc.array(
  fc.record({
    accounts: fc.array(someChain, { maxLength: 3 }),
    statements: fc.array(someChain, { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 5 },
)

function eventsOf(
  drawn: readonly { accounts: string[][]; statements: string[][] }[],
): readonly TimelineEvent[] {
  return makeStory({
    sources,
    events: drawn.map(({ accounts, statements }, i) =>
      makeEvent(i, {
        accounts: accounts.map((ids) => account(...ids)),
        statements: statements.map((ids, j) => makeStatement(`said-${i}-${j}`, { chain: chainOf(...ids) })),
      }),
    ),
  }).events
}

describe('the tally of sources', () => {
  it('law: each event is counted once for each source that it can be filtered by', () => {
    fc.assert(
      fc.property(someEvents, (drawn) => {
        const events = eventsOf(drawn)
        const tallies = tallySources(events)
        for (const name of [post, star, mail]) {
          const { root = 0, relay = 0, other = 0 } = tallies.get(name)?.events ?? {}
          expect(root + relay + other).toBe(events.filter((one) => valuesOf.source(one).has(name)).length)
        }
      }),
    )
  })

  it('law: every event with a chain has a source that it begins with, or every such source passes another on', () => {
    fc.assert(
      fc.property(someEvents, (drawn) => {
        for (const one of eventsOf(drawn)) {
          const chains = [...one.accounts, ...one.statements].map(({ chain }) => chain)
          const isRelayed = (id: SourceId): boolean =>
            chains.some((chain) => chain.some(({ source }) => source === id) && chain[0]?.source !== id)
          for (const { source } of chains.flatMap((chain) => chain.slice(0, 1)))
            expect(findSourceUse(one, source)?.role).toBe(isRelayed(source) ? 'relay' : 'root')
        }
      }),
    )
  })

  it('law: the events of two lists add up', () => {
    fc.assert(
      fc.property(someEvents, (drawn) => {
        const events = eventsOf(drawn)
        const half = Math.floor(events.length / 2)
        const parts = [events.slice(0, half), events.slice(half)].map(tallySources)
        for (const [id, tally] of tallySources(events)) {
          for (const role of ['root', 'relay', 'other'] as const) {
            const sum = parts.reduce((count, part) => count + (part.get(id)?.events[role] ?? 0), 0)
            expect(tally.events[role]).toBe(sum)
          }
        }
      }),
    )
  })
})
