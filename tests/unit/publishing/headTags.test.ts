/** @vitest-environment jsdom */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeDataScript } from '../../../src/core/publishing/dataScript.ts'
import { writeHeadTags, type PageHead, type SiteHead } from '../../../src/core/publishing/headTags.ts'
import { parseStory } from '../../../src/core/story/parseStory.ts'
import { findVocabularyFaults } from '../../fixtures/checkLinkedData.ts'
import { makeEvent, makeStatement, makeStory } from '../../fixtures/makeStory.ts'
import { dataIn, headsOf, siteUrl } from '../../fixtures/publishStory.ts'

const page: PageHead = {
  canonicalPath: 'events/a-1/',
  previousPath: 'events/a-0/',
  nextPath: null,
  kind: 'article',
  name: 'First',
  description: 'On some day in April 2020. What happened.',
  picture: { path: 'events/a-1/card.png', width: 1200, height: 630, alt: 'First, in April' },
  published: '2020-02-01',
  changed: null,
}
const head: SiteHead = {
  site: siteUrl,
  base: '/timelines/',
  storyTitle: 'The story',
  language: 'en-GB',
  hasFeed: true,
}

function read(tags: readonly string[]): Document {
  return new DOMParser().parseFromString(
    `<!doctype html><html><head>${tags.join('\n')}</head></html>`,
    'text/html',
  )
}

/** The content of a meta tag by its name or property; null: there is none. */
function contentOf(document: Document, name: string): string | null {
  return (
    document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content') ?? null
  )
}

test('names the page’s one address, its neighbours and the feed', () => {
  const links = [...read(writeHeadTags(page, head)).querySelectorAll('link')].map((link) => [
    link.rel,
    link.getAttribute('href'),
  ])
  expect(links).toEqual([
    ['canonical', `${siteUrl}events/a-1/`],
    ['prev', '/timelines/events/a-0/'],
    ['alternate', '/timelines/feed.xml'],
  ])
})

test('says to previews what it is about', () => {
  const document = read(writeHeadTags(page, head))
  const expected = {
    'og:type': 'article',
    'og:title': 'First',
    'og:description': page.description,
    'og:site_name': 'The story',
    'og:locale': 'en_GB',
    'og:url': `${siteUrl}events/a-1/`,
    'og:image': `${siteUrl}events/a-1/card.png`,
    'og:image:width': '1200',
    'og:image:alt': 'First, in April',
    'article:published_time': '2020-02-01',
    'article:modified_time': null,
    'twitter:card': 'summary_large_image',
    'twitter:title': 'First',
    'twitter:image': `${siteUrl}events/a-1/card.png`,
  }
  expect(Object.fromEntries(Object.keys(expected).map((name) => [name, contentOf(document, name)]))).toEqual(
    expected,
  )
})

test('leaves out what needs an address where the site’s is not known', () => {
  const document = read(writeHeadTags(page, { ...head, site: null, hasFeed: false }))
  for (const name of ['og:url', 'og:image', 'twitter:image']) expect(contentOf(document, name)).toBeNull()
  expect(document.querySelector('[rel=canonical], [rel=alternate]')).toBeNull()
  expect(contentOf(document, 'twitter:card')).toBe('summary')
})

test('holds texts as text, whatever letters they have', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const document = read(writeHeadTags({ ...page, name: `</title><script>${text}"'>` }, head))
      expect(document.querySelector('script')).toBeNull()
      expect(document.body.textContent).toBe('')
      expect(contentOf(document, 'og:title')).toContain('</title><script>')
    }),
  )
})

test('data cannot end their element, and are read back as they were', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = writeDataScript({ text: `</script><!--<script>${text}` })
      const document = read([written])
      expect(document.querySelectorAll('script')).toHaveLength(1)
      expect(document.body.textContent).toBe('')
      const data = JSON.parse(document.querySelector('script')?.textContent ?? '') as { text: string }
      expect(data.text).toBe(`</script><!--<script>${text}`)
    }),
  )
})

describe('JSON-LD', () => {
  test('tells nothing that schema.org has no word for, in the first story and in the hostile one', async () => {
    const documents = ['../../../data/mythos-access.json', '../../fixtures/hostileStory.json'].flatMap(
      (file) => {
        const text = readFileSync(path.resolve(import.meta.dirname, file), 'utf8')
        const result = parseStory(JSON.parse(text))
        if (!result.ok) throw new Error(file)
        const { story } = result.value
        return [...headsOf(story), ...headsOf(story, null)].flatMap(dataIn)
      },
    )
    expect(documents.length).toBeGreaterThan(100)
    expect(await findVocabularyFaults(documents)).toEqual([])
  })

  test('would be refused by the vocabulary where a type or a property is made up', async () => {
    const start = '{"@context":"https://schema.org","@type":"Article","about":'
    const faults = await findVocabularyFaults([
      `${start}{"@type":"Occurrence","name":"A fire"}}`,
      `${start}{"@type":"Event","beganOn":"2020-01-01"}}`,
      `${start}{"@type":"Event","startDate":"2020-01-01"}}`,
    ])
    expect(faults.filter((line) => /^\S+\(\d+,\d+\): error/.test(line))).toHaveLength(2)
  })

  interface Data {
    readonly '@type': string
    readonly about: { readonly startDate?: string; readonly description: string }
    readonly temporalCoverage?: string
    readonly hasPart: readonly Readonly<Record<string, unknown>>[]
  }

  function eventData(event: Parameters<typeof makeEvent>[1]): Data {
    const story = makeStory({ events: [makeEvent(0, event)] })
    const text = headsOf(story)
      .flatMap(dataIn)
      .find((data) => data.includes('"@type":"Article"'))
    return JSON.parse(text ?? '') as Data
  }

  test('has no day for an event of which only the month is known', () => {
    const { about, temporalCoverage } = eventData({ date: { edtf: '2020-04' } })
    expect(about).not.toHaveProperty('startDate')
    expect(about.description).toContain('On some day in April 2020.')
    expect(temporalCoverage).toBe('2020-04-01/2020-04-30')
  })

  test('never tells of an event without saying how it stands', () => {
    expect(eventData({ standing: { is: 'denied', note: 'The office says no.' } }).about.description).toBe(
      '1 January 2020. What happened on day 0. Denied. The office says no.',
    )
  })

  test('has a quotation by who is named, and credits in words who is not', () => {
    const { hasPart } = eventData({
      accounts: [],
      statements: [makeStatement('a'), makeStatement('b', { speaker: 'an-official', record: 'not-named' })],
    })
    expect(hasPart[0]).toMatchObject({
      '@type': 'Quotation',
      text: 'We saw the smoke at five.',
      spokenByCharacter: { '@type': 'Person', name: 'Ana Silva' },
      isBasedOn: [
        { '@id': `${siteUrl}sources/morning-post/#source` },
        { '@id': `${siteUrl}sources/evening-star/#source` },
      ],
    })
    expect(hasPart[1]).not.toHaveProperty('spokenByCharacter')
    expect(hasPart[1]?.['creditText']).toBe(
      'an official, not named → Morning Post (consulted) → Evening Star (consulted)',
    )
  })

  test('holds a paraphrase and an account as claims, never as a quotation', () => {
    const { hasPart } = eventData({ statements: [makeStatement('a', { form: 'paraphrase' })] })
    expect(hasPart.map((part) => part['@type'])).toEqual(['Claim', 'Claim'])
  })
})
