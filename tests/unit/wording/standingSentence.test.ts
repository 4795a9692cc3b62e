/** How is it said how firmly an event stands, by which source, and why? */
import { describe, expect, it } from 'vitest'
import { describeStanding } from '../../../src/core/wording/standingSentence.ts'
import { formatParts } from '../../../src/core/wording/textParts.ts'
import { makeEvent, makeStory, type EventJson } from '../../fixtures/makeStory.ts'

function said(standing: EventJson['standing']): string {
  const story = makeStory({ events: [makeEvent(0, { standing })] })
  const [event] = story.events
  if (event === undefined) throw new Error('missing: event')
  const { lead, rest } = describeStanding(event.standing, story)
  return lead + formatParts(rest)
}

describe('a standing', () => {
  it.each<[EventJson['standing'], string]>([
    [{ is: 'denied' }, 'Denied.'],
    [{ is: 'denied', note: 'By the port.' }, 'Denied. By the port.'],
    [{ is: 'reported', source: 'morning-post' }, 'Reported, by Morning Post.'],
    [{ is: 'inferred', source: 'morning-post' }, 'Inferred, by Morning Post.'],
    [
      { is: 'denied', source: 'morning-post', note: 'By the port.' },
      'Denied, according to Morning Post. By the port.',
    ],
    [{ is: 'confirmed', source: 'evening-star' }, 'Confirmed by a party, according to Evening Star.'],
    [{ is: 'alleged', note: 'Alleged by one person.' }, 'Alleged by one person.'],
    [
      { is: 'alleged', source: 'morning-post', note: 'Alleged by one person.' },
      'Alleged by one person. According to Morning Post.',
    ],
    [{ is: 'alleged', note: 'Allegedly so.' }, 'Alleged. Allegedly so.'],
  ])('%j: %s', (standing, words) => {
    expect(said(standing)).toBe(words)
  })
})
