/** How does a reader find the parts of the page, and what is seen there? By role and name, once for all journeys. */
import { expect, type Locator, type Page } from '@playwright/test'
import { site } from './addresses.ts'

/** Opens an address below the site's base and waits until the app stands in the place of the page's text. @param path without a slash at its start */
export async function openStory(page: Page, path = '', base: string = site.url): Promise<void> {
  await page.goto(base + path)
  await expect(page.locator('#before')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: 'A request in Singapore' })).toBeVisible()
}

export function eventList(page: Page): Locator {
  return page.getByRole('list', { name: 'Events, earliest first' })
}

/** The button of an event on the timeline. */
export function mark(page: Page, title: string): Locator {
  return eventList(page).getByRole('button', { name: title })
}

/** The button of an event in the list view. */
export function entry(page: Page, title: string): Locator {
  return page.getByRole('region', { name: 'List of events' }).getByRole('button', { name: title })
}

/** The open event, beside the story or over it. */
export function details(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Event' }).or(page.getByRole('dialog', { name: 'Event' }))
}

export function detailsHeading(page: Page, title: string): Locator {
  return details(page).getByRole('heading', { level: 2, name: title })
}

export function filters(page: Page): Locator {
  return page.getByRole('search', { name: 'Filter events' })
}

/** "9 of 21 events", wherever this width of screen says it. */
export function countWords(page: Page, words: string | RegExp): Locator {
  return filters(page).getByText(words).filter({ visible: true })
}

export function chip(page: Page, actor: string): Locator {
  return filters(page).getByRole('button', { name: actor })
}

export function notice(page: Page): Locator {
  return page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Dismiss this notice' }) })
}

/** Path, query and hash below the base. */
export function addressOf(page: Page, base: string = site.url): string {
  return page.url().slice(base.length)
}

export async function expectAddress(page: Page, address: string, base: string = site.url): Promise<void> {
  await expect.poll(() => addressOf(page, base), { message: 'address' }).toBe(address)
}

/** What a reader would call the same view: what is open, what is filtered, what is in the window. */
export interface View {
  readonly open: string | null
  readonly title: string
  readonly actors: readonly string[]
  readonly fields: readonly string[]
  readonly kind: string
  readonly period: readonly string[]
  readonly events: readonly string[]
}

/** Once the filters have come, which are not part of the first picture. */
export async function readView(page: Page): Promise<View> {
  await page.locator('.filters').waitFor({ state: 'attached' })
  return page.evaluate(() => {
    const texts = (selector: string): string[] =>
      [...document.querySelectorAll<HTMLElement>(selector)].map(
        (element) => element.getAttribute('aria-label') ?? element.textContent.trim(),
      )
    return {
      open: document.querySelector('.details h2')?.textContent ?? null,
      title: document.title,
      actors: texts('.of-actor .chip[aria-pressed="true"] > bdi'),
      fields: [
        ...document.querySelectorAll<HTMLInputElement>('[role="search"] input:not([type="checkbox"])'),
      ].map((input) => input.value),
      kind: texts('.view-switch [aria-pressed="true"]').join(),
      period: [...document.querySelectorAll('[role="slider"]')].map(
        (slider) => slider.getAttribute('aria-valuetext') ?? '',
      ),
      events: texts('.marks button, .event-list li button'),
    }
  })
}

/** Waits until the lazily loaded parts stand, then reads the view. */
export async function readSettledView(page: Page): Promise<View> {
  await expect(page.getByRole('slider', { name: 'Shown to' })).toBeVisible()
  await expect(page.getByText('Loading the event…')).toHaveCount(0)
  return readView(page)
}

/** Gestures are loaded after the first picture; until then wheel and drag do nothing. */
export async function waitForGestures(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('.timeline-surface[data-gestures]') !== null &&
      document.querySelector('.overview-brush .selection') !== null,
  )
}

/** From now on the page itself shows every step of a motion, as in a browser that hands no canvas to a worker. */
export async function withoutPainter(page: Page): Promise<void> {
  await page.addInitScript(() =>
    Reflect.deleteProperty(HTMLCanvasElement.prototype, 'transferControlToOffscreen'),
  )
}

/** The window in the address as two moments, ms; null while it is the first view. */
export function windowOf(page: Page): Window | null {
  const text = new URL(page.url()).searchParams.get('window')
  if (text === null) return null
  const [startMs = NaN, endMs = NaN] = text
    .split('/')
    .map((end) => Date.parse(end.includes('T') ? `${end.replace(/Z$/, '')}Z` : end))
  return { startMs, endMs }
}

interface Window {
  readonly startMs: number
  readonly endMs: number
}

/**
 * Waits until a gesture's window is in the address, and gives it. The address follows a gesture by four tenths
 * of a second, so only one that stays for longer is the last.
 */
export async function nextWindow(page: Page, before: Window | null): Promise<Window> {
  const isSame = (a: Window | null, b: Window | null): boolean =>
    a?.startMs === b?.startMs && a?.endMs === b?.endMs
  let last = before
  await expect
    .poll(
      () => {
        const now = windowOf(page)
        const isSettled = isSame(now, last) && !isSame(now, before)
        last = now
        return isSettled
      },
      { message: 'a new window in the address', intervals: [100, 500, 500] },
    )
    .toBe(true)
  const window = windowOf(page)
  if (window === null) throw new Error('the address has lost its window')
  return window
}

/** What has the focus, as it would be read aloud. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement
    return focused?.getAttribute('aria-label') ?? focused?.textContent.trim() ?? ''
  })
}

export async function boxOf(
  locator: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('not on the page')
  return box
}

/** How far the page could be scrolled sideways, px. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
