/** What accounts of an event disagree on, and on how many roots it rests, as they are seen in the browser. */
import { official } from './namedEvents.ts'
import { details, eventList, openStory, sidewaysScroll } from './pageParts.ts'
import { expect, test } from './reader.ts'
import { serveStory, storyText } from './storyRoutes.ts'

test('an event that rests on one unnamed source says exactly that, and how roots are counted unfolds by key', async ({
  page,
}) => {
  await openStory(page, `events/${official.id}/`)
  const roots = details(page).getByRole('group', { name: 'Roots' })
  await expect(roots).toContainText('This rests on one unnamed source. One root: The New York Times.')
  const answer = roots.getByText('Several retellings of one report count as one root')
  await expect(answer).toBeHidden()
  await roots.getByText('How roots are counted').focus()
  await page.keyboard.press('Enter')
  await expect(answer).toBeVisible()
})

test('two accounts stand side by side, and below one another at 320 px', async ({ page }) => {
  const boxes = async () => {
    const accounts = await details(page)
      .getByRole('heading', { name: 'Accounts differ: What does 72.4 per cent measure?' })
      .locator('..')
      .getByRole('listitem')
      .all()
    expect(accounts).toHaveLength(2)
    const [one, other] = await Promise.all(accounts.map((account) => account.boundingBox()))
    if (!one || !other) throw new Error('the accounts are not seen')
    return { one, other }
  }
  await openStory(page, 'events/mythos-developed/')
  const wide = await boxes()
  expect(wide.other.y).toBe(wide.one.y)
  expect(wide.other.x).toBeGreaterThan(wide.one.x + wide.one.width)
  expect(Math.abs(wide.other.width - wide.one.width)).toBeLessThan(1)
  await page.setViewportSize({ width: 320, height: 640 })
  const narrow = await boxes()
  expect(narrow.other.x).toBe(narrow.one.x)
  expect(narrow.other.y).toBeGreaterThan(narrow.one.y + narrow.one.height)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  for (const id of [official.id, 'access-request', 'mythos-developed', 'anthropic-refusal'])
    test(`date, summary, standing and roots of ${id} are on the first screen`, async ({ page }) => {
      await openStory(page, `events/${id}/`)
      const panel = details(page)
      const foot = await panel.getByRole('navigation', { name: 'Other events' }).boundingBox()
      const roots = await panel.getByRole('group', { name: 'Roots' }).locator('p').first().boundingBox()
      expect((roots?.y ?? Infinity) + (roots?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0)
      expect(await sidewaysScroll(page)).toBe(0)
    })
})

test('what is folded is printed', async ({ page }) => {
  await openStory(page, `events/${official.id}/`)
  const note = details(page).getByText('The report itself was not read.')
  await expect(note).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(note).toBeVisible()
})

test('where accounts give different days, the mark is named with both and the key explains its sign', async ({
  page,
}) => {
  const story = JSON.parse(storyText) as { events: { id: string; accounts?: { date?: string }[] }[] }
  const request = story.events.find(({ id }) => id === 'access-request')
  const [account] = request?.accounts ?? []
  if (account === undefined) throw new Error('the request has no account')
  account.date = '2026-05-04'
  await serveStory(page, JSON.stringify(story))
  await openStory(page, 'events/access-request/?view=timeline')
  await expect(
    eventList(page).getByRole('button', {
      name: /^On some day in April 2026, by another account 4 May 2026\./,
    }),
  ).toBeVisible()
  await expect(details(page).getByText('By other accounts:').locator('..')).toContainText(
    'Sources of The New York Times: 4 May 2026.',
  )
  await expect(page.getByRole('region', { name: 'Key to the signs' })).toContainText('another account’s date')
})
