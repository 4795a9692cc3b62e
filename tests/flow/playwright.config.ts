/** How the journeys run: one Chromium, the built site under `/` and under a sub-folder, nothing tried twice. */
import path from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { site, subsite } from './addresses.ts'

const root = path.resolve(import.meta.dirname, '../..')
const executablePath = process.env['CHROMIUM_PATH']
const isRoot = process.getuid?.() === 0

/** The browser's own errands would be requests to others. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
]

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: path.join(root, 'test-results'),
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 30_000,
  // PLAYWRIGHT_JSON_OUTPUT_NAME, set by the runner, says where the counts go.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['line'], ['json']] : [['line']],
  use: {
    baseURL: site.url,
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: isRoot ? [...quiet, '--no-sandbox'] : quiet,
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } } },
  ],
  webServer: [site, subsite].map(({ folder, base, port, url }) => ({
    command: `node tests/flow/serveSite.mjs ${folder} ${base} ${port}`,
    cwd: root,
    url,
    reuseExistingServer: false,
  })),
})
