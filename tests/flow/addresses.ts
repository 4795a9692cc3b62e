/** Where do the two built sites stand while journeys run? The runner chooses free ports and says so by environment. */

const sitePort = Number(process.env['SITE_PORT'] ?? 4871)
const subsitePort = Number(process.env['SUBSITE_PORT'] ?? 4872)

export const site = {
  folder: 'dist',
  base: '/',
  port: sitePort,
  url: `http://127.0.0.1:${sitePort}/`,
} as const

/** The same site under a sub-folder, as many publish it. */
export const subsite = {
  folder: '.tmp/dist-sub',
  base: '/news/dateline/',
  port: subsitePort,
  url: `http://127.0.0.1:${subsitePort}/news/dateline/`,
} as const
