/**
 * What a build asks of the interface: the pages of a story, and the text and head of each. Bundled by itself, since
 * the parts of the interface are no modules that Node could read.
 */
import { parseStory } from '../core/story/parseStory.ts'
import type { SiteFile } from '../core/publishing/sitemap.ts'
import type { MissingPageStory } from '../core/wording/missingPageWords.ts'
import type { PageFilling } from './fillPage.ts'
import { headWriter } from './headWriter.ts'
import { gatherPageFacts } from './pageFacts.ts'
import { renderPage } from './renderPage.tsx'
import { listSiteFiles } from './siteFiles.ts'
import type { SiteUrl } from './siteUrl.ts'
import { listStoryPages, type StoryPage } from './storyPages.ts'

/** A story of more events has no pages: they would be more files than most hosts take. */
export const MAX_PAGED_EVENTS = 20_000

export type RenderedStory =
  | {
      readonly kind: 'pages'
      readonly eventCount: number
      readonly pages: readonly StoryPage[]
      readonly fillingOf: (page: StoryPage) => PageFilling
      /** Feed and map, where the site's address is known. */
      readonly siteFiles: readonly SiteFile[]
      readonly described: MissingPageStory
    }
  /** @param reason a clause, such as "it comes in tiles" */
  | { readonly kind: 'none'; readonly reason: string }

/**
 * @param json the story file
 * @param base where the site lies on its host: begins and ends with `/`
 * @param site its whole address; null: not known
 */
export function renderStory(json: unknown, base: string, site: SiteUrl | null): RenderedStory {
  if (isTiled(json)) return { kind: 'none', reason: 'it comes in tiles' }
  const result = parseStory(json)
  if (!result.ok) {
    const [first] = result.problem
    return {
      kind: 'none',
      reason: `it cannot be read${first === undefined ? '' : ` (${first.path}: ${first.sentence})`}`,
    }
  }
  const { story } = result.value
  const eventCount = story.events.length
  if (eventCount > MAX_PAGED_EVENTS)
    return { kind: 'none', reason: `it has ${eventCount} events, more than ${MAX_PAGED_EVENTS}` }
  const facts = gatherPageFacts(story)
  const pages = listStoryPages(story)
  const { titleOf } = facts
  const siteFiles = site === null ? [] : listSiteFiles({ story, titleOf, pages, site })
  const hasFeed = siteFiles.some(({ fileName }) => fileName === 'feed.xml')
  const headOf = headWriter({ story, titleOf, site, base, hasFeed })
  return {
    kind: 'pages',
    eventCount,
    pages,
    siteFiles,
    described: { title: story.title, eventCount },
    fillingOf: (page) => {
      const { className, html } = renderPage(page, facts, base)
      return {
        language: story.language,
        title: page.title,
        description: page.description,
        head: headOf(page, null),
        className,
        text: html,
      }
    },
  }
}

function isTiled(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'tiles' in json
}
