/**
 * Which files tell a static host how to serve the site? `_headers` for Netlify and Cloudflare Pages, `vercel.json` for
 * Vercel, `.nojekyll` for GitHub Pages, which takes no headers.
 */
import type { SiteFile } from '../../core/publishing/sitemap.ts'
import {
  CACHE_OF_ASSETS,
  CACHE_OF_PAGES,
  HEADERS_OF_ALL,
  POLICY_OF_EMBEDS,
  POLICY_OF_PAGES,
} from './siteHeaders.ts'

/** @param base the path of the site on its host, beginning and ending with a slash */
export function listHostFiles(base: string): readonly SiteFile[] {
  return [
    { fileName: '_headers', text: writeHeaders(base) },
    { fileName: 'vercel.json', text: writeVercel(base) },
    // Else files whose names begin with a line at the foot are left out.
    { fileName: '.nojekyll', text: '' },
  ]
}

/**
 * Rules go by path alone, and values of two that fit are joined. So each header stands in one rule, and none forbids
 * frames: `?embed` has the path of the page that it embeds. All else is kept by these hosts as CACHE_OF_PAGES asks.
 */
function writeHeaders(base: string): string {
  return [
    `${base}*`,
    ...Object.entries({ ...HEADERS_OF_ALL, 'Content-Security-Policy': POLICY_OF_EMBEDS }).map(
      ([name, value]) => `  ${name}: ${value}`,
    ),
    `${base}assets/*`,
    `  Cache-Control: ${CACHE_OF_ASSETS}`,
    '',
  ].join('\n')
}

function writeVercel(base: string): string {
  const header = (key: string, value: string) => ({ key, value })
  const cached = (source: string, value: string) => ({ source, headers: [header('Cache-Control', value)] })
  const policed = (source: string, value: string) => ({
    source,
    headers: [header('Content-Security-Policy', value)],
  })
  const embed = { type: 'query', key: 'embed' }
  const config = {
    trailingSlash: true,
    headers: [
      {
        source: `${base}(.*)`,
        headers: Object.entries(HEADERS_OF_ALL).map(([key, value]) => header(key, value)),
      },
      cached(`${base}assets/(.*)`, CACHE_OF_ASSETS),
      cached(`${base}((?!assets/).*)`, CACHE_OF_PAGES),
      { ...policed(`${base}((?!embed/).*)`, POLICY_OF_PAGES), missing: [embed] },
      { ...policed(`${base}((?!embed/).*)`, POLICY_OF_EMBEDS), has: [embed] },
      policed(`${base}embed/(.*)`, POLICY_OF_EMBEDS),
    ],
  }
  return `${JSON.stringify(config, null, 2)}\n`
}
