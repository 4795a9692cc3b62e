/** Motion explains where the window went; a reader who asked for none gets none. */
import { nextWindow, openStory, readView } from './pageParts.ts'
import { expect, test } from './reader.ts'

test.describe('a reader who minds no motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } })

  test('sees the window move to where the button sends it', async ({ page }) => {
    await openStory(page)
    await expect(page.getByRole('slider', { name: 'Shown from' })).toBeVisible()
    const before = (await readView(page)).period
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click()
    const window = await nextWindow(page, null)
    expect((await readView(page)).period).not.toEqual(before)
    // Twice as close, to the minute, whatever frames the machine found time for.
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click()
    const closer = await nextWindow(page, window)
    expect((closer.endMs - closer.startMs) / (window.endMs - window.startMs)).toBeCloseTo(0.5, 3)
  })
})

test('a reader who asked for no motion sees nothing move', async ({ page }) => {
  await openStory(page)
  await expect(page.getByRole('slider', { name: 'Shown from' })).toBeVisible()
  const periods = await page.evaluate(async () => {
    const read = () => document.querySelector('[role="slider"]')?.getAttribute('aria-valuenow') ?? ''
    const seen = new Set([read()])
    document.querySelector<HTMLButtonElement>('button[aria-label="Zoom in"]')?.click()
    for (let frame = 0; frame < 30; frame++) {
      await new Promise(requestAnimationFrame)
      seen.add(read())
    }
    return [...seen]
  })
  expect(periods).toHaveLength(2)
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
})
