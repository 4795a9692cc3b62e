/** The first journey: a reader follows a link to the site, and the story is there. */
import { site, subsite } from './addresses.ts'
import { eventList, openStory } from './pageParts.ts'
import { expect, test } from './reader.ts'

for (const { base, url } of [site, subsite]) {
  test(`the site under ${base} opens on the story, its 21 events in order`, async ({ page }) => {
    await openStory(page, '', url)
    await expect(page).toHaveTitle('A request in Singapore · Dateline')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(
      page.getByText(
        '21 events, April to May 2026: 8 on a known day, 2 that lasted, 8 on a day not known, 3 without a date.',
      ),
    ).toBeVisible()
    const items = eventList(page).getByRole('listitem')
    await expect(items).toHaveCount(21)
    await expect(items.getByRole('button')).toHaveCount(21)
    for (const [i, item] of (await items.all()).entries()) {
      await expect(item).toHaveAttribute('aria-posinset', String(i + 1))
      await expect(item).toHaveAttribute('aria-setsize', '21')
    }
    await expect(items.first().getByRole('button')).toHaveAccessibleName(
      /^On some day in April 2026\. Meeting in Singapore.* 3 sources, 1 statement\. Anthropic executives/,
    )
    await expect(items.last().getByRole('button')).toHaveAccessibleName(/^No date, after .*Chinese side/)
  })
}
