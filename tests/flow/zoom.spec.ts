/** Looking closer and further along: wheel, drag and buttons, within limits, with the window in the address. */
import type { Page } from '@playwright/test'
import { site, subsite } from './addresses.ts'
import { evaluation, official, relay } from './namedEvents.ts'
import {
  addressOf,
  boxOf,
  details,
  detailsHeading,
  eventList,
  expectAddress,
  mark,
  nextWindow,
  openStory,
  readSettledView,
  waitForGestures,
  windowOf,
  withoutPainter,
} from './pageParts.ts'
import { expect, test } from './reader.ts'

const DAY_MS = 86_400_000

test('the wheel zooms, and the date under the pointer stays there', async ({ page }) => {
  await openStory(page)
  await waitForGestures(page)
  const sign = await signOf(page, evaluation.title)
  await page.mouse.move(sign.x, sign.y)
  for (const delta of [-200, -200, 150]) {
    const before = windowOf(page)
    await page.mouse.wheel(0, delta)
    await nextWindow(page, before)
    expect((await signOf(page, evaluation.title)).x).toBeCloseTo(sign.x, 0)
  }
})

test('a sideways wheel pans by as much as it is turned', async ({ page }) => {
  await openStory(page)
  await waitForGestures(page)
  const before = await signOf(page, evaluation.title)
  await page.mouse.move(before.x, before.y)
  await page.mouse.wheel(120, 0)
  await nextWindow(page, null)
  expect((await signOf(page, evaluation.title)).x).toBeCloseTo(before.x - 120, 0)
})

test('a drag pans, marks keep their rows, and nothing opens where it began or ended', async ({ page }) => {
  await withoutPainter(page)
  await openStory(page)
  await waitForGestures(page)
  const before = await signOf(page, evaluation.title)
  const rows = await readRows(page)
  const label = await boxOf(mark(page, official.title).getByText(official.title))
  // It begins on a label: a drag is not a click.
  await page.mouse.move(label.x + 150, label.y + 8)
  await page.mouse.down()
  for (let step = 1; step <= 8; step++) {
    await page.mouse.move(label.x + 150 - 15 * step, label.y + 8)
    const now = await readRows(page)
    for (const [name, y] of now) if (rows.has(name)) expect(y, name).toBe(rows.get(name))
  }
  await page.mouse.up()
  await nextWindow(page, null)
  expect((await signOf(page, evaluation.title)).x).toBeCloseTo(before.x - 120, 0)
  await expect(details(page)).toHaveCount(0)
  expect(addressOf(page)).not.toContain('events/')
})

test('a hand that shakes a little as it clicks opens the event, and moves nothing', async ({ page }) => {
  await openStory(page)
  await waitForGestures(page)
  const label = await boxOf(mark(page, official.title).getByText(official.title))
  await page.mouse.move(label.x + 50, label.y + 8)
  await page.mouse.down()
  await page.mouse.move(label.x + 53, label.y + 8)
  await page.mouse.up()
  await expect(detailsHeading(page, official.title)).toBeVisible()
  expect(windowOf(page)).toBeNull()
})

test('a drag begins without a hitch: what it will show was drawn when the mouse was pressed', async ({
  page,
}) => {
  const { x, y } = await pressWhereNothingStands(page)
  const drawn = await page.locator('.stage').evaluateHandle((stage) => {
    const records: MutationRecord[] = []
    new MutationObserver((more) => records.push(...more)).observe(stage, { subtree: true, childList: true })
    return records
  })
  const before = await signOf(page, evaluation.title)
  for (let step = 1; step <= 10; step++) await page.mouse.move(x - 30 * step, y)
  await expect(page.locator('.timeline-surface[data-painting="now"]')).toBeVisible()
  expect(await drawn.evaluate((records) => records.length)).toBe(0)
  await page.mouse.up()
  await nextWindow(page, null)
  expect((await signOf(page, evaluation.title)).x).toBeCloseTo(before.x - 300, 0)
})

test('a press that becomes no drag leaves the drawing as it was', async ({ page }) => {
  const { datesAtRest } = await pressWhereNothingStands(page)
  await page.mouse.up()
  await expect(page.locator('.axis-minor')).toHaveCount(datesAtRest)
  expect(windowOf(page)).toBeNull()
})

