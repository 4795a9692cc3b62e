/** Does a story in tiles open, move, filter and open its events as one that is read whole? From plain files alone. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { CELL_BITS } from '../../src/core/tiles/cell.ts'
import type { TileManifest } from '../../src/core/tiles/manifest.ts'
import { buildTiles } from '../../src/tiling/buildTiles.ts'
import { makeEvent, makeStoryFile } from '../fixtures/makeStory.ts'
import { site } from './addresses.ts'
import { generatedStory, hasValue, involves, oneOfEachFacet } from './generatedStory.ts'
import { axeInLightAndDark, expect, test as readerTest } from './reader.ts'
import { addressOf, countWords, details, eventList, filters, waitForGestures, windowOf } from './pageParts.ts'

const EVENTS = 6_000
const MAX_NODES = 2_500

const { text, story } = generatedStory({ events: EVENTS, seed: 11 })

/** Folders of tiles, each made once for all journeys of a worker that need it. */
interface Folders {
  readonly tiles: string
  readonly crowdedTiles: string
}

const test = readerTest.extend<object, Folders>({
  tiles: [
    async ({ browserName: _browserName }, provide) => {
      await withTiles(text, provide)
    },
    { scope: 'worker' },
  ],
  crowdedTiles: [
    async ({ browserName: _browserName }, provide) => {
      await withTiles(crowdedText(), provide)
    },
    { scope: 'worker' },
  ],
})

async function withTiles(storyText: string, provide: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-tiles-'))
  const pieces = async function* (): AsyncGenerator<Buffer> {
    yield await Promise.resolve(Buffer.from(storyText))
  }
  const built = await buildTiles(pieces, { out: folder, cellBits: CELL_BITS })
  if (!built.ok) throw new Error(built.problem)
  await provide(folder)
  rmSync(folder, { recursive: true, force: true })
}

/**
 * More events than nodes of the pyramid hold themselves, in turn 36 and 8 a day for 25 days: where there are few, those
 * of two lanes are drawn one by one.
 */
function crowdedText(): string {
  const firstMs = Date.UTC(2020, 4, 1)
  const textOf = (day: number): string => new Date(firstMs + day * 86_400_000).toISOString().slice(0, 10)
  const dates = Array.from({ length: 600 }, (_, day) =>
    Array.from({ length: Math.floor(day / 25) % 2 === 0 ? 36 : 8 }, (__, i) => {
      if ((day + i) % 16 === 0) return `${textOf(day)}/${textOf(day + 3)}`
      return (day + i) % 16 === 8
        ? `[${textOf(day)}..${textOf(day + 3)}]`
        : `${textOf(day)}T${10 + (i % 12)}:00`
    }),
  )
  const events = dates.flat().map((edtf, i) => makeEvent(i, { date: { edtf }, statements: [], accounts: [] }))
  return JSON.stringify(makeStoryFile({ events }))
}

interface Host {
  /** Files asked for, in order. */
  readonly asked: string[]
  /** These are answered with 503 until they are taken out. */
  readonly broken: Set<string>
}

/** A host of plain files; the story's own address says where the tiles lie. */
async function serveTiles(page: Page, folder: string): Promise<Host> {
  const host: Host = { asked: [], broken: new Set() }
  await page.route('**/data/mythos-access.json', (route) =>
    route.fulfill({ json: { tiles: 'tiles/story.json' } }),
  )
  await page.route('**/data/tiles/**', (route) => {
    const file = new URL(route.request().url()).pathname.split('/data/tiles/')[1] ?? ''
    host.asked.push(file)
    if ([...host.broken].some((part) => file.includes(part))) return route.fulfill({ status: 503 })
    const body = readFileSync(path.join(folder, file))
    const range = /^bytes=(\d+)-(\d+)$/.exec(route.request().headers()['range'] ?? '')
    if (range === null) return route.fulfill({ body })
    return route.fulfill({ status: 206, body: body.subarray(Number(range[1]), Number(range[2]) + 1) })
  })
  return host
}

