/** Without a connection: what was loaded stays usable, what was not loads when it is back. */
import type { BrowserContext, Page } from '@playwright/test'
import { official } from './namedEvents.ts'
import { chip, details, detailsHeading, entry, eventList, mark, openStory, countWords } from './pageParts.ts'
import { expect, test } from './reader.ts'
import { answerStory, makeGate } from './storyRoutes.ts'

// The browser asks for the page's sign again at each new address; whether it may is not the point here.
test.beforeEach(({ page }) =>
  page.route('**/favicon.svg', (route) => route.fulfill({ contentType: 'image/svg+xml', body: '<svg/>' })),
)

test.describe('a connection lost while the story loads', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] })

  test('is said, and the story comes when it is back', async ({ page, context }) => {
    const gate = makeGate()
    await answerStory(page, async (route) => {
      await gate.passed
      await route.continue()
    })
    await page.goto('/')
    await expect(page.getByRole('status')).toHaveText('Loading the story…')
    await context.setOffline(true)
    gate.open()
    await expect(page.getByRole('status')).toContainText('You are offline')
    await context.setOffline(false)
    await expect(eventList(page).getByRole('button')).toHaveCount(21)
  })

  test('a page that was kept by the browser and opened offline says so, and loads when it is back', async ({
    page,
    context,
  }) => {
    const kept = new Map<string, { status: number; headers: Record<string, string>; body: Buffer }>()
    page.on('response', async (response) => {
      if (!response.ok() || response.url().endsWith('mythos-access.json')) return
      const body = await response.body().catch(() => null)
      const type = response.headers()['content-type'] ?? ''
      if (body !== null) kept.set(response.url(), { status: 200, headers: { 'content-type': type }, body })
    })
    await openStory(page)
    await expect(page.getByRole('slider', { name: 'Shown to' })).toBeVisible()
    await page.goto('about:blank')
    await page.route('**/*', async (route) => {
      const answer = kept.get(route.request().url())
      if (answer === undefined) await route.continue()
      else await route.fulfill(answer)
    })
    await context.setOffline(true)
    await page.goto('/')
    await expect(page.getByRole('status')).toContainText('You are offline')
    await context.setOffline(false)
    await expect(eventList(page).getByRole('button')).toHaveCount(21)
  })
})

test.describe('a connection that drops everything', () => {
  test.use({ expectedErrors: [/ERR_CONNECTION_RESET/] })

  test('is said with what to do, though nothing more can be fetched; Retry brings the story', async ({
    page,
  }) => {
    const gate = makeGate()
    await answerStory(page, async (route) => {
      await gate.passed
      await route.abort('connectionreset')
    })
    await page.goto('/')
    await expect(page.getByRole('status')).toHaveText('Loading the story…')
    await page.route('**/assets/*', (route) => route.abort('connectionreset'))
    gate.open()
    await expect(
      page.getByRole('heading', { level: 1, name: 'The story could not be reached' }),
    ).toBeVisible()
    await page.unrouteAll()
    await page.getByRole('button', { name: 'Retry' }).click()
    await expect(eventList(page).getByRole('button')).toHaveCount(21)
  })
})

test('a story that has come stays usable without a connection', async ({ page, context }) => {
  const openEvent = async (): Promise<void> => {
    await openStory(page, `events/${official.id}/`)
    await expect(page.getByRole('slider', { name: 'Shown to' })).toBeVisible()
    await expect(detailsHeading(page, official.title)).toBeVisible()
  }
  await loseConnection(page, context, openEvent, async () => {
    await details(page).getByRole('button', { name: 'Close' }).click()
    await chip(page, 'GIGAZINE').click()
    await expect(countWords(page, '7 of 21 events')).toBeVisible()
    await mark(page, 'GIGAZINE relay').click()
    await expect(detailsHeading(page, 'GIGAZINE relay')).toBeFocused()
  })
})

test('parts that were not needed yet are there when the connection has gone', ({ page, context }) =>
  loseConnection(
    page,
    context,
    () => openStory(page),
    async () => {
      await mark(page, official.title).click()
      await expect(detailsHeading(page, official.title)).toBeVisible()
      await page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'List' }).click()
      await expect(entry(page, official.title)).toBeVisible()
    },
  ))

/**
 * Reads on after the connection has gone. What that needs is learnt by doing it once before; the page opened anew has
 * to fetch all of it by itself, and is given the time: a network that is idle may only be waiting for the processor.
 */
async function loseConnection(
  page: Page,
  context: BrowserContext,
  open: () => Promise<void>,
  readOn: () => Promise<void>,
): Promise<void> {
  await open()
  await readOn()
  await page.waitForLoadState('networkidle')
  const needed = await assetsOf(page)
  await open()
  await expect
    .poll(async () => {
      const fetched = new Set(await assetsOf(page))
      return needed.filter((address) => !fetched.has(address))
    }, 'parts that were not fetched ahead')
    .toEqual([])
  await context.setOffline(true)
  await readOn()
}

/** Scripts, style sheets and fonts that have come since the page was opened. */
function assetsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.includes('/assets/')),
  )
}
