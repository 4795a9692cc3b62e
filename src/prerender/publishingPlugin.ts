/**
 * Says whether the site's own address is known, and writes the files of hosts, which are the same for every story. Feed,
 * sitemap and robots.txt come with the pages of the story.
 */
import type { Plugin } from 'vite'
import { listHostFiles } from './hosting/hostFiles.ts'
import { NO_SITE_URL, readSiteUrl } from './siteUrl.ts'

export function publishingPlugin(): Plugin {
  let base = ''
  return {
    name: 'dateline:publishing',
    apply: 'build',
    configResolved(config) {
      base = config.base
      if (readSiteUrl(process.env['SITE_URL'], base) === null) config.logger.warn(NO_SITE_URL)
    },
    generateBundle() {
      for (const { fileName, text } of listHostFiles(base))
        this.emitFile({ type: 'asset', fileName, source: text })
    },
  }
}
