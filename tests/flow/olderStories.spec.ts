/** A story file of an earlier day opens in today's Dateline, with the links that were sent of it. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { details, detailsHeading, eventList, notice, openStory } from './pageParts.ts'
import { expect, test } from './reader.ts'
import { serveStory } from './storyRoutes.ts'

const folder = path.resolve(import.meta.dirname, '../fixtures/stories')

for (const name of readdirSync(folder))
  test(`${name} is shown whole, and a link into it opens its statement`, async ({ page }) => {
    await serveStory(page, readFileSync(path.join(folder, name), 'utf8'))
    await openStory(page)
    await expect(eventList(page).getByRole('button')).toHaveCount(21)
    await expect(notice(page)).toHaveCount(0)
    await openStory(page, 'events/us-official-comment/#us-official-quote')
    await expect(
      detailsHeading(page, 'U.S. official: Chinese government almost certainly directed it'),
    ).toBeVisible()
    await expect(details(page).locator('figure.is-open')).toContainText('may have lobbied')
    await expect(notice(page)).toHaveCount(0)
  })
