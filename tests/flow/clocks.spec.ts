/** By when it happened, by when it was reported, or both: by click, by key, by link, Back and Forward. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { CELL_BITS } from '../../src/core/tiles/cell.ts'
import { buildTiles } from '../../src/tiling/buildTiles.ts'
import { site, subsite } from './addresses.ts'
import { generatedStory } from './generatedStory.ts'
import { evaluation, official, relay, request } from './namedEvents.ts'
import {
  details,
  detailsHeading,
  entry,
  eventList,
  expectAddress,
  filters,
  mark,
  notice,
  openStory,
  readView,
  sidewaysScroll,
  waitForGestures,
} from './pageParts.ts'
import { axeInLightAndDark, expect, test } from './reader.ts'

const report = { id: 'nyt-report', title: 'New York Times report' } as const

function choice(page: Page, name: 'Happened' | 'Reported' | 'Both'): Locator {
  return page
    .getByRole('group', { name: 'Dates by which events stand' })
    .getByRole('button', { name, exact: true })
}

function byReport(page: Page): Locator {
  return page.getByRole('list', { name: 'Events, earliest report first' })
}

function lanes(page: Page): Locator {
  return page.locator('.lane-heading strong')
}

/** Everything that is drawn and written, to the px. */
function readPicture(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [
    ...[...document.querySelectorAll('[data-path]')].map((lines) => lines.getAttribute('d') ?? ''),
    ...[...document.querySelectorAll<HTMLElement>('.marks li')].map(
      ({ style, textContent }) => `${style.left} ${style.top} ${style.translate} ${textContent}`,
    ),
  ])
}

/** What a motion between the clocks leaves on the page. */
function readResidue(page: Page): Promise<{ readonly motions: number; readonly drawings: number }> {
  return page.evaluate(() => ({
    motions: document.getAnimations().length,
    drawings: document.querySelectorAll('.stage > .timeline-shapes').length,
  }))
}

const still = { motions: 0, drawings: 1 }

for (const { base, url } of [site, subsite]) {
  test(`under ${base} each clock has its own picture, its own address, and Back leads through them`, async ({
    page,
  }) => {
    await openStory(page, '', url)
    await expect(choice(page, 'Both')).toHaveAttribute('aria-pressed', 'true')
    await expect(lanes(page)).toHaveText(['Day known', 'Lasted', 'Day not known', 'No date'])
    const both = (await readView(page)).events
    await choice(page, 'Reported').click()
    await expectAddress(page, '?clock=reported', url)
    await expect(lanes(page)).toHaveText(['Reported', 'No date of a report'])
    await expect(byReport(page).getByRole('button')).toHaveCount(21)
    await expect(byReport(page).getByRole('button').first()).toHaveAccessibleName(
      /^Reported 21 April 2026; the event: from 7 April 2026, end unknown\. Outsiders said/,
    )
    await choice(page, 'Happened').click()
    await expectAddress(page, '?clock=happened', url)
    await expect(page.getByText('One root.')).toHaveCount(0)
    await expect(page.locator('[data-path="time-plain-sheet"]')).not.toHaveAttribute('d', /./)
    // Both draws the same events in the same order, with their reports.
    expect((await readView(page)).events).toEqual(both)
    await choice(page, 'Both').click()
    await expectAddress(page, '', url)
    await expect(page.getByText('One root.')).toBeVisible()

    await page.goBack()
    await expect(choice(page, 'Happened')).toHaveAttribute('aria-pressed', 'true')
    await page.goBack()
    await expect(byReport(page)).toHaveCount(1)
    await page.goForward()
    await expect(choice(page, 'Happened')).toHaveAttribute('aria-pressed', 'true')
    await expect(eventList(page)).toHaveCount(1)
  })
}

