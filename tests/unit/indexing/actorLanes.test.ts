/** Who has a lane, in which order, and which events stand in it? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActorChoice } from '../../../src/core/indexing/chooseActors.ts'
import { ActorLaneFinder, type LaneOwner } from '../../../src/core/indexing/actorLanes.ts'
import { buildIndex } from '../../../src/core/indexing/buildIndex.ts'
import { anchorMs, type EventIndex } from '../../../src/core/indexing/eventIndex.ts'
import type { Matches } from '../../../src/core/indexing/findMatches.ts'
import { MATCH } from '../../../src/core/indexing/matchDate.ts'
import type { Story } from '../../../src/core/story/story.ts'
import { everybody, everyLane, numbersOf, randomActorStory, storyOf } from '../../fixtures/actorStory.ts'

const asked = fc.record({
  story: randomActorStory(40),
  shown: fc.infiniteStream(fc.boolean()),
  isFiltered: fc.boolean(),
  choice: fc.record({
    first: fc.subarray([...everybody.keys()], { maxLength: 2 }),
    most: fc.integer({ min: 2, max: 30 }),
    few: fc.integer({ min: 2, max: 4 }),
    isUnfolded: fc.boolean(),
  }),
})

interface Asked {
  readonly story: Story
  readonly shown: Iterable<boolean>
  readonly isFiltered: boolean
  readonly choice: ActorChoice
}

function find({ story, shown, isFiltered, choice }: Asked) {
  const index = buildIndex(story)
  const draws = shown[Symbol.iterator]()
  const matches: Matches = Uint8Array.from(story.events, () => {
    const isShown = !isFiltered || draws.next().value === true
    return isShown ? MATCH.certain : MATCH.none
  })
  const lanes = new ActorLaneFinder(index).find(matches, choice)
  return {
    index,
    matches,
    ...lanes,
    own: lanes.lanes.flatMap(({ owner }) => (typeof owner === 'number' ? [owner] : [])),
  }
}

const isDated = (index: EventIndex, row: number): boolean => !Number.isNaN(index.startMs[row])

describe('an event', () => {
  it('stands in exactly the lanes of its actors; those without one share one, and so do events that name nobody', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const { index, matches, lanes, own, ownersOf } = find(ask)
        ask.story.events.forEach((_, row) => {
          if (!isDated(index, row)) return
          const actors = numbersOf(ask.story, row)
          const expected = new Set<LaneOwner>(
            actors.length === 0
              ? ['nobody']
              : actors.map((actor) => (own.includes(actor) ? actor : 'others')),
          )
          const isShown = matches[row] !== MATCH.none
          const standsIn = lanes.filter(({ shown }) => shown.byAnchor.includes(row)).map(({ owner }) => owner)
          expect(new Set(standsIn)).toEqual(isShown ? expected : new Set())
          expect(lanes.filter(({ has }) => has(row)).map(({ owner }) => owner)).toEqual(standsIn)
          expect(isShown ? ownersOf(row) : []).toEqual(standsIn)
        })
      }),
    )
  })

  it('without a date stands in none of them, and is counted beside', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const { index, matches, lanes } = find(ask)
        for (const { owner, shown, undatedCount } of lanes) {
          expect([...shown.byAnchor].every((row) => isDated(index, row))).toBe(true)
          const undated = ask.story.events.filter(
            (_, row) =>
              typeof owner === 'number' &&
              !isDated(index, row) &&
              matches[row] !== MATCH.none &&
              numbersOf(ask.story, row).includes(owner),
          )
          expect(undatedCount).toBe(undated.length)
        }
      }),
    )
  })
})

describe('the lanes', () => {
  it('have their events by anchor and by end, ties in reading order, and say how many there are without the filter', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const { index, lanes, own } = find(ask)
        for (const { owner, shown, total } of lanes) {
          const rows = [...shown.byAnchor].sort((a, b) => a - b)
          const by = (timeOf: (row: number) => number): readonly number[] =>
            rows.toSorted((a, b) => timeOf(a) - timeOf(b) || a - b)
          expect([...shown.byAnchor]).toEqual(by((row) => anchorMs(index, row)))
          expect([...shown.byEnd]).toEqual(by((row) => index.endMs[row] ?? NaN))
          const isOwners = (actors: readonly number[]): boolean =>
            owner === 'nobody'
              ? actors.length === 0
              : owner === 'others'
                ? actors.some((actor) => !own.includes(actor))
                : actors.includes(owner)
          const events = ask.story.events.filter(
            (_, row) => isDated(index, row) && isOwners(numbersOf(ask.story, row)),
          )
          expect(total).toBe(events.length)
        }
      }),
    )
  })

  it('stand in the order in which their actors appear in the story, whatever the filter', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const { lanes, own } = find(ask)
        const appearsAt = (actor: number): number =>
          ask.story.events.findIndex((_, row) => numbersOf(ask.story, row).includes(actor))
        expect(own).toEqual(own.toSorted((a, b) => appearsAt(a) - appearsAt(b) || a - b))
        const rest = lanes.slice(own.length).map(({ owner }) => owner)
        expect(rest).toEqual((['others', 'nobody'] as const).filter((owner) => rest.includes(owner)))
      }),
    )
  })

  it('vanish if and only if none of their events passes', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const { matches, index, lanes, shownActorCount, actorCount, otherActorCount, own } = find(ask)
        for (const { shown } of lanes) expect(shown.byAnchor.length).toBeGreaterThan(0)
        const withEvents = (passes: (row: number) => boolean): number =>
          everybody.filter((_, actor) =>
            ask.story.events.some(
              (_event, row) =>
                isDated(index, row) && passes(row) && numbersOf(ask.story, row).includes(actor),
            ),
          ).length
        expect(actorCount).toBe(withEvents(() => true))
        expect(shownActorCount).toBe(withEvents((row) => matches[row] !== MATCH.none))
        expect(own.length + otherActorCount).toBe(shownActorCount)
      }),
    )
  })

  it('are those of whom the filter asks, then those with most events; all where they are not too many', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const { matches, index, own, shownActorCount } = find(ask)
        const { first, most, few, isUnfolded } = ask.choice
        const countOf = (actor: number): number =>
          ask.story.events.filter(
            (_, row) =>
              isDated(index, row) && matches[row] !== MATCH.none && numbersOf(ask.story, row).includes(actor),
          ).length
        const limit = isUnfolded || shownActorCount <= most ? most : few
        expect(own.length).toBe(Math.min(limit, shownActorCount))
        const asked = first.filter((actor) => countOf(actor) > 0)
        expect(own).toEqual(expect.arrayContaining(asked))
        const least = Math.min(...own.filter((actor) => !first.includes(actor)).map(countOf))
        for (const actor of [...everybody.keys()].filter((number) => !own.includes(number)))
          expect(countOf(actor)).toBeLessThanOrEqual(least)
      }),
    )
  })

  it('of two who appear in one event, the first of the story’s list stands first', () => {
    const story = storyOf([
      { date: '2020-01-02', title: 'later', actors: ['ann'] },
      { date: '2020-01-01', title: 'first', actors: ['dan', 'cleo'] },
    ])
    const { lanes } = new ActorLaneFinder(buildIndex(story)).find(
      new Uint8Array(2).fill(MATCH.certain),
      everyLane,
    )
    expect(lanes.map(({ owner }) => everybody[Number(owner)])).toEqual(['cleo', 'dan', 'ann'])
  })

  it('are the same where they were found step by step, and where that was left in the middle before', () => {
    fc.assert(
      fc.property(asked, fc.nat(12), ({ story, shown, choice }, steps) => {
        const index = buildIndex(story)
        const draws = shown[Symbol.iterator]()
        const [one, other] = [0, 1].map(() =>
          Uint8Array.from(story.events, () => (draws.next().value === true ? MATCH.certain : MATCH.none)),
        )
        if (one === undefined || other === undefined) return
        const finder = new ActorLaneFinder(index)
        const left = finder.findInSteps(one, { ...choice, isUnfolded: true })
        for (let step = 0; step < steps; step++) left.next()
        const lanesOf = ({ lanes, ...counts }: ReturnType<ActorLaneFinder['find']>) => ({
          lanes: lanes.map(({ owner, shown: rows, total }) => ({ owner, rows, total })),
          ...counts,
          ownersOf: null,
        })
        const finding = finder.findInSteps(other, choice)
        expect(finder.known(other, choice)).toBeNull()
        let step = finding.next()
        while (step.done !== true) step = finding.next()
        expect(lanesOf(step.value)).toEqual(lanesOf(new ActorLaneFinder(index).find(other, choice)))
        expect(finder.known(other, choice)).toBe(step.value)
      }),
    )
  })

  it('are found again without work where the same is asked', () => {
    const story = storyOf([{ date: '2020-01-01', title: 'one', actors: ['ann'] }])
    const finder = new ActorLaneFinder(buildIndex(story))
    const matches = new Uint8Array(1).fill(MATCH.certain)
    const found = finder.find(matches, everyLane)
    expect(finder.find(matches, { ...everyLane })).toBe(found)
    expect(finder.find(matches, { ...everyLane, isUnfolded: true })).not.toBe(found)
    expect(finder.find(matches.slice(), everyLane)).not.toBe(found)
  })
})
