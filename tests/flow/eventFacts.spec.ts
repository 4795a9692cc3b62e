/** What an open event says: when, who, in whose words, and how it is known. */
import { official } from './namedEvents.ts'
import { details, openStory } from './pageParts.ts'
import { expect, test } from './reader.ts'

test.beforeEach(({ page }) => openStory(page, `events/${official.id}/`))

test('the date stands in words, with why it is fuzzy and as the machine has it', async ({ page }) => {
  const panel = details(page)
  await expect(panel.getByText('Not before April, not later than 12 May 2026', { exact: true })).toBeVisible()
  await expect(panel.getByText('No day is given.')).toBeVisible()
  await expect(panel.getByRole('code')).toHaveText('[2026-04-01..2026-05-12]')
  await expect(panel.getByText('Reported 12 May 2026, by The New York Times')).toBeVisible()
})

test('the quotation is exact, with its speaker and whose wording it is', async ({ page }) => {
  const statement = details(page).getByRole('figure').filter({ hasText: official.quotation })
  // The quotation marks are decoration, so that what is copied and read aloud is what was said.
  expect(await statement.getByRole('blockquote').locator('bdi').textContent()).toBe(official.quotation)
  await expect(statement.getByRole('blockquote')).toHaveAttribute('lang', 'en')
  await expect(statement).toContainText('U.S. government official, not named.')
  await expect(statement).toContainText('not certified as the speaker’s own words')
})

test('the chain reads as one plain line', async ({ page }) => {
  const statement = details(page).getByRole('figure').filter({ hasText: official.quotation })
  const chain = statement.getByText('How this is known:').locator('..')
  const words = (await chain.textContent())
    ?.replace(/\s+/g, ' ')
    .replace(/ ,/g, ',')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')')
  expect(words).toBe(
    'How this is known: U.S. government official, not named → The New York Times (implied, not consulted) → GIGAZINE (consulted)',
  )
})

test('each source shows its host, its language, and whether it was consulted', async ({ page }) => {
  const sources = details(page).getByRole('heading', { name: 'Sources' }).locator('..').getByRole('listitem')
  await expect(sources).toHaveCount(2)
  await expect(sources.nth(0)).toContainText('The New York Times, 12 May 2026')
  await expect(sources.nth(0)).toContainText('English, www.nytimes.com. Not consulted.')
  await expect(sources.nth(1)).toContainText('English, gigazine.net. Consulted.')
})

test('accounts that differ stand side by side, each with its standing', async ({ page }) => {
  const section = details(page)
    .getByRole('heading', { name: 'Accounts differ: Was it the government’s request?' })
    .locator('..')
  await expect(section).toContainText('The government almost certainly approved and directed it.')
  await expect(section).toContainText('It was not an official demand of the government.')
  await expect(section.getByText('Alleged', { exact: true })).toBeVisible()
  await expect(section.getByText('Reported', { exact: true })).toBeVisible()
})

test('links out tell no one where they were found, and lead to the words they quote', async ({ page }) => {
  const words = details(page).getByRole('link', { name: 'These words on gigazine.net' })
  await expect(words).toHaveAttribute('href', /^https:\/\/gigazine\.net\/.*#:~:text=While%20members%20of/)
  const outside = await details(page).locator('a[href^="http"]').all()
  expect(outside.length).toBeGreaterThan(2)
  for (const link of outside) {
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
    await expect(link).toHaveAttribute('href', /^https:/)
  }
})

test('a paraphrase says that it is one and is not set as a quotation', async ({ page }) => {
  await openStory(page, 'events/anthropic-refusal/')
  const statement = details(page).getByRole('figure').filter({ hasText: 'Anthropic said no.' })
  await expect(statement).toContainText('Paraphrase.')
  await expect(statement.getByRole('blockquote')).toHaveCount(0)
})
