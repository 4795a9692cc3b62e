/** What is said of an event that stands by its report? */
import { describe, expect, it } from 'vitest'
import { briefAsReported } from '../../../src/core/story/clockedBrief.ts'
import type { EventBrief } from '../../../src/core/story/eventBrief.ts'
import { describeClock } from '../../../src/core/wording/clockChoiceWords.ts'
import { formatEventName, formatInstead } from '../../../src/core/wording/eventWords.ts'
import { formatSection } from '../../../src/core/wording/listSections.ts'
import { formatHappened, reportWords } from '../../../src/core/wording/reportWords.ts'
import { makeEvent, makeStory, type EventJson } from '../../fixtures/makeStory.ts'

function brief(overrides: Partial<EventJson>) {
  const [event] = makeStory({ events: [makeEvent(0, { statements: [], ...overrides })] }).events
  if (event === undefined) throw new Error('no event')
  return briefAsReported(event)
}

const report = { reported: { edtf: '2020-01-20', source: 'morning-post' } }
const told = brief({ date: { edtf: '2020-01' }, ...report })
const untold = brief({ date: { edtf: '2020-01-02' } })
const nothingKnown = brief({ date: null })
const paper = brief({ date: { edtf: '2020-01-05' }, publishes: 'morning-post' })

describe('an event by its report', () => {
  it('is told with the day of the report, then with its own', () => {
    expect(reportWords.formatWhen(told)).toBe(
      'Reported 20 January 2020; the event: on some day in January 2020',
    )
    expect(reportWords.formatWhen(paper)).toBe('Published 5 January 2020')
  })

  it('without a day of a report says so, and not that it has no date', () => {
    expect(reportWords.formatWhen(untold)).toBe('No date of a report; the event: 2 January 2020')
    expect(reportWords.formatWhen(nothingKnown)).toBe('No date of a report; the event: no date')
    expect(formatSection(untold)).toBe('No date of a report')
    expect(reportWords.laneNames.undated).toBe('No date of a report')
  })

  it('stands in the list in the month of its report, its own date beside it', () => {
    expect(formatSection(told)).toBe('January 2020')
    expect(formatHappened(told)).toBe('the event: on some day in January 2020')
    expect(formatHappened(paper)).toBe('')
    expect(reportWords.formatInstead(untold)).toBe('the event: 2 January 2020')
  })

  it('has both dates in its name', () => {
    const { actors } = makeStory()
    expect(formatEventName(told, { actors }, () => null, false, reportWords)).toBe(
      'Reported 20 January 2020; the event: on some day in January 2020. Event 0. reported. 1 source, 0 statements. Harbour Office.',
    )
  })
})

describe('an event by when it happened', () => {
  it('has nothing to say of reports', () => {
    const [event]: readonly EventBrief[] = makeStory({ events: [makeEvent(0)] }).events
    if (event === undefined) throw new Error('no event')
    expect(formatHappened(event)).toBe('')
    expect(formatSection(event)).toBe('January 2020')
    expect(formatInstead(event, () => null)).toBe('order not known')
  })
})

describe('a change of the clock', () => {
  const counts = { day: 2, lasted: 1, doubt: 0, undated: 1 }

  it('is said, with how many events have a date by it', () => {
    expect(describeClock('reported', counts)).toBe(
      'By when it was reported: 3 events with a date, 1 event with no date of a report.',
    )
    expect(describeClock('happened', counts)).toBe(
      'By when it happened: 3 events with a date, 1 event without one.',
    )
    expect(describeClock('both', counts)).toBe(
      'By when it happened, with the day of the report: 3 events with a date, 1 event without one.',
    )
  })
})
