/** What a site needs to be found, followed and served: written beside its pages, for the address that SITE_URL gives. */
import type { Plugin } from 'vite'
import { NO_SITE_URL, readSiteUrl } from './siteUrl.ts'

export function publishingPlugin(): Plugin {
  return {
    name: 'dateline:publishing',
    apply: 'build',
    configResolved(config) {
      if (readSiteUrl(process.env['SITE_URL'], config.base) === null) config.logger.warn(NO_SITE_URL)
    },
  }
}
