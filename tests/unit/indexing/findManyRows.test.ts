/** Do the rows of very many events that pass any filter, found before or not, equal those found plainly? */
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { buildIndex } from '../../../src/core/indexing/buildIndex.ts'
import { findManyInSteps, findManyRows } from '../../../src/core/indexing/findManyRows.ts'
import { findMatchesOfAnyValue, keepChosen } from '../../../src/core/indexing/findMatches.ts'
import { findRows } from '../../../src/core/indexing/findRows.ts'
import { rankLanes } from '../../../src/core/indexing/showManyLanes.ts'
import { noneChosen, type ChosenValues } from '../../../src/core/story/facetKinds.ts'
import { rangeOf } from '../../../src/core/time/dateRange.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'
import { dateText, dayText } from '../../fixtures/randomStory.ts'

// As they are; what is asked of them is noted.
vi.mock('../../../src/core/indexing/findMatches.ts', { spy: true })

const actorIds = ['harbour-office', 'ana-silva', 'an-official']
const standings = ['reported', 'denied', 'alleged'] as const

const anyStory = fc
  .array(
    fc.record({
      date: dateText,
      actors: fc.subarray(actorIds),
      standing: fc.constantFrom(...standings),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((list) =>
    makeStory({
      events: list.map(({ date, actors, standing }, i) =>
        makeEvent(i, {
          date: date === null ? null : { edtf: date },
          actors: actors.map((actor) => ({ actor, role: 'involved' })),
          statements: [],
          standing: { is: standing },
          accounts: [],
        }),
      ),
    }),
  )
const anyChoice: fc.Arbitrary<ChosenValues> = fc
  .record({ actor: fc.subarray([...actorIds, 'nobody']), standing: fc.subarray([...standings]) })
  .map((some) => ({ ...noneChosen, ...some }))

describe('rows that pass a filter, of very many events', () => {
  it('are those found plainly, whatever was found before', () => {
    fc.assert(
      fc.property(
        anyStory,
        fc.option(dayText),
        fc.array(anyChoice, { minLength: 1, maxLength: 40 }),
        (story, from, choices) => {
          const plain = buildIndex(story)
          const index = { ...plain, ranks: rankLanes(plain) }
          const ofAnyValue = findMatchesOfAnyValue(index, { range: rangeOf(from, null), wordHits: null })
          for (const chosen of choices)
            expect(findManyRows(index, ofAnyValue, chosen)).toEqual(findRows(plain, ofAnyValue, chosen))
        },
      ),
    )
  })

  it('are not looked for again when a reader comes back to a filter, also one that was prepared', () => {
    const story = makeStory({ eventCount: 5 })
    const index = buildIndex(story)
    const ofAnyValue = findMatchesOfAnyValue(index, { range: null, wordHits: null })
    const chosen = { ...noneChosen, actor: ['ana-silva'] }
    const steps = [...findManyInSteps(index, ofAnyValue, chosen)]
    expect(steps.length).toBeGreaterThan(1)
    vi.mocked(keepChosen).mockClear()
    const found = findManyRows(index, ofAnyValue, { ...chosen })
    expect(findManyRows(index, ofAnyValue, chosen)).toBe(found)
    expect(keepChosen).not.toHaveBeenCalled()
    const others = findMatchesOfAnyValue(index, { range: rangeOf('2019', null), wordHits: null })
    expect(findManyRows(index, others, chosen)).not.toBe(found)
    expect(keepChosen).toHaveBeenCalledTimes(1)
  })
})
