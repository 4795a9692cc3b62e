/** Can a reader take along what is shown: as tables, a story file, a calendar, a picture? And is nothing in them harmful? */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import ICAL from 'ical.js'
import Papa from 'papaparse'
import { generatedStory } from './generatedStory.ts'
import { openStory, sidewaysScroll } from './pageParts.ts'
import { axeInLightAndDark, expect, test } from './reader.ts'
import { makeGate, serveStory } from './storyRoutes.ts'

const hostile = readFileSync(path.resolve(import.meta.dirname, '../fixtures/hostileStory.json'), 'utf8')

async function openSaving(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('heading', { name: 'Take it along' }).click()
  await expect(page.getByRole('button', { name: 'Events, CSV' })).toBeVisible()
}

interface Saved {
  readonly name: string
  readonly text: string
  readonly bytes: Buffer
}

async function save(page: Page, format: string): Promise<Saved> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: format }).click()
  const download = await coming
  const bytes = readFileSync(await download.path())
  const name = download.suggestedFilename()
  await expect(page.getByRole('dialog').getByRole('status')).toContainText(`Saved ${name}.`)
  return { name, bytes, text: bytes.toString('utf8') }
}

const rowsOf = (text: string): readonly Record<string, string>[] =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data

test('what a filter leaves is saved as tables: a row for each event, a row for each statement', async ({
  page,
}) => {
  await openStory(page, '?actor=gigazine')
  await openSaving(page)
  const events = await save(page, 'Events, CSV')
  expect(events.name).toBe('mythos-access-actor-gigazine-events.csv')
  expect([...events.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const rows = rowsOf(events.text)
  await expect(page.getByRole('dialog')).toContainText(`${rows.length} of 21 events.`)
  expect(rows.find(({ id }) => id === 'gz-relay')).toMatchObject({
    date_edtf: '2026-05-13',
    date_words: '13 May 2026',
    earliest: '2026-05-13',
    latest: '2026-05-13',
    standing: 'Confirmed by a party',
    address: `${new URL(page.url()).origin}/events/gz-relay/`,
  })
  const statements = rowsOf((await save(page, 'Statements, CSV')).text)
  const ids = new Set(rows.map(({ id }) => id))
  expect(statements.length).toBe(rows.reduce((sum, row) => sum + Number(row['statements']), 0))
  for (const { event_id: event } of statements) expect(ids).toContain(event)
})

test('a story file of what is shown opens again, as just these events', async ({ page }) => {
  await openStory(page, '?actor=gigazine')
  await openSaving(page)
  const { name, text } = await save(page, 'Story file, JSON')
  expect(name).toBe('mythos-access-actor-gigazine.json')
  const count = (JSON.parse(text) as { events: unknown[] }).events.length
  await serveStory(page, text)
  await openStory(page)
  await expect(page.getByText(`${count} events, `)).toBeVisible()
  await expect(page.getByText(`This file holds ${count} of its 21 events. Actors: GIGAZINE.`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Dismiss this notice' })).toHaveCount(0)
})

test('a calendar says how many it leaves out before it is made and after, and each entry is read', async ({
  page,
}) => {
  await openStory(page)
  await openSaving(page)
  const words =
    '16 events have a place in a calendar; 5 are left out: 3 have no date, 2 have dates without a first or a last day.'
  await expect(page.getByRole('button', { name: 'Calendar, iCalendar' })).toHaveAccessibleDescription(
    new RegExp(words),
  )
  const { name, text } = await save(page, 'Calendar, iCalendar')
  expect(name).toBe('mythos-access.ics')
  await expect(page.getByRole('dialog').getByRole('status')).toContainText(words)
  const entries = new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent')
  expect(entries).toHaveLength(16)
})

test('the drawing is saved as SVG that opens on its own with its fonts, and as PNG twice as wide', async ({
  page,
  context,
}) => {
  await openStory(page, '?window=2026-04-01/2026-05-20')
  await openSaving(page)
  const svg = await save(page, 'Picture, SVG')
  expect(svg.name).toBe('mythos-access.svg')
  const alone = await context.newPage()
  await alone.route('**/alone.svg', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: svg.text }),
  )
  await alone.goto('/alone.svg')
  const texts = await alone.locator('text').allTextContents()
  expect(texts).toContain('A request in Singapore')
  expect(texts).toContain('In view: 1 April to 19 May 2026.')
  expect(texts.join(' ')).toContain(`${new URL(page.url()).origin}/?window=2026-04-01/2026-05-20`)
  expect(texts).toContain('on a day')
  const fonts = await alone.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)
  })
  expect(new Set(fonts.map((family) => family.replaceAll(/["']/g, '')))).toEqual(
    new Set(['Newsreader', 'Libre Franklin']),
  )
  await alone.close()
  const png = await save(page, 'Picture, PNG')
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(png.bytes.readUInt32BE(16)).toBe(2400)
  expect(await countColors(page, png.bytes)).toBeGreaterThan(20)
})

/** Different colours of a picture, every tenth pixel looked at. */
function countColors(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(
    async (address) => {
      const image = new Image()
      image.src = address
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
      const colors = new Set<number>()
      for (let i = 0; i < data.length; i += 40)
        colors.add(((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0))
      return colors.size
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )
}

test('a hostile story in every file runs nothing and computes nothing', async ({ page, context }) => {
  await serveStory(page, hostile)
  await page.goto('/')
  await openSaving(page)
  for (const format of ['Events, CSV', 'Statements, CSV']) {
    const { text } = await save(page, format)
    for (const delimiter of [',', ';', '\t'])
      for (const cell of Papa.parse<string[]>(text, { delimiter }).data.flat())
        expect(cell).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/)
  }
  expect(JSON.parse((await save(page, 'Story file, JSON')).text)).toHaveProperty('events')
  const { text } = await save(page, 'Picture, SVG')
  const alone = await context.newPage()
  await alone.route('**/alone.svg', (route) => route.fulfill({ contentType: 'image/svg+xml', body: text }))
  await alone.goto('/alone.svg')
  expect(await alone.evaluate(() => 'hacked' in globalThis)).toBe(false)
  const names = await alone
    .locator('*')
    .evaluateAll((all) => [...new Set(all.map(({ localName }) => localName))])
  expect(names.sort()).toEqual(['desc', 'path', 'rect', 'style', 'svg', 'text', 'title'])
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
})

test('a long file tells how far it is, is stopped when asked, and is else made whole', async ({ page }) => {
  const { text } = generatedStory({ events: 6_000, seed: 3 })
  await serveStory(page, text)
  await page.goto('/')
  await openSaving(page)
  const status = page.getByRole('dialog').getByRole('status')
  await page.getByRole('button', { name: 'Events, CSV' }).click()
  await expect(status).toHaveText(/^[\d,]+ of 6,000 events…$/)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(status).toHaveText('Stopped; nothing was saved.')
  const { text: table } = await save(page, 'Events, CSV')
  expect(rowsOf(table)).toHaveLength(6_000)
})

test('by keyboard, on a phone, and without a breach of accessibility', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await openStory(page)
  await page.getByRole('button', { name: 'Share' }).focus()
  await page.keyboard.press('Enter')
  const section = page.getByRole('dialog').locator('summary', { hasText: 'Take it along' })
  await section.focus()
  await page.keyboard.press('Enter')
  const button = page.getByRole('button', { name: 'Statements, CSV' })
  await expect(button).toBeVisible()
  await button.focus()
  const coming = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await coming).suggestedFilename()).toBe('mythos-access-statements.csv')
  await expect(button).toBeFocused()
  expect(await sidewaysScroll(page)).toBe(0)
  await axeInLightAndDark(page)
})

test('where no event is shown there is nothing to take along, and that is said', async ({ page }) => {
  await openStory(page, '?q=nothing-of-the-kind')
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('heading', { name: 'Take it along' }).click()
  await expect(page.getByText('No event matches: there is nothing to take along.')).toBeVisible()
})

test.describe('without the fonts', () => {
  test.use({ expectedErrors: [[/ERR_FAILED/], { scope: 'test' }] })

  test('a picture is still made', async ({ page }) => {
    const gate = makeGate()
    await openStory(page)
    await openSaving(page)
    await page.route('**/*.woff2', async (route) => {
      await gate.passed
      await route.abort()
    })
    gate.open()
    const { text } = await save(page, 'Picture, SVG')
    expect(text).toContain('A request in Singapore')
    expect(text).not.toContain('@font-face')
  })
})
