/** On a phone the story opens as a list, and an event as a sheet over it. */
import { site, subsite } from './addresses.ts'
import { official } from './namedEvents.ts'
import {
  detailsHeading,
  entry,
  filters,
  expectAddress,
  openStory,
  sidewaysScroll,
  countWords,
} from './pageParts.ts'
import { expect, test } from './reader.ts'

test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } })

for (const { base, url } of [site, subsite]) {
  test(`under ${base} the list comes first, and a tap opens an event over it`, async ({ page }) => {
    await openStory(page, '', url)
    await expect(
      page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'List' }),
    ).toHaveAttribute('aria-pressed', 'true')
    await expectAddress(page, '', url)
    await entry(page, official.title).tap()
    const sheet = page.getByRole('dialog', { name: 'Event' })
    await expect(sheet).toBeVisible()
    await expect(detailsHeading(page, official.title)).toBeFocused()
    expect(await sheet.evaluate((dialog) => dialog.matches(':modal'))).toBe(true)
    const box = await sheet.boundingBox()
    expect([box?.x, box?.width]).toEqual([0, 360])
    expect(await sidewaysScroll(page)).toBe(0)
    await sheet.getByRole('button', { name: 'Close' }).tap()
    await expect(sheet).toHaveCount(0)
    await expectAddress(page, '', url)
  })
}

test('Tab stays in the sheet, Escape closes it, and the focus returns to the entry', async ({ page }) => {
  await openStory(page)
  await entry(page, official.title).focus()
  await page.keyboard.press('Enter')
  await expect(detailsHeading(page, official.title)).toBeFocused()
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('Tab')
    // The browser's own bar comes in between, where the page has no focus at all.
    expect(
      await page.evaluate(() => {
        const focused = document.activeElement
        return focused === document.body || focused?.closest('dialog') !== null
      }),
    ).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(entry(page, official.title)).toBeFocused()
})

test('Back closes the sheet', async ({ page }) => {
  await openStory(page)
  await entry(page, official.title).tap()
  await expect(detailsHeading(page, official.title)).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(entry(page, official.title)).toBeFocused()
})

test('a link opens its event at once, as a sheet', async ({ page }) => {
  await openStory(page, `events/${official.id}/`)
  await expect(page.getByRole('dialog', { name: 'Event' })).toBeVisible()
  await expect(detailsHeading(page, official.title)).toBeFocused()
})

test('the filter unfolds, says what it leaves, and clears', async ({ page }) => {
  await openStory(page)
  await filters(page).getByRole('button', { name: 'Filter' }).tap()
  await filters(page).getByRole('searchbox', { name: 'Search words' }).fill('DeepSeek')
  await expect(countWords(page, /^\d of 21 events$/)).toBeVisible()
  expect(await sidewaysScroll(page)).toBe(0)
  await filters(page).getByRole('button', { name: 'Clear', exact: true }).tap()
  await expect(page.getByRole('region', { name: 'List of events' }).getByRole('listitem')).toHaveCount(21)
})

test('the names of lanes can be read over the drawing', async ({ page }) => {
  await openStory(page, '?view=timeline')
  await page.evaluate(() => document.fonts.ready)
  const name = page.getByText('Day known', { exact: true })
  const picture = () => name.screenshot()
  const seen = await picture()
  // Were it covered, nothing would change without it.
  await name.evaluate((element) => (element.style.color = 'transparent'))
  expect((await picture()).equals(seen)).toBe(false)
})
