/** When the story does not come: the reader sees what failed, where, and what to do. */
import type { Page } from '@playwright/test'
import { site, subsite } from './addresses.ts'
import { eventList, notice } from './pageParts.ts'
import { expect, test } from './reader.ts'
import { answerStory, makeGate, serveStory, storyText } from './storyRoutes.ts'

test.describe('the server has no such file', () => {
  test.use({ expectedErrors: [/404/] })

  for (const { base, url } of [site, subsite]) {
    test(`under ${base} that is said within a second, without asking again, and Retry brings the story`, async ({
      page,
    }) => {
      await noteHeading(page)
      let isThere = false
      let asked = 0
      await answerStory(page, (route) => {
        asked++
        return isThere
          ? route.continue()
          : route.fulfill({ status: 404, contentType: 'text/html', body: '<p>No</p>' })
      })
      await page.goto(url)
      await expectFault(page, 'The story file is not there', /404/, url)
      expect(await toldAfterMs(page)).toBeLessThan(1000)
      expect(asked).toBe(1)
      isThere = true
      await page.getByRole('button', { name: 'Retry' }).click()
      await expect(eventList(page).getByRole('button')).toHaveCount(21)
    })
  }
})

test.describe('the server fails', () => {
  test.use({ expectedErrors: [/500/] })

  test('it is asked twice more, each time said, and then the reader is told', async ({ page }) => {
    const gates = [makeGate(), makeGate()]
    let asked = 0
    await answerStory(page, async (route) => {
      // The browser's own early request is the first one.
      await gates[asked++ - 1]?.passed
      await route.fulfill({ status: 500, body: 'broken' })
    })
    await page.goto('/')
    await expect(page.getByRole('status')).toContainText('Trying again (1 of 2)')
    gates[0]?.open()
    await expect(page.getByRole('status')).toContainText('Trying again (2 of 2)')
    gates[1]?.open()
    await expectFault(page, 'The server did not give the story', /500/)
    expect(asked).toBe(3)
  })
})

test('an HTML page in its place is recognised within a second, and not tried again', async ({ page }) => {
  await noteHeading(page)
  let asked = 0
  await answerStory(page, (route) => {
    asked++
    return route.fulfill({
      status: 200,
      contentType: 'text/html',
      body: '<!doctype html><title>Home</title>',
    })
  })
  await page.goto('/')
  await expectFault(page, 'A web page came instead of the story', /HTML page/)
  expect(await toldAfterMs(page)).toBeLessThan(1000)
  expect(asked).toBe(1)
})

test('a file that ends in the middle is told from one that is merely wrong', async ({ page }) => {
  await serveStory(page, storyText.slice(0, storyText.length / 2))
  await page.goto('/')
  await expectFault(page, 'The story file ends in the middle', /Only a part of it arrived/)
  await page.unrouteAll()
  await serveStory(page, storyText.replace('"format": 1', '"format" 1'))
  await page.getByRole('button', { name: 'Retry' }).click()
  await expectFault(page, 'The story file cannot be read', /not valid JSON/)
})

test('a file of a later format is refused with its path and the reason', async ({ page }) => {
  await serveStory(page, storyText.replace('"format": 1', '"format": 99'))
  await page.goto('/')
  await expectFault(page, 'The story file cannot be shown', /not a story that this Dateline can draw/)
  await expect(page.getByRole('listitem').filter({ hasText: /^format: .*99/ })).toBeVisible()
})

test('a story without events is refused with the reason', async ({ page }) => {
  const story = JSON.parse(storyText) as { events: unknown[] }
  await serveStory(page, JSON.stringify({ ...story, events: [] }))
  await page.goto('/')
  await expectFault(page, 'The story file cannot be shown', /not a story/)
  await expect(page.getByRole('listitem').filter({ hasText: /^events: / })).toBeVisible()
})

