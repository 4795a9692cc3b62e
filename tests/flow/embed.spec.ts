/** A story stands in the page of somebody else, as often as that likes. */
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Frame, Page } from '@playwright/test'
import { site, subsite } from './addresses.ts'
import { details, openStory } from './pageParts.ts'
import { axe, axeInLightAndDark, expect, test } from './reader.ts'

const example = `${site.url}embed-example/`

/** The page inside, once its story is there. */
async function frameAt(page: Page, number: number): Promise<Frame> {
  const element = page.locator('iframe').nth(number)
  await element.scrollIntoViewIfNeeded()
  const frame = await (await element.elementHandle())?.contentFrame()
  if (!frame) throw new Error(`no frame ${number}`)
  await expect(frame.getByRole('link', { name: 'Dateline · full page' })).toBeVisible()
  return frame
}

const heightOf = (page: Page, number: number): Promise<number> =>
  page
    .locator('iframe')
    .nth(number)
    .evaluate((element) => element.clientHeight)

/** How much of the frame's page is beyond its edge, px. */
const hiddenIn = (frame: Frame): Promise<number> =>
  frame.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)

const countIn = (frame: Frame, words: string) =>
  frame.locator('.embed-count').getByText(words, { exact: true })

for (const url of [example, `${subsite.url}embed-example/`])
  test(`three frames open at ${new URL(url).pathname}, each as high as what it shows`, async ({ page }) => {
    await page.goto(url)
    for (const number of [0, 1, 2]) {
      const frame = await frameAt(page, number)
      await expect(frame.getByText('Dateline', { exact: true })).toHaveCount(0)
      await expect.poll(() => hiddenIn(frame)).toBe(0)
      expect(await heightOf(page, number)).toBeGreaterThan(480)
    }
    const second = await frameAt(page, 1)
    await expect(second.locator('.embed-condition')).toHaveText(/^Actors: /)
    const third = await frameAt(page, 2)
    await expect(third.getByRole('complementary', { name: 'Event' })).toBeVisible()
  })

test('a filter inside one touches neither the others nor the history of the page around them', async ({
  page,
}) => {
  await page.goto(site.url)
  await page.goto(example)
  const [first, second] = [await frameAt(page, 0), await frameAt(page, 1)]
  await expect(countIn(first, 'All 21 events')).toBeVisible()
  const others = await second.locator('.embed-count').textContent()
  const entries = await page.evaluate(() => history.length)
  await first.getByRole('button', { name: 'Filter', exact: true }).click()
  await first.getByRole('searchbox').or(first.getByPlaceholder('Search words')).fill('permit')
  await expect(first.locator('.embed-condition')).toHaveText('“permit”')
  await first.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(countIn(first, 'All 21 events')).toBeVisible()
  await first.getByRole('list', { name: 'Events, earliest first' }).getByRole('button').first().click()
  await expect(first.getByRole('complementary', { name: 'Event' })).toBeVisible()
  await expect.poll(() => new URL(first.url()).pathname).toMatch(/^\/events\//)
  expect(await second.locator('.embed-count').textContent()).toBe(others)
  expect(await page.evaluate(() => history.length)).toBe(entries)
  await page.goBack()
  expect(page.url()).toBe(site.url)
})

test('a frame keeps its place in its address, and its way out leads to the whole page of it', async ({
  page,
}) => {
  await page.goto(`${site.url}embed/?theme=dark&actor=anthropic`)
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(23, 22, 20)')
  await page.getByRole('list', { name: 'Events, earliest first' }).getByRole('button').first().press('Enter')
  await expect(details(page)).toBeVisible()
  await expect.poll(() => page.url()).toMatch(/\/events\/[\w-]+\/\?embed&theme=dark&actor=anthropic$/)
  const out = page.getByRole('link', { name: 'Dateline · full page' })
  expect(await out.getAttribute('href')).toMatch(/\/events\/[\w-]+\/\?actor=anthropic$/)
  const [whole] = await Promise.all([page.context().waitForEvent('page'), out.click()])
  await expect(details(whole)).toBeVisible()
  await expect(whole.getByRole('link', { name: 'Dateline', exact: true })).toBeVisible()
  await page.reload()
  await expect(details(page)).toBeVisible()
  await expect(page.locator('.embed-condition')).toHaveText('Actors: Anthropic')
})

test('a wheel over the drawing scrolls the page around it; with Ctrl it zooms', async ({ page }) => {
  await page.goto(example)
  const frame = await frameAt(page, 0)
  await expect.poll(() => hiddenIn(frame)).toBe(0)
  await page.evaluate(() => window.scrollTo(0, 0))
  const box = await frame.getByRole('region', { name: 'Timeline' }).boundingBox()
  if (box === null) throw new Error('no timeline')
  await page.mouse.move(box.x + box.width / 2, box.y + 100)
  await page.mouse.wheel(0, 120)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(50)
  expect(new URL(frame.url()).search).toBe('')
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -240)
  await page.keyboard.up('Control')
  await expect.poll(() => new URL(frame.url()).search).toContain('window=')
})

test.describe('in a page of another origin', () => {
  // The page is of somebody else, who has no policy of ours.
  test.use({ bypassCSP: true })

  test('the snippet of the panel shows the same view as on its own', async ({ page }) => {
    await openStory(page, '?actor=anthropic&view=list')
    await page.getByRole('button', { name: 'Share' }).click()
    const panel = page.getByRole('dialog', { name: 'Share this view' })
    await panel.getByText('Embed', { exact: true }).click()
    await axe(page)
    const field = panel.getByRole('textbox', { name: 'HTML of the frame' })
    await panel.getByRole('radio', { name: '640 px' }).check()
    expect(await field.inputValue()).not.toContain('<script>')
    await panel.getByRole('radio', { name: 'Follows what is shown' }).check()
    const head = '<!doctype html><html lang="en"><title>Another page</title><link rel="icon" href="data:,">'
    // Served as any page is: the browser lets no page that a test makes up ask this machine for a frame.
    const file = path.resolve(import.meta.dirname, '../..', subsite.folder, 'another-page.html')
    await writeFile(file, head + (await field.inputValue()))
    try {
      await page.goto(`${subsite.url}another-page.html`)
      const frame = await frameAt(page, 0)
      await expect(frame.locator('.embed-condition')).toHaveText('Actors: Anthropic')
      await expect(frame.getByRole('region', { name: 'List of events' })).toBeVisible()
      await expect.poll(() => hiddenIn(frame)).toBe(0)
      expect(await heightOf(page, 0)).not.toBe(600)
    } finally {
      await rm(file)
    }
  })
})

for (const [width, at] of [
  [280, 'embed/'],
  [280, 'events/access-request/?embed'],
  [1000, 'events/access-request/?embed'],
] as const)
  test(`a frame of ${width} px at ${at} fits its width and can be read by all`, async ({ page }) => {
    await page.setViewportSize({ width, height: 480 })
    await page.goto(site.url + at)
    await expect(page.getByRole('link', { name: 'Dateline · full page' })).toBeVisible()
    await expect(page.getByText('Loading')).toHaveCount(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await axeInLightAndDark(page)
  })
