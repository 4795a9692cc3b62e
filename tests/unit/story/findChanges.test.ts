/** What changed after a day, for sure or perhaps, and in which events? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventId } from '../../../src/core/base/brand.ts'
import {
  changesByEvent,
  findChanges,
  orderRevisions,
  type Change,
} from '../../../src/core/story/findChanges.ts'
import type { Revision } from '../../../src/core/story/story.ts'
import type { FuzzyDate } from '../../../src/core/time/fuzzyDate.ts'
import { parseEdtf } from '../../../src/core/time/parseEdtf.ts'
import { dateText, dayText } from '../../fixtures/randomStory.ts'

function dateOf(edtf: string): FuzzyDate {
  const read = parseEdtf(edtf)
  if (!read.ok) throw new Error(read.problem)
  return read.value
}

function revision(edtf: string, ...events: readonly string[]): Revision {
  return {
    date: dateOf(edtf),
    summary: `Changed ${edtf}.`,
    reason: null,
    events: events as readonly EventId[],
  }
}

/** "sure", "perhaps", or "no" for one revision. */
function when(edtf: string, since: string): string {
  const [change] = findChanges([revision(edtf)], dateOf(since))
  return change === undefined ? 'no' : change.isSure ? 'sure' : 'perhaps'
}

describe('a revision', () => {
  it.each([
    ['2026-11-20', '2026-11-20', 'no'],
    ['2026-11-21', '2026-11-20', 'sure'],
    ['2026-11-19', '2026-11-20', 'no'],
    ['2026-11-20T23:59', '2026-11-20', 'no'],
    ['2026-11', '2026-11-20', 'perhaps'],
    ['2026-11', '2026-11-30', 'no'],
    ['2026-12', '2026-11-30', 'sure'],
    ['2026-11-21~', '2026-11-20', 'perhaps'],
    ['2026-11-21?', '2026-11-20', 'perhaps'],
    ['[2026-11-18..2026-11-21]', '2026-11-20', 'perhaps'],
    ['[..2026-11-21]', '2026-11-20', 'perhaps'],
    ['[2026-11-21..]', '2026-11-20', 'sure'],
    ['{2026-11-18,2026-11-21}', '2026-11-20', 'sure'],
    ['2026-11-18/2026-11-21', '2026-11-20', 'sure'],
    ['2026-11-18/2026-11', '2026-11-20', 'perhaps'],
    ['2026-11-18/..', '2026-11-20', 'perhaps'],
    ['2026-11-21/..', '2026-11-20', 'sure'],
  ])('of %s is after %s: %s', (edtf, since, expected) => {
    expect(when(edtf, since)).toBe(expected)
  })

  it.each([
    ['2026-11-20', '2026-11', 'perhaps'],
    ['2026-11-01', '2026-11', 'no'],
    ['2026-12-01', '2026-11', 'sure'],
    ['2026-11-21', '2026-11-20T10:00', 'sure'],
    ['2026-11-20', '2026-11-20T10:00', 'no'],
  ])('of %s is after a day in %s: %s', (edtf, since, expected) => {
    expect(when(edtf, since)).toBe(expected)
  })
})

const someRevisions = fc.array(
  fc.tuple(
    dateText.map((text) => text ?? '2020-01-01'),
    fc.subarray(['a', 'b', 'c']),
  ),
  { maxLength: 6 },
)
const read = (drawn: readonly (readonly [string, readonly string[]])[]): readonly Revision[] =>
  drawn.map(([edtf, events]) => revision(edtf, ...events))

describe('changes since a day', () => {
  it('law: a later day never has more of them, nor more that are sure', () => {
    fc.assert(
      fc.property(someRevisions, dayText, dayText, (drawn, one, other) => {
        const [early, late] = [one, other].sort() as [string, string]
        const revisions = read(drawn)
        const of = (since: string, keep: (change: Change) => boolean): readonly Revision[] =>
          findChanges(revisions, dateOf(since))
            .filter(keep)
            .map(({ revision: known }) => known)
        const isSure = (change: Change): boolean => change.isSure
        expect(of(early, () => true)).toEqual(expect.arrayContaining([...of(late, () => true)]))
        expect(of(early, isSure)).toEqual(expect.arrayContaining([...of(late, isSure)]))
      }),
    )
  })

  it('law: what is sure to be later is not also earlier or of the day', () => {
    fc.assert(
      fc.property(dayText, dayText, (changed, since) => {
        expect(when(changed, since)).toBe(changed > since ? 'sure' : 'no')
      }),
    )
  })

  it('law: an event has just the changes that name it, newest first, and one that none names has none', () => {
    fc.assert(
      fc.property(someRevisions, dayText, (drawn, since) => {
        const changes = findChanges(read(drawn), dateOf(since))
        const found = changesByEvent(changes)
        for (const id of ['a', 'b', 'c'] as unknown as readonly EventId[]) {
          const own = changes.filter(({ revision: { events } }) => events.includes(id))
          expect(found.get(id) ?? []).toEqual(own)
        }
      }),
    )
  })

  it('mark nothing where the first publication names no event', () => {
    expect(changesByEvent(findChanges([revision('2026-11-23')], dateOf('2026-11-01'))).size).toBe(0)
  })
})

describe('revisions', () => {
  it('stand newest first, and of one day the later in the file first', () => {
    const revisions = [
      revision('2026-11-20'),
      revision('2026-11-23', 'a'),
      revision('2026-11-23', 'b'),
      revision('2026'),
    ]
    expect(orderRevisions(revisions).map(({ date, events }) => [date.edtf, ...events])).toEqual([
      ['2026-11-23', 'b'],
      ['2026-11-23', 'a'],
      ['2026-11-20'],
      ['2026'],
    ])
  })
})
