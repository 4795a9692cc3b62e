/** How is it said on how many roots an event rests? */
import { describe, expect, it } from 'vitest'
import { findEventRoots } from '../../../src/core/story/eventRoots.ts'
import { describeEventRoots } from '../../../src/core/wording/eventRootWords.ts'
import { formatParts } from '../../../src/core/wording/textParts.ts'
import { eventFromChains } from '../../fixtures/chainsFromText.ts'
import { makeStatement, type EventJson } from '../../fixtures/makeStory.ts'

function said(chains: string, changes: Partial<EventJson> = {}): string {
  const { event, story } = eventFromChains(chains, changes)
  const { lead, rest } = describeEventRoots(findEventRoots(event, story), story)
  return [lead, rest]
    .map(formatParts)
    .filter((words) => words !== '')
    .join(' ')
}

describe('one root', () => {
  it.each<[string, string]>([
    ['a', 'One root: A.'],
    ['a > b', 'One root: A. Retold by B.'],
    ['a > b; a > c', 'One root: A. Retold by 2: B and C.'],
    ['a > b; a > c > d', 'One root: A. Retold by 3: B, C and D.'],
    ['a > b; a > c; a > d; a > e; a > f', 'One root: A. Retold by 5.'],
    ['a > b > b1', 'One root: A. Retold by B.'],
    ['a > a1', 'One root: A.'],
    ['a > b; a > h', 'One root: A. Retold by 3 or more: B and others.'],
    ['a > h', 'One root: A. Retold by 2 or more.'],
    ['ana: a > b', 'One root: A, which cites Ana. Retold by B.'],
    ['ana: a; ben: a', 'One root: A, which cites Ana and Ben.'],
    ['x: a; a', 'One root: A, which cites one source that it does not name.'],
    ['x: a; y: a > b', 'One root: A, which cites sources that it does not name. Retold by B.'],
    ['ana: a; x: a', 'One root: A, which cites Ana and one source that it does not name.'],
    ['ana: a; ben: a; y: a', 'One root: A, which cites Ana, Ben and sources that it does not name.'],
    ['ana: a; ana: b', 'One root: A and B, which cite Ana.'],
    ['?a > b', 'One root: A. That it begins there is implied, not said. Retold by B.'],
    ['a > b; b > a', 'One root: A and B. Some pages cite one another; which came first cannot be told.'],
  ])('%s: %s', (chains, words) => {
    expect(said(chains)).toBe(words)
  })

  it('of which nobody in particular is said to hold it says so', () => {
    const belief = makeStatement('belief', {
      speaker: null,
      form: 'paraphrase',
      record: 'unattributed',
      chain: [{ source: 'a' }],
    })
    expect(said('', { statements: [belief] })).toBe('One root: A, which names nobody for it.')
  })
})

describe('several roots', () => {
  it.each<[string, string]>([
    ['a; b', 'Two independent roots: A and B.'],
    ['a; b; c > d', 'Three independent roots: A, B and C. Retold by D.'],
    ['?a > c; b > c', 'Two independent roots: A and B. For A this is implied, not said. Retold by C.'],
  ])('%s: %s', (chains, words) => {
    expect(said(chains)).toBe(words)
  })
})

describe('one unnamed speaker', () => {
  it('is said to be one only where it is known to be one', () => {
    expect(said('x: a > b')).toBe('This rests on one unnamed source. One root: A. Retold by B.')
    expect(said('y: a > b')).toBe('This rests on unnamed sources alone. One root: A. Retold by B.')
  })

  it('by way of two outlets is still one source', () => {
    expect(said('x: a; x: b')).toBe('This rests on one unnamed source. One root: A and B.')
  })

  it('whom nobody can identify is said to be that', () => {
    const vague = makeStatement('vague', { speaker: 'x', record: 'unidentified', chain: [{ source: 'a' }] })
    expect(said('', { statements: [vague] })).toBe('This rests on nobody who is identified. One root: A.')
  })
})

describe('an event without chains', () => {
  it.each<[string, Partial<EventJson>, string]>([
    ['publishes a source', { publishes: 'a' }, 'One root: A. The event is this publication itself.'],
    [
      'names its first report',
      { reported: { edtf: '2020-01-01', source: 'b' } },
      'One root: B. It is named as the first report; no chain is recorded.',
    ],
    [
      'has a standing by some source',
      { standing: { is: 'reported', source: 'c' } },
      'One root: C. It gives the event its standing; no chain is recorded.',
    ],
    [
      'lists sources only',
      { sources: ['a'] },
      'No root is recorded. Sources are listed without the way that the account took through them.',
    ],
  ])('that %s says what that is worth', (_, changes, words) => {
    expect(said('', { accounts: [], ...changes })).toBe(words)
  })
})
