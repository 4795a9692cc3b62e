/**
 * With which headers is the site to be served? The samples beside this file and the files that the build writes say the
 * same, each in its host's language.
 */
import { CONTENT_POLICY } from '../contentPolicyPlugin.ts'

/** Of every answer: types are what they are said to be, and nobody is told from which page a reader comes. */
export const HEADERS_OF_ALL = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const

/** Files in `assets/` are named for what they hold, so that they never change. */
export const CACHE_OF_ASSETS = 'public, max-age=31536000, immutable'

/** Pages and data keep their names: they may be kept, and are asked for anew each time, which costs little if unchanged. */
export const CACHE_OF_PAGES = 'no-cache'

/** Of pages that are no embeds; a tag in the page cannot say who may frame it. */
export const POLICY_OF_PAGES = `${CONTENT_POLICY}; frame-ancestors 'self'`

/** Of pages in the folder `embed/` or with `embed` in their query, which anybody may frame. */
export const POLICY_OF_EMBEDS = CONTENT_POLICY
