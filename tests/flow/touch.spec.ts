/** Fingers on the timeline: a tap opens, two fingers zoom, one moves along, and the page still scrolls. */
import type { CDPSession, Page } from '@playwright/test'
import { evaluation, official } from './namedEvents.ts'
import {
  addressOf,
  boxOf,
  detailsHeading,
  mark,
  nextWindow,
  openStory,
  waitForGestures,
  windowOf,
} from './pageParts.ts'
import { expect, test } from './reader.ts'

const DAY_MS = 86_400_000

test.use({ hasTouch: true, isMobile: true, viewport: { width: 820, height: 800 } })

test('a tap on a label opens the event', async ({ page }) => {
  await openStory(page, '?view=timeline')
  await mark(page, official.title).tap()
  await expect(detailsHeading(page, official.title)).toBeFocused()
})

test('two fingers zoom around the date between them, and back again', async ({ page }) => {
  await openStory(page, '?view=timeline&window=2026-04-10/2026-05-20')
  await waitForGestures(page)
  const fingers = await fingersOn(page)
  const sign = await boxOf(mark(page, evaluation.title))
  const x = sign.x + 8
  const y = sign.y + sign.height / 2
  const before = windowOf(page)
  await fingers('touchStart', [x - 40, y], [x + 40, y])
  for (const spread of [50, 60, 70, 80]) await fingers('touchMove', [x - spread, y], [x + spread, y])
  await fingers('touchEnd')
  const closer = await nextWindow(page, before)
  expect((closer.endMs - closer.startMs) / DAY_MS).toBeCloseTo(20, 1)
  expect((await boxOf(mark(page, evaluation.title))).x).toBeCloseTo(sign.x, 0)
  await fingers('touchStart', [x - 80, y], [x + 80, y])
  for (const spread of [70, 60, 50, 40]) await fingers('touchMove', [x - spread, y], [x + spread, y])
  await fingers('touchEnd')
  const wider = await nextWindow(page, closer)
  expect((wider.endMs - wider.startMs) / DAY_MS).toBeCloseTo(40, 1)
  expect(addressOf(page)).not.toContain('events/')
})

test('one finger sideways moves along the timeline', async ({ page }) => {
  await openStory(page, '?view=timeline')
  await waitForGestures(page)
  const fingers = await fingersOn(page)
  const sign = await boxOf(mark(page, evaluation.title))
  const [x, y] = [sign.x + 8, sign.y + sign.height / 2]
  await fingers('touchStart', [x, y])
  for (const moved of [20, 40, 60, 80]) await fingers('touchMove', [x - moved, y])
  await fingers('touchEnd')
  await nextWindow(page, null)
  expect((await boxOf(mark(page, evaluation.title))).x).toBeCloseTo(sign.x - 80, -1)
  expect(addressOf(page)).not.toContain('events/')
})

test('one finger upwards scrolls the page and leaves the window alone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await openStory(page, '?view=timeline')
  await waitForGestures(page)
  const fingers = await fingersOn(page)
  const { x, y } = await boxOf(mark(page, 'Bloomberg'))
  await fingers('touchStart', [x + 40, y + 12])
  for (let step = 1; step <= 10; step++) await fingers('touchMove', [x + 40, y + 12 - 15 * step])
  await fingers('touchEnd')
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(80)
  expect(addressOf(page)).toBe('?view=timeline')
})

type Send = (
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  ...points: readonly (readonly [number, number])[]
) => Promise<unknown>

async function fingersOn(page: Page): Promise<Send> {
  const client: CDPSession = await page.context().newCDPSession(page)
  return (type, ...points) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    })
}
