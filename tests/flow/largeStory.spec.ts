/** Is a story of twenty thousand events read, drawn, searched and opened as one of twenty is? */
import type { Page } from '@playwright/test'
import { site } from './addresses.ts'
import { generatedStory, involves, oneOfEachFacet } from './generatedStory.ts'
import { axeInLightAndDark, expect, test } from './reader.ts'
import {
  addressOf,
  countWords,
  details,
  eventList,
  filters,
  waitForGestures,
  withoutPainter,
} from './pageParts.ts'
import { answerStory, makeGate, serveStory } from './storyRoutes.ts'

const EVENTS = 20_000
/** What is drawn is bounded by the screen. */
const MAX_NODES = 2_500

const { text, story } = generatedStory({ events: EVENTS, seed: 7 })

async function openLargeStory(page: Page, path = '', base: string = site.url): Promise<void> {
  await serveStory(page, text)
  await page.goto(base + path)
  await expect(page.getByRole('heading', { level: 1, name: story.story.title })).toBeVisible({
    timeout: 20_000,
  })
}

const clusters = (page: Page) => eventList(page).getByRole('button', { name: /^[\d,]+ events?[, ]/ })

async function expectFewNodes(page: Page): Promise<void> {
  expect(await page.locator('*').count()).toBeLessThanOrEqual(MAX_NODES)
}

test('it opens in boxes with counts, and each opens into its parts down to single events', async ({
  page,
}) => {
  await openLargeStory(page, '?view=timeline')
  await expect(page.getByText('20,000 events, ').first()).toBeVisible()
  await expectFewNodes(page)
  for (let steps = 0; steps < 30; steps++) {
    if ((await eventList(page).locator('button.lane-day').count()) > 0) break
    const address = addressOf(page)
    const inDayLane = clusters(page).filter({ visible: true })
    await inDayLane.nth(Math.floor((await inDayLane.count()) / 4)).click()
    await expect.poll(() => addressOf(page)).not.toBe(address)
    await expectFewNodes(page)
    if (addressOf(page).includes('view=list')) return
  }
  await expect(eventList(page).locator('button.lane-day').first()).toBeVisible()
})

test('the numbers of boxes at the edge can be read: what stands over them is only their outline', async ({
  page,
}) => {
  await openLargeStory(page, '?view=timeline&window=2020-03-01/2020-04-30')
  const atEdge = eventList(page).locator('.is-at-edge')
  await expect(atEdge.first()).toBeVisible()
  const fills = await page
    .locator('.cluster-box.is-outline')
    .evaluateAll((paths) => paths.map((path) => getComputedStyle(path).fill))
  expect(fills.length).toBeGreaterThan(0)
  expect(new Set(fills)).toEqual(new Set(['none']))
})

test('while it is drawn to and fro, the year and the events without a date keep their place at the edge', async ({
  page,
}) => {
  await withoutPainter(page)
  await openLargeStory(page, '?view=timeline&window=2016-03-01/2021-04-30')
  await waitForGestures(page)
  const surface = await page.locator('.timeline-surface').boundingBox()
  const [x, y] = [(surface?.x ?? NaN) + 600, (surface?.y ?? NaN) + 110]
  const atRest = await readEdge(page)
  expect(atRest.undated.length).toBeGreaterThan(0)
  const listed = await eventList(page).getByRole('button').count()
  await page.mouse.move(x, y)
  await page.mouse.down()
  const years = new Set<string>()
  for (const byPx of [-10, -40, -90, -150, -260, -330, -250, -120, 30, 160, 240]) {
    await page.mouse.move(x + byPx, y)
    const { year, nextYear, undated } = await readEdge(page)
    expect(undated, `${byPx} px`).toEqual(atRest.undated)
    // None where the next one leaves no room.
    if (year !== null) expect(Number(year), `${byPx} px`).toBe(Number(nextYear) - 1)
    if (year !== null) years.add(year)
    expect(await eventList(page).getByRole('button').count()).toBeGreaterThanOrEqual(listed)
  }
  expect(years.size).toBeGreaterThan(2)
  await page.mouse.up()
  await expect.poll(async () => (await readEdge(page)).undated).toEqual(atRest.undated)
})

