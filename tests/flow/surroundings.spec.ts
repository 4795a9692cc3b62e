/** Storage refused, the clock wrong, any time zone: the story is the same, and no date moves. */
import type { Page } from '@playwright/test'
import { site } from './addresses.ts'
import { announcement, official } from './namedEvents.ts'
import { boxOf, details, eventList, mark, openStory } from './pageParts.ts'
import { expect, test } from './reader.ts'

const zones = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu'] as const
const clocks = ['1999-12-31T23:59:59Z', '2090-06-01T12:00:00Z'] as const

/** Names, which begin with dates in words, and where each mark stands to the pixel. */
async function readDates(page: Page): Promise<unknown> {
  await openStory(page, `events/${official.id}/?window=2026-04-01/2026-05-16`)
  await expect(details(page).getByRole('code')).toBeVisible()
  await expect(page.getByRole('slider', { name: 'Shown to' })).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
  const names = await eventList(page)
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')))
  const { x } = await boxOf(mark(page, announcement.title))
  const axis = await page.locator('.axis span').allTextContents()
  expect(axis.length).toBeGreaterThan(4)
  return { names, x, axis, panel: await details(page).locator('.date-block').textContent() }
}

test('every time zone shows the same dates in the same places', async ({ page, browser }) => {
  const expected = await readDates(page)
  for (const timezoneId of zones) {
    const context = await browser.newContext({
      timezoneId,
      baseURL: site.url,
      viewport: { width: 1440, height: 900 },
    })
    expect(await readDates(await context.newPage()), timezoneId).toEqual(expected)
    await context.close()
  }
})

test('a clock that is wrong changes nothing', async ({ page }) => {
  const expected = await readDates(page)
  for (const time of clocks) {
    await page.clock.setFixedTime(new Date(time))
    expect(await readDates(page), time).toEqual(expected)
  }
})

test('where storage is refused everything works, and the theme lasts as long as the page', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('refused', 'SecurityError')
        },
      })
  })
  await openStory(page)
  await page.getByRole('button', { name: 'Dark theme' }).click()
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark')
  await mark(page, official.title).click()
  await expect(details(page).getByRole('heading', { level: 2 })).toBeVisible()
})
