/** The kinds of test that Vitest runs, each with the surroundings it needs. `npm run test:<name>` runs one. */
import type { TestProjectConfiguration } from 'vitest/config'
import { scannerPlugin } from '../src/prerender/scannerPlugin.ts'

/** No test may depend on where it runs: the time zone is the same for all. */
const env = {
  TZ: 'UTC',
  // `npm run schema` asks for an update in a way that works in every shell; the test reads it as a variable.
  ...(process.argv.includes('--update') ? { UPDATE_SCHEMA: '1' } : {}),
}

/** A busy machine takes many times longer for a property than a quiet one: the limit only stops what hangs, ms. */
const testTimeout = 60_000

export const testProjects: TestProjectConfiguration[] = [
  {
    plugins: [scannerPlugin()],
    test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts'], env, testTimeout },
  },
  {
    test: {
      name: 'component',
      environment: 'jsdom',
      include: ['tests/component/**/*.test.{ts,tsx}'],
      setupFiles: ['tests/component/setup.ts'],
      env,
      testTimeout,
    },
  },
  { test: { name: 'data', environment: 'node', include: ['tests/data/**/*.test.ts'], env, testTimeout } },
  {
    test: {
      name: 'architecture',
      environment: 'node',
      include: ['tests/architecture/**/*.test.ts'],
      env,
      testTimeout,
    },
  },
  // Reads what `vite build` wrote, so it runs after the build.
  { test: { name: 'built', environment: 'node', include: ['tests/built/**/*.test.ts'], env, testTimeout } },
]