async function openTiled(page: Page, folder: string, address = ''): Promise<Host> {
  const host = await serveTiles(page, folder)
  await page.goto(site.url + address)
  await expect(page.getByRole('heading', { level: 1, name: story.story.title })).toBeVisible()
  return host
}

const clusters = (page: Page) => eventList(page).getByRole('button', { name: /^[\d,]+ events?[, ]/ })

test('it opens in boxes with counts, and each opens into its parts down to single events', async ({
  page,
  tiles,
}) => {
  const host = await openTiled(page, tiles, '?view=timeline')
  await expect(page.getByText('6,000 events, ').first()).toBeVisible()
  await expect(clusters(page).first()).toBeVisible()
  // No cell is read for what is only counted, but for the few undated events that stand in a line.
  expect(host.asked.filter((file) => /cells\/-?\d+\/index/.test(file))).toEqual([])
  for (let steps = 0; steps < 30; steps++) {
    if ((await eventList(page).locator('button.lane-day').count()) > 0) break
    const address = addressOf(page)
    await clusters(page)
      .nth(Math.floor((await clusters(page).count()) / 4))
      .click()
    await expect.poll(() => addressOf(page)).not.toBe(address)
    expect(await page.locator('*').count()).toBeLessThanOrEqual(MAX_NODES)
    if (addressOf(page).includes('view=list')) return
    await page.waitForTimeout(400)
  }
  await expect(eventList(page).locator('button.lane-day').first()).toBeVisible()
})

/** Until no more files were asked for in a while. */
async function rest(page: Page, host: Host): Promise<void> {
  for (let asked = -1; asked !== host.asked.length;) {
    asked = host.asked.length
    await page.waitForTimeout(1_000)
  }
}

test('while it is panned, few files are asked for, wherever a window ends', async ({
  page,
  crowdedTiles,
}) => {
  test.setTimeout(90_000)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  const host = await serveTiles(page, crowdedTiles)
  for (const { window, key } of [
    { window: '2020-12-01/2021-01-15', key: 'PageDown' },
    { window: '2021-01-01/2021-01-21', key: 'PageUp' },
  ]) {
    await page.goto(`${site.url}?view=timeline&window=${window}`)
    await expect(clusters(page).first()).toBeVisible()
    await waitForGestures(page)
    await rest(page, host)
    for (let windows = 1; windows <= 4; windows++) {
      const [from, before] = [windowOf(page), host.asked.length]
      await eventList(page).getByRole('button').first().focus()
      await page.keyboard.press(key)
      await expect.poll(() => windowOf(page)).not.toEqual(from)
      await rest(page, host)
      const files = host.asked.slice(before)
      expect(files.length, `${key} ${windows} of ${window}: ${files.join(' ')}`).toBeLessThanOrEqual(6)
    }
  }
})

