/** While the window moves, a worker paints the timeline: does a reader see the same as without it? */
import type { Locator, Page } from '@playwright/test'
import { generatedStory } from './generatedStory.ts'
import {
  addressOf,
  boxOf,
  eventList,
  mark,
  openStory,
  waitForGestures,
  windowOf,
  withoutPainter,
} from './pageParts.ts'
import { expect, test } from './reader.ts'
import { serveStory } from './storyRoutes.ts'

/** Turned by some notches, and held there: a window under a pressed pointer is not at rest. */
async function zoomAndHold(page: Page, { notches = 4, path = '?view=timeline' } = {}): Promise<void> {
  await openTimeline(page, path)
  const { x, y, width } = await boxOf(surface(page))
  await page.mouse.move(x + width * 0.55, y + 200)
  await page.mouse.down()
  await turnWheel(page, notches)
}

/** As above, but pressed beside the drawing, which is not made ready by that: it is at rest until the first notch. */
async function zoomFromRest(page: Page, notches: number): Promise<void> {
  const { x, y, width } = await boxOf(surface(page))
  await page.mouse.move(x + width * 0.55, 2)
  await page.mouse.down()
  await page.mouse.move(x + width * 0.55, y + 200)
  await turnWheel(page, notches)
}

/** Drawn by so many px, and held there. */
async function dragAndHold(page: Page, { byPx, path }: { byPx: number; path: string }): Promise<void> {
  await openTimeline(page, path)
  const { x, y, width } = await boxOf(surface(page))
  const startX = x + width * 0.55
  await page.mouse.move(startX, y + 200)
  await page.mouse.down()
  await page.mouse.move(startX + byPx, y + 200, { steps: 6 })
}

async function openTimeline(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(eventList(page).getByRole('button').first()).toBeVisible()
  await waitForGestures(page)
  await page.evaluate(() => document.fonts.ready)
}

/** Each notch waits for the one before: of two that become one step, a drawing may keep other rows. */
async function turnWheel(page: Page, notches: number): Promise<void> {
  const heard = await page.evaluateHandle(() => {
    const heard = { count: 0 }
    // Before anybody else: whoever asks afterwards asks when all have heard of it.
    addEventListener('wheel', () => heard.count++, { capture: true, passive: true })
    return heard
  })
  for (let notch = 1; notch <= Math.abs(notches); notch++) {
    await page.mouse.wheel(0, -40 * Math.sign(notches))
    await expect.poll(() => heard.evaluate(({ count }) => count)).toBe(notch)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
}

const surface = (page: Page) => page.locator('.timeline-surface')
const painted = (page: Page) => page.locator('.timeline-surface[data-painting="now"]')

const strip = (page: Page) => page.locator('.overview-frame')
const paintedStrip = (page: Page) => page.locator('.overview-frame[data-painting="now"]')

const pictureOf = async (part: Locator): Promise<string> => (await part.screenshot()).toString('base64')

/** Share of the pixels that differ by more than a shade of grey does from its neighbour. */
function readDifference(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (picture) => {
          const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))
          const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
          context?.drawImage(image, 0, 0)
          return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray()
        }),
      )
      if (a === undefined || b === undefined || a.length !== b.length || a.length === 0) return 1
      let count = 0
      for (let i = 0; i < a.length; i++) if (Math.abs((a[i] ?? 0) - (b[i] ?? 0)) > 80) count++
      return count / a.length
    },
    [one, other],
  )
}

/** Were nothing painted, the lines alone would be more than this. */
const MAX_DIFFERENCE = 0.002

/** @param moveAndHold opens the timeline and moves its window */
async function expectSamePicture(page: Page, moveAndHold: (page: Page) => Promise<void>): Promise<void> {
  const plain = await page.context().newPage()
  await withoutPainter(plain)
  await moveAndHold(plain)
  await expect(plain.locator('.stage-canvas, .overview-canvas')).toHaveCount(0)
  const expected = await pictureOf(surface(plain))
  const expectedStrip = await pictureOf(strip(plain))
  await plain.close()
  await moveAndHold(page)
  await expect(painted(page)).toBeVisible()
  await expect
    .poll(async () => readDifference(page, await pictureOf(surface(page)), expected), { timeout: 30_000 })
    .toBeLessThan(MAX_DIFFERENCE)
  await expect(paintedStrip(page)).toBeVisible()
  expect(await readDifference(page, await pictureOf(strip(page)), expectedStrip)).toBeLessThan(MAX_DIFFERENCE)
}