test('while a story of a hundred events is drawn to and fro, the name of its month does not go away', async ({
  page,
}) => {
  await withoutPainter(page)
  await serveStory(page, generatedStory({ events: 100, seed: 7 }).text)
  await page.goto(`${site.url}?view=timeline&window=2025-04-08/2025-08-31`)
  await waitForGestures(page)
  const surface = await page.locator('.timeline-surface').boundingBox()
  const [x, y] = [(surface?.x ?? NaN) + 600, (surface?.y ?? NaN) + 20]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (const byPx of [-10, -25, -5, 20, 35]) {
    await page.mouse.move(x + byPx, y)
    expect((await readEdge(page)).year, `${byPx} px`).toBe('April 2025')
  }
  await page.mouse.up()
  await expect.poll(async () => (await readEdge(page)).year).toBe('April 2025')
})

/** What is seen at the left edge of the drawing, and the first year right of it. */
function readEdge(page: Page): Promise<{
  readonly year: string | null
  readonly nextYear: string | null
  readonly undated: readonly string[]
}> {
  return page.evaluate(() => {
    const surface = document.querySelector('.timeline-surface')?.getBoundingClientRect() ?? new DOMRect()
    const isSeen = (element: Element): boolean => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const isIn =
        right > surface.left && left < surface.right && top < surface.bottom && bottom > surface.top
      return isIn && element.textContent !== ''
    }
    const names = [...document.querySelectorAll('.timeline-surface .axis-major')].filter(isSeen)
    const placeOf = (element: Element): number => element.getBoundingClientRect().left - surface.left
    // The last that is painted covers those under it.
    const year = names.findLast((name) => Math.abs(placeOf(name)) < 0.5)?.textContent ?? null
    const next = names.filter((name) => placeOf(name) >= 0.5).sort((a, b) => placeOf(a) - placeOf(b))
    const undated = [...document.querySelectorAll('.timeline-surface .lane-undated .mark-label')].filter(
      isSeen,
    )
    return {
      year,
      nextYear: next[0]?.textContent ?? null,
      undated: undated.map((label) => `${Math.round(placeOf(label))} ${label.textContent}`),
    }
  })
}

test('the axe finds nothing on it, light or dark, as a timeline and as a list', async ({ page }) => {
  test.setTimeout(90_000)
  for (const view of ['timeline', 'list']) {
    await openLargeStory(page, `?view=${view}`)
    await axeInLightAndDark(page)
  }
})

test('its pages of the list hold all events that pass the filter', async ({ page }) => {
  await openLargeStory(page, '?view=list')
  const rows = page.getByRole('region', { name: 'List of events' }).getByRole('button')
  await expect(rows).toHaveCount(100)
  await expectFewNodes(page)
  const pager = page.getByRole('navigation', { name: 'Pages of the list, above' })
  await expect(pager).toContainText('Events 1 to 100 of 20,000')
  await expect(pager.getByRole('button', { name: 'Previous 100' })).toBeDisabled()
  await pager.getByRole('button', { name: 'Next 100' }).click()
  await expect(pager).toContainText('Events 101 to 200 of 20,000')
  await pager.getByRole('button', { name: 'Last' }).click()
  await expect(pager).toContainText('Events 19,901 to 20,000 of 20,000')
  await expect(pager.getByRole('button', { name: 'Next 100' })).toBeDisabled()
})

for (const base of [site.url]) {
  test('a link opens any event with its statements, by its id, a former id or a statement’s', async ({
    page,
  }) => {
    const event = story.events[12_345]
    const statement = event?.statements[0]
    if (event === undefined || statement === undefined)
      throw new Error('every generated event has a statement')
    await openLargeStory(page, `?event-page`, base)
    await page.evaluate((id) => {
      history.pushState(null, '', `/events/${id}/`)
      dispatchEvent(new PopStateEvent('popstate'))
    }, event.id)
    await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(event.title)
    await expect(details(page)).toContainText(statement.text)
    await page.evaluate((id) => {
      history.pushState(null, '', `/events/${id}/`)
      dispatchEvent(new PopStateEvent('popstate'))
    }, statement.id)
    await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(event.title)
    const renamed = story.events.find(({ aliases }) => aliases !== undefined)
    await page.evaluate((id) => {
      history.pushState(null, '', `/events/${id ?? ''}/`)
      dispatchEvent(new PopStateEvent('popstate'))
    }, renamed?.aliases?.[0])
    await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(renamed?.title ?? '')
  })
}

