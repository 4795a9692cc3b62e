/**
 * Writes the pages of the story, so that each address answers with its text on any host that only serves files, and
 * `404.html` for addresses that only the app knows. Of a story that has no pages the built page stands at `/`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Logger, Plugin } from 'vite'
import { makeMould, type PageMould } from './fillPage.ts'
import { fillMissingPage } from './missingPage.ts'
import { loadRenderer } from './loadRenderer.ts'
import { listPartFiles, type Manifest } from './partLinks.ts'
import { listRobots } from './siteFiles.ts'
import { readSiteUrl, type SiteUrl } from './siteUrl.ts'
import { storySource } from './storyAddress.ts'
import type { StoryPage } from './storyPages.ts'

/** What draws the text of each kind of page. */
const parts: Readonly<Record<StoryPage['kind'], string>> = {
  story: 'src/app/ListView.tsx',
  event: 'src/app/EventDetails.tsx',
  sources: 'src/app/FurtherViews.tsx',
  source: 'src/app/FurtherViews.tsx',
  statements: 'src/app/FurtherViews.tsx',
  changes: 'src/app/FurtherViews.tsx',
}

export function storyPagesPlugin(): Plugin {
  let root = ''
  let outDir = ''
  let base = ''
  let site: SiteUrl | null = null
  let logger: Logger
  let isWritten = true
  return {
    name: 'dateline:story-pages',
    apply: 'build',
    configResolved(config) {
      // A relative base would point from events/<id>/ to events/<id>/assets/.
      if (!config.base.startsWith('/'))
        throw new Error(
          `--base must start and end with "/", such as "/news/dateline/"; it is "${config.base}"`,
        )
      root = config.root
      base = config.base
      site = readSiteUrl(process.env['SITE_URL'], base)
      outDir = path.resolve(root, config.build.outDir)
      logger = config.logger
      isWritten = config.build.write
    },
    async closeBundle(error?: Error) {
      if (error !== undefined || !isWritten) return
      const html = await readFile(path.join(outDir, 'index.html'), 'utf8')
      const watch = startWatch()
      const { renderStory } = await loadRenderer(root)
      watch.lap('parts of the interface bundled')
      const story = renderStory(JSON.parse(await readFile(storySource(root), 'utf8')), base, site)
      watch.lap('story read')
      const missing = fillMissingPage(base, story.kind === 'none' ? null : story.described)
      await writeInside(outDir, '404.html', makeMould(html, base, { styles: [], scripts: [] }).fill(missing))
      const mappedSite = story.kind === 'none' ? null : site
      for (const { fileName, text } of listRobots(mappedSite, base)) await writeInside(outDir, fileName, text)
      if (story.kind === 'none') {
        logger.warn(
          `pages, feed and map: none, since of this story ${story.reason}; / and 404.html open it with script`,
        )
        return
      }
      const manifest = JSON.parse(
        await readFile(path.join(outDir, '.vite/manifest.json'), 'utf8'),
      ) as Manifest
      const moulds = new Map<string, PageMould>()
      for (const part of new Set(Object.values(parts))) {
        const { scripts, styles } = listPartFiles(manifest, 'index.html', part)
        // The list is drawn first on a narrow screen alone, and there the script asks for it.
        moulds.set(part, makeMould(html, base, { styles, scripts: part === parts.story ? [] : scripts }))
      }
      for (const { fileName, text } of story.siteFiles) await writeInside(outDir, fileName, text)
      let bytes = 0
      for (const page of story.pages) {
        const text = moulds.get(parts[page.kind])?.fill(story.fillingOf(page)) ?? ''
        bytes += Buffer.byteLength(text)
        await writeInside(outDir, page.fileName, text)
      }
      watch.lap(`${story.pages.length} pages written, ${(bytes / 1e6).toFixed(1)} MB`)
      logger.info(`pages of ${story.eventCount} events: ${watch.laps.join(', ')}`)
    },
  }
}

/** Refuses a name that leads elsewhere, whatever made it. */
export async function writeInside(folder: string, fileName: string, text: string): Promise<void> {
  const file = path.resolve(folder, fileName)
  if (!file.startsWith(path.resolve(folder) + path.sep))
    throw new Error(`a page may not be written to ${fileName}, outside of the output`)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text)
}

/** Time of each stage, in seconds. */
function startWatch(): { readonly laps: readonly string[]; readonly lap: (what: string) => void } {
  const laps: string[] = []
  let lastMs = performance.now()
  return {
    laps,
    lap: (what) => {
      const nowMs = performance.now()
      laps.push(`${what} in ${((nowMs - lastMs) / 1000).toFixed(1)} s`)
      lastMs = nowMs
    },
  }
}
