/** Narrowing the story down by how things stand, on what terms they were said, by source and by speaker. */
import type { Locator, Page } from '@playwright/test'
import { countWords, eventList, expectAddress, filters, mark, notice, openStory } from './pageParts.ts'
import { axeInLightAndDark, expect, test } from './reader.ts'

const facets = [
  { facet: 'Standing', value: 'Disputed', query: '?standing=disputed', count: 2 },
  { facet: 'On record', value: 'Not named', query: '?record=not-named', count: 6 },
  { facet: 'Sources', value: 'Reuters', query: '?source=reuters-unauthorised-users', count: 2 },
  { facet: 'Speakers', value: 'Matt Sheehan', query: '?speaker=matt-sheehan', count: 1 },
]

const toggleOf = (page: Page, facet: string): Locator =>
  filters(page).getByRole('button', { name: facet, exact: true })
const valueOf = (page: Page, value: string): Locator => filters(page).getByRole('checkbox', { name: value })

for (const { facet, value, query, count } of facets) {
  test(`${facet}: by click, by key, by link, back and forward`, async ({ page }) => {
    await openStory(page)
    await toggleOf(page, facet).click()
    await valueOf(page, value).first().check()
    await expect(eventList(page).getByRole('button')).toHaveCount(count)
    await expectAddress(page, query)
    await page.keyboard.press('Escape')
    await expect(toggleOf(page, facet)).toBeFocused()
    // The chosen value stands beside its facet, and takes itself away.
    const chosen = filters(page).getByRole('button', { name: value, pressed: true })
    await chosen.press('Enter')
    await expect(eventList(page).getByRole('button')).toHaveCount(21)
    await page.goBack()
    await expect(eventList(page).getByRole('button')).toHaveCount(count)
    await page.goForward()
    await expectAddress(page, '')
    await expect(eventList(page).getByRole('button')).toHaveCount(21)

    await toggleOf(page, facet).press('Enter')
    await expect(filters(page).getByRole('checkbox').first()).toBeVisible()
    const box = valueOf(page, value).first()
    for (let i = 0; i < 40 && !(await box.evaluate((element) => element === document.activeElement)); i++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expectAddress(page, query)

    await openStory(page, query)
    await expect(countWords(page, new RegExp(`^${count} of 21 events$`))).toBeVisible()
    await expect(filters(page).getByRole('button', { name: value, pressed: true })).toBeVisible()
  })
}

test('one value of a facet is enough, and each facet that has one counts', async ({ page }) => {
  await openStory(page, '?standing=disputed&standing=alleged&record=not-named')
  await expect(countWords(page, '3 of 21 events')).toBeVisible()
  await expect(mark(page, 'Outsiders said to have gained access')).toHaveCount(0)
  await toggleOf(page, 'Standing').click()
  // Counted under the other facets, not under its own.
  await expect(valueOf(page, 'Alleged')).toHaveAccessibleName(/^Alleged 1 of 2 events$/)
  await expect(valueOf(page, 'Reported')).toHaveAccessibleName(/^Reported 3 of 11 events$/)
  await filters(page).getByRole('button', { name: 'Close the list' }).click()
  await filters(page).getByRole('button', { name: 'Clear', exact: true }).click()
  await expectAddress(page, '')
})

test('the list obeys them too', async ({ page }) => {
  await openStory(page, '?view=list&standing=declined')
  await expect(page.getByRole('region', { name: 'List of events' }).getByRole('button')).toHaveCount(1)
})

test('a value that the story lacks is told, and the rest of the link is kept', async ({ page }) => {
  await openStory(page, '?standing=certain&speaker=nobody&source=reuters-unauthorised-users')
  await expect(notice(page)).toContainText('The standing “certain” is not one that Dateline knows.')
  await expect(notice(page)).toContainText('The speaker “nobody” is not in this story.')
  await expect(countWords(page, '2 of 21 events')).toBeVisible()
})

for (const [width, height] of [
  [1440, 900],
  [360, 800],
] as const)
  test(`the axe finds nothing with their lists unfolded, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await openStory(page, '?standing=disputed&speaker=nyt-sources')
    if (width < 640) await filters(page).getByRole('button', { name: 'Filter' }).click()
    await toggleOf(page, 'Sources').click()
    await expect(valueOf(page, 'The New York Times').first()).toBeVisible()
    await axeInLightAndDark(page)
  })

for (const width of [1440, 1024, 640, 360])
  test(`every list unfolds on the page, and stays there when a choice moves its button, ${width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    await openStory(page, '?standing=disputed&speaker=nyt-sources')
    if (width < 640) await filters(page).getByRole('button', { name: 'Filter' }).click()
    for (const { facet } of facets) {
      await toggleOf(page, facet).click()
      const list = filters(page).locator('.facet-list')
      const expectInside = async (): Promise<void> => {
        const box = await list.boundingBox()
        expect(box?.x).toBeGreaterThanOrEqual(0)
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
      }
      await expect(list).toBeVisible()
      await expectInside()
      await list.getByRole('checkbox').first().click()
      await expectInside()
      await list.getByRole('checkbox').first().click()
      await page.keyboard.press('Escape')
    }
  })
