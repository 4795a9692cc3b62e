/** An address that has no page: the host says so, and whoever came by it finds ways on, with script and without. */
import { site, subsite } from './addresses.ts'
import { notice, openStory } from './pageParts.ts'
import { axeInLightAndDark, expect, test } from './reader.ts'

test.use({ expectedErrors: [/404/] })

for (const { base, url } of [site, subsite]) {
  test.describe(`under ${base} without script`, () => {
    test.use({ javaScriptEnabled: false })

    test('an unknown address is answered by 404 and leads to the story and its lists', async ({ page }) => {
      const answer = await page.goto(`${url}nothing/at/all`)
      expect(answer?.status()).toBe(404)
      await expect(page).toHaveTitle('No page stands at this address · Dateline')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('No page stands at this address')
      const links = page.getByRole('navigation', { name: 'Ways on' }).getByRole('link')
      const hrefs = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
      expect(hrefs).toEqual(['', '?view=list', 'sources/', 'statements/', 'changes/'].map((way) => url + way))
      await links.first().click()
      await expect(page).toHaveURL(url)
    })
  })

  test(`under ${base} with script the story is opened at an unknown address, and says what it could not follow`, async ({
    page,
  }) => {
    await openStory(page, 'nothing/at/all', url)
    await expect(notice(page)).toContainText('nothing/at/all')
    await expect(page.getByText('No page stands at this address')).toHaveCount(0)
  })
}

test.describe('where the script does not come', () => {
  test.use({
    expectedErrors: [[/404/, /ERR_FAILED/], { scope: 'test' }],
    contextOptions: { reducedMotion: null },
  })

  test('the text is not shown before the script has had its time', async ({ page }) => {
    await page.route('**/*.js', (route) => route.abort())
    await page.goto('/events/nobody/')
    const heading = page.getByRole('heading', { name: 'No page stands at this address' })
    await expect(heading).toBeHidden()
    await expect(heading).toBeVisible()
    await axeInLightAndDark(page)
  })
})