test('choosing actors and dates shows exactly the events that a plain scan finds', async ({
  page,
  tiles,
}) => {
  await openTiled(page, tiles, '?view=timeline')
  for (const { id, name } of [story.actors[0], story.actors[60]].filter((actor) => actor !== undefined)) {
    const count = story.events.filter((event) => involves(event, id)).length
    await page.goto(`${site.url}?view=timeline&actor=${id}`)
    await expect(countWords(page, `${count.toLocaleString('en')} of 6,000 events`)).toBeVisible()
    await expect(filters(page).getByRole('button', { name: new RegExp(`^${name}`) })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
  }
  const inMarch = story.events.filter(({ date }) => date !== null && date.edtf.startsWith('2021-03'))
  expect(inMarch.length).toBeGreaterThan(10)
  await page.goto(`${site.url}?view=list&from=2021-03&to=2021-03`)
  const words = countWords(page, /of 6,000 events/)
  await expect(words).toBeVisible()
  await expect(page.getByRole('region', { name: 'List of events' }).getByRole('button').first()).toBeVisible()
  const shown = Number(/([\d,]+) of/.exec((await words.textContent()) ?? '')?.[1]?.replace(',', ''))
  expect(shown).toBeGreaterThanOrEqual(inMarch.length)
})

for (const { facet, called, value, name, count } of oneOfEachFacet(story)) {
  test(`${called}: a link and a tick show exactly the events that a plain scan finds`, async ({
    page,
    tiles,
  }) => {
    await openTiled(page, tiles, `?view=timeline&${facet}=${value}`)
    const words = `${count.toLocaleString('en')} of 6,000 events`
    expect(count).toBeGreaterThan(10)
    await expect(countWords(page, words)).toBeVisible()
    const toggle = filters(page).getByRole('button', { name: called, exact: true })
    await filters(page)
      .getByRole('button', { name: new RegExp(`^${name}.*events`), pressed: true })
      .click()
    await expect(countWords(page, words)).toHaveCount(0)
    await toggle.click()
    const box = page.getByRole('checkbox', {
      name: new RegExp(`^${name}.* ${count.toLocaleString('en')} of `),
    })
    await box.first().click()
    await expect(countWords(page, words)).toBeVisible()
    await expect(eventList(page).getByRole('button').first()).toBeVisible()
  })
}

test('a choice in several facets leaves what has one of each, and tells how it is spread over standings', async ({
  page,
  tiles,
}) => {
  const [source, actor] = [story.sources[0]?.id ?? '', story.actors[0]?.id ?? '']
  const found = story.events.filter(
    (event) =>
      hasValue.source(event, source) && involves(event, actor) && hasValue.record(event, 'on-record'),
  )
  expect(found.length).toBeGreaterThan(3)
  await openTiled(page, tiles, `?view=list&source=${source}&actor=${actor}&record=on-record`)
  await expect(countWords(page, `${found.length} of 6,000 events`)).toBeVisible()
  await expect(page.getByRole('region', { name: 'List of events' }).getByRole('button')).toHaveCount(
    Math.min(found.length, 100),
  )
  await filters(page).getByRole('button', { name: 'Standing', exact: true }).click()
  const reported = found.filter((event) => hasValue.standing(event, 'reported')).length
  await expect(page.getByRole('checkbox', { name: new RegExp(`^Reported ${reported} of `) })).toBeVisible()
})

test('a standing of more events than are fetched is not applied, and the page says so', async ({
  page,
  tiles,
}) => {
  await serveTiles(page, tiles)
  await page.route('**/data/tiles/story.json', (route) => {
    const manifest = JSON.parse(readFileSync(path.join(tiles, 'story.json'), 'utf8')) as TileManifest
    const standing = (manifest.facets?.standing ?? []).map((total) => total * 2_000)
    return route.fulfill({ json: { ...manifest, facets: { ...manifest.facets, standing } } })
  })
  await page.goto(`${site.url}?view=timeline&standing=reported`)
  await expect(
    countWords(
      page,
      /^All 6,000 events; not narrowed down by a standing, since [67],\d{3},000 events are too many/,
    ),
  ).toBeVisible()
  const [source] = story.sources
  const found = story.events.filter(
    (event) => hasValue.source(event, source?.id ?? '') && hasValue.standing(event, 'reported'),
  )
  await page.goto(`${site.url}?view=timeline&standing=reported&source=${source?.id ?? ''}`)
  await expect(countWords(page, `${found.length} of 6,000 events`)).toBeVisible()
})

test('a source that the story does not have is told', async ({ page, tiles }) => {
  await openTiled(page, tiles, '?source=nowhere')
  await expect(page.getByText('The source “nowhere” is not in this story.')).toBeVisible()
})

test('the events of the most frequent actors are there before they are chosen', async ({ page, tiles }) => {
  const host = await openTiled(page, tiles, '?view=timeline')
  const counted = story.actors.map(({ id, name }, number) => ({
    name,
    number,
    count: story.events.filter((event) => involves(event, id)).length,
  }))
  const [first] = counted.toSorted((a, b) => b.count - a.count)
  if (first === undefined) throw new Error('the story has actors')
  const posted = (): number => host.asked.filter((file) => file === `facets/actor/${first.number}.bin`).length
  await expect.poll(posted).toBe(1)
  await filters(page)
    .getByRole('button', { name: new RegExp(`^${first.name}`) })
    .click()
  await expect(countWords(page, `${first.count.toLocaleString('en')} of 6,000 events`)).toBeVisible()
  expect(posted()).toBe(1)
})

test('until the events of an actor are here, what was on screen stays, and not a filter from before', async ({
  page,
  tiles,
}) => {
  await openTiled(page, tiles, '?view=timeline')
  // Not of those whose events are brought unasked.
  const [, , , , , , first, second] = story.actors
    .map(({ id, name }, number) => ({
      name,
      number,
      count: story.events.filter((event) => involves(event, id)).length,
    }))
    .toSorted((a, b) => b.count - a.count)
  if (first === undefined || second === undefined) throw new Error('the story has actors')
  const choose = async (name: string): Promise<void> => {
    await filters(page).getByRole('button', { name: /^All / }).click()
    await page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).click()
    await page.keyboard.press('Escape')
  }
  await choose(first.name)
  await expect(countWords(page, `${first.count} of 6,000 events`)).toBeVisible()
  await filters(page).getByRole('button', { name: 'Clear' }).click()
  await expect(countWords(page, /of 6,000 events/)).toHaveCount(0)
  let answer = (): void => undefined
  const isLetGo = new Promise<void>((resolve) => (answer = resolve))
  await page.route(`**/data/tiles/facets/actor/${second.number}.bin`, async (route) => {
    await isLetGo
    await route.fallback()
  })
  await choose(second.name)
  await expect(countWords(page, /^All 6,000 events; still searching$/)).toBeVisible()
  answer()
  await expect(countWords(page, `${second.count} of 6,000 events`)).toBeVisible()
})

