/**
 * Where will the site be published? `SITE_URL` says so when it is built, such as `https://news.example/timelines/`.
 * Addresses that must be whole (canonical, feed, sitemap, previews) begin with it; without it they are left out.
 */
import type { SiteUrl } from '../core/base/brand.ts'

export type { SiteUrl } from '../core/base/brand.ts'

/** Said while building where SITE_URL is not set. */
export const NO_SITE_URL =
  'SITE_URL is not set: the site is built without canonical addresses, previews, feed and sitemap. ' +
  'Set it to where the site will be, such as SITE_URL=https://news.example/timelines/'

/**
 * The address that `value` gives, ending with a slash; null where it gives none.
 * @param value the environment variable SITE_URL
 * @param base Vite's `--base`: the path of the site on its host, beginning and ending with a slash
 * @throws with a sentence for the publisher where it is no such address, or where its path is not `base`
 */
export function readSiteUrl(value: string | undefined, base: string): SiteUrl | null {
  const text = value?.trim() ?? ''
  if (text === '') return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new Error(
      `SITE_URL must be a whole address that begins with https:// or http://, such as https://news.example/timelines/; it is "${text}"`,
    )
  if (url.username !== '' || url.password !== '')
    throw new Error('SITE_URL must not carry a user name or password, since every page would show them')
  if (/[?#]/.test(text))
    throw new Error(
      `SITE_URL must have no query and no hash, since pages are named below it; it is "${text}"`,
    )
  const path = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`
  // As URL spells it, since a base may be written with letters that addresses encode.
  const basePath = new URL(base, url).pathname
  if (path !== basePath)
    throw new Error(
      `SITE_URL puts the site at ${path} of its host, but it is built for ${basePath}: build with --base ${path}, or set SITE_URL to ${url.origin}${basePath}`,
    )
  return `${url.origin}${path}` as SiteUrl
}
