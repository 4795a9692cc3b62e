/** Are labels as wide as the drawing takes them to be? Its table of letter widths against the fonts in the browser. */
import { measureText } from '../../src/ui/timeline/measureText.ts'
import { official } from './namedEvents.ts'
import { mark, openStory } from './pageParts.ts'
import { expect, test } from './reader.ts'

test('every label is as wide as the drawing was laid out for', async ({ page }) => {
  await openStory(page)
  await expect(mark(page, official.title)).toBeVisible()
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  const widths = await page.evaluate(() =>
    [...document.querySelectorAll('.mark-title bdi, .mark-date, .mark-order')].map((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      return {
        text: element.textContent,
        style: element.matches('.mark-date') ? 'date' : element.matches('.mark-order') ? 'small' : 'title',
        widthPx: range.getBoundingClientRect().width,
      } as const
    }),
  )
  expect(widths.length).toBeGreaterThan(20)
  for (const { text, style, widthPx } of widths) {
    const plannedPx = measureText(text, style) - 2
    expect(plannedPx, text).toBeGreaterThanOrEqual(widthPx * 0.99 - 1)
    expect(plannedPx, text).toBeLessThanOrEqual(widthPx * 1.04 + 1)
  }
})
