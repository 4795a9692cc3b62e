/** A reader cites an event, a statement, a source and what is filtered, and takes the citation along. */
import type { Locator, Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { findCslFaults, readByBetterBibtex, readByCitationJs } from '../unit/citing/readCitations.ts'
import { site } from './addresses.ts'
import { official } from './namedEvents.ts'
import { details, openStory } from './pageParts.ts'
import { axeInLightAndDark, expect, test } from './reader.ts'

const share = (page: Page): Locator => page.getByRole('dialog', { name: /^Cite this|^Share this view/ })
const citation = (page: Page): Locator => share(page).getByRole('textbox', { name: 'Citation' })

async function choose(page: Page, format: string): Promise<string> {
  await share(page).getByRole('radio', { name: format }).check()
  return (await citation(page).textContent()) ?? ''
}

/** In each format for programs, by programs that are not ours; the title that all of them read. */
async function readInAllFormats(page: Page): Promise<{ readonly title: string; readonly url: string }> {
  const [entry] = readByBetterBibtex(await choose(page, 'BibTeX'))
  const [record] = readByCitationJs(await choose(page, 'RIS'), 'ris')
  const csl = await choose(page, 'CSL-JSON')
  expect(findCslFaults(csl)).toEqual([])
  const [item] = readByCitationJs(csl, 'csl')
  expect([record?.title, entry?.fields['title']]).toEqual([item?.title, item?.title])
  expect([record?.URL, entry?.fields['url']]).toEqual([item?.URL, item?.URL])
  return { title: item?.title ?? '', url: item?.URL ?? '' }
}

test.describe('where the browser lets us copy', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('an event is cited by two presses', async ({ page }) => {
    await openStory(page, `events/${official.id}/?actor=us-official`)
    await details(page).getByRole('button', { name: 'Cite', exact: true }).click()
    await expect(citation(page)).toContainText('in “A request in Singapore,” last modified November 27, 2026')
    await share(page).getByRole('button', { name: 'Copy' }).click()
    await expect(share(page).getByText('Citation copied.')).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain(`${site.url}events/${official.id}/.`)
    expect(copied).toContain('(not before April, not later than 12 May 2026)')
    expect(await readInAllFormats(page)).toEqual({
      title: 'U.S. official: Chinese government almost certainly directed it',
      url: `${site.url}events/${official.id}/`,
    })
  })
})

test('a statement is cited with its speaker, its words and its way, and Escape leaves the event open', async ({
  page,
}) => {
  await openStory(page, `events/${official.id}/`)
  const cite = details(page).getByRole('button', { name: 'Cite this statement' })
  await cite.press('Enter')
  await expect(citation(page)).toContainText(
    'How this is known: U.S. government official, not named → The New York Times (implied, not consulted) → GIGAZINE (consulted).',
  )
  const { title, url } = await readInAllFormats(page)
  expect(title).toMatch(
    /^U\.S\. government official: “While members of a Chinese think tank may have lobbied/,
  )
  expect(url).toBe(`${site.url}events/${official.id}/#${official.statement}`)
  await axeInLightAndDark(page)
  await page.keyboard.press('Escape')
  await expect(share(page)).toHaveCount(0)
  await expect(details(page)).toBeVisible()
  await expect(cite).toBeFocused()
})

test('a source is cited as the story knows it, or for itself', async ({ page }) => {
  await openStory(page, '?view=sources')
  await page.getByRole('button', { name: /^Cite\s*: China Sought Access/ }).click()
  await expect(citation(page)).toContainText('cited in “A request in Singapore,”')
  await share(page)
    .getByRole('checkbox', { name: /As cited in this story/ })
    .uncheck()
  await expect(citation(page)).not.toContainText('cited in')
  expect(await readInAllFormats(page)).toEqual({
    title: "China Sought Access to Anthropic's Newest A.I. The Answer Was No.",
    url: 'https://www.nytimes.com/2026/05/12/us/politics/china-ai-anthropic-openai-mythos-chatgpt.html',
  })
})

test('a filtered view is cited with its filter and its address, as a file too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await openStory(page, '?actor=anthropic&q=access')
  await page.getByRole('button', { name: 'Share' }).click()
  await share(page).getByRole('heading', { name: 'Cite' }).click()
  await expect(citation(page)).toContainText('filtered (Actors: Anthropic. Words: “access”)')
  expect((await readInAllFormats(page)).url).toBe(`${site.url}?actor=anthropic&q=access`)
  expect(await share(page).evaluate((panel) => panel.scrollWidth - panel.clientWidth)).toBe(0)
  for (const [format, ending] of [
    ['Chicago note', '.txt'],
    ['BibTeX', '.bib'],
    ['RIS', '.ris'],
    ['CSL-JSON', '.json'],
  ] as const) {
    const shown = await choose(page, format)
    const saved = page.waitForEvent('download')
    await share(page).getByRole('button', { name: 'Download' }).click()
    const file = await saved
    expect(file.suggestedFilename()).toMatch(/^mythos-access-view-[a-z\d]+/)
    expect(file.suggestedFilename().endsWith(ending)).toBe(true)
    const text = readFileSync(await file.path(), 'utf8')
    expect(text.trimEnd().replaceAll('\r\n', '\n')).toBe(shown.trimEnd().replaceAll('\r\n', '\n'))
  }
})

test('the format that was chosen stays chosen while the page is open', async ({ page }) => {
  await openStory(page, `events/${official.id}/`)
  await details(page).getByRole('button', { name: 'Cite', exact: true }).click()
  await choose(page, 'RIS')
  await share(page).getByRole('button', { name: 'Close' }).click()
  await details(page).getByRole('button', { name: 'Cite this statement' }).click()
  await expect(share(page).getByRole('radio', { name: 'RIS' })).toBeChecked()
})
