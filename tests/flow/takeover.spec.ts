/**
 * The text of a page is there at the first paint, and the app takes its place: nothing flashes, nothing moves, nothing
 * is fetched twice, and the reader stays where they were.
 */
import type { Page } from '@playwright/test'
import { site } from './addresses.ts'
import { official } from './namedEvents.ts'
import { expect, test } from './reader.ts'
import { answerStory, makeGate } from './storyRoutes.ts'

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 360, height: 740 },
]
const paths = [
  '',
  `events/${official.id}/`,
  'events/caisi-evaluation/',
  'sources/',
  'sources/nyt-china-sought-access/',
  'statements/',
  'changes/',
]

const appPage = (page: Page) => page.locator('#root > .page')

/** Holds the story back until the gate is opened. */
async function openText(page: Page, path: string, base: string = site.url) {
  const gate = makeGate()
  await answerStory(page, async (route) => {
    await gate.passed
    await route.continue()
  })
  await page.goto(base + path)
  await expect(page.locator('#before.is-text')).toBeVisible()
  return gate
}

/** Where the words that both have stand. Runs in the page. */
function placesOfWords(): Readonly<Record<string, string>> {
  const places: Record<string, string> = {}
  const worded =
    'h1, h2, h3, .story-summary, .story-coverage, .date-words, .details-summary, .list-title, .to-sources'
  for (const element of document.querySelectorAll(worded)) {
    const box = element.getBoundingClientRect()
    const isSeen = box.height > 0 && box.top < window.innerHeight && box.bottom > 0
    const isCovered = document.querySelector('dialog') !== null && element.closest('dialog') === null
    if (isSeen && !isCovered)
      places[element.textContent] = [box.x, box.y, box.height].map((px) => Math.round(px)).join(' ')
  }
  return places
}

for (const viewport of sizes) {
  test.describe(`at ${viewport.width} px`, () => {
    test.use({ viewport })

    for (const path of paths) {
      test(`“/${path}” stays where it is when the app takes its place`, async ({ page, requests }) => {
        await page.addInitScript(() => {
          const shifts: string[] = []
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
              shifts.push(entry.value.toFixed(4))
          }).observe({ type: 'layout-shift', buffered: true })
          Object.assign(window, { shifts })
        })
        const gate = await openText(page, path)
        // The fonts are asked for by the script; what they change is not the takeover's.
        await page.evaluate(async () => document.fonts.ready)
        const before = await page.evaluate(placesOfWords)
        expect(Object.keys(before).length).toBeGreaterThan(2)
        gate.open()
        await expect(appPage(page)).toBeVisible()
        await expect(page.locator('#before')).toHaveCount(0)
        const after = await page.evaluate(placesOfWords)
        const isNear = (a: string, b: string): boolean => {
          const [ax = 0, ay = 0] = a.split(' ').map(Number)
          const [bx = 0, by = 0] = b.split(' ').map(Number)
          return Math.abs(ax - bx) <= 1 && Math.abs(ay - by) <= 2
        }
        const moved = Object.entries(before).filter(
          ([words, place]) => after[words] !== undefined && !isNear(place, after[words]),
        )
        expect(moved.map(([words, place]) => `${words}: ${place} → ${after[words]}`)).toEqual([])
        await page.waitForLoadState('networkidle')
        const shift = await page.evaluate(() =>
          (window as unknown as { shifts: string[] }).shifts.reduce((sum, value) => sum + Number(value), 0),
        )
        expect(shift, 'layout shift').toBeLessThanOrEqual(0.02)
        const files = requests.filter((address) => !address.startsWith('data:'))
        expect(files.filter((address, i) => files.indexOf(address) !== i)).toEqual([])
        expect(files.filter((address) => address.endsWith('mythos-access.json'))).toHaveLength(1)
      })
    }
  })
}
