/**
 * Which cards does a story have, and which one stands for a page? One for the story, for each event and for each
 * source; lists of sources, statements and changes have the story's.
 */
import { gatherFacts } from '../../core/marks/storyFacts.ts'
import {
  describeEventCard,
  describeSourceCard,
  describeStoryCard,
  type CardWords,
} from '../../core/publishing/cardWords.ts'
import { tallySources } from '../../core/story/sourceRole.ts'
import type { Source, Story, TimelineEvent } from '../../core/story/story.ts'
import { CARD_HEIGHT_PX, CARD_WIDTH_PX, STRIP_WIDTH_PX, type Card } from './card.ts'
import { openStripPlacer } from './placeCardStrip.ts'

/** What of a page decides its card. */
export interface CardPage {
  readonly kind: string
  /** Below the site's base, '' or ending with a slash; of an event its present id's. */
  readonly canonicalPath: string
}

/** What a page's head says of its card. */
export interface CardReference {
  /** Below the site's base. */
  readonly path: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

export interface StoryCards {
  /** Of the pages with a card, those for which a picture is to be made. */
  readonly paths: readonly string[]
  /** All that the picture at one of the paths depends on. */
  readonly cardAt: (path: string) => Card
  /** null: the page has no card. */
  readonly cardOf: (page: CardPage) => CardReference | null
}

/** An id becomes the name of a folder, so nothing else may pass. */
const folderName = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Pictures of one story, and no more: they would take hours and gigabytes. Pages of the rest show the story's. */
export const MAX_CARDS = 10_000

export function openStoryCards(story: Story): StoryCards {
  const facts = gatherFacts(story.events, story.published)
  const placer = openStripPlacer(story, facts, STRIP_WIDTH_PX)
  const titles = new Map(story.events.map(({ id, shortTitle }) => [id, shortTitle]))
  const tallies = tallySources(story.events, story)
  const storyWords = describeStoryCard(story, facts)
  const ofStory = (): Subject => ({
    words: storyWords,
    toCard: (words) => ({ language: story.language, words, strip: placer.placeStory() }),
  })
  const ofEvent = (event: TimelineEvent): Subject => ({
    words: describeEventCard(event, story, (id) => titles.get(id) ?? null),
    toCard: (words) => ({ language: story.language, words, strip: placer.placeEvent(event) }),
  })
  const ofSource = (source: Source): Subject => ({
    words: describeSourceCard(source, story, tallies.get(source.id) ?? null),
    toCard: (words) => ({
      language: source.language ?? story.language,
      words,
      strip: placer.placeDate(source.issued),
    }),
  })
  const subjects = new Map<string, () => Subject>([['', ofStory]])
  for (const event of story.events)
    if (folderName.test(event.id)) subjects.set(`events/${event.id}/`, () => ofEvent(event))
  for (const source of story.sources.values())
    if (folderName.test(source.id)) subjects.set(`sources/${source.id}/`, () => ofSource(source))
  const shown = new Map([...subjects].slice(0, MAX_CARDS))
  return {
    paths: [...shown.keys()].map(pictureIn),
    cardAt: (path) => {
      const subject = shown.get(path.slice(0, -FILE_NAME.length))?.()
      if (subject === undefined) throw new Error(`no card at ${path}`)
      const { alt: _, ...words } = subject.words
      return subject.toCard(words)
    },
    cardOf: ({ canonicalPath }) => {
      const folder = shown.has(canonicalPath) ? canonicalPath : ''
      const alt = shown.get(folder)?.().words.alt
      if (alt === undefined) return null
      return { path: pictureIn(folder), width: CARD_WIDTH_PX, height: CARD_HEIGHT_PX, alt }
    },
  }
}

interface Subject {
  readonly words: CardWords
  readonly toCard: (words: Card['words']) => Card
}

const FILE_NAME = 'card.png'

function pictureIn(folder: string): string {
  return folder + FILE_NAME
}