test('by keys alone a reader gets to another clock, and the change is said', async ({ page }) => {
  await openStory(page)
  await choice(page, 'Both').focus()
  await page.keyboard.press('Shift+Tab')
  await expect(choice(page, 'Reported')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(byReport(page)).toHaveCount(1)
  await expect(choice(page, 'Reported')).toBeFocused()
  await expect(page.getByRole('status')).toContainText(
    'By when it was reported: 13 events with a date, 8 events with no date of a report.',
  )
})

test('by the reported clock arrows, details and Next go in the order of reports', async ({ page }) => {
  await openStory(page, `events/${evaluation.id}/?clock=reported`)
  await expect(detailsHeading(page, evaluation.title)).toBeVisible()
  await expect(details(page).getByText('Event 3 of 21')).toBeVisible()
  // The event's own date is told as ever.
  await expect(details(page).locator('.date-words')).toHaveText('1 May 2026')
  await details(page).getByRole('link', { name: /^Next/ }).click()
  await expect(details(page).getByText('Event 4 of 21')).toBeVisible()
  await details(page).getByRole('button', { name: 'Close' }).click()
  await byReport(page).getByRole('button', { name: evaluation.title }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(byReport(page).getByRole('button', { name: 'Bloomberg reports outside access' })).toBeFocused()
})

test('an open event stays open through a change of the clock', async ({ page }) => {
  await openStory(page, `events/${official.id}/`)
  await expect(detailsHeading(page, official.title)).toBeVisible()
  await choice(page, 'Reported').click()
  await expectAddress(page, `events/${official.id}/?clock=reported`)
  await expect(byReport(page).getByRole('button', { expanded: true })).toHaveAccessibleName(
    new RegExp(official.title),
  )
  await expect(detailsHeading(page, official.title)).toBeVisible()
})

test('the list follows the clock', async ({ page }) => {
  await openStory(page, '?view=list&clock=reported')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'April 2026 2 events',
    'May 2026 11 events',
    'No date of a report 8 events',
  ])
  await expect(entry(page, request.title)).toContainText('the event: on some day in April 2026')
  await expect(entry(page, relay.title)).not.toContainText('the event')
  await choice(page, 'Happened').click()
  await expectAddress(page, '?view=list&clock=happened')
  await expect(page.getByRole('heading', { level: 2, name: 'No date 3 events' })).toBeVisible()
})

test('dates filter by the clock that is on, and say so', async ({ page }) => {
  await openStory(page, '?clock=reported')
  const from = filters(page).getByRole('textbox', { name: 'Reported from' })
  await from.fill('2026-05-13')
  await from.press('Enter')
  await expectAddress(page, '?from=2026-05-13&clock=reported')
  // Of those with a report on a day only the relay; those without may have been reported then.
  await expect(byReport(page).getByRole('button')).toHaveCount(9)
  await choice(page, 'Both').click()
  await expect(filters(page).getByRole('textbox', { name: 'From', exact: true })).toHaveValue('2026-05-13')
  await expect(mark(page, report.title)).toHaveCount(0)
})

test('a window without events by the new clock gives way to the first view', async ({ page }) => {
  await openStory(page, '?window=2026-04-04/2026-04-10')
  await choice(page, 'Reported').click()
  await expectAddress(page, '?clock=reported')
  await expect(byReport(page).getByRole('button', { name: relay.title })).toBeVisible()
  // What a link asks for, it shows.
  await openStory(page, '?clock=reported&window=2026-04-04/2026-04-10')
  await expectAddress(page, '?clock=reported&window=2026-04-04/2026-04-10')
})

test.describe('a reader who minds no motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } })

  test('sees marks go to their places, and finds the picture of the link there', async ({ page }) => {
    await openStory(page, '?clock=reported')
    await waitForGestures(page)
    const reported = await readPicture(page)
    await choice(page, 'Both').click()
    await expect.poll(() => readResidue(page)).toEqual(still)
    const both = await readPicture(page)
    await choice(page, 'Reported').click()
    await expect.poll(() => readResidue(page)).toEqual(still)
    expect(await readPicture(page)).toEqual(reported)
    // There and back again before the first motion is over.
    await choice(page, 'Both').click()
    await choice(page, 'Reported').click()
    await choice(page, 'Both').click()
    await expect.poll(() => readResidue(page)).toEqual(still)
    expect(await readPicture(page)).toEqual(both)
  })

  test('sees each mark on its way in the frames between', async ({ page }) => {
    await openStory(page)
    await waitForGestures(page)
    const places = await page.evaluate(async () => {
      const lines = document.querySelector('[data-path="time-plain-dots"]')
      const seen = new Set<string>()
      ;[...document.querySelectorAll<HTMLButtonElement>('.clock-choices button')][1]?.click()
      const startedMs = performance.now()
      while (performance.now() - startedMs < 1000) {
        await new Promise(requestAnimationFrame)
        seen.add(lines?.getAttribute('d') ?? '')
      }
      return seen.size
    })
    expect(places).toBeGreaterThan(4)
  })

  test('takes hold of the drawing in the middle of a motion', async ({ page }) => {
    await openStory(page)
    await waitForGestures(page)
    await choice(page, 'Reported').click()
    const box = await page.locator('.timeline-surface').boundingBox()
    await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 200)
    await page.mouse.down()
    await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200, { steps: 4 })
    await page.mouse.up()
    // Away from marks, which show where they are on the axis.
    await page.mouse.move(2, 2)
    await expect(page).toHaveURL(/window=/)
    await expect.poll(() => readResidue(page)).toEqual(still)
    const dragged = await readPicture(page)
    await page.reload()
    await expect(byReport(page)).toHaveCount(1)
    await waitForGestures(page)
    expect(await readPicture(page)).toEqual(dragged)
  })
})

