/** Everything a mouse can do can be done without one. No test here touches the mouse. */
import { addressOfPart } from './builtFiles.ts'
import { evaluation, official, relay } from './namedEvents.ts'
import {
  boxOf,
  chip,
  details,
  detailsHeading,
  entry,
  eventList,
  expectAddress,
  filters,
  focusedName,
  mark,
  nextWindow,
  openStory,
  readView,
  windowOf,
} from './pageParts.ts'
import { expect, test } from './reader.ts'
import { makeGate } from './storyRoutes.ts'
import type { Page } from '@playwright/test'

const first = 'Meeting in Singapore: Anthropic and a Chinese think tank'
const second = 'Think-tank representative urges access for Chinese authorities'
/** Noon of the day of the last dated event. */
const RELAY_MS = Date.UTC(2026, 4, 13, 12)
const last = 'Chinese side calls strict control a mistake'

test.describe('keys pressed before the page had fetched what they do', () => {
  /** @returns opens the gate, and waits until that part has come */
  async function pressEarly(page: Page, keys: readonly string[]): Promise<() => Promise<void>> {
    const gate = makeGate()
    const part = addressOfPart('src/ui/timeline/pressKey.ts')
    await page.route(part, async (route) => {
      await gate.passed
      await route.continue()
    })
    await openStory(page)
    await mark(page, first).focus()
    for (const key of keys) await page.keyboard.press(key)
    return async () => {
      const come = page.waitForEvent('requestfinished', (request) =>
        request.url().endsWith(part.slice('**'.length)),
      )
      gate.open()
      await come
    }
  }

  test('are not lost', async ({ page }) => {
    const open = await pressEarly(page, ['ArrowRight', 'End', 'ArrowRight', 'Home', 'ArrowRight'])
    await expect(mark(page, first)).toBeFocused()
    await open()
    await expect(mark(page, second)).toBeFocused()
    await expect(page.getByRole('status').filter({ hasText: 'This is the last event.' })).toHaveCount(1)
  })

  test('call nobody back who has left the list', async ({ page }) => {
    const open = await pressEarly(page, ['ArrowRight'])
    const words = filters(page).getByRole('searchbox')
    await words.focus()
    await open()
    await page.waitForFunction(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))),
    )
    await expect(words).toBeFocused()
  })
})

