/** By which date does an event stand, when a story is told by one clock alone? */
import { describe, expect, it } from 'vitest'
import { briefAsHappened, briefAsReported, reportDateOf } from '../../../src/core/story/clockedBrief.ts'
import type { TimelineEvent } from '../../../src/core/story/story.ts'
import { makeEvent, makeStory, type EventJson } from '../../fixtures/makeStory.ts'

function event(overrides: Partial<EventJson>): TimelineEvent {
  const [made] = makeStory({ events: [makeEvent(0, overrides)] }).events
  if (made === undefined) throw new Error('no event')
  return made
}

const report = { reported: { edtf: '2020-01-20', source: 'morning-post' } }
const told = event({ date: { edtf: '2020-01-02' }, ...report })
const untold = event({ date: { edtf: '2020-01-02' } })
const publication = event({ date: { edtf: '2020-01-05' }, publishes: 'morning-post', ...report })

describe('by the reported clock', () => {
  it('an event stands on the day of its report, and its own date hangs from it', () => {
    const brief = briefAsReported(told)
    expect(brief.when?.date.edtf).toBe('2020-01-20')
    expect(brief.asReported).toEqual({ happened: told.when, isPublication: false })
  })

  it('an event that nobody reports on a day has no date, and keeps its own', () => {
    const brief = briefAsReported(untold)
    expect(brief.when).toBeNull()
    expect(brief.asReported?.happened?.date.edtf).toBe('2020-01-02')
  })

  it('a publication is reported when it is published, and nothing hangs from it', () => {
    expect(reportDateOf(publication)?.edtf).toBe('2020-01-05')
    expect(briefAsReported(publication).asReported).toEqual({ happened: null, isPublication: true })
  })

  it('a publication without a date of its own stands where it was reported', () => {
    expect(reportDateOf(event({ date: null, publishes: 'morning-post', ...report }))?.edtf).toBe('2020-01-20')
  })

  it('bounds that were worked out are those of the event, not of its report', () => {
    const derived = event({ date: { edtf: '[2020-01-01..2020-01-20]', derived: ['earliest'] }, ...report })
    expect(briefAsReported(derived).when?.derived).toEqual([])
    expect(briefAsReported(derived).asReported?.happened?.derived).toEqual(['earliest'])
  })
})

describe('by the happened clock', () => {
  it('an event has its own date and no report', () => {
    expect(briefAsHappened(told)).toEqual({ ...told, reported: null })
    expect(briefAsHappened(untold)).toBe(untold)
  })
})
