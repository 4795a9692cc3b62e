/** While the wheel turns, a worker paints the lines: does a reader see the same as without it? */
import type { Page } from '@playwright/test'
import { boxOf, openStory, waitForGestures, windowOf } from './pageParts.ts'
import { expect, test } from './reader.ts'

/**
 * Turned in by some notches, and held there: a window under a pressed pointer is not at rest.
 * Each notch waits for the one before: of two that become one step, a drawing may keep other rows.
 */
async function zoomAndHold(page: Page): Promise<void> {
  await openStory(page)
  await waitForGestures(page)
  await page.evaluate(() => document.fonts.ready)
  const { x, y, width } = await boxOf(page.locator('.timeline-surface'))
  await page.mouse.move(x + width * 0.55, y + 200)
  await page.mouse.down()
  for (let notch = 0; notch < 4; notch++) {
    const before = await placesOfLabels(page)
    await page.mouse.wheel(0, -40)
    await expect.poll(() => placesOfLabels(page)).not.toBe(before)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
}

/** Where the labels are, px from the left: any step moves them. */
const placesOfLabels = async (page: Page): Promise<string> =>
  page
    .locator('.mark-label')
    .evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().left).join(' '))

const surfaceOf = async (page: Page): Promise<string> =>
  (await page.locator('.timeline-surface').screenshot()).toString('base64')

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

for (const theme of ['light', 'dark'] as const)
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('lines, signs and labels look as they do at rest', async ({ page, context }) => {
      // A picture of a page with a worker's canvas takes Chromium four seconds.
      test.slow()
      const plain = await context.newPage()
      await plain.addInitScript(() =>
        Reflect.deleteProperty(HTMLCanvasElement.prototype, 'transferControlToOffscreen'),
      )
      await zoomAndHold(plain)
      await expect(plain.locator('.stage-canvas')).toHaveCount(0)
      const expected = await surfaceOf(plain)
      await plain.mouse.up()

      await zoomAndHold(page)
      await expect(page.locator('.stage[data-painting="now"]')).toBeVisible()
      // Were nothing painted, the lines alone would be more than this.
      await expect
        .poll(async () => readDifference(page, await surfaceOf(page), expected), { timeout: 30_000 })
        .toBeLessThan(0.002)

      await page.mouse.up()
      await expect.poll(() => windowOf(page)).not.toBeNull()
      await expect(page.locator('.stage[data-painting]')).toHaveCount(0)
      await expect(page.locator('.stage-canvas')).toBeHidden()
    })
  })

test('where the painter does not arrive, the wheel zooms as well', async ({ page }) => {
  let asked = 0
  await page.route('**/assets/stageWorker-*.js', (route) => {
    asked++
    return route.abort()
  })
  await zoomAndHold(page)
  await expect.poll(() => asked).toBe(1)
  await expect(page.locator('.stage-canvas')).toHaveCount(0)
  await expect(page.locator('.stage[data-painting]')).toHaveCount(0)
  await page.mouse.up()
  await expect.poll(() => windowOf(page)).not.toBeNull()
})