test('the timeline is one stop for Tab, and every key of its table works', async ({ page }) => {
  await openStory(page)
  await expect(page.getByRole('slider', { name: 'Shown to' })).toBeVisible()
  const press = (key: string): Promise<void> => page.keyboard.press(key)
  const expectFocus = (title: string): Promise<void> => expect(mark(page, title)).toBeFocused()

  await test.step('Tab leads into the list once and out of it again', async () => {
    await tabTo(page, first)
    await press('Tab')
    await expect(page.getByRole('slider', { name: 'Shown from' })).toBeFocused()
    await press('Shift+Tab')
    await expectFocus(first)
  })
  await test.step('arrows go through time, and say where it ends', async () => {
    await press('ArrowRight')
    await expectFocus(second)
    await press('ArrowLeft')
    await expectFocus(first)
    await press('ArrowLeft')
    await expect(page.getByRole('status').filter({ hasText: 'This is the first event.' })).toHaveCount(1)
    await expectFocus(first)
  })
  await test.step('the list remembers where the focus was', async () => {
    await press('ArrowRight')
    await press('Tab')
    await press('Shift+Tab')
    await expectFocus(second)
  })
  await test.step('Home and End go to the ends of what is in view', async () => {
    await press('End')
    await expectFocus(last)
    await press('ArrowRight')
    await expect(page.getByRole('status').filter({ hasText: 'This is the last event.' })).toHaveCount(1)
    await press('Home')
    await expectFocus(first)
  })
  await test.step('down and up go from lane to lane', async () => {
    await mark(page, 'Claude Mythos Preview announced').focus()
    await press('ArrowDown')
    expect(await focusedName(page)).toMatch(/Release held back|Outsiders said/)
    await press('ArrowDown')
    expect(await focusedName(page)).toMatch(/^(?:On some day|Not)/)
    await press('ArrowUp')
    expect(await focusedName(page)).toMatch(/Release held back|Outsiders said/)
  })
  await test.step('plus and minus zoom and keep the focused event in its place', async () => {
    await mark(page, evaluation.title).focus()
    const { x } = await boxOf(mark(page, evaluation.title))
    await press('+')
    const window = await nextWindow(page, null)
    await expectFocus(evaluation.title)
    expect((await boxOf(mark(page, evaluation.title))).x).toBeCloseTo(x, 0)
    await press('-')
    await nextWindow(page, window)
    await expectFocus(evaluation.title)
    expect((await boxOf(mark(page, evaluation.title))).x).toBeCloseTo(x, 0)
  })
  await test.step('0 shows all', async () => {
    await press('0')
    await expectAddress(page, '')
    await expectFocus(evaluation.title)
  })
  await test.step('Page Down and Page Up go one window later and earlier', async () => {
    await press('+')
    const window = await nextWindow(page, null)
    await press('PageUp')
    const earlier = await nextWindow(page, window)
    expect(earlier.endMs).toBeCloseTo(window.startMs, -5)
    await expect(eventList(page).locator(':focus')).toHaveCount(1)
    await press('PageDown')
    await nextWindow(page, earlier)
    await expect(eventList(page).locator(':focus')).toHaveCount(1)
  })
  await test.step('with Ctrl, Home and End reach the ends of all, panning there', async () => {
    await press('Control+Home')
    await expectFocus(first)
    await press('Control+End')
    await expectFocus(last)
  })
  await test.step('arrows pan when the next event lies outside the window', async () => {
    await press('Home')
    await press('0')
    await mark(page, 'DeepSeek V4 Pro appears').focus()
    for (let i = 0; i < 4; i++) await press('+')
    await expect(mark(page, relay.title)).toHaveCount(0)
    await expect.poll(() => windowOf(page)?.endMs).toBeLessThan(RELAY_MS)
    for (let i = 0; i < 7; i++) await press('ArrowRight')
    await expectFocus(relay.title)
    await expect.poll(() => windowOf(page)?.endMs).toBeGreaterThan(RELAY_MS)
    await press('0')
  })
  await test.step('Enter opens, Escape closes and returns', async () => {
    await mark(page, official.title).focus()
    await press('Enter')
    await expect(detailsHeading(page, official.title)).toBeFocused()
    await press('Escape')
    await expect(details(page)).toHaveCount(0)
    await expectFocus(official.title)
  })
})

