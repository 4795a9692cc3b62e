/** A link is a promise: every link of every version shows for ever what it showed when it was sent. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { site, subsite } from './addresses.ts'
import { details, detailsHeading, notice, openStory, readView } from './pageParts.ts'
import { expect, test } from './reader.ts'

interface OldLink {
  readonly link: string
  readonly shows: {
    readonly event?: string
    readonly statement?: string
    /** How many are shown. */
    readonly events?: number
    readonly actors?: readonly string[]
    readonly words?: string
    readonly from?: string
    readonly to?: string
    readonly view?: string
    /** First and last day of the window. */
    readonly period?: readonly string[]
  }
}

const file = path.resolve(import.meta.dirname, '../fixtures/links/version1.json')
const { links } = JSON.parse(readFileSync(file, 'utf8')) as { readonly links: readonly OldLink[] }

/** What stands there once the view does. */
function viewPart(page: Page, view: string): Locator {
  if (view === 'Timeline') return page.getByRole('slider', { name: 'Shown to' })
  const name = { List: 'List of events', Changes: 'Changes of the story' }[view] ?? view
  return page.getByRole('region', { name, exact: true })
}

for (const { base, url } of [site, subsite]) {
  test(`links of version 1 show what they always did, under ${base}`, async ({ page }) => {
    test.setTimeout(90_000)
    for (const { link, shows } of links) {
      await test.step(link === '' ? 'the bare address' : link, async () => {
        await openStory(page, link, url)
        if (shows.event !== undefined) await expect(detailsHeading(page, shows.event)).toBeVisible()
        else await expect(details(page)).toHaveCount(0)
        if (shows.statement !== undefined)
          await expect(details(page).locator('figure.is-open')).toContainText(shows.statement)
        await expect(viewPart(page, shows.view ?? 'Timeline')).toBeVisible()
        const view = await readView(page)
        const [words = '', from = '', to = ''] = view.fields
        expect({ words, from, to, actors: view.actors, view: view.kind }).toEqual({
          words: shows.words ?? '',
          from: shows.from ?? '',
          to: shows.to ?? '',
          actors: shows.actors ?? view.actors,
          view: shows.view ?? 'Timeline',
        })
        if (shows.events !== undefined) expect(view.events).toHaveLength(shows.events)
        if (shows.period !== undefined) expect(view.period).toEqual(shows.period)
        await expect(notice(page)).toHaveCount(0)
      })
    }
  })
}
