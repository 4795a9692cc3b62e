/** What is a page in the terms of schema.org: the story, an event in it, a source, or a list of these? */
import type { SiteUrl } from '../base/brand.ts'
import type { Source, StoryFrame, TimelineEvent } from '../story/story.ts'
import type { TitleOf } from '../wording/eventWords.ts'
import { actorData } from './actorData.ts'
import { claimsOf } from './claimData.ts'
import { describeForData, describeInBrief, eventData } from './eventData.ts'
import { certainInterval, exactDay } from './exactDates.ts'
import { compact, eventAddress, sourceAddress, storyThingId, type Home, type Thing } from './linkedData.ts'
import { sourceData } from './sourceData.ts'

export interface DataContext {
  readonly story: StoryFrame
  readonly titleOf: TitleOf
  /** The site's address or its path. */
  readonly home: SiteUrl | Home
  /** ISO 8601 day on which what the page shows changed last; null: not known exactly. */
  readonly changed: string | null
  /** Whole address of the page's preview; null: it has none. */
  readonly picture: string | null
}

const CONTEXT = { '@context': 'https://schema.org' } as const

/** The story as an article about its events. @param events those that the page shows */
export function storyPageData(events: readonly TimelineEvent[], context: DataContext): Thing {
  const { story, titleOf, home, changed, picture } = context
  return {
    ...CONTEXT,
    ...compact({
      '@type': 'NewsArticle',
      '@id': storyThingId(home),
      url: home,
      mainEntityOfPage: home,
      headline: story.title,
      description: story.summary,
      inLanguage: story.language,
      datePublished: exactDay(story.published),
      dateModified: changed,
      image: picture,
      about: events.map((event) => eventData(event, describeInBrief(event, titleOf), home)),
    }),
  }
}

/** The event's page: an article about it, with what is claimed and said, and all that it rests on. */
export function eventPageData(event: TimelineEvent, context: DataContext): Thing {
  const { story, titleOf, home, changed, picture } = context
  const address = eventAddress(home, event.id)
  const actors = new Set(event.actors.map(({ actor }) => actor))
  return {
    ...CONTEXT,
    ...compact({
      '@type': 'Article',
      '@id': `${address}#article`,
      url: address,
      mainEntityOfPage: address,
      headline: event.title,
      description: event.summary,
      inLanguage: story.language,
      datePublished: exactDay(story.published),
      dateModified: changed,
      image: picture,
      temporalCoverage: event.when === null ? null : certainInterval(event.when.date),
      isPartOf: storyReference(story, home),
      about: eventData(event, describeForData(event, story, titleOf), home),
      mentions: [...actors].flatMap((id) => {
        const actor = story.actors.get(id)
        return actor === undefined ? [] : [actorData(actor)]
      }),
      hasPart: claimsOf(event, story, home),
      citation: event.sources.flatMap((id) => {
        const source = story.sources.get(id)
        return source === undefined ? [] : [sourceData(source, home)]
      }),
    }),
  }
}

/** The page of one source. @param description of the page, in words */
export function sourcePageData(source: Source, description: string, context: DataContext): Thing {
  const { story, home, changed, picture } = context
  const address = sourceAddress(home, source.id)
  return {
    ...CONTEXT,
    ...compact({
      '@type': 'WebPage',
      '@id': address,
      url: address,
      name: source.title,
      description,
      inLanguage: story.language,
      dateModified: changed,
      image: picture,
      isPartOf: storyReference(story, home),
      mainEntity: sourceData(source, home),
    }),
  }
}

/** A list of sources, statements or changes. @param page its path below the site, name and description */
export function listPageData(
  page: { readonly canonicalPath: string; readonly name: string; readonly description: string },
  context: DataContext,
): Thing {
  const { story, home, changed, picture } = context
  const address = home + page.canonicalPath
  return {
    ...CONTEXT,
    ...compact({
      '@type': 'CollectionPage',
      '@id': address,
      url: address,
      name: page.name,
      description: page.description,
      inLanguage: story.language,
      dateModified: changed,
      image: picture,
      isPartOf: storyReference(story, home),
    }),
  }
}

function storyReference(story: StoryFrame, home: Home): Thing {
  return { '@type': 'NewsArticle', '@id': storyThingId(home), headline: story.title, url: home }
}