test('filters, views, theme and sharing work by keyboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openStory(page)
  const press = (key: string): Promise<void> => page.keyboard.press(key)
  // They are not part of the first picture.
  await expect(filters(page)).toBeVisible()

  await test.step('an actor is chosen and let go', async () => {
    await tabTo(page, 'Anthropic')
    await press('Space')
    await expectAddress(page, '?actor=anthropic')
    await expect(chip(page, 'Anthropic')).toBeFocused()
    await press('Space')
    await expectAddress(page, '')
  })
  await test.step('the list of actors is unfolded, searched and closed', async () => {
    await tabTo(page, 'All 29')
    await press('Enter')
    await expect(filters(page).getByRole('searchbox', { name: 'Find an actor' })).toBeVisible()
    await press('Tab')
    await expect(filters(page).getByRole('searchbox', { name: 'Find an actor' })).toBeFocused()
    await page.keyboard.type('sheehan')
    await press('Tab')
    await press('Space')
    await expectAddress(page, '?actor=matt-sheehan')
    await press('Escape')
    await expect(filters(page).getByRole('button', { name: 'All 29' })).toBeFocused()
  })
  await test.step('words and dates are typed', async () => {
    await tabTo(page, '', filters(page).getByRole('searchbox', { name: 'Search words' }))
    await page.keyboard.type('conference')
    await expectAddress(page, '?actor=matt-sheehan&q=conference')
    await press('Tab')
    await page.keyboard.type('2026')
    await press('Enter')
    await expectAddress(page, '?actor=matt-sheehan&from=2026&q=conference')
    await expect(eventList(page).getByRole('button')).toHaveCount(1)
  })
  await test.step('Clear clears, and the focus is not lost', async () => {
    await tabTo(page, 'Clear')
    await press('Enter')
    await expectAddress(page, '')
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
  })
  await test.step('an event that is hidden while open gives the focus to the nearest one shown', async () => {
    await mark(page, official.title).focus()
    await press('Enter')
    await expect(detailsHeading(page, official.title)).toBeFocused()
    await filters(page).getByRole('searchbox', { name: 'Search words' }).focus()
    await page.keyboard.type('DeepSeek')
    await expect(details(page).getByText('Hidden by the filter')).toBeVisible()
    await details(page).getByRole('button', { name: 'Close' }).focus()
    await press('Escape')
    await expect(mark(page, evaluation.title)).toBeFocused()
    await filters(page).getByRole('searchbox', { name: 'Search words' }).focus()
    await press('ControlOrMeta+a')
    await press('Delete')
    await expectAddress(page, '')
  })
  await test.step('the window is moved by its ends and by buttons', async () => {
    await page.getByRole('slider', { name: 'Shown from' }).focus()
    await press('ArrowRight')
    const window = await nextWindow(page, null)
    await tabTo(page, 'Zoom in')
    await press('Enter')
    await nextWindow(page, window)
    await tabTo(page, 'Show all')
    await press('Enter')
    await expectAddress(page, '')
  })
  await test.step('the list opens, and an event from it', async () => {
    await page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'List' }).focus()
    await press('Enter')
    await expectAddress(page, '?view=list')
    await entry(page, official.title).focus()
    await press('Enter')
    await expect(detailsHeading(page, official.title)).toBeFocused()
    await press('Escape')
    await expect(entry(page, official.title)).toBeFocused()
  })
  await test.step('the theme changes', async () => {
    await page.getByRole('button', { name: 'Dark theme' }).focus()
    await press('Enter')
    await expect(page.getByRole('button', { name: 'Light theme' })).toBeFocused()
  })
  await test.step('the view is shared', async () => {
    const share = page.getByRole('button', { name: 'Share' })
    await share.focus()
    await press('Enter')
    await expect(page.getByRole('dialog', { name: 'Share this view' })).toBeVisible()
    await press('Escape')
    await expect(share).toBeFocused()
    await press('Enter')
    await page.getByRole('button', { name: 'Copy link' }).focus()
    await press('Enter')
    await expect(
      page.getByRole('paragraph').filter({ hasText: 'Link copied. It opens exactly this view.' }),
    ).toBeVisible()
  })
  expect((await readView(page)).kind).toBe('List')
})

test('the keys are explained on the page', async ({ page }) => {
  await openStory(page)
  await page.getByText('Keys for the timeline').focus()
  await page.keyboard.press('Enter')
  for (const key of ['→ ←', '↓ ↑', 'Home End', 'Page Down, Page Up', '+ − 0', 'Enter', 'Esc'])
    await expect(page.getByRole('term').filter({ hasText: key })).toBeVisible()
})

test('the focus can always be seen: no stop of Tab is hidden or covered', async ({ page }) => {
  await openStory(page, `events/${official.id}/`)
  await expect(page.getByRole('slider', { name: 'Shown to' })).toBeVisible()
  const lost: string[] = []
  for (let i = 0; i < 50; i++) {
    await page.keyboard.press('Tab')
    const problem = await page.evaluate(() => {
      const focused = document.activeElement
      if (focused === null || focused === document.body) return null
      const { x, y, width, height } = focused.getBoundingClientRect()
      const top = document.elementFromPoint(x + width / 2, y + height / 2)
      const { outlineStyle, outlineWidth, pointerEvents } = getComputedStyle(focused)
      // What lets presses through cannot be asked for; nothing of ours lies over it.
      const isSeen =
        pointerEvents === 'none' || (top !== null && (focused.contains(top) || top.contains(focused)))
      const isRinged = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
      return isSeen && isRinged
        ? null
        : `${focused.tagName} “${focused.getAttribute('aria-label') ?? focused.textContent}” ${isSeen ? 'has no ring' : 'is covered'}`
    })
    if (problem !== null && !lost.includes(problem)) lost.push(problem)
  }
  expect(lost).toEqual([])
})

/** Presses Tab until the named thing has the focus: no more often than the page has stops. */
async function tabTo(page: Page, name: string, target = page.locator(':focus')): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab')
    if (name === '') {
      if (await target.evaluate((element) => element === document.activeElement)) return
    } else if ((await focusedName(page)).includes(name)) return
  }
  throw new Error(`Tab never came to ${name === '' ? String(target) : name}`)
}