test('a reader who asked for no motion has the other picture at once', async ({ page }) => {
  await openStory(page)
  await waitForGestures(page)
  const seen = await page.evaluate(async () => {
    const lines = document.querySelector('[data-path="time-plain-dots"]')
    const pictures = new Set([lines?.getAttribute('d') ?? ''])
    let motions = 0
    ;[...document.querySelectorAll<HTMLButtonElement>('.clock-choices button')][1]?.click()
    for (let frame = 0; frame < 30; frame++) {
      await new Promise(requestAnimationFrame)
      pictures.add(lines?.getAttribute('d') ?? '')
      motions = Math.max(motions, document.getAnimations().length)
    }
    return { pictures: pictures.size, motions }
  })
  expect(seen).toEqual({ pictures: 2, motions: 0 })
})

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
])
  for (const query of [
    '?clock=reported&view=timeline',
    '?clock=happened&view=timeline',
    '?clock=reported&view=list',
  ])
    test.describe(`${viewport.width} px wide`, () => {
      test.use({ viewport })

      test(`${query} breaks no rule, light or dark, and scrolls one way only`, async ({ page }) => {
        await openStory(page, query)
        await expect(choice(page, 'Both')).toBeVisible()
        await expect(page.getByRole('region', { name: 'Key to the signs' })).toBeVisible()
        await axeInLightAndDark(page)
        expect(await sidewaysScroll(page)).toBe(0)
      })
    })

test('a story that a worker reads is put into the order of its reports by another', async ({ page }) => {
  const { text, story } = generatedStory({ events: 24_000, seed: 5 })
  await page.route('**/data/mythos-access.json', (route) =>
    route.fulfill({ contentType: 'application/json', body: text }),
  )
  await page.goto(`${site.url}?view=list&clock=reported`)
  const reports = story.events.filter(({ reported }) => reported !== undefined)
  expect(reports.length).toBeGreaterThan(100)
  await expect(page.getByRole('heading', { level: 1, name: story.story.title })).toBeVisible()
  await expect(entryDates(page).first()).toContainText('the event:', { timeout: 20_000 })
  await choice(page, 'Both').click()
  await expect(entryDates(page)).toHaveCount(0)
})

function entryDates(page: Page): Locator {
  return page.locator('.list-own')
}

test('tiles without an order of reports say so, in the notice of a link too', async ({ page }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-clocks-'))
  const { text } = generatedStory({ events: 2_000, seed: 3 })
  const pieces = async function* (): AsyncGenerator<Buffer> {
    yield await Promise.resolve(Buffer.from(text))
  }
  const built = await buildTiles(pieces, { out: folder, cellBits: CELL_BITS, hasReported: false })
  expect(built.ok).toBe(true)
  await page.route('**/data/mythos-access.json', (route) =>
    route.fulfill({ contentType: 'application/json', body: '{"tiles":"../tiles/story.json"}' }),
  )
  await page.route('**/tiles/**', (route) => {
    const name = new URL(route.request().url()).pathname.split('/tiles/')[1] ?? ''
    return route.fulfill({ body: readFileSync(path.join(folder, name)) })
  })
  await page.goto(`${site.url}?view=timeline&clock=reported`)
  await expect(notice(page)).toContainText('The clock “reported” cannot be shown of this story.')
  await expect(choice(page, 'Reported')).toHaveAttribute('aria-disabled', 'true')
  await expect(choice(page, 'Reported')).toHaveAccessibleDescription(/have no order of reports/)
  await expect(choice(page, 'Both')).toHaveAttribute('aria-pressed', 'true')
  await choice(page, 'Happened').click()
  await expectAddress(page, '?view=timeline&clock=happened')
  await expect(choice(page, 'Happened')).toHaveAttribute('aria-pressed', 'true')
  rmSync(folder, { recursive: true, force: true })
})
