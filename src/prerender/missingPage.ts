/** What fills the built page so that it is 404.html, the answer of a host to addresses that have no page? */
import { writeMissingPage } from '../core/publishing/missingPage.ts'
import { describeMissingPage, type MissingPageStory } from '../core/wording/missingPageWords.ts'
import type { PageFilling } from './fillPage.ts'

/** @param story null: it has no pages */
export function fillMissingPage(base: string, story: MissingPageStory | null): PageFilling {
  const { heading, reason } = describeMissingPage(story)
  return {
    // Of the words, which are ours.
    language: 'en',
    title: `${heading} · Dateline`,
    description: reason,
    head: ['<meta name="robots" content="noindex">'],
    className: 'shell',
    text: writeMissingPage(base, story),
  }
}
