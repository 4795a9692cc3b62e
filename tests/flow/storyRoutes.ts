/** Puts another answer in the place of the story file, as a broken host or a mistaken editor would. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext, Page, Route } from '@playwright/test'

export const storyText = readFileSync(
  path.resolve(import.meta.dirname, '../../data/mythos-access.json'),
  'utf8',
)

/** Every request for the story is answered by `answer`; the story itself comes where it calls `route.continue`. */
export async function answerStory(
  page: Page | BrowserContext,
  answer: (route: Route) => Promise<void>,
): Promise<void> {
  await page.route('**/data/mythos-access.json', answer)
}

export async function serveStory(
  page: Page | BrowserContext,
  body: string,
  contentType = 'application/json',
): Promise<void> {
  await answerStory(page, (route) => route.fulfill({ status: 200, contentType, body }))
}

/** A door that holds requests back until it is opened. */
export function makeGate(): { readonly passed: Promise<void>; readonly open: () => void } {
  let open = (): void => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open }
}
