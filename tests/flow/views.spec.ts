/** One story, five views: by click, by key, by link, back and forward; each under the filters, in both themes. */
import type { Locator, Page } from '@playwright/test'
import { site, subsite } from './addresses.ts'
import { generatedStory, hasValue } from './generatedStory.ts'
import { evaluation, official, request } from './namedEvents.ts'
import {
  addressOf,
  chip,
  details,
  detailsHeading,
  entry,
  eventList,
  expectAddress,
  focusedName,
  mark,
  openStory,
  sidewaysScroll,
} from './pageParts.ts'
import { axeInLightAndDark, expect, test } from './reader.ts'
import { serveStory, storyText } from './storyRoutes.ts'

const views = ['Timeline', 'List', 'Sources', 'Statements', 'Changes'] as const
type ViewName = (typeof views)[number]

const post = 'nyt-china-sought-access'
const headline = 'China Sought Access to Anthropic’s Newest A.I. The Answer Was No.'

function tab(page: Page, name: ViewName): Locator {
  return page.getByRole('group', { name: 'View' }).getByRole('button', { name })
}

/** What stands there once the view does. */
function part(page: Page, name: ViewName): Locator {
  switch (name) {
    case 'Timeline':
      return eventList(page).getByRole('button').first()
    case 'List':
      return page.getByRole('region', { name: 'List of events' })
    case 'Changes':
      return page.getByRole('region', { name: 'Changes of the story' })
    default:
      return page.getByRole('region', { name, exact: true })
  }
}

async function expectView(page: Page, name: ViewName): Promise<void> {
  await expect(part(page, name)).toBeVisible()
  for (const other of views)
    await expect(tab(page, other)).toHaveAttribute('aria-pressed', String(other === name))
}

/** The entry of a source. */
function source(page: Page, outlet: string): Locator {
  return part(page, 'Sources')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3 }) })
    .filter({ hasText: outlet })
}

/** The story, with revisions that name events. */
function revisedStory(): string {
  const story = JSON.parse(storyText) as { revisions: unknown[] }
  story.revisions = [
    { date: '2026-11-20', summary: 'First publication.' },
    {
      date: '2026-11-23',
      summary: 'The remark is told more exactly.',
      reason: 'It was too short.',
      events: [official.id],
    },
    { date: '2026-11', summary: 'The evaluation has a second source.', events: [evaluation.id] },
  ]
  return JSON.stringify(story)
}

for (const { base, url } of [site, subsite]) {
  test(`under ${base} the five views come by click, by link, by Back and Forward`, async ({ page }) => {
    await openStory(page, '', url)
    await expectView(page, 'Timeline')
    for (const name of views.slice(1)) {
      await tab(page, name).click()
      await expectAddress(page, name === 'List' ? '?view=list' : `${name.toLowerCase()}/`, url)
      await expectView(page, name)
    }
    for (const name of views.toReversed().slice(1)) {
      await page.goBack()
      await expectView(page, name)
    }
    for (const name of views.slice(1)) {
      await page.goForward()
      await expectView(page, name)
      await page.reload()
      await expectView(page, name)
    }
  })
}

test('the five views come by key', async ({ page }) => {
  await openStory(page)
  await tab(page, 'Timeline').focus()
  for (const name of views.slice(1)) {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expectView(page, name)
    await expect(tab(page, name)).toBeFocused()
  }
})

test('every view obeys the filter, and says what it leaves', async ({ page }) => {
  await openStory(page, '?standing=alleged&view=list')
  await expect(entry(page, official.title)).toBeVisible()
  await tab(page, 'Sources').click()
  await expectAddress(page, 'sources/?standing=alleged')
  await expect(part(page, 'Sources').getByRole('heading', { level: 2 })).toContainText(
    /\d of 15 sources: no event of the others passes the filter/,
  )
  await tab(page, 'Statements').click()
  await expect(part(page, 'Statements').getByRole('figure').first()).toBeVisible()
  await expect(part(page, 'Statements')).toContainText(official.quotation)
  await expect(part(page, 'Statements')).toContainText('Filtered by standing of the event')
  await tab(page, 'Changes').click()
  await expect(part(page, 'Changes')).toContainText('First publication.')
  await chip(page, 'GIGAZINE').click()
  await expectAddress(page, 'changes/?actor=gigazine&standing=alleged')
})

