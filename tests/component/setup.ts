/**
 * Before each component test: matchers that read like a page, sizes to draw on; after it: an empty document; after all:
 * nothing that is still on its way.
 */
import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeEach, vi } from 'vitest'
import { whenPainted } from '../../src/ui/shared/whenPainted.ts'
import { installFakePage } from '../fixtures/fakePage.ts'

// Parts that come later are loaded from disk: on a busy machine that takes more than the usual second.
configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 30_000 })

/** What React and jsdom complained of: nothing, or the test fails. */
let complaints: string[] = []

beforeEach(() => {
  complaints = []
  installFakePage()
  vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    complaints.push(parts.map(String).join(' '))
  })
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  if (complaints.length > 0) throw new Error(complaints.join('\n'))
})

// Parts of a page that is already gone are loaded all the same; none may be asked for when there is no page any more.
afterAll(async () => {
  await whenPainted(() => Promise.resolve())
  await vi.dynamicImportSettled()
})
