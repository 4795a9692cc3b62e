/** @vitest-environment jsdom */
import { expect, test } from 'vitest'
import { writeMissingPage } from '../../../src/core/publishing/missingPage.ts'

function read(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}

test('says that no page stands there, and leads to the story and its lists from any depth', () => {
  const page = read(writeMissingPage('/timelines/', { title: 'The fire', eventCount: 3 }))
  expect(page.querySelector('h1')?.textContent).toBe('No page stands at this address')
  expect(
    [...page.querySelectorAll('a')].map((link) => [link.getAttribute('href'), link.textContent]),
  ).toEqual([
    ['/timelines/', 'The story: The fire, 3 events'],
    ['/timelines/?view=list', 'Its events as a list, to be searched by words'],
    ['/timelines/sources/', 'All its sources'],
    ['/timelines/statements/', 'All statements in it'],
    ['/timelines/changes/', 'What changed in it'],
  ])
})

test('of a story that only the page reads, says that its events are opened by script, and names no lists', () => {
  const page = read(writeMissingPage('/', null))
  expect(page.querySelector('main p')?.textContent).toContain('JavaScript opens them')
  expect([...page.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    '/',
    '/?view=list',
  ])
})

test('holds a title as text', () => {
  const title = '<script>alert(1)</script> \u202Etitle'
  const page = read(writeMissingPage('/', { title, eventCount: 1 }))
  expect(page.querySelector('script')).toBeNull()
  expect(page.querySelector('a')?.textContent).toBe(
    'The story: <script>alert(1)</script> ⟨U+202E⟩title, 1 event',
  )
})