test('a fact checker goes from a source to its events and back', async ({ page }) => {
  await openStory(page, '?view=sources')
  const times = source(page, 'The New York Times').filter({ hasText: 'www.nytimes.com' })
  await expect(times).toContainText('Not consulted.')
  await expect(times).toContainText(/Root of \d+ events and \d+ statements\./)
  await times.getByRole('button', { name: /^What rests on it/ }).press('Enter')
  await expect(times.getByRole('heading', { level: 4, name: /^Root of/ })).toBeVisible()
  await times.getByRole('link', { name: official.title }).press('Enter')
  await expectAddress(page, `events/${official.id}/?view=sources`)
  await expect(detailsHeading(page, official.title)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(times.getByRole('link', { name: official.title })).toBeFocused()
  await times.getByRole('link', { name: /^Show its \d+ events/ }).click()
  await expectAddress(page, `?source=${post}&view=timeline`)
  await expectView(page, 'Timeline')
  await expect(mark(page, request.title)).toBeVisible()
  await page.goBack()
  await expectAddress(page, 'sources/')
  await expect(times.getByRole('link', { name: official.title })).toBeVisible()
})

test('a source in a link stands alone, unfolded', async ({ page }) => {
  await openStory(page, `?source=${post}&view=sources`)
  await expect(part(page, 'Sources').getByRole('heading', { level: 3 })).toHaveCount(1)
  await expect(part(page, 'Sources').getByRole('button', { name: /^Less/ })).toBeVisible()
  await expect(
    part(page, 'Sources')
      .getByRole('link', { name: new RegExp(headline.slice(0, 20)) })
      .first(),
  ).toHaveAttribute('href', /^https:\/\/www\.nytimes\.com\//)
  await part(page, 'Sources').getByRole('link', { name: 'Show all sources' }).click()
  await expectAddress(page, 'sources/')
  await expect(part(page, 'Sources').getByRole('heading', { level: 3 })).toHaveCount(15)
})

test('what an actor said, and what is said where it takes part, is one link away', async ({ page }) => {
  await openStory(page, '?view=sources')
  const sheehan = page
    .getByRole('region', { name: 'Actors', exact: true })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Matt Sheehan' }) })
  await expect(sheehan).toContainText(/Said by Matt Sheehan: \d+ statements?; takes part in \d+ events?\./)
  await sheehan.getByRole('link', { name: /^What this speaker said/ }).click()
  await expectAddress(page, 'statements/?speaker=matt-sheehan')
  await expect(part(page, 'Statements')).toContainText('This conference is essential')
  await expect(part(page, 'Statements')).toContainText('Filtered by speaker: only such statements are here.')
  await part(page, 'Statements').getByRole('link', { name: 'All that is said in these events' }).click()
  await expectAddress(page, 'statements/?actor=matt-sheehan')
  await page.goBack()
  await page.goBack()
  await expectView(page, 'Sources')
})

test('a statement opens in its event and is marked there, and Back closes it', async ({ page }) => {
  await openStory(page, '?view=statements')
  const figure = part(page, 'Statements').getByRole('figure').filter({ hasText: official.quotation })
  await figure.getByRole('link', { name: /^Open in its event/ }).click()
  await expectAddress(page, `events/${official.id}/?view=statements#${official.statement}`)
  await expect(details(page).getByRole('figure').filter({ hasText: official.quotation })).toHaveClass(
    /is-open/,
  )
  await expect(figure).toHaveClass(/is-open/)
  await page.goBack()
  await expect(details(page)).toHaveCount(0)
  await expect(figure).not.toHaveClass(/is-open/)
})

test.describe('where the browser lets us copy', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('the link of a statement opens its event at that statement', async ({ page }) => {
    await openStory(page, '?view=statements')
    const figure = part(page, 'Statements').getByRole('figure').filter({ hasText: official.quotation })
    await figure.getByRole('button', { name: 'Copy link to this statement' }).click()
    await expect(page.getByText('Link copied. It opens this statement.')).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(`${site.url}events/${official.id}/#${official.statement}`)
    await openStory(page, copied.slice(site.url.length))
    await expect(details(page).getByRole('figure').filter({ hasText: official.quotation })).toHaveClass(
      /is-open/,
    )
  })

  test('a link that marks what changes from now names a day, and stores nothing', async ({ page }) => {
    await openStory(page, '?view=changes')
    await page.getByRole('button', { name: 'Copy a link that marks what changes from now' }).click()
    await expect(
      page.getByText('Link copied. It opens the story and marks what changes from now.'),
    ).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    const { revised } = (JSON.parse(storyText) as { story: { revised: string } }).story
    expect(copied).toBe(`${site.url}?since=${revised}`)
    await openStory(page, copied.slice(site.url.length))
    await expect(page.getByRole('region', { name: 'Changes', exact: true })).toContainText(
      'Nothing changed since',
    )
    expect(await page.evaluate(() => [document.cookie, sessionStorage.length])).toEqual(['', 0])
  })
})

test('what changed since a day is marked with words in timeline, list and changes', async ({ page }) => {
  await serveStory(page, revisedStory())
  await openStory(page, '?since=2026-11-20')
  const line = page.getByRole('region', { name: 'Changes', exact: true })
  await expect(line).toContainText('2 events changed since 20 November 2026: ')
  await expect(mark(page, `${official.title}`)).toHaveAccessibleName(/Changed 23 November 2026\./)
  await expect(mark(page, evaluation.title)).toHaveAccessibleName(
    /Perhaps changed some day in November 2026\./,
  )
  await expect(mark(page, request.title)).not.toHaveAccessibleName(/changed/i)
  await tab(page, 'List').click()
  await expect(entry(page, official.title)).toContainText('* changed 23 November 2026')
  await expect(entry(page, request.title)).not.toContainText('changed')
  await line.getByRole('link', { name: 'See what changed' }).click()
  await expectAddress(page, 'changes/?since=2026-11-20')
  await expect(part(page, 'Changes')).toContainText('perhaps since 20 November 2026')
  await line.getByRole('button', { name: 'Mark nothing' }).click()
  await expectAddress(page, 'changes/')
  await expect(line).toHaveCount(0)
  await page.goBack()
  await expect(line).toBeVisible()
})

test('a reader marks what changed since a day by keyboard', async ({ page }) => {
  await serveStory(page, revisedStory())
  await openStory(page, '?view=changes')
  await page.getByLabel('Mark what changed since').fill('2026-11-22')
  await page.getByLabel('Mark what changed since').press('Enter')
  await expectAddress(page, 'changes/?since=2026-11-22')
  await expect(page.getByRole('region', { name: 'Changes', exact: true })).toContainText('2 events changed')
  await part(page, 'Changes').getByRole('link', { name: official.title }).press('Enter')
  await expectAddress(page, `events/${official.id}/?view=changes&since=2026-11-22`)
  await page.keyboard.press('Escape')
  await expect.poll(() => focusedName(page)).toBe(official.title)
})

test('a view that a later Dateline may have is told, and the story opens', async ({ page }) => {
  await openStory(page, '?view=globe')
  await expect(page.getByText('The view “globe” is not one that Dateline knows.')).toBeVisible()
  await expectView(page, 'Timeline')
})

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
]) {
  test.describe(`${viewport.width} px wide`, () => {
    test.use({ viewport })

    for (const [name, path] of [
      ['Sources', `?source=${post}&view=sources`],
      ['Sources', '?view=sources'],
      ['Statements', '?speaker=matt-sheehan&view=statements'],
      ['Statements', '?view=statements'],
      ['Changes', '?view=changes&since=2026-11-20'],
      ['Timeline', '?view=timeline&since=2026-11-20'],
      ['List', '?view=list&since=2026-11-20'],
    ] as const) {
      test(`“${path}” breaks no rule, light or dark, and nothing scrolls sideways`, async ({ page }) => {
        await serveStory(page, revisedStory())
        await openStory(page, path)
        await expectView(page, name)
        await expect(page.locator('.view-waiting, .events-waiting')).toHaveCount(0)
        if (path.includes('since')) await expect(page.locator('.since-note')).toBeVisible()
        await axeInLightAndDark(page)
        expect(await sidewaysScroll(page)).toBe(0)
      })
    }
  })
}

