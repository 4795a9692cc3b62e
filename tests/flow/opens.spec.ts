/** The first journey: a reader follows a link to the site, and the story is there. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { site, subsite } from './addresses.ts'
import { axe, expect, test } from './reader.ts'

const storyFile = path.resolve(import.meta.dirname, '../../data/mythos-access.json')
const { story } = JSON.parse(readFileSync(storyFile, 'utf8')) as {
  readonly story: { readonly title: string }
}

for (const { base, url } of [site, subsite]) {
  test(`the site under ${base} opens on the story`, async ({ page }) => {
    await page.goto(url)
    await expect(page.getByRole('heading', { level: 1, name: story.title })).toBeVisible()
    await axe(page)
  })
}
