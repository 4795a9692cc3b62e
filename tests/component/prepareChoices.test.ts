/** Is what a reader may choose first found before, and only where it takes long? */
import { beforeEach, expect, it, vi } from 'vitest'
import type { FacetCounting } from '../../src/app/facetCounts.ts'
import { prepareChoices } from '../../src/app/prepareChoices.ts'
import { buildIndex } from '../../src/core/indexing/buildIndex.ts'
import { findManyRows } from '../../src/core/indexing/findManyRows.ts'
import { findMatchesOfAnyValue, keepChosen } from '../../src/core/indexing/findMatches.ts'
import { findRows } from '../../src/core/indexing/findRows.ts'
import { rankLanes } from '../../src/core/indexing/showManyLanes.ts'
import { noneChosen } from '../../src/core/story/facetKinds.ts'
import { makeStory } from '../fixtures/makeStory.ts'

// As they are; what is asked of them is noted.
vi.mock('../../src/core/indexing/findMatches.ts', { spy: true })

const plain = buildIndex(makeStory({ eventCount: 5 }))
const actors = ['ana-silva', 'harbour-office']
const choose = (actor: string) => ({ ...noneChosen, actor: [actor] })

function countingOf({ hasRanks = true, chosen = noneChosen } = {}) {
  const index = hasRanks ? { ...plain, ranks: rankLanes(plain) } : plain
  const ofAnyValue = findMatchesOfAnyValue(index, { range: null, wordHits: null })
  const rows = { index, ...findRows(index, ofAnyValue, chosen) }
  const counting: FacetCounting = { kind: 'rows', rows }
  vi.mocked(keepChosen).mockClear()
  return { counting, index, ofAnyValue }
}

/** What waits for the page to be idle. */
const waiting: IdleRequestCallback[] = []
beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', (then: IdleRequestCallback) => waiting.push(then))
})

/** The page is idle once. @param forMs time for one step only, unless there is more */
async function beIdle(forMs = 0): Promise<void> {
  await vi.waitFor(() => expect(waiting).not.toEqual([]))
  waiting.splice(0).forEach((then) => then({ didTimeout: false, timeRemaining: () => forMs }))
}

it('finds what each of the first actors leaves, so that nobody waits for it', async () => {
  const { counting, index, ofAnyValue } = countingOf()
  prepareChoices(counting, actors)
  for (let steps = 0; steps < 6; steps++) await beIdle()
  await vi.waitFor(() => expect(keepChosen).toHaveBeenCalledTimes(2))
  for (const actor of actors)
    expect(findManyRows(index, ofAnyValue, choose(actor)).matches).toEqual(
      findRows(index, ofAnyValue, choose(actor)).matches,
    )
  // Twice more for what is compared here.
  expect(keepChosen).toHaveBeenCalledTimes(4)
})

it('goes on as long as the page is idle', async () => {
  const { counting } = countingOf()
  prepareChoices(counting, actors)
  await beIdle(50)
  await beIdle(50)
  await vi.waitFor(() => expect(keepChosen).toHaveBeenCalledTimes(2))
})

it('does not go on once it is stopped', async () => {
  const { counting } = countingOf()
  const stop = prepareChoices(counting, actors)
  await beIdle()
  await vi.waitFor(() => expect(keepChosen).toHaveBeenCalledTimes(1))
  stop()
  await beIdle()
  expect(keepChosen).toHaveBeenCalledTimes(1)
  expect(waiting).toEqual([])
})

it('leaves a small story alone, a filtered one, and one in tiles', async () => {
  for (const counting of [
    countingOf({ hasRanks: false }).counting,
    countingOf({ chosen: { ...noneChosen, standing: ['denied'] } }).counting,
    { kind: 'told' as const, countsOf: () => [] },
  ])
    prepareChoices(counting, actors)
  await vi.dynamicImportSettled()
  expect(waiting).toEqual([])
  expect(keepChosen).not.toHaveBeenCalled()
})
