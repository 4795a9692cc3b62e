/** A reader whose browser runs no script: every address answers with its text, and links lead on. */
import { site, subsite } from './addresses.ts'
import { official } from './namedEvents.ts'
import { sidewaysScroll } from './pageParts.ts'
import { axeInLightAndDark, expect, test } from './reader.ts'

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
]) {
  test.describe(`${viewport.width} px wide`, () => {
    test.use({ viewport, javaScriptEnabled: false })

    for (const { base, url } of [site, subsite]) {
      test(`the story is read from its list to an event, the next one, its sources and back, under ${base}`, async ({
        page,
      }) => {
        await page.goto(url)
        await expect(page.getByRole('heading', { level: 1, name: 'A request in Singapore' })).toBeVisible()
        const list = page.getByRole('region', { name: 'List of events' })
        await expect(list.getByRole('link')).toHaveCount(21)
        await expect(list).toBeInViewport()
        await list.getByRole('link', { name: official.title }).click()
        const event = page.getByRole('main')
        await expect(event.getByRole('heading', { level: 2, name: official.title })).toBeVisible()
        await expect(event.getByRole('figure').first()).toBeVisible()
        await event.getByRole('navigation', { name: 'Other events' }).getByRole('link').last().click()
        await expect(page.getByRole('heading', { level: 2 })).not.toHaveText(official.title)
        await page
          .getByRole('main')
          .getByRole('link', { name: /^All that rests on it/ })
          .first()
          .click()
        await expect(page.getByRole('region', { name: 'Sources' })).toContainText('Root of')
        await page.getByRole('link', { name: 'Show all sources' }).click()
        await page.locator('summary', { hasText: 'What rests on it' }).first().click()
        await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Changes' }).click()
        await expect(page.getByRole('region', { name: 'Changes of the story' })).toBeVisible()
        await page.getByRole('link', { name: 'Dateline' }).click()
        await expect(list).toBeVisible()
      })
    }

    for (const path of ['', `events/${official.id}/`, 'sources/', 'statements/', 'changes/']) {
      test(`“/${path}” offers nothing that needs the script, and does not scroll sideways`, async ({
        page,
      }) => {
        await page.goto(site.url + path)
        await expect(page.getByRole('button')).toHaveCount(0)
        await expect(page.getByRole('textbox')).toHaveCount(0)
        // Nothing waits for what will not come.
        await expect(page.locator('.text-timeline, .filters-waiting').filter({ visible: true })).toHaveCount(
          0,
        )
        await expect(page.locator('#root')).toBeEmpty()
      })
    }
  })
}

test.describe('with script, before the app is there', () => {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 360, height: 740 },
  ]) {
    test(`the text breaks no rule at ${viewport.width} px, light or dark, and its links lead on`, async ({
      page,
    }) => {
      test.setTimeout(120_000)
      await page.setViewportSize(viewport)
      await page.route('**/assets/*.js', () => undefined)
      for (const path of ['', `events/${official.id}/`, 'sources/', 'statements/', 'changes/']) {
        await page.goto(site.url + path, { waitUntil: 'commit' })
        await expect(page.locator('#before.is-text h1')).toBeAttached()
        // Its scripts never come, so there is no end of loading to wait for.
        await page.waitForFunction(() =>
          [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].every(
            ({ sheet }) => sheet !== null,
          ),
        )
        await axeInLightAndDark(page)
        expect(await sidewaysScroll(page)).toBe(0)
      }
      await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Sources' }).click()
      await expect(page).toHaveURL(`${site.url}sources/`)
    })
  }
})