test.describe('links to events', () => {
  // The host of the journeys has no page of these events, and answers with the start page.
  test.use({ expectedErrors: [/status of 404.*\/events\//] })

  test('a link opens any event with its statements and sources, by its id, a former id or a statement’s', async ({
    page,
    tiles,
  }) => {
    const event = story.events[4321]
    const statement = event?.statements[0]
    const renamed = story.events.find(({ aliases }) => aliases !== undefined)
    if (event === undefined || statement === undefined || renamed === undefined)
      throw new Error('every generated event has a statement, and some have former names')
    await openTiled(page, tiles, `events/${event.id}/`)
    await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(event.title)
    await expect(details(page)).toContainText(statement.text)
    await expect(details(page).getByText('Sources')).toBeVisible()
    await page.goto(`${site.url}events/${statement.id}/`)
    await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(event.title)
    await page.goto(`${site.url}events/${renamed.aliases?.[0] ?? ''}/`)
    await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(renamed.title)
    await page.goto(`${site.url}events/nowhere/`)
    await expect(page.getByText('The event “nowhere” is not in this story.')).toBeVisible()
  })

  test('from an event one goes on to the next and back', async ({ page, tiles }) => {
    const event = story.events[1000]
    const title = event?.title ?? ''
    await openTiled(page, tiles, `events/${event?.id ?? ''}/`)
    const heading = details(page).getByRole('heading', { level: 2 })
    await expect(heading).toHaveText(title)
    await details(page).getByRole('link', { name: /^Next/ }).click()
    await expect(heading).not.toHaveText(title)
    await page.goBack()
    await expect(heading).toHaveText(title)
  })

  test('an event stays open through a change of the clock, and goes on in the order that is on', async ({
    page,
    tiles,
  }) => {
    const event = story.events.find(
      ({ reported, date }) => reported !== undefined && typeof date === 'object',
    )
    await openTiled(page, tiles, `events/${event?.id ?? ''}/?clock=reported`)
    const heading = details(page).getByRole('heading', { level: 2 })
    await expect(heading).toHaveText(event?.title ?? '')
    await expect(byReport(page)).toHaveCount(1)
    const place = details(page).getByText(/^Event [\d,]+ of 6,000$/)
    const words = await details(page).locator('.date-words').textContent()
    const reported = await place.textContent()
    await clock(page, 'Both').click()
    await expect(byReport(page)).toHaveCount(0)
    await expect(place).not.toHaveText(reported ?? '')
    await expect(heading).toHaveText(event?.title ?? '')
    await details(page).getByRole('link', { name: /^Next/ }).click()
    await expect(heading).not.toHaveText(event?.title ?? '')
    const next = (await heading.textContent()) ?? ''
    // Of that one only the order of the story is known so far.
    await clock(page, 'Reported').click()
    await expect(byReport(page)).toHaveCount(1)
    await expect(heading).toHaveText(next)
    await page.goBack()
    await page.goBack()
    await expect(clock(page, 'Both')).toHaveAttribute('aria-pressed', 'true')
    await expect(heading).toHaveText(event?.title ?? '')
    await page.goBack()
    await expect(place).toHaveText(reported ?? '')
    await expect(details(page).locator('.date-words')).toHaveText(words ?? '')
    await expect(heading).toHaveText(event?.title ?? '')
  })
})

const reportedDates = story.events.map(({ date, reported, publishes }) =>
  publishes !== undefined && date !== undefined && date !== null ? date.edtf : reported?.edtf,
)
const withReport = reportedDates.filter((edtf) => edtf !== undefined).length

function clock(page: Page, name: 'Happened' | 'Reported' | 'Both') {
  return page
    .getByRole('group', { name: 'Dates by which events stand' })
    .getByRole('button', { name, exact: true })
}

const lanes = (page: Page) => page.locator('.lane-heading')
const byReport = (page: Page) => page.getByRole('list', { name: 'Events, earliest report first' })
const without = `No date of a report ${(EVENTS - withReport).toLocaleString('en')} events`

test.describe('the clocks', () => {
  test('each has its own picture and address, by click, by link, Back and Forward', async ({
    page,
    tiles,
  }) => {
    const host = await openTiled(page, tiles, '?view=timeline')
    await expect(clusters(page).first()).toBeVisible()
    const both = await lanes(page).allTextContents()
    expect(host.asked.filter((file) => file.startsWith('reported/'))).toEqual([])
    await clock(page, 'Reported').click()
    await expect(byReport(page)).toHaveCount(1)
    await expect(lanes(page).last()).toHaveText(without)
    expect(addressOf(page)).toContain('clock=reported')
    await expect(filters(page).getByRole('textbox', { name: 'Reported from' })).toBeVisible()
    await clock(page, 'Happened').click()
    await expect(byReport(page)).toHaveCount(0)
    await expect.poll(() => lanes(page).allTextContents()).toEqual(both)
    await expect(page.locator('[data-path="time-plain-sheet"]')).not.toHaveAttribute('d', /./)
    await page.goBack()
    await expect(lanes(page).last()).toHaveText(without)
    await page.goBack()
    await expect(clock(page, 'Both')).toHaveAttribute('aria-pressed', 'true')
    await expect.poll(() => lanes(page).allTextContents()).toEqual(both)
    await page.goForward()
    await expect(lanes(page).last()).toHaveText(without)
    await page.reload()
    await expect(lanes(page).last()).toHaveText(without)
    await expect(clock(page, 'Reported')).toHaveAttribute('aria-pressed', 'true')
  })

  test('the list is in the order of reports, and tells when it happened', async ({ page, tiles }) => {
    await openTiled(page, tiles, '?view=list&clock=reported')
    const rows = page.getByRole('region', { name: 'List of events' }).getByRole('button')
    await expect(rows).toHaveCount(100)
    const pager = page.getByRole('navigation', { name: 'Pages of the list, above' })
    await pager.getByRole('button', { name: 'Last' }).click()
    await expect(page.getByRole('heading', { level: 2, name: /^No date of a report/ })).toBeVisible()
    await expect(page.locator('.list-date').first()).toContainText('the event: ')
  })

  test('actors and dates of reports show exactly the events that a plain scan finds', async ({
    page,
    tiles,
  }) => {
    const [{ id: actor } = { id: '' }] = story.actors
    await openTiled(page, tiles, `?view=list&clock=reported&actor=${actor}`)
    const ofActor = story.events.filter((event) => involves(event, actor)).length
    await expect(countWords(page, `${ofActor.toLocaleString('en')} of 6,000 events`)).toBeVisible()
    await clock(page, 'Both').click()
    await expect(clock(page, 'Both')).toHaveAttribute('aria-pressed', 'true')
    await expect(countWords(page, `${ofActor.toLocaleString('en')} of 6,000 events`)).toBeVisible()
  })

  test.describe('where the order of reports cannot be had', () => {
    test.use({ expectedErrors: [/status of 503/] })

    test('what was there stays, and it is said', async ({ page, tiles }) => {
      const host = await openTiled(page, tiles, '?view=timeline')
      await expect(clusters(page).first()).toBeVisible()
      host.broken.add('reported/cells.bin')
      await clock(page, 'Reported').click()
      await expect(page.getByText('Putting the events in order…').first()).toBeVisible()
      await expect(page.getByRole('status')).toContainText('The events could not be put in that order.', {
        timeout: 10_000,
      })
      await expect(clock(page, 'Both')).toHaveAttribute('aria-pressed', 'true')
      await expect(byReport(page)).toHaveCount(0)
      host.broken.clear()
      await clock(page, 'Reported').click()
      await expect(byReport(page)).toHaveCount(1)
    })
  })
})

test('its lanes by actor are those of the actors with most events, as exact as those by date', async ({
  page,
  tiles,
}) => {
  const host = await openTiled(page, tiles, '?view=timeline')
  const byActor = page.getByRole('group', { name: 'Lanes by' }).getByRole('button', { name: 'actor' })
  await byActor.click()
  await expect(byActor).toHaveAttribute('aria-pressed', 'true')
  expect(addressOf(page)).toContain('lanes=actor')
  await expect(page.getByText(/^Lanes of the 12 actors with most events here/)).toBeVisible()
  const headings = page.locator('.lane-heading')
  const counted = story.actors
    .map(({ id, name }) => ({
      id,
      name,
      count: story.events.filter((event) => event.date !== null && involves(event, id)).length,
    }))
    .toSorted((a, b) => b.count - a.count)
  for (const { name, count } of counted.slice(0, 11))
    await expect(headings.filter({ hasText: name }).first()).toContainText(
      `${count.toLocaleString('en')} events`,
    )
  expect(host.asked.filter((file) => file.startsWith('lanes/actors-'))).toEqual([])
  expect(await page.locator('*').count()).toBeLessThanOrEqual(MAX_NODES)
  await page.getByRole('button', { name: 'Show lanes of 12 more actors' }).click()
  await expect(page.getByText(/^Lanes of the 24 actors with most events here/)).toBeVisible()

  // Under a filter its lanes are those of its events.
  const chosen = counted[20]
  if (chosen === undefined) throw new Error('the story has more actors')
  await page.goto(`${site.url}?view=timeline&lanes=actor&actor=${chosen.id}`)
  await expect(headings.filter({ hasText: chosen.name }).first()).toContainText(`${chosen.count} events`)
  const [, day] = /^(\d{4}-\d{2}-\d{2})/.exec(story.events[3000]?.date?.edtf ?? '2021-03-01') ?? []
  await page.goto(`${site.url}?view=timeline&lanes=actor&from=${day}&to=${day}`)
  await expect(page.getByText(/lanes hidden|by first appearance/)).toBeVisible()
  await expect(eventList(page).getByRole('button').first()).toBeVisible()
})

test('in its lanes by actor keys go from lane to lane, and axe finds nothing', async ({ page, tiles }) => {
  test.setTimeout(90_000)
  await openTiled(page, tiles, '?view=timeline&lanes=actor')
  const names = page.locator('.lane-heading strong')
  const first = await names.first().textContent()
  const second = await names.nth(1).textContent()
  const firstOf = (lane: string | null) =>
    eventList(page)
      .getByRole('button', { name: `${lane}: ` })
      .first()
  // Its events may come a moment later.
  await expect(firstOf(second)).toBeVisible()
  await firstOf(first).focus()
  await page.keyboard.press('ArrowDown')
  const status = page.getByRole('status').last()
  await expect(status).toHaveText(`Lane: ${second}.`)
  await page.keyboard.press('ArrowUp')
  await expect(status).toHaveText(`Lane: ${first}.`)
  await axeInLightAndDark(page)
})

test('its pages of the list hold its events, and words are looked for in those that were loaded', async ({
  page,
  tiles,
}) => {
  await openTiled(page, tiles, '?view=list')
  const rows = page.getByRole('region', { name: 'List of events' }).getByRole('button')
  await expect(rows).toHaveCount(100)
  const pager = page.getByRole('navigation', { name: 'Pages of the list, above' })
  await pager.getByRole('button', { name: 'Last' }).click()
  await expect(pager).toContainText('Events 5,901 to 6,000 of 6,000')
  await expect(rows).toHaveCount(100)
  await page.getByRole('searchbox').fill('plan')
  await expect(
    countWords(page, /of 6,000 events; words looked for in the [\d,]+ events loaded so far/),
  ).toBeVisible()
  const lacking = async () =>
    (await rows.allTextContents()).slice(0, 10).filter((title) => !title.toLowerCase().includes('plan'))
  await expect.poll(lacking).toEqual([])
})

test('a link with words brings the titles of what is in view to look for them in', async ({
  page,
  tiles,
}) => {
  await openTiled(page, tiles, '?view=timeline&q=plan&window=2021-01-01/2021-06-30')
  const words = countWords(page, /^[1-9][\d,]* of .* words looked for in the [\d,]+ events loaded so far$/)
  await expect(words).toBeVisible()
  await expect
    .poll(async () =>
      / in the ([\d,]+) events/.exec((await words.textContent()) ?? '')?.[1]?.replace(',', ''),
    )
    .toMatch(/^\d{3,}$/)
})

test.describe('a host that fails', () => {
  test.use({ expectedErrors: [/status of 503/] })

  test('a tile that cannot be fetched is told, what there is stays, and it can be tried again', async ({
    page,
    tiles,
  }) => {
    const host = await serveTiles(page, tiles)
    host.broken.add('pyramid/')
    await page.goto(`${site.url}?view=timeline`)
    const told = page.getByRole('alert').filter({ hasText: 'Some of the story could not be fetched.' })
    await expect(told).toBeVisible({ timeout: 15_000 })
    await expect(page.getByText('6,000 events, ').first()).toBeVisible()
    host.broken.clear()
    await told.getByRole('button', { name: 'Try again' }).click()
    await expect(told).toBeHidden()
    await expect(clusters(page).first()).toBeVisible()
  })
})

test('a manifest of a newer layout is refused in a sentence', async ({ page }) => {
  await page.route('**/data/mythos-access.json', (route) => route.fulfill({ json: { format: 1, tiles: 2 } }))
  await page.goto(site.url)
  await expect(page.getByText(/is 2: this site reads tiles up to 1/)).toBeVisible()
})

test('the axe finds nothing on it, light or dark, as a timeline and as a list', async ({ page, tiles }) => {
  test.setTimeout(90_000)
  await serveTiles(page, tiles)
  for (const view of ['timeline', 'list']) {
    await page.goto(`${site.url}?view=${view}`)
    await expect(page.locator('.mark-button, .list-row').first()).toBeVisible()
    await axeInLightAndDark(page)
  }
})

test('its statements are read a page at a time, its sources counted, and what tiles cannot tell is said', async ({
  page,
  tiles,
}) => {
  await openTiled(page, tiles, '?view=statements')
  const statements = page.getByRole('region', { name: 'Statements', exact: true })
  await expect(statements.getByRole('figure').first()).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Pages of statements of events, above' })).toContainText(
    'Statements of events 1 to 50 of 6,000',
  )
  const views = page.getByRole('group', { name: 'View' })
  await views.getByRole('button', { name: 'Sources' }).click()
  const sources = page.getByRole('region', { name: 'Sources', exact: true })
  await expect(sources).toContainText('This story comes in tiles')
  const first = sources
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3 }) })
    .first()
  await expect(first).toContainText(/[\d,]+ events? rests? on it\./)
  await first.getByRole('button', { name: /^What rests on it/ }).press('Enter')
  await expect(first).toContainText('cannot be listed here: the story comes in tiles')
  await views.getByRole('button', { name: 'Changes' }).click()
  await expect(page.getByRole('region', { name: 'Changes of the story' })).toBeVisible()
})
