/** What is said where no page stands at an address, and which ways lead on from there? */
import { formatEventCount } from './storyWords.ts'
import { spellControls } from './visibleControls.ts'

/** What is known of the story while its site is built. */
export interface MissingPageStory {
  readonly title: string
  readonly eventCount: number
}

export interface MissingPageWords {
  readonly heading: string
  readonly reason: string
  readonly waysName: string
  readonly storyLink: string
  readonly listLink: string
  readonly otherLinks: { readonly sources: string; readonly statements: string; readonly changes: string }
}

/** @param story null: it is not read while the site is built, so that its events have no pages */
export function describeMissingPage(story: MissingPageStory | null): MissingPageWords {
  return {
    heading: 'No page stands at this address',
    reason:
      story === null
        ? 'Events of this story have no pages of their own: JavaScript opens them, and looks for them at this address too.'
        : 'It may have been mistyped, or cut short where it was copied. Events and sources keep their addresses here, and former addresses go on answering.',
    waysName: 'Ways on',
    storyLink:
      story === null
        ? 'The story'
        : `The story: ${spellControls(story.title)}, ${formatEventCount(story.eventCount)}`,
    listLink: 'Its events as a list, to be searched by words',
    otherLinks: {
      sources: 'All its sources',
      statements: 'All statements in it',
      changes: 'What changed in it',
    },
  }
}
