/** The list carries the same events in the same order as the timeline. */
import { site, subsite } from './addresses.ts'
import { evaluation, official } from './namedEvents.ts'
import { chip, detailsHeading, entry, eventList, expectAddress, openStory } from './pageParts.ts'
import { expect, test } from './reader.ts'

for (const { base, url } of [site, subsite]) {
  test(`under ${base} the list has the same events in the same order, under headings`, async ({ page }) => {
    await openStory(page, '', url)
    const marks = eventList(page).getByRole('button')
    await expect(marks).toHaveCount(21)
    const names = await marks.evaluateAll((buttons) =>
      buttons.map((button) => button.getAttribute('aria-label') ?? ''),
    )
    await page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'List' }).click()
    await expectAddress(page, '?view=list', url)
    const list = page.getByRole('region', { name: 'List of events' })
    await expect(list.getByRole('listitem')).toHaveCount(21)
    const titles = await list.locator('.list-title').allTextContents()
    expect(titles.map((title, i) => names[i]?.includes(title))).toEqual(titles.map(() => true))
    await expect(list.getByRole('heading', { level: 2 })).toHaveText([
      'April 2026 9 events',
      'April or May 2026 4 events',
      'May 2026 3 events',
      'Not later than 12 May 2026 2 events',
      'No date 3 events',
    ])
    await expect(entry(page, official.title)).toContainText('Alleged')
    await expect(entry(page, official.title)).toContainText('2 sources, 1 statement')
  })
}

test('an event opens from the list, and closing it returns there', async ({ page }) => {
  await openStory(page, '?view=list')
  await entry(page, official.title).click()
  await expect(detailsHeading(page, official.title)).toBeFocused()
  await expectAddress(page, `events/${official.id}/?view=list`)
  await page.keyboard.press('Escape')
  await expect(entry(page, official.title)).toBeFocused()
  await expectAddress(page, '?view=list')
})

test('the list is filtered like the timeline, and says what only may match', async ({ page }) => {
  await openStory(page, '?view=list&from=2026-05-01&to=2026-05-01')
  await expect(entry(page, evaluation.title)).not.toContainText('may match')
  await expect(entry(page, official.title)).toContainText('may match')
  await chip(page, 'Claude Mythos Preview').click()
  await expect(entry(page, evaluation.title)).toHaveCount(0)
})
