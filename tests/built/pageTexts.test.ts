/** Is everything of the story in the text of its pages, for readers without script, and nothing that would run? */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { parseStory } from '../../src/core/story/parseStory.ts'
import type { TimelineEvent } from '../../src/core/story/story.ts'
import { formatDateShort } from '../../src/core/wording/dateWords.ts'
import { formatWhen } from '../../src/core/wording/eventWords.ts'
import { standingWords } from '../../src/core/wording/standingWords.ts'
import { titlesOf } from '../../src/prerender/storyPages.ts'

const root = path.resolve(import.meta.dirname, '../..')
const result = parseStory(JSON.parse(readFileSync(path.join(root, 'data/mythos-access.json'), 'utf8')))
if (!result.ok) throw new Error('the story is not sound')
const { story } = result.value
const titleOf = titlesOf(story)

/** Of a page of 100 events and less, bytes after gzip. */
const MAX_ROOT_BYTES = 20_000

const sites = [
  { base: '/', folder: path.join(root, 'dist') },
  { base: '/news/dateline/', folder: path.join(root, '.tmp/dist-sub') },
]

describe.each(sites)('the pages built for $base', ({ base, folder }) => {
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8')
  const pageOf = (event: TimelineEvent): string => read(`events/${event.id}/index.html`)

  test.each(story.events)('$id: title, date, summary, actors, accounts, statements and sources', (event) => {
    const text = wordsOf(pageOf(event))
    const actors = event.actors.flatMap(({ actor, role }) => [story.actors.get(actor)?.name ?? actor, role])
    const sources = event.sources.flatMap((id) => {
      const source = story.sources.get(id)
      return source === undefined ? [] : [source.title, source.outlet]
    })
    const statements = event.statements.flatMap(({ text: said, speaker }) => [
      said,
      speaker === null ? 'Nobody is named' : (story.actors.get(speaker)?.name ?? speaker),
    ])
    const all = [
      event.title,
      formatWhen(event, titleOf),
      ...(event.when === null ? [] : [event.when.date.edtf]),
      event.summary,
      standingWords[event.standing.is],
      ...actors,
      ...event.accounts.map(({ claim }) => claim),
      ...statements,
      ...sources,
    ].map(plain)
    expect(all.filter((words) => !text.includes(words))).toEqual([])
  })

  test('an event leads to those before and after it, and to the story', () => {
    story.events.forEach((event, row) => {
      const html = pageOf(event)
      const others = [story.events[row - 1], story.events[row + 1]].flatMap((other) => other?.id ?? [])
      const links = [base, ...others.map((id) => `${base}events/${id}/`)]
      expect(links.filter((address) => !html.includes(`href="${address}"`))).toEqual([])
    })
  })

  test('an event links to each source, and to its archived copy', () => {
    for (const event of story.events) {
      const html = pageOf(event)
      const links = event.sources.flatMap((id) => {
        const source = story.sources.get(id)
        return [source?.link, source?.archive].flatMap((to) => (to?.kind === 'safe' ? [to.url] : []))
      })
      expect(links.filter((url) => !html.includes(`href="${url.replaceAll('&', '&amp;')}"`))).toEqual([])
    }
  })

  test('the page of the story has its head and every event, with its date and a link', () => {
    const html = read('index.html')
    const text = wordsOf(html)
    for (const words of [story.title, story.summary, formatDateShort(story.revised)])
      expect(text).toContain(plain(words))
    for (const { id, title } of story.events) {
      expect(text).toContain(plain(title))
      expect(html).toContain(`href="${base}events/${id}/"`)
    }
    expect(gzipSync(html).length).toBeLessThanOrEqual(MAX_ROOT_BYTES)
  })

  test('sources, statements and changes are there in full, each source on a page of its own too', () => {
    const sources = wordsOf(read('sources/index.html'))
    for (const { id, title, outlet } of story.sources.values()) {
      expect(sources).toContain(plain(title))
      expect(wordsOf(read(`sources/${id}/index.html`))).toContain(plain(outlet))
    }
    const statements = wordsOf(read('statements/index.html'))
    for (const { text } of story.events.flatMap((event) => event.statements))
      expect(statements).toContain(plain(text))
    const changes = wordsOf(read('changes/index.html'))
    for (const { summary } of story.revisions) expect(changes).toContain(plain(summary))
  })

  test('every page has the language of the story, a title and a description of its own, and one script of ours', () => {
    const texts = listPages(folder)
    const titles = texts.map((file) => /<title>([^<]+)<\/title>/.exec(read(file))?.[1])
    expect(new Set(titles).size).toBe(texts.length)
    for (const file of texts) {
      const html = read(file)
      expect(html, file).toContain(`<html lang="${story.language}">`)
      expect(/name="description" content="[^"]{20,}"/.test(html), file).toBe(true)
      const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
      const ours = scripts.filter((tag) => tag.includes(` src="${base}assets/`))
      expect(ours, file).toHaveLength(1)
      expect(
        scripts.filter((tag) => !ours.includes(tag) && !/type="application\/ld\+json"/.test(tag)),
      ).toEqual([])
    }
  })

  test('what only the script can answer is hidden', () => {
    for (const file of listPages(folder)) {
      const controls = [...read(file).matchAll(/<(?:button|form)\b[^>]*>/g)].map(([tag]) => tag)
      expect(controls.filter((tag) => !/\shidden=""/.test(tag))).toEqual([])
    }
  })
})

/** Pages with text: all but the one for unknown addresses, and pages of others for frames and the like. */
function listPages(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      /(?:^|\/)index\.html$/.test(file) &&
      readFileSync(path.join(folder, file), 'utf8').includes('class="page is-text'),
  )
}

/** What stands in the body with its tags stripped. */
function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('<body>'))
  return plain(
    body
      .replace(/<[^>]*>/g, '')
      .replace(/&(?:#x27|#39);/g, "'")
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&'),
  )
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