test('next and previous go on through it, and closing gives the focus back', async ({ page }) => {
  await openLargeStory(page, '?view=list')
  const rows = page.getByRole('region', { name: 'List of events' }).getByRole('button')
  await rows.nth(3).click()
  const heading = details(page).getByRole('heading', { level: 2 })
  await expect(heading).toBeFocused()
  await expect(details(page)).toContainText('Event 4 of 20,000')
  await details(page).getByRole('link', { name: /^Next/ }).click()
  await expect(details(page)).toContainText('Event 5 of 20,000')
  await expect(heading).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(rows.nth(4)).toBeFocused()
})

test('a file of some megabytes is read by one worker, one of many by several', async ({ page }) => {
  const smaller = generatedStory({ events: 4_000, seed: 8 })
  const [first] = smaller.story.actors
  if (first === undefined) throw new Error('the story has actors')
  const count = smaller.story.events.filter((event) => involves(event, first.id)).length
  await serveStory(page, smaller.text)
  await page.goto(`${site.url}?view=timeline&actor=${first.id}`)
  await expect(countWords(page, `${count.toLocaleString('en')} of 4,000 events`)).toBeVisible()
  expect(page.workers()).toHaveLength(1)
  await page.getByRole('searchbox').fill(smaller.story.events[0]?.title ?? '')
  await expect(countWords(page, /of 4,000 events$/)).toBeVisible()
  await openLargeStory(page)
  await expect(countWords(page, /of 20,000 events/)).toHaveCount(0)
  expect(page.workers().length).toBeGreaterThan(1)
})

test('a host that lets no WebAssembly run shows it all the same', async ({ page }) => {
  await page.route(/storyWorker[^/]*\.js$/, async (route) => {
    const response = await route.fetch()
    const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'"
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } })
  })
  // Small enough for one worker.
  await serveStory(page, generatedStory({ events: 4_000, seed: 8 }).text)
  await page.goto(`${site.url}?view=timeline`)
  await expect(page.getByText('4,000 events, ').first()).toBeVisible()
  const worker = page.workers().find((one) => one.url().includes('storyWorker'))
  const isAllowed = await worker?.evaluate(() => {
    try {
      // The smallest module there is.
      const module = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0))
      return module instanceof WebAssembly.Module
    } catch {
      return false
    }
  })
  expect(isAllowed).toBe(false)
})

test('words are searched in it, and its counts are those of a plain scan', async ({ page }) => {
  await openLargeStory(page, '?view=timeline')
  const sought = 'harbour'
  const texts = story.events.map(({ title, summary, statements }) =>
    [title, summary, ...statements.map((statement) => statement.text)].join(' ').toLowerCase(),
  )
  const expected = texts.filter((words) => words.includes(sought)).length
  await filters(page).getByRole('searchbox').fill(sought)
  await expect(countWords(page, `${expected.toLocaleString('en')} of 20,000 events`)).toBeVisible()
  await filters(page).getByRole('searchbox').fill('no such word')
  await expect(countWords(page, '0 of 20,000 events')).toBeVisible()
  await filters(page).getByRole('button', { name: 'Clear' }).first().click()
  await expect(countWords(page, /of 20,000 events/)).toHaveCount(0)
})

test('an actor’s events are counted as a plain scan counts them', async ({ page }) => {
  await openLargeStory(page, '?view=timeline')
  const counted = story.actors
    .map(({ id, name }) => ({ name, count: story.events.filter((event) => involves(event, id)).length }))
    .sort((a, b) => b.count - a.count)
  const [most] = counted
  if (most === undefined) throw new Error('a generated story has actors')
  await filters(page).getByRole('button', { name: most.name }).first().click()
  await expect(countWords(page, `${most.count.toLocaleString('en')} of 20,000 events`)).toBeVisible()
  await expectFewNodes(page)
})

