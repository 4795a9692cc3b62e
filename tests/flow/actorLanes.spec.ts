/** Lanes by actor: by click, by key, by link, Back and Forward; an event in several of them reads as one. */
import type { Locator, Page } from '@playwright/test'
import { generatedStory } from './generatedStory.ts'
import {
  chip,
  detailsHeading,
  eventList,
  expectAddress,
  mark,
  openStory,
  sidewaysScroll,
} from './pageParts.ts'
import { axeInLightAndDark, expect, test } from './reader.ts'
import { serveStory } from './storyRoutes.ts'

const title = 'OpenAI introduces GPT-5.5'
const id = 'chatgpt-5-5-exists'

const laneChoice = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: 'Lanes by' }).getByRole('button', { name })
const laneNames = (page: Page): Promise<string[]> => page.locator('.lane-heading strong').allTextContents()
/** Marks of an event beside its button. */
const twins = (page: Page, words: string): Locator => page.locator('.twin').filter({ hasText: words })
const status = (page: Page): Locator => page.getByRole('status').last()

test('are chosen by click and by key, stand in the address, and Back and Forward lead between them', async ({
  page,
}) => {
  await openStory(page, '?view=timeline')
  const byDate = await laneNames(page)
  await laneChoice(page, 'actor').click()
  await expectAddress(page, '?view=timeline&lanes=actor')
  await expect.poll(() => laneNames(page)).toContain('GIGAZINE')
  await expect(laneChoice(page, 'actor')).toBeFocused()
  await expect(laneChoice(page, 'actor')).toHaveAttribute('aria-pressed', 'true')
  await expect(status(page)).toHaveText(/Lanes by actor/)
  const byActor = await laneNames(page)
  expect(byActor[0]).toBe('Anthropic')

  await laneChoice(page, 'date').press('Enter')
  await expectAddress(page, '?view=timeline')
  await expect.poll(() => laneNames(page)).toEqual(byDate)
  await page.goBack()
  await expectAddress(page, '?view=timeline&lanes=actor')
  await expect.poll(() => laneNames(page)).toEqual(byActor)
  await page.goForward()
  await expect.poll(() => laneNames(page)).toEqual(byDate)
  await page.goto('?view=timeline&lanes=actor')
  await expect.poll(() => laneNames(page)).toEqual(byActor)
})

test('an event in two lanes is one button, and pointer, focus and opening join its marks', async ({
  page,
}) => {
  await openStory(page, '?view=timeline&lanes=actor')
  await expect(mark(page, title)).toHaveCount(1)
  await expect(twins(page, title)).toHaveCount(1)
  const count = await eventList(page).getByRole('button').count()
  await expect(eventList(page).getByRole('listitem').first()).toHaveAttribute('aria-setsize', String(count))

  // The bare axis of a lane in between, so that nothing lies under the pointer but the twin.
  await twins(page, title).hover()
  await expect(mark(page, title)).toHaveAttribute('data-pointed', '')
  await expect(page.locator('.drop-line')).toHaveAttribute('d', /^M[\d.]+,0V[\d.]+$/)
  await page.mouse.move(0, 0)
  await expect(mark(page, title)).not.toHaveAttribute('data-pointed')

  await mark(page, title).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await expect(mark(page, title)).toBeFocused()
  await expect(twins(page, title).locator('[data-focused]')).toHaveCount(1)

  await twins(page, title).click()
  await expect(detailsHeading(page, title)).toBeVisible()
  await expectAddress(page, `events/${id}/?view=timeline&lanes=actor`)
  await expect(twins(page, title).locator('.is-selected')).toHaveCount(1)
  await expect(page.locator('.selected-wash')).toHaveCount(2)
  await expect(page.locator('.join-line')).toHaveAttribute('d', /^M.+V/)
  await page.keyboard.press('Escape')
  await expect(mark(page, title)).toBeFocused()
})

test('arrow keys go from lane to lane, and the lane is said', async ({ page }) => {
  await openStory(page, '?view=timeline&lanes=actor')
  const names = await laneNames(page)
  await eventList(page).getByRole('button').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(status(page)).toHaveText(new RegExp(`^Lane: ${names[1]}`))
  await page.keyboard.press('ArrowDown')
  await expect(status(page)).toHaveText(new RegExp(`^Lane: ${names[2]}`))
  await page.keyboard.press('ArrowUp')
  await expect(status(page)).toHaveText(new RegExp(`^Lane: ${names[1]}`))
  for (let lane = 2; lane < names.length; lane++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(status(page)).toHaveText('No events in a lane below.')
})

test('a filter takes away the lanes in which nothing is left, says how many, and keeps the order', async ({
  page,
}) => {
  await openStory(page, '?view=timeline&lanes=actor')
  const before = await laneNames(page)
  await chip(page, 'GIGAZINE').click()
  await expect(page.getByText(/\d+ lanes hidden/)).toBeVisible()
  const after = await laneNames(page)
  expect(after.length).toBeLessThan(before.length)
  expect(after).toContain('GIGAZINE')
  expect(before.filter((name) => after.includes(name))).toEqual(after)
})

for (const [width, height] of [
  [1440, 900],
  [360, 740],
] as const)
  test(`has no breach of accessibility at ${width} px, open or not, and nothing to scroll sideways`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await openStory(page, '?view=timeline&lanes=actor')
    await expect(eventList(page).getByRole('button').first()).toBeVisible()
    await expect(laneChoice(page, 'actor')).toBeVisible()
    await axeInLightAndDark(page)
    expect(await sidewaysScroll(page)).toBe(0)
    await page.goto(`events/${id}/?view=timeline&lanes=actor`)
    await expect(detailsHeading(page, title)).toBeVisible()
    await axeInLightAndDark(page)
  })

test('of 10,000 events most actors share a lane until more is asked for, and every event is counted', async ({
  page,
}) => {
  await serveStory(page, generatedStory({ events: 10_000, seed: 1 }).text)
  await page.goto('?view=timeline&lanes=actor')
  await expect(page.getByText(/more share one/)).toBeVisible()
  const few = (await laneNames(page)).length
  await page.getByRole('button', { name: /^Show lanes of/ }).click()
  await expect.poll(async () => (await laneNames(page)).length).toBeGreaterThan(few)
  expect(await page.locator('*').count()).toBeLessThanOrEqual(2500)
})
