/** While the window moves, things move apart and nothing is stretched; when it rests, all is as if drawn there. */
import type { Page } from '@playwright/test'
import { nextWindow, openStory, readSettledView, waitForGestures, withoutPainter } from './pageParts.ts'
import { expect, test } from './reader.ts'

test('a wheel that zooms moves marks apart and stretches no label; at rest all is drawn for the new window', async ({
  page,
}) => {
  await openStory(page)
  await waitForGestures(page)
  const before = await turn(page, 0, 0)
  const during = await turn(page, 3, -40)
  expect(during.isMoving).toBe(true)
  const pairs = [...during.labels].flatMap(([words, label]) => {
    const was = before.labels.get(words)
    return was === undefined ? [] : [{ words, was, label }]
  })
  expect(pairs.length).toBeGreaterThan(10)
  for (const { words, was, label } of pairs) {
    expect(Math.abs(label.height - was.height), words).toBeLessThan(0.5)
    expect(Math.abs(label.wordsPx - was.wordsPx), words).toBeLessThan(0.5)
  }
  const days = pairs.filter(({ label }) => label.side === 'right').sort((a, b) => a.was.left - b.was.left)
  const spread = (of: (pair: (typeof days)[number]) => number): number => {
    const xs = days.map(of)
    return (xs.at(-1) ?? 0) - (xs[0] ?? 0)
  }
  expect(spread(({ label }) => label.left)).toBeGreaterThan(spread(({ was }) => was.left) * 1.1)

  await nextWindow(page, null)
  const rested = await turn(page, 0, 0)
  expect(rested.isMoving).toBe(false)
  const view = await readSettledView(page)
  const link = page.url()
  await page.goto('about:blank')
  await page.goto(link)
  await waitForGestures(page)
  expect(await readSettledView(page)).toEqual(view)
  expect((await turn(page, 0, 0)).labels).toEqual(rested.labels)
})

test('the overview follows a gesture at once', async ({ page }) => {
  await openStory(page)
  await waitForGestures(page)
  const before = await turn(page, 0, 0)
  const during = await turn(page, 3, -40)
  expect(during.isMoving).toBe(true)
  expect(during.brushPx).toBeLessThan(before.brushPx * 0.95)
  expect(during.handles[0]).toBeGreaterThan(before.handles[0] ?? NaN)
  expect(during.handles[1]).toBeLessThan(before.handles[1] ?? NaN)
})

test('wherever a held drag is, the overview shows the window where it stands at rest, also beyond its own ends', async ({
  page,
}) => {
  await withoutPainter(page)
  await openStory(page)
  await waitForGestures(page)
  const surface = await page.locator('.timeline-surface').boundingBox()
  const [x, y] = [(surface?.x ?? NaN) + 400, (surface?.y ?? NaN) + 60]
  // Closer, so that the strip is longer than the window.
  await page.mouse.move(x, y)
  for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -120)
  let before = await nextWindow(page, null)
  for (const byPx of [120, -200, 2_000, -3_000]) {
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let step = 1; step <= 4; step++) await page.mouse.move(x + (byPx * step) / 4, y)
    const held = await placesOnStrip(page)
    await page.mouse.up()
    before = await nextWindow(page, before)
    const rested = await placesOnStrip(page)
    expect(held.length).toBe(6)
    for (const [i, px] of held.entries()) expect(px, `${byPx} px, ${i}`).toBeCloseTo(rested[i] ?? NaN, 1)
  }
})

/** Left and right of the wash, and of what takes hold of either end of it, px. */
function placesOnStrip(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.overview-window, .overview-handle')].flatMap((part) => {
      const { left, right } = part.getBoundingClientRect()
      return [left, right]
    }),
  )
}

interface Seen {
  readonly isMoving: boolean
  readonly labels: ReadonlyMap<string, Label>
  readonly brushPx: number
  readonly handles: readonly number[]
}

interface Label {
  readonly left: number
  readonly top: number
  readonly height: number
  readonly wordsPx: number
  readonly side: string
}

/** Turns the wheel and reads within one visit to the page: a gesture that waits for us would come to rest. */
async function turn(page: Page, count: number, deltaY: number): Promise<Seen> {
  const seen = await page.evaluate(
    async ([times = 0, delta = 0]) => {
      const surface = document.querySelector('.timeline-surface')
      const { left, top, width } = surface?.getBoundingClientRect() ?? new DOMRect()
      const where = { clientX: left + width / 2, clientY: top + 60 }
      const wheel = (deltaY: number): unknown =>
        surface?.dispatchEvent(
          new WheelEvent('wheel', { ...where, deltaY, bubbles: true, cancelable: true, view: window }),
        )
      for (let i = 0; i < times; i++) wheel(delta)
      // Until the stage stands; at rest there is none to wait for. On a slow page a gesture may come to rest between
      // two frames: a turn too small to be seen keeps it up.
      for (let i = 0; times > 0 && i < 30 && surface?.hasAttribute('data-away') !== true; i++) {
        await new Promise(requestAnimationFrame)
        if (surface?.hasAttribute('data-away') !== true) wheel(Math.sign(delta) / 10)
      }
      const labels = [...document.querySelectorAll('.mark-label')].map((label): [string, Label] => {
        const box = label.getBoundingClientRect()
        const words = document.createRange()
        words.selectNodeContents(label.querySelector('bdi') ?? label)
        const side = /side-(\w+)/.exec(label.className)?.[1] ?? ''
        const isUndated = label.closest('.lane-undated') !== null
        return [
          label.textContent,
          {
            left: box.left,
            top: box.top,
            height: box.height,
            wordsPx: words.getBoundingClientRect().width,
            side: isUndated ? 'none' : side,
          },
        ]
      })
      return {
        labels,
        isMoving: surface?.hasAttribute('data-away') ?? false,
        brushPx: document.querySelector('.overview-window')?.getBoundingClientRect().width ?? NaN,
        handles: [...document.querySelectorAll('[role="slider"]')].map(
          (handle) => handle.getBoundingClientRect().left,
        ),
      }
    },
    [count, deltaY],
  )
  return { ...seen, labels: new Map(seen.labels) }
}
