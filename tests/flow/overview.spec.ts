/** The strip under the timeline shows the whole story with the window on it, and moves it. */
import type { Page } from '@playwright/test'
import { boxOf, nextWindow, openStory, waitForGestures, windowOf } from './pageParts.ts'
import { expect, test } from './reader.ts'

const DAY_MS = 86_400_000

test.beforeEach(async ({ page }) => {
  await openStory(page, '?window=2026-04-10/2026-04-30')
  await waitForGestures(page)
})

test('dragging the window on the strip moves it with its length kept', async ({ page }) => {
  const before = windowOf(page)
  const from = await middleOf(page, 'Shown from')
  const to = await middleOf(page, 'Shown to')
  await drag(page, { x: (from.x + to.x) / 2, y: from.y }, 60)
  const after = await nextWindow(page, before)
  expect((after.endMs - after.startMs) / DAY_MS).toBeCloseTo(20, 1)
  expect((await middleOf(page, 'Shown from')).x).toBeCloseTo(from.x + 60, 0)
})

for (const { name, end } of [
  { name: 'Shown from', end: 'startMs' },
  { name: 'Shown to', end: 'endMs' },
] as const) {
  test(`dragging the handle “${name}” moves that end alone`, async ({ page }) => {
    const before = windowOf(page)
    const handle = await middleOf(page, name)
    await drag(page, handle, name === 'Shown from' ? -40 : 40)
    const after = await nextWindow(page, before)
    expect(Math.abs(after[end] - (before?.[end] ?? 0))).toBeGreaterThan(DAY_MS)
    const other = end === 'startMs' ? 'endMs' : 'startMs'
    // The strip knows its ends to the pixel, not to the minute.
    expect(Math.abs(after[other] - (before?.[other] ?? 0))).toBeLessThan(DAY_MS / 10)
    expect((await middleOf(page, name)).x).toBeCloseTo(handle.x + (name === 'Shown from' ? -40 : 40), 0)
  })
}

test('a press beside the window brings the window there', async ({ page }) => {
  const before = windowOf(page)
  const to = await middleOf(page, 'Shown to')
  await page.mouse.click(to.x + 100, to.y)
  const after = await nextWindow(page, before)
  expect((after.endMs - after.startMs) / DAY_MS).toBeCloseTo(20, 1)
  expect(after.startMs).toBeGreaterThan(before?.startMs ?? Infinity)
})

test('both ends are sliders that keys move, and that say their day in words', async ({ page }) => {
  const from = page.getByRole('slider', { name: 'Shown from' })
  const to = page.getByRole('slider', { name: 'Shown to' })
  await expect(from).toHaveAttribute('aria-valuetext', '10 April 2026')
  await expect(to).toHaveAttribute('aria-valuetext', '29 April 2026')
  await from.focus()
  const before = windowOf(page)
  await page.keyboard.press('PageUp')
  const later = await nextWindow(page, before)
  await expect(from).toHaveAttribute('aria-valuetext', '14 April 2026')
  await expect(to).toHaveAttribute('aria-valuetext', '29 April 2026')
  await page.keyboard.press('ArrowLeft')
  const earlier = await nextWindow(page, later)
  expect(earlier.startMs).toBeLessThan(later.startMs)
  await page.keyboard.press('End')
  await nextWindow(page, earlier)
  await expect(from).toHaveAttribute('aria-valuetext', '28 April 2026')
  await expect(from).toBeFocused()
})

async function middleOf(page: Page, slider: string): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await boxOf(page.getByRole('slider', { name: slider }))
  return { x: x + width / 2, y: y + height / 2 }
}

async function drag(page: Page, from: { x: number; y: number }, byPx: number): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (let step = 1; step <= 5; step++) await page.mouse.move(from.x + (byPx * step) / 5, from.y)
  await page.mouse.up()
}