test('at 320 px the five views can be pressed, and nothing is lost', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openStory(page, '?view=timeline')
  for (const name of views.slice(1)) {
    await tab(page, name).click()
    await expectView(page, name)
    expect(await sidewaysScroll(page)).toBe(0)
  }
  expect(addressOf(page)).toBe('changes/')
})

test('of twenty thousand events sources are counted at once, and events and statements read a few at a time', async ({
  page,
}) => {
  const { text, story } = generatedStory({ events: 20_000, seed: 7 })
  await serveStory(page, text)
  await page.goto(`${site.url}?view=sources`)
  const [first] = story.sources
  if (first === undefined) throw new Error('no source')
  const count = story.events.filter((event) => hasValue.source(event, first.id)).length
  const shown = part(page, 'Sources')
  await expect(shown.getByRole('heading', { level: 2 })).toContainText('sources', { timeout: 20_000 })
  await page.getByRole('button', { name: 'By number of events' }).click()
  const most = shown
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3 }) })
    .first()
  const counted = Number(
    /([\d,]+) events rest on it/.exec((await most.textContent()) ?? '')?.[1]?.replaceAll(',', ''),
  )
  expect(counted).toBeGreaterThanOrEqual(count)
  await most.getByRole('button', { name: /^What rests on it/ }).press('Enter')
  await expect(most.getByRole('heading', { level: 4 }).first()).toBeVisible()
  await expect(most).toContainText(/20 of [\d,]+ read so far/)
  await most.getByRole('button', { name: 'Read more of them' }).press('Enter')
  await expect(most).toContainText(/40 of [\d,]+ read so far/)
  await tab(page, 'Statements').click()
  await expect(part(page, 'Statements').getByRole('figure').first()).toBeVisible()
  const withSome = story.events.filter(({ statements }) => statements.length > 0).length
  const pages = page.getByRole('navigation', { name: 'Pages of statements of events, above' })
  await expect(pages).toContainText(`Statements of events 1 to 50 of ${withSome.toLocaleString('en')}`)
  await pages.getByRole('button', { name: 'Last' }).press('Enter')
  await expect(part(page, 'Statements').getByRole('figure').first()).toBeVisible()
  await expect(pages).toContainText(`of ${withSome.toLocaleString('en')}`)
})