test('one bad event among many is left out and named with path and reason; the others are shown', async ({
  page,
}) => {
  const story = JSON.parse(storyText) as { events: { date: unknown }[] }
  const events = story.events.map((event, i) =>
    i === 4 ? { ...event, date: { edtf: '2026-02-30' } } : event,
  )
  await serveStory(page, JSON.stringify({ ...story, events }))
  await page.goto('/')
  await expect(eventList(page).getByRole('button')).toHaveCount(20)
  await expect(notice(page)).toContainText(
    'The story file has faults. One item was left out; 20 events are shown.',
  )
  await expect(notice(page)).toContainText(/events\[4\]\.date\.edtf: .*2026-02-30/)
})

test.describe('nothing comes for a long time', () => {
  test('the wait ends after twenty seconds with a sentence, and Retry brings the story', async ({ page }) => {
    await page.clock.install()
    let isStalled = true
    await answerStory(page, async (route) => {
      if (!isStalled) await route.continue()
    })
    await page.goto('/')
    await page.clock.runFor(2_000)
    await expect(page.getByRole('status')).toContainText('Loading the story')
    await page.clock.runFor(19_000)
    await expectFault(page, 'The story stopped coming', /Nothing arrived for 20 seconds/)
    isStalled = false
    await page.getByRole('button', { name: 'Retry' }).click()
    await page.clock.runFor(1_000)
    await expect(eventList(page).getByRole('button')).toHaveCount(21)
  })

  test('the shape of the page is there at once, and words only when it lasts', async ({ page }) => {
    const gate = makeGate()
    await answerStory(page, async (route) => {
      await gate.passed
      await route.continue()
    })
    await page.goto('/', { waitUntil: 'commit' })
    await expect(page.getByRole('heading', { level: 1, name: 'A request in Singapore' })).toBeVisible()
    await expect(page.getByRole('status')).toHaveText('Loading the story…')
    gate.open()
    await expect(eventList(page).getByRole('button')).toHaveCount(21)
  })

  test('a slow story says how far it has come', async ({ page }) => {
    const client = await page.context().newCDPSession(page)
    const gate = makeGate()
    await answerStory(page, async (route) => {
      await gate.passed
      await route.continue()
    })
    await page.goto('/')
    await expect(page.getByRole('status')).toHaveText('Loading the story…')
    const line = { offline: false, latency: 0, uploadThroughput: -1 }
    await client.send('Network.emulateNetworkConditions', { ...line, downloadThroughput: 3_000 })
    gate.open()
    await expect(page.getByRole('status')).toHaveText(/^Loading the story: \d+ kB/)
    await client.send('Network.emulateNetworkConditions', { ...line, downloadThroughput: -1 })
    await expect(eventList(page).getByRole('button')).toHaveCount(21)
  })
})

async function expectFault(
  page: Page,
  title: string,
  sentence: RegExp,
  base: string = site.url,
): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText(sentence).first()).toBeVisible()
  await expect(page.getByText(`${new URL(base).pathname}data/mythos-access.json`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Retry' })).toBeVisible()
}

interface NotingWindow extends Window {
  /** performance.now() when the heading of a fault stood on the page. */
  headedMs?: number
}

/** By the page's own clock: a machine that is busy with other journeys looks late. */
async function noteHeading(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noting: NotingWindow = window
    new MutationObserver(() => {
      const headings = [...document.querySelectorAll('h1')].map(({ textContent }) => textContent)
      if (headings.some((heading) => /^(The story file|A web page) /.test(heading)))
        noting.headedMs ??= performance.now()
    }).observe(document, { childList: true, subtree: true, characterData: true })
  })
}

/** From the answer, or from the page's being loaded where that was later, to the heading. NaN: no heading was noted. */
function toldAfterMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const answers = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.json'))
    const loaded = performance.getEntriesByType('navigation').map((entry) => entry.startTime + entry.duration)
    const ends = answers.map((entry) => (entry as PerformanceResourceTiming).responseEnd)
    return ((window as NotingWindow).headedMs ?? NaN) - Math.max(...loaded, ...ends)
  })
}
