/** Before each component test: matchers that read like a page, sizes to draw on; after it: an empty document. */
import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { installFakePage } from '../fixtures/fakePage.ts'

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
