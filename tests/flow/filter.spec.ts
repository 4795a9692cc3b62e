/** Narrowing the story down, and being told what is hidden. */
import { site, subsite } from './addresses.ts'
import { announcement, heldBack, official } from './namedEvents.ts'
import { chip, eventList, expectAddress, filters, mark, openStory, countWords } from './pageParts.ts'
import { expect, test } from './reader.ts'

for (const { base, url } of [site, subsite]) {
  test(`under ${base} an actor narrows the events, a second one widens them again`, async ({ page }) => {
    await openStory(page, '', url)
    await chip(page, 'GIGAZINE').click()
    await expect(countWords(page, '7 of 21 events')).toBeVisible()
    await expect(eventList(page).getByRole('button')).toHaveCount(7)
    await expect(eventList(page).getByRole('listitem').first()).toHaveAttribute('aria-setsize', '7')
    await expectAddress(page, '?actor=gigazine', url)
    await chip(page, 'Anthropic').click()
    await expect(chip(page, 'Anthropic')).toHaveAttribute('aria-pressed', 'true')
    await expectAddress(page, '?actor=gigazine&actor=anthropic', url)
    const both = await eventList(page).getByRole('button').count()
    expect(both).toBeGreaterThan(11)
    await expect(countWords(page, `${both} of 21 events`)).toBeVisible()
  })
}

test('counts beside actors follow the other filters', async ({ page }) => {
  await openStory(page)
  await expect(chip(page, 'Anthropic')).toHaveAccessibleName('Anthropic 11 of 11 events')
  await filters(page).getByRole('searchbox', { name: 'Search words' }).fill('DeepSeek')
  await expect(countWords(page, /^\d+ of 21 events$/)).toBeVisible()
  await expect(chip(page, 'Anthropic')).toHaveAccessibleName('Anthropic 0 of 11 events')
  // An actor does not change its own count.
  await chip(page, 'GIGAZINE').click()
  await expect(chip(page, 'Anthropic')).toHaveAccessibleName('Anthropic 0 of 11 events')
})

test('words are found in titles, summaries and statements, whatever their case and accents', async ({
  page,
}) => {
  await openStory(page)
  const field = filters(page).getByRole('searchbox', { name: 'Search words' })
  await field.fill('LÓBBIED')
  await expect(mark(page, official.title)).toBeVisible()
  await expect(countWords(page, /^\d of 21 events$/)).toBeVisible()
  await expectAddress(page, '?q=L%C3%93BBIED')
  await field.fill('no such words anywhere')
  await expect(page.getByText('No event matches.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(eventList(page).getByRole('button')).toHaveCount(21)
  await expect(field).toHaveValue('')
})

test('dates written in words narrow the events; those that only may fall there say so', async ({ page }) => {
  await openStory(page)
  const to = filters(page).getByRole('textbox', { name: 'To' })
  await filters(page).getByRole('textbox', { name: 'From' }).fill('April 2026')
  await to.fill('7 April 2026')
  await to.press('Enter')
  await expectAddress(page, '?from=2026-04&to=2026-04-07')
  await expect(mark(page, announcement.title)).not.toContainText('may match')
  await expect(mark(page, heldBack.title)).not.toContainText('may match')
  const official_ = mark(page, official.title)
  await expect(official_).toContainText('may match')
  await expect(official_).toHaveAccessibleName(/May match: only perhaps in these dates\.$/)
  await expect(countWords(page, /^\d+ of 21 events, \d+ of them only perhaps in these dates$/)).toBeVisible()
  // Undated events may lie anywhere.
  await expect(mark(page, 'Think tanks believed to be under state control')).toContainText('may match')
})

test('a date that is none gets a sentence and stays in the field', async ({ page }) => {
  await openStory(page)
  const from = filters(page).getByRole('textbox', { name: 'From' })
  await from.fill('2026-02-30')
  await from.press('Enter')
  await expect(filters(page).getByRole('alert')).toContainText('Write a year, a month or a day')
  await expect(from).toHaveValue('2026-02-30')
  await expect(from).toHaveAttribute('aria-invalid', 'true')
  await expect(from).toHaveAccessibleDescription(/February/)
  await expect(eventList(page).getByRole('button')).toHaveCount(21)
  await expectAddress(page, '')
  await from.fill('2026-05')
  await from.press('Enter')
  await expect(filters(page).getByRole('alert')).toHaveCount(0)
  await expectAddress(page, '?from=2026-05')
})

test('what is hidden is said lane by lane, and one button brings it back', async ({ page }) => {
  await openStory(page)
  await chip(page, 'GIGAZINE').click()
  const timeline = page.getByRole('region', { name: 'Timeline' })
  await expect(timeline.getByText(/^\d events?, \d hidden/).first()).toBeVisible()
  const words = await timeline.locator('.lane-heading span').allTextContents()
  const hidden = words.reduce((sum, text) => sum + Number(/(\d+) hidden/.exec(text)?.[1] ?? 0), 0)
  expect(hidden).toBe(21 - 7)
  await expect(page.getByRole('status').filter({ hasText: '7 of 21 events' })).toHaveCount(1)
  await filters(page).getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(eventList(page).getByRole('button')).toHaveCount(21)
  await expect(filters(page).getByRole('button', { name: 'Clear', exact: true })).toBeDisabled()
  await expectAddress(page, '')
})

test('every actor can be found in the unfolded list', async ({ page }) => {
  await openStory(page)
  await filters(page).getByRole('button', { name: 'All 29' }).click()
  await filters(page).getByRole('searchbox', { name: 'Find an actor' }).fill('sheehan')
  await filters(page).getByRole('checkbox').check()
  await expectAddress(page, '?actor=matt-sheehan')
  await expect(eventList(page).getByRole('button')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(filters(page).getByRole('searchbox', { name: 'Find an actor' })).toHaveCount(0)
  await expect(filters(page).getByRole('button', { name: 'All 29' })).toBeFocused()
})
