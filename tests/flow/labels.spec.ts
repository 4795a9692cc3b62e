/** Labels can be read: none lies on another, none runs out of the drawing, and the page does not scroll sideways. */
import type { Page } from '@playwright/test'
import { official } from './namedEvents.ts'
import { details, eventList, openStory, sidewaysScroll, waitForGestures } from './pageParts.ts'
import { expect, test } from './reader.ts'

const screens = [
  { width: 1440, height: 900, path: '' },
  { width: 1440, height: 900, path: `events/${official.id}/` },
  { width: 1280, height: 720, path: `events/${official.id}/` },
  { width: 1024, height: 768, path: '' },
  { width: 1024, height: 768, path: `events/${official.id}/` },
  { width: 768, height: 1024, path: '' },
  { width: 360, height: 740, path: '?view=timeline' },
]

for (const { width, height, path } of screens) {
  test(`labels lie clear of one another at ${width} × ${height} on “/${path}”`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await openStory(page, path)
    await expect(eventList(page).getByRole('button')).toHaveCount(21)
    if (path.startsWith('events')) await expect(details(page)).toBeVisible()
    await waitForGestures(page)
    await page.evaluate(() => document.fonts.ready)
    await expect.poll(() => findCollisions(page)).toEqual([])
    expect(await findOutside(page), 'labels outside the drawing').toEqual([])
    expect(await sidewaysScroll(page), 'sideways scroll, px').toBe(0)
  })
}

interface Label {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** What is written in the drawing: labels, the words beside a root's line, the axis, the lanes' names. */
function readLabels(page: Page): Promise<readonly Label[]> {
  return page.evaluate(() => {
    const selector =
      '.mark-label, .root-note, .axis-major, .axis-minor, .lane-heading strong, .lane-heading span'
    return [...document.querySelectorAll(selector)].map((element) => {
      // The words themselves, as far as they are drawn: an element's own box may be wider than what stands in it.
      const boxes: DOMRect[] = []
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const range = document.createRange()
        range.selectNodeContents(node)
        boxes.push(range.getBoundingClientRect())
      }
      const own = element.getBoundingClientRect()
      return {
        text: element.textContent,
        left: Math.max(own.left, Math.min(...boxes.map((box) => box.left))),
        right: Math.min(own.right, Math.max(...boxes.map((box) => box.right))),
        // Lines may touch; letters then do not.
        top: own.top + 2,
        bottom: own.bottom - 2,
      }
    })
  })
}

async function findCollisions(page: Page): Promise<readonly string[]> {
  const labels = await readLabels(page)
  return labels.flatMap((a, i) =>
    labels
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `“${a.text}” and “${b.text}”`),
  )
}

function findOutside(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const frame = document.querySelector('.timeline-surface')?.getBoundingClientRect()
    if (frame === undefined) return ['there is no drawing']
    return [...document.querySelectorAll('.mark-label, .root-note')]
      .filter((label) => {
        const { left, right, top, bottom } = label.getBoundingClientRect()
        return (
          left < frame.left - 0.5 ||
          right > frame.right + 0.5 ||
          top < frame.top - 0.5 ||
          bottom > frame.bottom + 0.5
        )
      })
      .map((label) => label.textContent)
  })
}