test('events of a standing, a record status, a source and a speaker are counted as a plain scan counts them', async ({
  page,
}) => {
  await openLargeStory(page, '?view=timeline')
  for (const { called, name, count } of oneOfEachFacet(story)) {
    const words = countWords(page, `${count.toLocaleString('en')} of 20,000 events`)
    await filters(page).getByRole('button', { name: called, exact: true }).click()
    await page
      .getByRole('checkbox', { name: new RegExp(`^${name}.* ${count.toLocaleString('en')} of `) })
      .first()
      .click()
    await expect(words).toBeVisible()
    await expectFewNodes(page)
    await filters(page).getByRole('button', { name: 'Clear' }).first().click()
    await expect(words).toHaveCount(0)
  }
})

test('the keys go through its boxes and pages of time', async ({ page }) => {
  await openLargeStory(page, '?view=timeline')
  const first = clusters(page).first()
  await first.focus()
  const focusedRow = () => page.evaluate(() => document.activeElement?.getAttribute('data-row') ?? '')
  const rows = [await focusedRow()]
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('ArrowRight')
    await expect.poll(focusedRow).not.toBe(rows.at(-1))
    rows.push(await focusedRow())
  }
  expect(rows).not.toContain('')
  expect(rows.map(Number)).toEqual(rows.map(Number).toSorted((a, b) => a - b))
  await page.keyboard.press('+')
  await page.keyboard.press('PageDown')
  await expect.poll(() => addressOf(page)).toContain('window=')
  await expectFewNodes(page)
})

test('the wait says how much has come, and may be ended', async ({ page }) => {
  const gate = makeGate()
  await answerStory(page, async (route) => {
    await gate.passed
    await route.fulfill({ status: 200, contentType: 'application/json', body: text })
  })
  await page.goto(site.url)
  await page.getByRole('button', { name: 'Stop loading' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The loading was stopped' })).toBeVisible()
  gate.open()
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByRole('heading', { level: 1, name: story.story.title })).toBeVisible({
    timeout: 20_000,
  })
})

test.describe('a large file with a fault', () => {
  test('that ends in the middle is told so', async ({ page }) => {
    await serveStory(page, text.slice(0, text.length / 2))
    await page.goto(site.url)
    await expect(
      page.getByRole('heading', { level: 1, name: 'The story file ends in the middle' }),
    ).toBeVisible({ timeout: 20_000 })
  })

  test('that no more of it can mend is told at once, and the rest does not come', async ({ page }) => {
    const start = `${text.slice(0, text.indexOf('"events":'))} this is no JSON `
    await page.addInitScript((start) => {
      const own = window.fetch
      // A file that comes for ever: white space, as fast as it is asked for.
      window.fetch = (input, init) => {
        if (typeof input !== 'string' || !input.includes('/data/')) return own(input, init)
        let pieces = 0
        const encoder = new TextEncoder()
        const body = new ReadableStream<Uint8Array>({
          start: (controller) =>
            init?.signal?.addEventListener('abort', () => {
              document.documentElement.dataset['letGo'] = 'yes'
              controller.error(init.signal?.reason)
            }),
          pull: async (controller) => {
            controller.enqueue(encoder.encode(pieces++ === 0 ? start : ' '.repeat(1000)))
            await new Promise((resolve) => setTimeout(resolve, 10))
          },
        })
        const headers = { 'content-type': 'application/json', 'content-length': '500000000' }
        return Promise.resolve(new Response(body, { headers }))
      }
    }, start)
    await page.goto(site.url)
    await expect(page.getByRole('heading', { level: 1, name: 'The story file cannot be read' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('data-let-go', 'yes')
  })

  test('in one event leaves that one out and names it', async ({ page }) => {
    const spoilt = { ...story.events[777], kind: 'rumour' }
    const events = story.events.map((event, i) => (i === 777 ? spoilt : event))
    await serveStory(page, JSON.stringify({ ...story, events }))
    await page.goto(site.url)
    await expect(page.getByText(/events\[777\]\.kind/)).toBeAttached({ timeout: 20_000 })
    await expect(page.getByText('19,999 events, ').first()).toBeVisible()
  })
})