for (const theme of ['light', 'dark'] as const)
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('lines, signs and words look as they do at rest, and the page comes back', async ({ page }) => {
      // A picture of a page with a worker's canvas takes Chromium four seconds.
      test.slow()
      await expectSamePicture(page, (page) => zoomAndHold(page))
      await page.mouse.up()
      await expect.poll(() => windowOf(page)).not.toBeNull()
      await expect(page.locator('[data-painting]')).toHaveCount(0)
      await expect(page.locator('.stage-canvas')).toBeHidden()
      await expect(page.locator('.overview-canvas')).toBeHidden()
    })

    test('a drag leaves lines, signs and words as they are', async ({ page }) => {
      test.slow()
      await expectSamePicture(page, (page) => dragAndHold(page, { byPx: -140, path: '?view=timeline' }))
    })
  })

test('what is selected, what only may match and what a filter hides look as they do at rest', async ({
  page,
}) => {
  test.slow()
  const path = 'events/nyt-report/?view=timeline&actor=anthropic&from=2026-04-20'
  await expectSamePicture(page, (page) => zoomAndHold(page, { path }))
})

test('lanes that get higher, as events come closer, look as they do at rest', async ({ page }) => {
  test.slow()
  await expectSamePicture(page, (page) => zoomAndHold(page, { notches: -8 }))
})

test.describe('on a phone', () => {
  // As high as the timeline: for a picture of more the page would be made higher, and laid out anew.
  test.use({ viewport: { width: 360, height: 1200 } })

  test('short titles that are cut, and names of lanes over the drawing, look as they do at rest', async ({
    page,
  }) => {
    test.slow()
    await expectSamePicture(page, (page) => zoomAndHold(page))
    await expect(page.getByText('Day known', { exact: true })).toBeInViewport()
  })
})

test.describe('of a large story', () => {
  const { text } = generatedStory({ events: 2_000, seed: 7 })
  test.beforeEach(async ({ page }) => {
    await serveStory(page.context(), text)
  })

  test('bars, boxes and their numbers look as they do at rest', async ({ page }) => {
    test.slow()
    await expectSamePicture(page, (page) => zoomAndHold(page))
  })

  test('a drag leaves bars, boxes, the year and the events without a date at the edge as they are', async ({
    page,
  }) => {
    test.slow()
    const path = '?view=timeline&window=2016-03-01/2021-04-30'
    await expectSamePicture(page, (page) => dragAndHold(page, { byPx: 230, path }))
  })

  test('the page draws nothing while it is painted, and everything when it rests', async ({ page }) => {
    await zoomAndHold(page, { notches: 2 })
    await expect(painted(page)).toBeVisible()
    const names = () => eventList(page).getByRole('button').allInnerTexts()
    const before = await names()
    await page.evaluate(() => {
      const list = document.querySelector('.marks')
      const watch = new MutationObserver((records) => {
        document.documentElement.dataset['drawn'] = String(records.length)
      })
      if (list !== null) watch.observe(list, { subtree: true, childList: true, attributes: true })
    })
    // Some twelve times closer: boxes have split many times.
    await turnWheel(page, 40)
    expect(await page.locator('html').getAttribute('data-drawn')).toBeNull()
    expect(await names()).toEqual(before)
    await page.mouse.up()
    await expect.poll(names).not.toEqual(before)
    await expect(painted(page)).toHaveCount(0)
  })
})

test('what is painted from rest on looks as it does at rest', async ({ page }) => {
  test.slow()
  await expectSamePicture(page, async (page) => {
    await openTimeline(page, '?view=timeline')
    await zoomFromRest(page, -3)
  })
})

test('a zoom that ends where it began leaves the page as it was, and seen', async ({ page }) => {
  const path = '?view=timeline&window=2026-04-10/2026-05-20'
  await openTimeline(page, path)
  const before = await boxOf(mark(page, 'CAISI evaluates DeepSeek V4 Pro'))
  for (let motion = 0; motion < 2; motion++) {
    await zoomFromRest(page, 3)
    await expect(painted(page)).toBeVisible()
    await turnWheel(page, -3)
    await page.mouse.up()
    await expect(page.locator('[data-painting]')).toHaveCount(0)
    expect(await boxOf(mark(page, 'CAISI evaluates DeepSeek V4 Pro'))).toEqual(before)
    expect(addressOf(page)).toBe(path)
  }
})

