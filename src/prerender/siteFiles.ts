/** Which files stand beside the pages of a story, for programs that look for them: feed, sitemap, robots.txt? */
import type { Story } from '../core/story/story.ts'
import type { TitleOf } from '../core/wording/eventWords.ts'
import { writeAtomFeed } from '../core/publishing/atomFeed.ts'
import { writeRobots } from '../core/publishing/robots.ts'
import { writeSitemaps, type SiteFile } from '../core/publishing/sitemap.ts'
import { pageChanges, type HeadPage } from './headWriter.ts'
import type { SiteUrl } from './siteUrl.ts'

export interface SiteFilesOptions {
  readonly story: Story
  readonly titleOf: TitleOf
  /** All there are; those of former ids are left out of the map. */
  readonly pages: readonly (HeadPage & { readonly path: string })[]
  readonly site: SiteUrl
}

/** feed.xml, where the story's dates allow one, and sitemap.xml with its parts. */
export function listSiteFiles({ story, titleOf, pages, site }: SiteFilesOptions): readonly SiteFile[] {
  const feed = writeAtomFeed(story, titleOf, site)
  const changeOf = pageChanges(story)
  const mapped = pages
    .filter(({ path, canonicalPath }) => path === canonicalPath)
    .map((page) => ({ path: page.path, changed: changeOf(page) }))
  return [...(feed === null ? [] : [{ fileName: 'feed.xml', text: feed }]), ...writeSitemaps(site, mapped)]
}

/** Only the root of a host is asked for robots.txt: a site in a sub-folder has none. @param site null: it has no map */
export function listRobots(site: SiteUrl | null, base: string): readonly SiteFile[] {
  return base === '/' ? [{ fileName: 'robots.txt', text: writeRobots(site) }] : []
}