test('the line from the open event to what it has to do with stays while the mouse is pressed, until the window moves', async ({
  page,
}) => {
  const { x, y } = await pressWhereNothingStands(page, 'events/access-request/?view=timeline')
  const line = page.locator('.relation-line')
  await expect(line).toHaveAttribute('d', /^M/)
  await page.mouse.move(x - 60, y)
  await expect(line).toHaveAttribute('d', '')
  await page.mouse.up()
  await nextWindow(page, null)
  await expect(line).toHaveAttribute('d', /^M/)
})

test('the name of a month that has no room beside the next one is not seen cut at the left, also while the window moves', async ({
  page,
}) => {
  await withoutPainter(page)
  const { x, y } = await pressWhereNothingStands(page)
  const surface = await boxOf(page.locator('.timeline-surface'))
  const cut = (): Promise<readonly string[]> =>
    page.locator('.axis-major').evaluateAll(
      (names, left) =>
        names.flatMap((name) => {
          const box = name.getBoundingClientRect()
          return box.left < left - 1 && box.right > left + 1 ? [name.textContent] : []
        }),
      surface.x,
    )
  await expect(page.locator('.axis-major', { hasText: 'March' })).toHaveCount(1)
  expect(await cut()).toEqual([])
  for (let step = 1; step <= 20; step++) {
    await page.mouse.move(x - 30 * step, y)
    expect(await cut()).toEqual([])
  }
  await page.mouse.up()
})

/** The drawing has become wider under the pressed mouse: that shows in the dates of its axis. */
async function pressWhereNothingStands(
  page: Page,
  path?: string,
): Promise<{ readonly x: number; readonly y: number; readonly datesAtRest: number }> {
  await openStory(page, path)
  await waitForGestures(page)
  const dates = page.locator('.axis-minor')
  const datesAtRest = await dates.count()
  const surface = await boxOf(page.locator('.timeline-surface'))
  const [x, y] = [surface.x + surface.width - 20, surface.y + 100]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await expect.poll(() => dates.count()).toBeGreaterThan(datesAtRest)
  return { x, y, datesAtRest }
}

test('a flick that ends on the event on which it began opens nothing', async ({ page }) => {
  await openStory(page)
  await waitForGestures(page)
  // Within one frame: nothing could be drawn over the event meanwhile.
  await mark(page, official.title).evaluate((button) => {
    const { x, y } = button.getBoundingClientRect()
    const at = (moved: number, buttons: number) =>
      ({
        pointerId: 1,
        pointerType: 'mouse',
        bubbles: true,
        clientX: x + 5 + moved,
        clientY: y + 5,
        buttons,
      }) as const
    button.dispatchEvent(new PointerEvent('pointerdown', at(0, 1)))
    button.dispatchEvent(new PointerEvent('pointermove', at(9, 1)))
    button.dispatchEvent(new PointerEvent('pointerup', at(9, 0)))
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  })
  await nextWindow(page, null)
  await expect(details(page)).toHaveCount(0)
})

test('the date that a drag holds stays under the pointer when the wheel zooms meanwhile', async ({
  page,
}) => {
  await openStory(page)
  await waitForGestures(page)
  const sign = await signOf(page, evaluation.title)
  const distancePx = (await signOf(page, relay.title)).x - sign.x
  await page.mouse.move(sign.x, sign.y)
  await page.mouse.down()
  await page.mouse.move(sign.x - 60, sign.y)
  await page.mouse.wheel(0, -120)
  await expect
    .poll(async () => Math.abs((await signOf(page, evaluation.title)).x - sign.x + 60))
    .toBeLessThan(1)
  await page.mouse.move(sign.x - 100, sign.y)
  await page.mouse.up()
  await nextWindow(page, null)
  const after = await signOf(page, evaluation.title)
  expect(after.x).toBeCloseTo(sign.x - 100, 0)
  const relayed = await signOf(page, relay.title)
  expect(Math.abs(relayed.x - after.x)).toBeGreaterThan(Math.abs(distancePx) * 1.1)
})

test('a drag whose button was let go out of sight is over when the mouse comes back', async ({ page }) => {
  await openStory(page)
  await waitForGestures(page)
  const sign = await signOf(page, evaluation.title)
  await page.mouse.move(sign.x, sign.y)
  await page.mouse.down()
  await page.mouse.move(sign.x - 60, sign.y)
  // As browsers tell it when a dialogue of the system has taken the release.
  await page.evaluate(() => {
    const move = { pointerId: 1, pointerType: 'mouse', buttons: 0, bubbles: true }
    document.body.dispatchEvent(new PointerEvent('pointermove', { ...move, clientX: 400, clientY: 300 }))
  })
  await page.mouse.move(sign.x - 160, sign.y)
  await page.mouse.up()
  await nextWindow(page, null)
  expect((await signOf(page, evaluation.title)).x).toBeCloseTo(sign.x - 60, 0)
})

