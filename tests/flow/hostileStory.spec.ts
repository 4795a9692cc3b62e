/** A story file written by an enemy: its words are shown, nothing in it runs, and the page holds together. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { details, entry, eventList, mark, notice, sidewaysScroll } from './pageParts.ts'
import { axe, expect, test } from './reader.ts'
import { serveStory } from './storyRoutes.ts'

const hostile = readFileSync(path.resolve(import.meta.dirname, '../fixtures/hostileStory.json'), 'utf8')
const longWord = /Donau(?:dampfschifffahrts)+/.exec(hostile)?.[0] ?? ''

test.beforeEach(async ({ page }) => {
  // Playwright needs no dialog to be answered; a page of ours never opens one.
  page.on('dialog', (dialog) => {
    throw new Error(`a dialog opened: ${dialog.message()}`)
  })
  await serveStory(page, hostile)
})

test('markup in a story is shown as it is written, and nothing in it runs', async ({ page }) => {
  await page.goto('/?actor=constructor')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    "<script>globalThis.hacked = 'title'</script> The hostile story",
  )
  await mark(page, 'Marked up').hover()
  await mark(page, 'Marked up').click()
  const panel = details(page)
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(
    "<script>globalThis.hacked='event'</script> Marked up",
  )
  await expect(panel).toContainText('</p></article><svg onload="globalThis.hacked=\'svg\'">')
  await expect(panel).toContainText('<iframe srcdoc=')
  await expect(panel).toContainText("{{constructor.constructor('globalThis.hacked=1')()}}")
  await expect(page).toHaveTitle(/<script>/)
  await expectNothingRan(page)
})

test('addresses that are none are text with the reason; good ones show their real host', async ({ page }) => {
  await openEvent(page, 'Marked up')
  const sources = details(page).getByRole('heading', { name: 'Sources' }).locator('..').getByRole('listitem')
  await expect(sources).toHaveCount(6)
  for (const [title, reason] of [
    [
      'An address that would run',
      /address not followed: javascript:.*Only https: and http: addresses are followed/,
    ],
    ['An address with a break in it', /address not followed: .*control characters/s],
    ['An address that is a page', /address not followed: data:.*Only https: and http:/],
    ['An address in disguise', /address not followed: .*user name or password/],
  ] as const) {
    const source = sources.filter({ hasText: title })
    await expect(source).toContainText(reason)
    // But for the way to what else rests on it, which is ours.
    await expect(source.getByRole('link').filter({ hasNotText: 'All that rests on it' })).toHaveCount(0)
  }
  await expect(sources.filter({ hasText: 'An address that looks like another' })).toContainText('xn--')
  await expect(sources.filter({ hasText: 'A good address' })).toContainText('paper.example')
  const hrefs = await page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol))
  expect(hrefs.filter((protocol) => protocol !== 'https:' && protocol !== 'http:')).toEqual([])
  const words = details(page).getByRole('link', { name: 'These words on paper.example' })
  await expect(words).toHaveAttribute(
    'href',
    'https://paper.example/fire?a=1&b=%3Cscript%3E#:~:text=a%2C%20b%20%26%20c%20%2D%20d%20%23%3A~%3Atext%3D%3Cscript%3E',
  )
})

test('signs that turn text around are made visible, letters of right-to-left scripts are kept', async ({
  page,
}) => {
  await openEvent(page, 'Marked up')
  const panel = details(page)
  await expect(panel.getByRole('blockquote').first()).toContainText(
    'said ⟨U+202E⟩sdrawkcab⟨U+202C⟩ and ⟨U+2067⟩isolated',
  )
  await expect(panel.getByRole('blockquote').nth(1)).toHaveAttribute('lang', 'he')
  await expect(panel.getByRole('blockquote').nth(1)).toContainText('ראינו את העשן בשעה חמש.')
  await expect(panel.getByText('לוי כהן').first()).toBeVisible()
  const raw = await page.evaluate(() => /[\u202A-\u202E\u2066-\u2069]/.test(document.body.innerText))
  expect(raw, 'control characters left in the text').toBe(false)
})

test('names that objects have are refused or harmless', async ({ page }) => {
  await page.goto('/')
  await expect(notice(page)).toContainText('__proto__')
  await expect(mark(page, 'A name that is no name')).toHaveCount(0)
  await mark(page, 'A name that objects have').click()
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('A name that objects have')
  expect(await page.evaluate(() => 'hacked' in {})).toBe(false)
})

for (const view of ['list', 'timeline']) {
  test(`words without an end do not push a phone’s page apart, ${view}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`/?view=${view}`)
    await expect((view === 'list' ? entry(page, longWord) : mark(page, longWord)).first()).toBeVisible()
    expect(await sidewaysScroll(page)).toBe(0)
    await openEvent(page, 'Marked up', view)
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await sheetScroll(page), 'marked-up').toBe(0)
    await openEvent(page, longWord, view)
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await sheetScroll(page), 'long-words').toBe(0)
  })
}

test('words without an end do not push a wide page apart either', async ({ page }) => {
  await openEvent(page, longWord)
  expect(await sidewaysScroll(page)).toBe(0)
  expect(await sheetScroll(page)).toBe(0)
})

for (const view of ['sources', 'statements', 'changes']) {
  for (const width of [360, 1440]) {
    test(`the hostile story runs nothing and pushes nothing apart, ${view} at ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 740 })
      await page.goto(`/?view=${view}&since=2000`)
      await expect(page.locator('.ledger')).toBeVisible()
      const folded = page.getByRole('button', { name: /^What rests on it/ })
      while ((await folded.count()) > 0) await folded.first().press('Enter')
      expect(await sidewaysScroll(page)).toBe(0)
      const raw = await page.evaluate(() => /[\u202A-\u202E\u2066-\u2069]/.test(document.body.innerText))
      expect(raw, 'control characters left in the text').toBe(false)
      await expectNothingRan(page)
      await axe(page)
    })
  }
}

test('a date beyond every calendar leaves the page responsive', async ({ page }) => {
  const story = JSON.parse(hostile) as { events: { date: unknown }[] }
  const events = story.events.map((event, i) =>
    i === 3 ? { ...event, date: { edtf: 'Y999999999999' } } : event,
  )
  await page.unrouteAll()
  await serveStory(page, JSON.stringify({ ...story, events }))
  await page.goto('/')
  await expect(eventList(page).getByRole('button').first()).toBeVisible()
  await page.getByRole('button', { name: 'Zoom out', exact: true }).click()
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click()
  await page.getByRole('button', { name: 'Show all', exact: true }).click()
  await expect(page.getByRole('slider', { name: 'Shown to' })).toHaveAttribute('aria-valuetext', /\d/)
})

test('the hostile story breaks no rule of accessibility', async ({ page }) => {
  await openEvent(page, 'Marked up')
  await axe(page)
})

async function openEvent(page: Page, title: string, view = 'timeline'): Promise<void> {
  await page.goto(`/?view=${view}`)
  const buttons = view === 'list' ? entry(page, title) : mark(page, title)
  // A name told aloud has the actors in it too; what is written is the title.
  await buttons.filter({ hasText: title.slice(0, 20) }).press('Enter')
  await expect(details(page).getByRole('heading', { level: 2 })).toContainText(title)
}

async function expectNothingRan(page: Page): Promise<void> {
  expect(await page.evaluate(() => (globalThis as { hacked?: string }).hacked)).toBeUndefined()
  await expect(
    page.locator('body script, iframe, img, object, embed, [onload], [onerror], [onmouseover]'),
  ).toHaveCount(0)
}

/** How far the inside of the details could be scrolled sideways, px. */
function sheetScroll(page: Page): Promise<number> {
  return page.locator('.details-body').evaluate((body) => body.scrollWidth - body.clientWidth)
}
