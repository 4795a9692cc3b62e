/** Are lanes of actors named and counted in sentences that hold for any number? */
import { expect, it } from 'vitest'
import {
  describeActorLane,
  describeActorLanes,
  describeInLane,
  describeLaneMove,
  describeMoreLanes,
  nameActorLane,
} from '../../../src/core/wording/actorLaneWords.ts'

it('a lane is called by its actor, by how many share it, or by that nobody is named', () => {
  const nameOf = (actor: number): string => ['Ann', 'Ben'][actor] ?? ''
  expect(nameActorLane(1, nameOf, 0)).toBe('Ben')
  expect(nameActorLane('others', nameOf, 1)).toBe('1 more actor')
  expect(nameActorLane('others', nameOf, 12_000)).toBe('12,000 more actors')
  expect(nameActorLane('nobody', nameOf, 0)).toBe('No actor named')
})

it('a lane says what of its actor does not stand in it', () => {
  expect(describeActorLane(1, 0, [0, 'No date'])).toBe('1 event')
  expect(describeActorLane(3, 1, [0, 'No date'])).toBe('3 events, 1 hidden')
  expect(describeActorLane(1200, 40, [2, 'No report'])).toBe(
    '1,200 events, 40 hidden, 2 more under “No report”',
  )
})

it('it is said who has a lane, in which order, who shares one, and whose is hidden', () => {
  const describe = (actorCount: number, shownActorCount: number, otherActorCount: number): string =>
    describeActorLanes({ actorCount, shownActorCount, otherActorCount })
  expect(describe(29, 29, 0)).toBe(
    'A lane for each of the 29 actors of events with a date, by first appearance.',
  )
  expect(describe(1, 1, 0)).toBe('A lane for the one actor of events with a date.')
  expect(describe(0, 0, 0)).toBe('No actor of an event with a date.')
  expect(describe(205, 205, 193)).toBe(
    'Lanes of the 12 actors with most events here, by first appearance; 193 more share one.',
  )
  expect(describe(3, 2, 0)).toBe(
    'A lane for each of the 2 actors of events with a date, by first appearance. 1 lane hidden: no event of that actor passes the filter.',
  )
  expect(describe(27, 6, 4)).toMatch(
    /; 4 more share one\. 21 lanes hidden: no event of those actors passes the filter\.$/,
  )
  expect(describe(3, 0, 0)).toMatch(/^No actor .* 3 lanes hidden/)
})

it('more lanes are offered by their number', () => {
  expect([describeMoreLanes(1), describeMoreLanes(12)]).toEqual([
    'Show a lane of 1 more actor',
    'Show lanes of 12 more actors',
  ])
})

it('a lane is named when keys come to it, and where events are counted in it', () => {
  expect(describeLaneMove('Ann', false)).toBe('Lane: Ann.')
  expect(describeLaneMove('Ann', true)).toBe('Lane: Ann, the same event.')
  expect(describeInLane('Ann', '12 events, 3 to 5 May 2026')).toBe('Ann: 12 events, 3 to 5 May 2026')
})
