/**
 * Writes a page for every event's address, `events/<event-id>/index.html`, and `404.html`, so that a link opens on
 * any host that only serves files. Each is the built page under the event's title, and asks for the details at once;
 * a former id gets a page too.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Plugin } from 'vite'
import { addPartLinks, listPartFiles, type Manifest } from './partLinks.ts'
import { STORY_FILE } from './storyAddress.ts'

/** What an event's page shows first. */
const DETAILS = 'src/app/EventDetails.tsx'

export interface EventPage {
  /** Path below the site's root, with `/` between its parts. */
  readonly fileName: string
  readonly title: string
}

export function eventPagesPlugin(): Plugin {
  let root = ''
  let outDir = ''
  let base = ''
  return {
    name: 'dateline:event-pages',
    apply: 'build',
    configResolved(config) {
      // A relative base would point from events/<id>/ to events/<id>/assets/.
      if (!config.base.startsWith('/'))
        throw new Error(
          `--base must start and end with "/", such as "/news/dateline/"; it is "${config.base}"`,
        )
      root = config.root
      base = config.base
      outDir = path.resolve(root, config.build.outDir)
    },
    async closeBundle(error?: Error) {
      if (error !== undefined) return
      const html = await readFile(path.join(outDir, 'index.html'), 'utf8')
      const story: unknown = JSON.parse(await readFile(path.join(root, STORY_FILE), 'utf8'))
      await writeFile(path.join(outDir, '404.html'), html)
      const manifest = JSON.parse(
        await readFile(path.join(outDir, '.vite/manifest.json'), 'utf8'),
      ) as Manifest
      const eventHtml = addPartLinks(html, base, listPartFiles(manifest, 'index.html', DETAILS))
      for (const page of listEventPages(story)) {
        const file = path.join(outDir, page.fileName)
        await mkdir(path.dirname(file), { recursive: true })
        await writeFile(file, replaceTitle(eventHtml, page.title))
      }
    },
  }
}

/** Becomes the name of a folder, so nothing else may pass. */
const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Only what a page needs is read here; whether the story is sound is for parseStory to say. */
export function listEventPages(story: unknown): readonly EventPage[] {
  const events = isRecord(story) && Array.isArray(story['events']) ? (story['events'] as unknown[]) : []
  const storyTitle = readStoryTitle(story)
  return events.filter(isRecord).flatMap((event) => {
    const aliases = Array.isArray(event['aliases']) ? (event['aliases'] as unknown[]) : []
    const title = typeof event['title'] === 'string' ? `${event['title']} · ${storyTitle}` : storyTitle
    return [event['id'], ...aliases]
      .filter((id): id is string => typeof id === 'string' && idPattern.test(id))
      .map((id) => ({ fileName: `events/${id}/index.html`, title }))
  })
}

/** The title stands in the file's `story` part, or at its top. */
function readStoryTitle(story: unknown): string {
  if (!isRecord(story)) return 'Dateline'
  const frame = isRecord(story['story']) ? story['story'] : story
  return typeof frame['title'] === 'string' ? frame['title'] : 'Dateline'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @param title plain text; escaped here */
export function replaceTitle(html: string, title: string): string {
  const before = html.indexOf('<title>')
  const after = html.indexOf('</title>')
  if (before < 0 || after < before) throw new Error('index.html has no <title> to replace')
  return html.slice(0, before) + '<title>' + escapeHtml(title) + html.slice(after)
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
