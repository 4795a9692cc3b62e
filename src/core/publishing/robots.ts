/** What may programs read of the site? All of it; and where is its map? */
import type { SiteUrl } from '../base/brand.ts'

/** robots.txt, which is asked for only at the root of a host. @param site null: it has no map */
export function writeRobots(site: SiteUrl | null): string {
  const map = site === null ? '' : `\nSitemap: ${site}sitemap.xml\n`
  return `User-agent: *\nAllow: /\n${map}`
}
