/** A broken link still opens: what it can, with one notice of what it could not. */
import type { Page } from '@playwright/test'
import { site, subsite } from './addresses.ts'
import { official } from './namedEvents.ts'
import {
  detailsHeading,
  eventList,
  expectAddress,
  filters,
  mark,
  notice,
  openStory,
  readSettledView,
  countWords,
} from './pageParts.ts'
import { expect, test } from './reader.ts'

for (const { base, url } of [site, subsite]) {
  test(`under ${base} an unknown actor is left out and named, the known one counts`, async ({ page }) => {
    await openStory(page, '?actor=anthropic&actor=nobody', url)
    await expectNotice(page, 'The actor “nobody” is not in this story.')
    await expect(countWords(page, '11 of 21 events')).toBeVisible()
  })
}

test('a broken date is left out and named, the good one counts', async ({ page }) => {
  await openStory(page, '?from=2026-02-30&to=2026-04-07')
  await expectNotice(page, 'The date “from” “2026-02-30” could not be read.')
  await expect(filters(page).getByRole('textbox', { name: 'From' })).toHaveValue('')
  await expect(filters(page).getByRole('textbox', { name: 'To' })).toHaveValue('2026-04-07')
})

test('of dates the wrong way round the second is left out and named', async ({ page }) => {
  await openStory(page, '?from=2026-05&to=2026-04')
  await expectNotice(page, 'The date “to” “2026-04” lies before the date “from”.')
  await expect(filters(page).getByRole('textbox', { name: 'From' })).toHaveValue('2026-05')
  await expect(filters(page).getByRole('textbox', { name: 'To' })).toHaveValue('')
})

test('what is given twice counts once and is named', async ({ page }) => {
  await openStory(page, '?q=mythos&q=deepseek&actor=anthropic&actor=anthropic')
  await expectNotice(page, 'The words searched for “deepseek” was given twice; the first one counts.')
  await expectNotice(page, 'The actor “anthropic” was given twice; the first one counts.')
  await expect(filters(page).getByRole('searchbox', { name: 'Search words' })).toHaveValue('mythos')
})

test('what is too long is left out, and not repeated in full', async ({ page }) => {
  await openStory(page, `?q=${'x'.repeat(5000)}&actor=${'y'.repeat(5000)}`)
  await expectNotice(page, 'is too long')
  expect((await notice(page).textContent())?.length).toBeLessThan(400)
  await expect(eventList(page).getByRole('button')).toHaveCount(21)
})

test('an unknown view, window and parameter are named, and the story opens as usual', async ({ page }) => {
  await openStory(page, '?view=globe&window=yesterday&mood=blue')
  await expectNotice(page, 'The view “globe” is not one that Dateline knows.')
  await expectNotice(page, 'The stretch of time “yesterday” could not be read.')
  await expectNotice(page, 'The part “mood=blue” is not one that Dateline knows.')
  expect((await readSettledView(page)).kind).toBe('Timeline')
})

test('a statement that the event does not have is named, the event opens', async ({ page }) => {
  await openStory(page, `events/${official.id}/#nothing-said`)
  await expectNotice(page, 'The statement “nothing-said” is not in this story.')
  await expect(detailsHeading(page, official.title)).toBeFocused()
})

test('hostile parameters stay text', async ({ page }) => {
  const script = '<img src=x onerror=alert(1)>'
  await openStory(page, `?actor=${encodeURIComponent(script)}&q=${encodeURIComponent(script)}&from=%E0%A4%A`)
  await expectNotice(page, `The actor “${script}” is not in this story.`)
  await expect(filters(page).getByRole('searchbox', { name: 'Search words' })).toHaveValue(script)
  await expect(page.locator('img')).toHaveCount(0)
})

test('a notice goes when it is dismissed, and the address is mended by the next act', async ({ page }) => {
  await openStory(page, '?actor=nobody')
  await page.getByRole('button', { name: 'Dismiss this notice' }).click()
  await expect(notice(page)).toHaveCount(0)
  await mark(page, official.title).click()
  await expectAddress(page, `events/${official.id}/`)
})

test('Back to a broken link tells of it again', async ({ page }) => {
  await openStory(page, '?actor=nobody')
  await expect(notice(page)).toBeVisible()
  await mark(page, official.title).click()
  await expect(detailsHeading(page, official.title)).toBeVisible()
  await page.goBack()
  await expectNotice(page, 'The actor “nobody” is not in this story.')
})

test.describe('at addresses that the host does not have', () => {
  test.use({ expectedErrors: [/404/] })

  for (const { base, url } of [site, subsite]) {
    test(`under ${base} an unknown event opens the story and is named`, async ({ page }) => {
      await openStory(page, 'events/no-such-event/?actor=anthropic', url)
      await expectNotice(page, 'The event “no-such-event” is not in this story.')
      await expect(countWords(page, '11 of 21 events')).toBeVisible()
    })
  }

  test('an unknown path opens the story and is named', async ({ page }) => {
    await openStory(page, 'people/anyone/')
    await expectNotice(page, 'The address “people/anyone” is not one that Dateline knows.')
    await expect(eventList(page).getByRole('button')).toHaveCount(21)
  })
})

async function expectNotice(page: Page, sentence: string): Promise<void> {
  await expect(notice(page).getByText('This link could not be followed in full.')).toBeVisible()
  await expect(notice(page)).toContainText(sentence)
}
