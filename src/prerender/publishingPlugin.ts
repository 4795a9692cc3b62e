/**
 * Says whether the site's own address is known, and writes what a site has whatever its story is: the files of hosts,
 * and robots.txt. Feed and sitemap come with the pages of the story.
 */
import type { Plugin } from 'vite'
import { listHostFiles } from './hosting/hostFiles.ts'
import { listRobots } from './siteFiles.ts'
import { NO_SITE_URL, readSiteUrl, type SiteUrl } from './siteUrl.ts'

export function publishingPlugin(): Plugin {
  let base = ''
  let site: SiteUrl | null = null
  return {
    name: 'dateline:publishing',
    apply: 'build',
    configResolved(config) {
      base = config.base
      site = readSiteUrl(process.env['SITE_URL'], base)
      if (site === null) config.logger.warn(NO_SITE_URL)
    },
    generateBundle() {
      for (const { fileName, text } of [...listHostFiles(base), ...listRobots(site, base)])
        this.emitFile({ type: 'asset', fileName, source: text })
    },
  }
}
