/**
 * What a site needs to be found, followed and served, written beside its pages: feed, sitemap, robots.txt and the files
 * of hosts. Feed and sitemap need the address that SITE_URL gives, and a story that is read whole.
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