test('buttons zoom and pan, and Show all returns to the first view', async ({ page }) => {
  await openStory(page)
  const first = await readSettledView(page)
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click()
  const closer = await nextWindow(page, null)
  await page.getByRole('button', { name: 'Later', exact: true }).click()
  const later = await nextWindow(page, closer)
  expect(later.startMs - closer.startMs).toBeCloseTo((closer.endMs - closer.startMs) / 2, -5)
  await page.getByRole('button', { name: 'Earlier', exact: true }).click()
  await nextWindow(page, later)
  expect(windowOf(page)).toEqual(closer)
  await page.getByRole('button', { name: 'Zoom out', exact: true }).click()
  await nextWindow(page, closer)
  await page.getByRole('button', { name: 'Show all', exact: true }).click()
  await expectAddress(page, '')
  expect(await readSettledView(page)).toEqual(first)
})

test('zooming in ends at two days, zooming out and panning at some distance from the story', async ({
  page,
}) => {
  await openStory(page)
  const press = async (name: string): Promise<void> => {
    for (let i = 0; i < 14; i++) await page.getByRole('button', { name, exact: true }).click()
  }
  await press('Zoom in')
  await nextWindow(page, null)
  await expect.poll(() => spanDays(page)).toBe(2)
  await press('Zoom out')
  await expect.poll(() => spanDays(page)).toBeGreaterThan(60)
  const widest = windowOf(page)
  await press('Zoom out')
  await press('Later')
  expect(windowOf(page)).toEqual(widest)
  expect(spanDays(page)).toBeLessThan(400)
})

test('turning the wheel on at the limit scrolls the page, as it would elsewhere', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 500 })
  await openStory(page)
  await waitForGestures(page)
  for (let i = 0; i < 14; i++) await page.getByRole('button', { name: 'Zoom out', exact: true }).click()
  await nextWindow(page, null)
  await page.evaluate(() => scrollTo(0, 0))
  const { x, y } = await boxOf(page.getByRole('region', { name: 'Timeline' }))
  await page.mouse.move(x + 400, y + 60)
  await page.mouse.wheel(0, 200)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
})

for (const { base, url } of [site, subsite]) {
  test(`under ${base} the window is in the address, and a link to it shows the same`, async ({ page }) => {
    await openStory(page, '', url)
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click()
    const window = await nextWindow(page, null)
    await page.getByRole('button', { name: 'Later', exact: true }).click()
    await nextWindow(page, window)
    const sent = await readSettledView(page)
    const rows = await readRows(page)
    const link = page.url()
    await page.goto('about:blank')
    await page.goto(link)
    await expect.poll(() => readRows(page)).toEqual(rows)
    expect(await readSettledView(page)).toEqual(sent)
    expect(page.url()).toBe(link)
  })
}

test('a link keeps its window even where the event lies outside; going on to the next brings that into view', async ({
  page,
}) => {
  await openStory(page, 'events/nyt-report/?window=2026-04-06/2026-04-10')
  await expect(detailsHeading(page, 'New York Times report')).toBeVisible()
  await expect(mark(page, relay.title)).toHaveCount(0)
  await expectAddress(page, 'events/nyt-report/?window=2026-04-06/2026-04-10')
  await details(page).getByRole('link', { name: /^Next/ }).click()
  await expect(detailsHeading(page, relay.title)).toBeVisible()
  await expect(mark(page, relay.title)).toBeInViewport()
})

/** Where the sign of an event on a known day stands: the left end of its mark. */
async function signOf(page: Page, title: string): Promise<{ x: number; y: number }> {
  const { x, y, height } = await boxOf(mark(page, title))
  return { x: x + 8, y: y + height / 2 }
}

/** Height of every event in view, by its name. */
async function readRows(page: Page): Promise<ReadonlyMap<string, number>> {
  const rows = await eventList(page)
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons.map((button): [string, number] => [
        button.getAttribute('aria-label') ?? '',
        Math.round(button.getBoundingClientRect().top),
      ]),
    )
  return new Map(rows)
}

function spanDays(page: Page): number {
  const window = windowOf(page)
  return window === null ? NaN : (window.endMs - window.startMs) / DAY_MS
}
