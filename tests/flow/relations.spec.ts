/** What an event has to do with others is drawn while it is focused or open. */
import type { Page } from '@playwright/test'
import { expect, test } from './reader.ts'
import { details, mark, openStory } from './pageParts.ts'

/** How many lines run from what is focused or open. */
const lines = (page: Page): Promise<number> =>
  page.locator('.relation-line').evaluate((path) => (path.getAttribute('d') ?? '').split('M').length - 1)

test('lines run from the open event, and from what the keys lead to, and go with them', async ({ page }) => {
  await openStory(page)
  await expect.poll(() => lines(page)).toBe(0)
  await mark(page, 'Sources: Anthropic refused the request').click()
  await expect(details(page)).toBeVisible()
  await expect.poll(() => lines(page)).toBe(1)
  await page.keyboard.press('Escape')
  await expect(details(page)).toHaveCount(0)
  // The focus is back on the mark.
  await expect.poll(() => lines(page)).toBe(1)
  await page.keyboard.press('ArrowLeft')
  await mark(page, 'Think-tank representative urges access for Chinese authorities').focus()
  await expect.poll(() => lines(page)).toBeGreaterThanOrEqual(2)
  await page.getByRole('link', { name: 'Dateline' }).focus()
  await expect.poll(() => lines(page)).toBe(0)
})

test('a link to an event shows its lines at once', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await openStory(page, 'events/access-request/')
  await expect.poll(() => lines(page)).toBeGreaterThanOrEqual(2)
})
