/** Is what is printed a clean document: what is shown, the open event, the drawing, every event with its sources? */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { generatedStory } from './generatedStory.ts'
import { openStory } from './pageParts.ts'
import { expect, test } from './reader.ts'
import { serveStory } from './storyRoutes.ts'

const hostile = readFileSync(path.resolve(import.meta.dirname, '../fixtures/hostileStory.json'), 'utf8')

/** The page as it is on paper; the part that prints is fetched after the first picture. */
async function turnToPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await expect
    .poll(async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
      return page.locator('.print-root').count()
    })
    .toBe(1)
}

/** All that is to be read on paper, line by line. */
function paperText(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText)
}

test('paper has the filter in words, the drawing, and each event with the addresses of its sources', async ({
  page,
}) => {
  await openStory(page, '?actor=gigazine')
  await turnToPaper(page)
  const text = await paperText(page)
  expect(text).toContain('Actors: GIGAZINE.')
  expect(text).toContain(page.url())
  const events = page.locator('.print-event')
  const shown = Number(/(\d+) of 21 events/.exec(text)?.[1])
  await expect(events).toHaveCount(shown)
  await expect(page.getByRole('img', { name: /^The timeline: / })).toBeVisible()
  const relay = events.filter({ has: page.getByRole('heading', { name: 'GIGAZINE relay' }) })
  await expect(relay).toContainText('https://gigazine.net/gsc_news/en/20260513-anthropic-china-mythos/')
  await expect(relay).toContainText(`${new URL(page.url()).origin}/events/gz-relay/`)
  for (const button of await page.getByRole('button').all()) await expect(button).toBeHidden()
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
})

test('the open event comes first, in dark on white whatever the theme is', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await openStory(page, 'events/us-official-comment/')
  await turnToPaper(page)
  const first = page.locator('.print-event').first()
  await expect(first.getByRole('heading', { level: 3 })).toHaveText(
    'U.S. official: Chinese government almost certainly directed it',
  )
  await expect(page.locator('.print-event')).toHaveCount(22)
  await expect(first).toHaveCSS('color', 'rgb(0, 0, 0)')
  const [event, picture] = await Promise.all([
    first.boundingBox(),
    page.locator('.print-picture').boundingBox(),
  ])
  expect(event?.y ?? Infinity).toBeLessThan(picture?.y ?? 0)
})

for (const view of ['timeline', 'list', 'sources', 'statements', 'changes']) {
  test(`a browser prints the same document from any view, and the page is back after it: ${view}`, async ({
    page,
  }) => {
    await openStory(page, `?view=${view}`)
    await turnToPaper(page)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await expect(page.locator('.print-root')).toHaveCount(0)
    const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
    // Twenty-one events with all that is known of them.
    expect(pages.length).toBeGreaterThan(6)
    await expect(page.locator('.print-root')).toHaveCount(0)
    await page.emulateMedia({ media: null })
    await expect(page.getByRole('button', { name: 'Share' })).toBeVisible()
  })
}

test('no entry is cut by the end of a sheet, nor any line by its edge', async ({ page }) => {
  await openStory(page)
  await page.setViewportSize({ width: 720, height: 1000 })
  await turnToPaper(page)
  const breaks = await page
    .locator('.print-event, .print-picture')
    .evaluateAll((all) => [...new Set(all.map((element) => getComputedStyle(element).breakInside))])
  expect(breaks).toEqual(['avoid'])
  const wide = await page
    .locator('.print-page *')
    .evaluateAll(
      (all) =>
        all.filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
          .length,
    )
  expect(wide).toBe(0)
})

test('a large story prints its first 500 events; with their sources where “Print” was pressed', async ({
  page,
}) => {
  const { text } = generatedStory({ events: 3_000, seed: 5 })
  await serveStory(page, text)
  await page.addInitScript(() => {
    window.print = () => {
      document.body.dataset['printed'] = String(document.querySelectorAll('.print-event').length)
      document.body.dataset['inShort'] = String(document.body.textContent.includes('printed in short'))
    }
  })
  await page.goto('/')
  await turnToPaper(page)
  await expect(page.locator('.print-event')).toHaveCount(500)
  expect(await paperText(page)).toContain('The first 500 of these 3,000 events are printed.')
  expect(await paperText(page)).toContain('Of a story of this size events are printed in short.')
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: null })
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('heading', { name: 'Take it along' }).click()
  await page.getByRole('button', { name: 'Print' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed', '500')
  await expect(page.locator('body')).toHaveAttribute('data-in-short', 'false')
})

test('a hostile story on paper is words', async ({ page }) => {
  await serveStory(page, hostile)
  await page.goto('/')
  await turnToPaper(page)
  await expect(page.locator('.print-page h1')).toContainText("<script>globalThis.hacked = 'title'</script>")
  const text = await paperText(page)
  expect(text).toMatch(/javascript:globalThis\.hacked='source'/)
  expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
})
