/** Back and Forward lead through what the reader did, and every address reopens what it showed. */
import type { Page } from '@playwright/test'
import { site, subsite } from './addresses.ts'
import { official, request } from './namedEvents.ts'
import {
  addressOf,
  chip,
  details,
  detailsHeading,
  eventList,
  expectAddress,
  filters,
  mark,
  nextWindow,
  openStory,
  readSettledView,
  readView,
  type View,
} from './pageParts.ts'
import { expect, test } from './reader.ts'

for (const { base, url } of [site, subsite]) {
  test(`under ${base} Back and Forward go through events, filters and zoom, and a reload changes nothing`, async ({
    page,
  }) => {
    const steps: { address: string; view: View }[] = []
    const record = async (): Promise<void> => {
      steps.push({ address: addressOf(page, url), view: await readSettledView(page) })
    }
    await openStory(page, '', url)
    await record()
    await mark(page, official.title).click()
    await expect(detailsHeading(page, official.title)).toBeVisible()
    await record()
    await chip(page, 'Anthropic').click()
    await expectAddress(page, `events/${official.id}/?actor=anthropic`, url)
    await record()
    await chip(page, 'Claude Mythos Preview').click()
    await expectAddress(page, `events/${official.id}/?actor=anthropic&actor=claude-mythos-preview`, url)
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click()
    await nextWindow(page, null)
    await record()
    await mark(page, request.title).click()
    await expect(detailsHeading(page, request.title)).toBeVisible()
    await record()
    await details(page).getByRole('button', { name: 'Close' }).click()
    await expect(details(page)).toHaveCount(0)
    await record()

    for (const step of steps.toReversed().slice(1)) {
      await page.goBack()
      await expectStep(page, step, url)
    }
    for (const step of steps.slice(1)) {
      await page.goForward()
      await expectStep(page, step, url)
      await page.reload()
      await expectStep(page, step, url)
    }
  })
}

async function expectStep(page: Page, step: { address: string; view: View }, base: string): Promise<void> {
  await expectAddress(page, step.address, base)
  await expect.poll(() => readView(page), { message: `view at ${step.address}` }).toEqual(step.view)
}

test('typing and zooming leave no entries behind', async ({ page }) => {
  await openStory(page)
  const before = await page.evaluate(() => history.length)
  await filters(page)
    .getByRole('searchbox', { name: 'Search words' })
    .pressSequentially('mythos', { delay: 60 })
  await expectAddress(page, '?q=mythos')
  for (const button of ['Zoom in', 'Zoom in', 'Later', 'Zoom out']) {
    await page.getByRole('button', { name: button, exact: true }).click()
  }
  await nextWindow(page, null)
  expect(await page.evaluate(() => history.length)).toBe(before)
})

test('Back from a filter leaves the words that were typed before it', async ({ page }) => {
  await openStory(page)
  await filters(page).getByRole('searchbox', { name: 'Search words' }).fill('mythos')
  await expectAddress(page, '?q=mythos')
  await chip(page, 'GIGAZINE').click()
  await expectAddress(page, '?actor=gigazine&q=mythos')
  await page.goBack()
  await expectAddress(page, '?q=mythos')
  await expect(filters(page).getByRole('searchbox', { name: 'Search words' })).toHaveValue('mythos')
  await expect(chip(page, 'GIGAZINE')).toHaveAttribute('aria-pressed', 'false')
})

test('Back out of an event returns the focus to its mark', async ({ page }) => {
  await openStory(page)
  await mark(page, official.title).click()
  await expect(detailsHeading(page, official.title)).toBeFocused()
  await page.goBack()
  await expect(details(page)).toHaveCount(0)
  await expect(mark(page, official.title)).toBeFocused()
})

test('the story’s name leads home, and Back returns from there', async ({ page }) => {
  await openStory(page, `events/${official.id}/?actor=anthropic`)
  await expect(detailsHeading(page, official.title)).toBeVisible()
  await page.getByRole('link', { name: 'Dateline' }).click()
  await expectAddress(page, '')
  await expect(eventList(page).getByRole('button')).toHaveCount(21)
  await page.goBack()
  await expect(detailsHeading(page, official.title)).toBeVisible()
  await expectAddress(page, `events/${official.id}/?actor=anthropic`)
})