test('once the painter has come a motion is painted from its first step, and nothing is drawn on the page', async ({
  page,
}) => {
  await openTimeline(page, '?view=timeline')
  await zoomFromRest(page, 2)
  await expect(painted(page)).toBeVisible()
  await page.mouse.up()
  await expect(page.locator('[data-painting]')).toHaveCount(0)
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('.marks, .overview-place'))
      new MutationObserver(() => (document.documentElement.dataset['drawn'] = part.className)).observe(part, {
        subtree: true,
        childList: true,
        attributeFilter: ['style'],
      })
  })
  await zoomFromRest(page, 1)
  await expect(painted(page)).toBeVisible()
  expect(await page.locator('html').getAttribute('data-drawn')).toBeNull()
})

test('while a story of a hundred events is drawn along, names stay with their ranges and the month at the edge', async ({
  page,
}) => {
  test.slow()
  await serveStory(page.context(), generatedStory({ events: 100, seed: 7 }).text)
  const path = '?view=timeline&window=2025-04-08/2025-08-31'
  await expectSamePicture(page, (page) => dragAndHold(page, { byPx: -220, path }))
})

test('a press paints nothing over the page until the window moves', async ({ page }) => {
  await openTimeline(page, '?view=timeline')
  const { x, y, width } = await boxOf(surface(page))
  const [atX, atY] = [x + width - 20, y + 100]
  await page.mouse.move(atX, atY)
  await page.mouse.down()
  // The picture is asked for; whether it has come by now cannot be seen.
  await expect(page.locator('.timeline-surface[data-painting="soon"]')).toBeVisible()
  await page.mouse.move(atX - 2, atY)
  await expect(painted(page)).toHaveCount(0)
  await page.mouse.move(atX - 60, atY)
  await expect(painted(page)).toBeVisible()
  await expect(paintedStrip(page)).toBeVisible()
  await page.mouse.up()
  await expect.poll(() => windowOf(page)).not.toBeNull()
  await expect(page.locator('[data-painting]')).toHaveCount(0)
  await page.mouse.move(atX, atY)
  await page.mouse.down()
  await expect(page.locator('.timeline-surface[data-painting="soon"]')).toBeVisible()
  await page.mouse.up()
  await expect(page.locator('[data-painting]')).toHaveCount(0)
})

test('keys zoom, and the focus stays on its event', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await openStory(page, '?view=timeline')
  await waitForGestures(page)
  await mark(page, 'CAISI evaluates DeepSeek V4 Pro').focus()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await expect.poll(() => windowOf(page)).not.toBeNull()
  await expect(mark(page, 'CAISI evaluates DeepSeek V4 Pro')).toBeFocused()
  await expect(page.locator('.timeline-surface[data-painting]')).toHaveCount(0)
})

test('an end of the window that has the focus is seen, with its ring, all through a zoom', async ({
  page,
}) => {
  await openTimeline(page, '?view=timeline')
  const end = page.getByRole('slider', { name: 'Shown to' })
  await end.focus()
  const { x, y, width } = await boxOf(surface(page))
  await page.mouse.move(x + width * 0.55, y + 200)
  const before = await boxOf(end)
  await page.evaluate(() => {
    new MutationObserver(() => (document.documentElement.dataset['hidden'] = '')).observe(
      document.querySelector('.overview-frame') ?? document.body,
      { attributeFilter: ['data-painting'] },
    )
  })
  await turnWheel(page, 4)
  await turnWheel(page, -2)
  await expect.poll(() => windowOf(page)).not.toBeNull()
  expect((await boxOf(end)).x).not.toBe(before.x)
  expect(await page.locator('html').getAttribute('data-hidden')).toBeNull()
  await expect(end).toBeFocused()
})

test('where the painter does not arrive, the wheel zooms as well', async ({ page }) => {
  let asked = 0
  await page.route('**/assets/painterWorker-*.js', (route) => {
    asked++
    return route.abort()
  })
  await zoomAndHold(page)
  await expect.poll(() => asked).toBe(1)
  await expect(page.locator('.stage-canvas, .overview-canvas')).toHaveCount(0)
  await expect(page.locator('[data-painting]')).toHaveCount(0)
  await page.mouse.up()
  await expect.poll(() => windowOf(page)).not.toBeNull()
})
