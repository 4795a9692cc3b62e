/** The rules of WCAG 2.2 AA that a machine can check, in every state of the page, light and dark, wide and narrow. */
import type { Page } from '@playwright/test'
import { official } from './namedEvents.ts'
import { details, filters, notice, openStory, sidewaysScroll } from './pageParts.ts'
import { axe, axeInLightAndDark, expect, test } from './reader.ts'

interface State {
  readonly name: string
  readonly open: (page: Page) => Promise<void>
}

const states: readonly State[] = [
  { name: 'the start', open: (page) => openStory(page, '?view=timeline') },
  {
    name: 'a filter',
    open: (page) => openStory(page, '?actor=gigazine&q=mythos&from=2026-04&view=timeline'),
  },
  { name: 'nothing found', open: (page) => openStory(page, '?q=zzz&view=timeline') },
  { name: 'an open event', open: (page) => openEvent(page, `events/${official.id}/?view=timeline`) },
  {
    name: 'an open statement among others',
    open: (page) => openEvent(page, 'events/mythos-developed/?view=timeline#mythos-capability-claim'),
  },
  {
    name: 'an event with all its notes unfolded',
    open: async (page) => {
      await openEvent(page, 'events/mythos-developed/?view=timeline')
      for (const summary of await details(page).locator('summary').all()) await summary.click()
      await expect(details(page).getByText('Several retellings of one report')).toBeVisible()
    },
  },
  { name: 'the list', open: (page) => openStory(page, '?view=list') },
  {
    name: 'the list with an open event',
    open: (page) => openEvent(page, `events/${official.id}/?view=list`),
  },
  {
    name: 'a notice',
    open: async (page) => {
      await openStory(page, '?actor=nobody&from=someday&view=timeline')
      await expect(notice(page)).toBeVisible()
    },
  },
  {
    name: 'the unfolded list of actors',
    open: async (page) => {
      await openStory(page, '?view=timeline')
      await unfoldFilters(page)
      await filters(page)
        .getByRole('button', { name: /^All \d+/ })
        .click()
      await expect(filters(page).getByRole('checkbox').first()).toBeVisible()
    },
  },
  {
    name: 'a date that is none',
    open: async (page) => {
      await openStory(page, '?view=timeline')
      await unfoldFilters(page)
      const to = filters(page).getByRole('textbox', { name: 'To' })
      await to.fill('someday')
      await to.press('Enter')
      await expect(filters(page).getByRole('alert')).toBeVisible()
    },
  },
]

const screens = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
]

for (const viewport of screens) {
  test.describe(`${viewport.width} px wide`, () => {
    test.use({ viewport })

    for (const { name, open } of states) {
      test(`${name} breaks no rule, light or dark`, async ({ page }) => {
        await open(page)
        await waitForAllParts(page)
        await axeInLightAndDark(page)
      })
    }
  })

  test.describe(`${viewport.width} px wide, the server failing`, () => {
    test.use({ viewport, expectedErrors: [/404/] })

    test('the error page breaks no rule, light or dark', async ({ page }) => {
      await page.route('**/data/*.json', (route) => route.fulfill({ status: 404, body: '' }))
      await page.goto('/')
      await expect(page.getByRole('button', { name: 'Retry' })).toBeVisible()
      await axeInLightAndDark(page)
    })
  })
}

for (const media of [
  { forcedColors: 'active' },
  { forcedColors: 'active', colorScheme: 'dark' },
  { contrast: 'more' },
  { contrast: 'more', colorScheme: 'dark' },
] as const) {
  test(`the start breaks no rule with ${JSON.stringify(media)}`, async ({ page }) => {
    await page.emulateMedia(media)
    await openStory(page)
    await waitForAllParts(page)
    await axe(page)
  })
}

test('in forced colours signs and chosen things keep a colour of the system', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await openStory(page)
  const [ground, sign] = await page.evaluate(() => [
    getComputedStyle(document.documentElement).backgroundColor,
    getComputedStyle(document.querySelector('.timeline-shapes .sign-fill') ?? document.body).fill,
  ])
  expect(sign).not.toBe(ground)
})

for (const path of [
  '',
  '?view=timeline',
  `events/${official.id}/`,
  'events/mythos-developed/',
  '?actor=nobody&from=someday',
]) {
  test(`“/${path}” reflows to 320 px: nothing scrolls sideways, nothing is lost`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await openStory(page, path)
    await waitForAllParts(page)
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await findCutOff(page)).toEqual([])
  })
}

test('text is never smaller than 12 px', async ({ page }) => {
  for (const path of ['', '?view=list', `events/${official.id}/`]) {
    await openStory(page, path)
    await waitForAllParts(page)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((element) =>
          [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()),
        )
        .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 12)
        .map((element) => element.textContent),
    )
    expect(small).toEqual([])
  }
})

async function openEvent(page: Page, path: string): Promise<void> {
  await openStory(page, path)
  await expect(details(page).getByRole('heading', { level: 2 })).toBeVisible()
}

async function unfoldFilters(page: Page): Promise<void> {
  // They are not part of the first picture.
  await expect(filters(page)).toBeVisible()
  const toggle = filters(page).getByRole('button', { name: 'Filter', exact: true })
  if (await toggle.isVisible()) await toggle.click()
}

/** Parts that come after the first view are checked too. */
async function waitForAllParts(page: Page): Promise<void> {
  await expect(page.locator('section[aria-label="Key to the signs"]')).toHaveCount(1)
  await expect(page.locator('.overview-waiting, .view-waiting, .details-waiting')).toHaveCount(0)
}

/** Things with words or to press that reach out of the screen sideways; what may scroll by itself is left out. */
function findCutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => element.matches('button, a, input, p, h1, h2, h3, dd, dt, li, code, blockquote'))
      .filter((element) => element.closest('.visually-hidden, .facet-list') === null)
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect()
        return width > 0 && (left < -0.5 || right > innerWidth + 0.5)
      })
      .map((element) => `${element.tagName} ${element.textContent.slice(0, 60)}`),
  )
}
