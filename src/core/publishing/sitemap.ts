/** Which pages are there, and when did each change? The sitemap, by the protocol of sitemaps.org. */
import type { SiteUrl } from '../base/brand.ts'
import { escapeMarkup } from './escapeMarkup.ts'

/** Pages in one file: what the protocol allows. */
export const MAX_PAGES_IN_SITEMAP = 50_000

export interface MappedPage {
  /** Below the site. */
  readonly path: string
  /** ISO 8601 day; null: not known. */
  readonly changed: string | null
}

export interface SiteFile {
  /** Below the output folder. */
  readonly fileName: string
  readonly text: string
}

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'

/**
 * sitemap.xml; of more pages than one file may hold also sitemap-1.xml and so on, of which sitemap.xml is then the index.
 * @param pages at least one, in any order, which is kept
 */
export function writeSitemaps(
  site: SiteUrl,
  pages: readonly MappedPage[],
  pagesInFile = MAX_PAGES_IN_SITEMAP,
): readonly SiteFile[] {
  if (pages.length <= pagesInFile) return [{ fileName: 'sitemap.xml', text: writeMap(site, pages) }]
  const parts = Array.from({ length: Math.ceil(pages.length / pagesInFile) }, (_, i) => ({
    fileName: `sitemap-${i + 1}.xml`,
    pages: pages.slice(i * pagesInFile, (i + 1) * pagesInFile),
  }))
  const index = parts.map(({ fileName, pages: held }) =>
    writeEntry('sitemap', site + fileName, lastOf(held.map(({ changed }) => changed))),
  )
  return [
    {
      fileName: 'sitemap.xml',
      text: `${HEADER}<sitemapindex xmlns="${NAMESPACE}">\n${index.join('')}</sitemapindex>\n`,
    },
    ...parts.map(({ fileName, pages: held }) => ({ fileName, text: writeMap(site, held) })),
  ]
}

function writeMap(site: SiteUrl, pages: readonly MappedPage[]): string {
  const entries = pages.map(({ path, changed }) => writeEntry('url', site + path, changed))
  return `${HEADER}<urlset xmlns="${NAMESPACE}">\n${entries.join('')}</urlset>\n`
}

function writeEntry(name: string, address: string, changed: string | null): string {
  const lastmod = changed === null ? '' : `<lastmod>${escapeMarkup(changed)}</lastmod>`
  return `<${name}><loc>${escapeMarkup(address)}</loc>${lastmod}</${name}>\n`
}

/** The latest day; null where one of them is not known, and could be later. */
function lastOf(days: readonly (string | null)[]): string | null {
  return days.reduce((last, next) => (last === null || next === null ? null : next > last ? next : last))
}
