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

const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } }

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
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 10_000,
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: isRoot ? [...quiet, '--no-sandbox'] : quiet,
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  projects: [
    // Where the story does not open no other journey means anything.
    { name: 'opens', use: desktop, testMatch: 'opens.spec.ts', teardown: 'speed' },
    {
      name: 'journeys',
      use: desktop,
      testIgnore: ['opens.spec.ts', 'speed.spec.ts'],
      dependencies: ['opens'],
    },
    // Last and alone, so that nothing else takes the machine's time; it runs whatever the journeys came to.
    { name: 'speed', use: desktop, testMatch: 'speed.spec.ts' },
  ],
  webServer: [site, subsite].map(({ folder, base, port, url }) => ({
    command: `node tests/flow/serveSite.mjs ${folder} ${base} ${port}`,
    cwd: root,
    url,
    reuseExistingServer: false,
  })),
})
