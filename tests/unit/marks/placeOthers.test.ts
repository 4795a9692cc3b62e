/** Where do the dates stand that accounts give beside the event's own? */
import { describe, expect, it } from 'vitest'
import { placeDetailSign } from '../../../src/core/marks/placeDetailSign.ts'
import { listUsedSigns } from '../../../src/core/marks/keySigns.ts'
import { gatherFacts } from '../../../src/core/marks/storyFacts.ts'
import { withOthers } from '../../../src/core/marks/placeOthers.ts'
import { otherDates } from '../../../src/core/story/otherDates.ts'
import type { Story, TimelineEvent } from '../../../src/core/story/story.ts'
import { buildTimeScale } from '../../../src/core/time/timeScale.ts'
import { drawStory } from '../../fixtures/drawStory.ts'
import { january } from '../../fixtures/eventsFromText.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'

/** Ten days, ten px each. */
const scale = buildTimeScale({ startMs: january(1), endMs: january(11) }, 100)

function storyOf(own: string | null, ...others: readonly (string | null)[]): Story {
  const accounts = others.map((date) => ({
    claim: 'It was then.',
    standing: 'reported' as const,
    chain: [{ source: 'evening-star' }],
    ...(date === null ? {} : { date }),
  }))
  return makeStory({
    events: [makeEvent(0, { date: own === null ? null : { edtf: own }, accounts, statements: [] })],
  })
}

function eventOf({ events: [event] }: Story): TimelineEvent {
  if (event === undefined) throw new Error('missing: event')
  return event
}

const others = (own: string, ...dates: readonly (string | null)[]): unknown =>
  withOthers(eventOf(storyOf(own, ...dates)), [], scale)

describe('the dates of accounts', () => {
  it('are those that the event does not have, each once, in the order of the accounts', () => {
    const event = eventOf(storyOf('2020-01-02', '2020-01-05', null, '2020-01-02', '2020-01', '2020-01-05'))
    expect(otherDates(event).map(({ edtf }) => edtf)).toEqual(['2020-01-05', '2020-01'])
  })

  it('are all of them where the event itself has none', () => {
    const event = eventOf(storyOf(null, '2020-01-05'))
    expect(otherDates(event).map(({ edtf }) => edtf)).toEqual(['2020-01-05'])
  })
})

describe('the mark of an event whose accounts differ on the day', () => {
  it('has a bracket over all that the other date may mean', () => {
    const part = { kind: 'other', hasStart: true, hasEnd: true, isLower: false }
    expect(others('2020-01-02', '2020-01-05')).toEqual([{ ...part, x1: 40, x2: 50 }])
    expect(others('2020-01-02', '[2020-01-03..2020-01-08]')).toEqual([{ ...part, x1: 20, x2: 80 }])
  })

  it('is as before where they agree', () => {
    expect(others('2020-01-02', '2020-01-02', null)).toEqual([])
  })

  it('has no tick at an end that has no limit', () => {
    expect(others('2020-01-02', '[2020-01-05..]')).toMatchObject([
      { x1: 40, x2: 100, hasStart: true, hasEnd: false },
    ])
    expect(others('2020-01-02', '../2020-01-05')).toMatchObject([
      { x1: 0, x2: 50, hasStart: false, hasEnd: true },
    ])
  })

  it('has every second bracket lower, so that those that meet can be told apart', () => {
    expect(others('2020-01-02', '2020-01-05', '2020-01-06', '2020-01-07')).toMatchObject([
      { isLower: false },
      { isLower: true },
      { isLower: false },
    ])
  })

  it('keeps a day wide enough to be seen', () => {
    const years = buildTimeScale({ startMs: january(1), endMs: january(3651) }, 100)
    const [part] = withOthers(eventOf(storyOf('2020-01-02', '2020-03-01')), [], years)
    expect(part?.kind === 'other' ? part.x2 - part.x1 : 0).toBeCloseTo(6)
  })

  it('shows both in the timeline, with the label right of both, and in the details', () => {
    const story = storyOf('2020-01-02', '2020-01-05')
    const drawn = drawStory(story, { window: { startMs: january(1), endMs: january(21) } })
    const [mark] = drawn.placed.marks
    expect(mark?.sign.map(({ kind }) => kind)).toEqual(['disc', 'other'])
    expect(mark?.sign).toContainEqual(expect.objectContaining({ kind: 'other', x1: 200, x2: 250 }))
    expect(mark?.label?.x).toBeGreaterThan(250)
    expect(placeDetailSign(eventOf(story), 300)?.sign.map(({ kind }) => kind)).toEqual(['disc', 'other'])
  })

  it('is explained by the key, and within the reach of the first view', () => {
    const { events, published } = storyOf('2020-01-02', '2020-02-05')
    const facts = gatherFacts(events, published)
    expect(listUsedSigns(facts.signs).map(({ words }) => words)).toEqual([
      'on a day',
      'another account’s date',
    ])
    expect(facts.extent.endMs).toBe(january(37))
    expect(facts.covered?.endMs).toBe(january(3))
  })
})
