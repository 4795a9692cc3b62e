import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_FEED_ENTRIES, writeAtomFeed } from '../../../src/core/publishing/atomFeed.ts'
import { parseStory } from '../../../src/core/story/parseStory.ts'
import type { Story } from '../../../src/core/story/story.ts'
import { findXmlFault, textsOf } from '../../fixtures/checkXml.ts'
import { makeEvent, makeSource, makeStory } from '../../fixtures/makeStory.ts'
import { siteUrl, titlesIn } from '../../fixtures/publishStory.ts'
import { randomStory } from '../../fixtures/randomStory.ts'

const ATOM = 'http://www.w3.org/2005/Atom'

function feedOf(story: Story): string {
  const feed = writeAtomFeed(story, titlesIn(story), siteUrl)
  if (feed === null) throw new Error('no feed')
  return feed
}

function texts(feed: string, xpath: string): readonly string[] {
  return textsOf(feed, ATOM, xpath)
}

const revised = makeStory({
  revisions: [
    { date: '2020-02-01', summary: 'First publication.' },
    { date: '2020-02-03', summary: 'A quotation was corrected.', reason: 'It was cut.', events: ['event-1'] },
    { date: '2020-02-03', summary: 'A source was added.' },
  ],
})

test('has the last change first, and an entry for each event and revision', () => {
  expect(texts(feedOf(revised), '//x:entry/x:title')).toEqual([
    'Changed 3 February 2020',
    'Changed 3 February 2020',
    'Event 1',
    'Changed 1 February 2020',
    'Event 0',
    'Event 2',
  ])
  expect(texts(feedOf(revised), '/x:feed/x:updated')).toEqual(['2020-02-03T00:00:00Z'])
})

test('tells of a revision what changed and why', () => {
  expect(texts(feedOf(revised), '//x:entry/x:summary')).toContain('A quotation was corrected. It was cut.')
})

test('gives each entry an id of its own, which stays when another revision is added', () => {
  const ids = texts(feedOf(revised), '//x:entry/x:id')
  expect(new Set(ids).size).toBe(ids.length)
  const later = makeStory({
    revisions: [
      { date: '2020-02-01', summary: 'First publication.' },
      {
        date: '2020-02-03',
        summary: 'A quotation was corrected.',
        reason: 'It was cut.',
        events: ['event-1'],
      },
      { date: '2020-02-03', summary: 'A source was added.' },
      { date: '2020-03-01', summary: 'An event was added.' },
    ],
  })
  expect(texts(feedOf(later), '//x:entry/x:id')).toEqual(expect.arrayContaining([...ids]))
})

test('tells how well a date is known and how firmly an event stands', () => {
  const event = makeEvent(0, { date: { edtf: '2020-04' }, standing: { is: 'alleged' } })
  expect(texts(feedOf(makeStory({ events: [event] })), '//x:entry/x:summary')).toEqual([
    'On some day in April 2020. What happened on day 0. Alleged.',
  ])
})

test('names the sources that may be followed, and no others', () => {
  const addresses = ['https://paper.example/fire?a=1&b=2', 'data:text/html,fire']
  const sources = addresses.map((URL, i) => ({ ...makeSource(`source-${i}`, 'Fire'), URL }))
  const event = makeEvent(0, {
    accounts: [{ claim: 'Fire.', standing: 'reported', chain: sources.map(({ id }) => ({ source: id })) }],
    statements: [],
  })
  const feed = feedOf(makeStory({ sources, events: [event] }))
  expect(texts(feed, '//x:entry/x:link[@rel="via"]/@href')).toEqual(['https://paper.example/fire?a=1&b=2'])
})

test('holds the entries that changed last where there are very many, and says so', () => {
  const events = Array.from({ length: MAX_FEED_ENTRIES + 20 }, (_, i) =>
    makeEvent(i, { statements: [], accounts: [] }),
  )
  const feed = feedOf(makeStory({ events }))
  expect(texts(feed, '//x:entry')).toHaveLength(MAX_FEED_ENTRIES)
  expect(texts(feed, '/x:feed/x:subtitle')[0]).toContain('the 500 entries that changed last, of 520')
})

test('is not written for a story that changed in a year of five digits', () => {
  const story = makeStory({ story: { published: 'Y12020', revised: 'Y12020' } })
  expect(writeAtomFeed(story, titlesIn(story), siteUrl)).toBeNull()
})

describe('is a feed by the grammar of RFC 4287', () => {
  test('which refuses what is none', () => {
    expect(findXmlFault(feedOf(revised).replace(/<updated>[^<]*<\/updated>/, ''), 'atom')).not.toBeNull()
    expect(findXmlFault(feedOf(revised).replace('00:00:00Z', 'noon'), 'atom')).not.toBeNull()
    expect(findXmlFault('<feed/>', 'atom')).not.toBeNull()
  })

  test('with its one author', () => {
    expect(texts(feedOf(revised), '/x:feed/x:author/x:name')).toEqual(['news.example'])
  })

  test('of the first story and of the hostile one', () => {
    for (const file of ['../../../data/mythos-access.json', '../../fixtures/hostileStory.json']) {
      const text = readFileSync(path.resolve(import.meta.dirname, file), 'utf8')
      const result = parseStory(JSON.parse(text))
      if (!result.ok) throw new Error(file)
      const feed = feedOf(result.value.story)
      expect(findXmlFault(feed, 'atom'), file).toBeNull()
      expect(
        texts(feed, '//x:entry/x:title').filter((title) => title === ''),
        file,
      ).toEqual([])
    }
  })

  test('whatever the dates are, and whatever letters a title has', () => {
    fc.assert(
      fc.property(randomStory(5), fc.string({ unit: 'binary', minLength: 1 }), (story, title) => {
        const feed = feedOf({ ...story, title, summary: title })
        expect(findXmlFault(feed, 'atom')).toBeNull()
      }),
      { numRuns: 60 },
    )
  })
})
