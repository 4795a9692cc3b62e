/** Every way to open an event leads to the same panel. */
import { site, subsite } from './addresses.ts'
import { official } from './namedEvents.ts'
import { boxOf, details, detailsHeading, expectAddress, mark, openStory } from './pageParts.ts'
import { expect, test } from './reader.ts'

for (const { base, url } of [site, subsite]) {
  test(`under ${base} a click on its label opens an event, and its address says so`, async ({ page }) => {
    await openStory(page, '', url)
    await mark(page, official.title).getByText(official.title).click()
    await expect(detailsHeading(page, official.title)).toBeFocused()
    await expectAddress(page, `events/${official.id}/`, url)
    await expect(mark(page, official.title)).toHaveAttribute('aria-expanded', 'true')
  })

  test(`under ${base} a link opens the event at once`, async ({ page }) => {
    await openStory(page, `events/${official.id}/`, url)
    await expect(detailsHeading(page, official.title)).toBeFocused()
    await expect(page).toHaveTitle(`${official.title} · A request in Singapore · Dateline`)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expectAddress(page, `events/${official.id}/`, url)
  })

  test(`under ${base} a link to a statement marks it and brings it into view`, async ({ page }) => {
    await openStory(page, `events/${official.id}/#${official.statement}`, url)
    const statement = details(page).getByRole('figure').filter({ hasText: official.quotation })
    await expect(statement).toHaveClass(/is-open/)
    await expect(statement.getByRole('blockquote')).toBeInViewport({ ratio: 0.9 })
    await expectAddress(page, `events/${official.id}/#${official.statement}`, url)
  })
}

test('a click on its sign opens an event', async ({ page }) => {
  await openStory(page)
  const button = await boxOf(mark(page, official.title))
  // The sign runs along the foot of the mark, under the label.
  await page.mouse.click(button.x + button.width * 0.8, button.y + button.height - 6)
  await expect(detailsHeading(page, official.title)).toBeFocused()
})

test('Enter and the space bar open an event', async ({ page }) => {
  await openStory(page)
  for (const key of ['Enter', 'Space']) {
    await mark(page, official.title).focus()
    await page.keyboard.press(key)
    await expect(detailsHeading(page, official.title)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(details(page)).toHaveCount(0)
  }
})

test('closing gives the title and the address back', async ({ page }) => {
  await openStory(page, `events/${official.id}/`)
  await details(page).getByRole('button', { name: 'Close' }).click()
  await expect(details(page)).toHaveCount(0)
  await expect(page).toHaveTitle('A request in Singapore · Dateline')
  await expectAddress(page, '')
  await expect(mark(page, official.title)).toBeFocused()
})

test('previous, next and related events open from the panel', async ({ page }) => {
  await openStory(page, `events/${official.id}/`)
  const panel = details(page)
  await expect(panel.getByText('Event 13 of 21')).toBeVisible()
  await panel.getByRole('link', { name: /^Next/ }).click()
  await expect(detailsHeading(page, 'CAISI evaluates DeepSeek V4 Pro')).toBeFocused()
  await panel.getByRole('link', { name: /Previous/ }).click()
  await expect(detailsHeading(page, official.title)).toBeFocused()
  await panel.getByRole('link', { name: 'Sources: not an official demand of the Chinese government' }).click()
  await expect(
    detailsHeading(page, 'Sources: not an official demand of the Chinese government'),
  ).toBeFocused()
  await expectAddress(page, 'events/not-official-demand/')
})

test('the first event has no previous one, the last no next one', async ({ page }) => {
  await openStory(page, 'events/singapore-meeting/')
  await expect(details(page).getByRole('link', { name: /Previous/ })).toHaveCount(0)
  await openStory(page, 'events/chinese-side-argument/')
  await expect(details(page).getByRole('link', { name: /^Next/ })).toHaveCount(0)
})
