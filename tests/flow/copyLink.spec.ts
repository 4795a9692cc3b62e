/** A reader sends a friend a link to exactly this. */
import type { Page } from '@playwright/test'
import { site, subsite } from './addresses.ts'
import { official } from './namedEvents.ts'
import { chip, details, expectAddress, openStory } from './pageParts.ts'
import { expect, test } from './reader.ts'

test.describe('where the browser lets us copy', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  for (const { base, url } of [site, subsite]) {
    test(`under ${base} the link to an event, and to a statement, is copied whole`, async ({ page }) => {
      await openStory(page, `events/${official.id}/`, url)
      await details(page).getByRole('button', { name: 'Copy link', exact: true }).click()
      await expect(
        page.getByRole('paragraph').filter({ hasText: 'Link copied. It opens this event.' }),
      ).toBeVisible()
      expect(await readClipboard(page)).toBe(`${url}events/${official.id}/`)
      await details(page).getByRole('button', { name: 'Copy link to this statement' }).click()
      await expect(
        page.getByRole('paragraph').filter({ hasText: 'Link copied. It opens this statement.' }),
      ).toBeVisible()
      expect(await readClipboard(page)).toBe(`${url}events/${official.id}/#${official.statement}`)
    })
  }

  test('Share copies the view as it is, filter and all', async ({ page }) => {
    await openStory(page)
    await chip(page, 'GIGAZINE').click()
    await expectAddress(page, '?actor=gigazine')
    await page.getByRole('button', { name: 'Share' }).click()
    const panel = page.getByRole('dialog', { name: 'Share this view' })
    await expect(panel.getByRole('textbox', { name: 'Link to this view' })).toHaveValue(
      `${site.url}?actor=gigazine`,
    )
    await panel.getByRole('button', { name: 'Copy link' }).click()
    await expect(panel).toHaveCount(0)
    await expect(
      page.getByRole('paragraph').filter({ hasText: 'Link copied. It opens exactly this view.' }),
    ).toBeVisible()
    expect(await readClipboard(page)).toBe(`${site.url}?actor=gigazine`)
  })
})

test('where copying is refused the address is shown, selected, to be copied by hand', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: () => Promise.reject(new DOMException('refused', 'NotAllowedError')),
    })
  })
  await openStory(page, `events/${official.id}/`)
  await details(page).getByRole('button', { name: 'Copy link', exact: true }).click()
  const field = page.getByRole('textbox', { name: /The browser did not let us copy/ })
  await expect(field).toHaveValue(`${site.url}events/${official.id}/`)
  await expect
    .poll(() => page.evaluate(() => getSelection()?.toString() ?? ''))
    .toBe(`${site.url}events/${official.id}/`)
  await page.getByRole('button', { name: 'Dismiss', exact: true }).click()
  await expect(field).toHaveCount(0)
})

function readClipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}
