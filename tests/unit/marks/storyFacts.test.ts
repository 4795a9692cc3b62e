/** Is what is gathered event by event the same as what a look at all of them finds? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signsOf } from '../../../src/core/marks/signNames.ts'
import { gatherFacts } from '../../../src/core/marks/storyFacts.ts'
import type { Story } from '../../../src/core/story/story.ts'
import { standings } from '../../../src/core/story/storyFile.ts'
import { outerExtent } from '../../../src/core/time/fuzzyDate.ts'
import { howKnown, howKnownKinds } from '../../../src/core/time/howKnown.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'
import { january } from '../../fixtures/eventsFromText.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'
import { dateText, dayText } from '../../fixtures/randomStory.ts'

const anyStory: fc.Arbitrary<Story> = fc
  .array(
    fc.record({
      date: dateText,
      standing: fc.constantFrom(...standings),
      claimed: fc.array(fc.constantFrom(...standings), { maxLength: 2 }),
      reported: fc.option(dayText, { nil: null, freq: 3 }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((list) =>
    makeStory({
      events: list.map(({ date, standing, claimed, reported }, i) =>
        makeEvent(i, {
          date: date === null ? null : { edtf: date },
          standing: { is: standing },
          accounts: claimed.map((is) => ({
            claim: 'So it was.',
            standing: is,
            chain: [{ source: 'morning-post' }],
          })),
          ...(reported === null ? {} : { reported: { edtf: reported, source: 'morning-post' } }),
        }),
      ),
    }),
  )

const factsOf = ({ events, published }: Story) => gatherFacts(events, published)

/** Finite bounds of all dates. */
function boundsOf({ events }: Story): readonly number[] {
  return events.flatMap(({ when }) => {
    if (when === null) return []
    const { startMs, endMs } = outerExtent(when.date)
    return [startMs, endMs].filter(Number.isFinite)
  })
}

describe('the facts', () => {
  it('count the events of each kind', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { kindCounts } = factsOf(story)
        for (const kind of howKnownKinds) {
          const plain = story.events.filter(({ when }) => howKnown(when?.date ?? null) === kind)
          expect(kindCounts[kind]).toBe(plain.length)
        }
      }),
    )
  })

  it('say how far the dates reach, and with the reports the whole story, which is never shorter than a day', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { covered, extent } = factsOf(story)
        const bounds = boundsOf(story)
        const [firstMs, lastMs] = [Math.min(...bounds), Math.max(...bounds)]
        expect(covered).toEqual(bounds.length === 0 ? null : { startMs: firstMs, endMs: lastMs })
        const reports = story.events.flatMap(({ reported }) => {
          if (reported === null) return []
          const { startMs, endMs } = outerExtent(reported.date)
          return [(startMs + endMs) / 2]
        })
        const all = [...bounds, ...reports]
        // Without any, the month around the publication.
        const known = all.length > 0 ? all : [january(32.5 - 15), january(32.5 + 15)]
        const [startMs, endMs] = [Math.min(...known), Math.max(...known)]
        const airMs = endMs - startMs >= DAY_MS ? 0 : DAY_MS
        expect(extent).toEqual({ startMs: startMs - airMs, endMs: endMs + airMs })
      }),
    )
  })

  it('name the signs and standings in use, and whether a clock is needed', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const facts = factsOf(story)
        expect(facts.signs.toSorted()).toEqual([...new Set(story.events.flatMap(signsOf))].toSorted())
        const used = new Set(
          story.events.flatMap(({ standing, accounts }) => [
            standing.is,
            ...accounts.map((account) => account.standing),
          ]),
        )
        expect(facts.standings.toSorted()).toEqual([...used].toSorted())
        const hasClock = story.events.some(({ when }) => /T\d/.test(when?.date.edtf ?? ''))
        expect(facts.hasClockTimes).toBe(hasClock)
      }),
    )
  })

  it('do not depend on the order of the events', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const sorted = (facts: ReturnType<typeof gatherFacts>) => ({
          ...facts,
          signs: facts.signs.toSorted(),
          standings: facts.standings.toSorted(),
        })
        const backwards = gatherFacts(story.events.toReversed(), story.published)
        expect(sorted(backwards)).toEqual(sorted(factsOf(story)))
      }),
    )
  })

  it('of no events at all are those of the month around the publication', () => {
    const { published } = makeStory()
    const { extent, covered, kindCounts, signs } = gatherFacts([], published)
    expect(extent).toEqual({ startMs: january(32.5 - 15), endMs: january(32.5 + 15) })
    expect([covered, signs, kindCounts]).toEqual([null, [], { day: 0, lasted: 0, doubt: 0, undated: 0 }])
  })
})
