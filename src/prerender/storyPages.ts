/**
 * Which pages does a story have? One for itself, each event (at its id and each former one), each source, and all
 * sources, statements and changes; lists that are long go over several pages.
 * The same list is what heads, pictures, feed and site map go by.
 */
import type { EventId } from '../core/base/brand.ts'
import { valuesOf } from '../core/indexing/facetValues.ts'
import { orderRevisions } from '../core/story/findChanges.ts'
import { orderByIssue } from '../core/story/orderSources.ts'
import type { Revision, Source, Story, TimelineEvent } from '../core/story/story.ts'
import type { TitleOf } from '../core/wording/eventWords.ts'
import {
  describeEventPage,
  describeSourcePage,
  formatPageTitle,
  formatPartName,
  listingWords,
} from '../core/wording/pageWords.ts'

interface PageBase {
  /** Below the site's base: '' or `events/a-1/`, with a slash at its end. */
  readonly path: string
  /** The path under which the same is to be found for ever: another only where this one is a former id's. */
  readonly canonicalPath: string
  /** Below the output folder, with `/` between its parts. */
  readonly fileName: string
  /** What the page is about, without the story's name. Plain text, as all that follows. */
  readonly name: string
  /** For `<title>`: name, story, site. */
  readonly title: string
  readonly description: string
  /** Paths of what is before and after: of an event in the order of reading, of a long list its pages. */
  readonly previousPath: string | null
  readonly nextPath: string | null
}

/** One page of a list that may go over several. */
interface PartBase<Item> extends PageBase {
  /** From 1. */
  readonly part: number
  readonly partCount: number
  /** Those on this page, in the order of reading. */
  readonly items: readonly Item[]
  /** Position of the first of them among all, from 0. */
  readonly first: number
  readonly total: number
}

export interface EventPage extends PageBase {
  readonly kind: 'event'
  readonly event: TimelineEvent
  /** From 0, in the order of reading. */
  readonly row: number
}

export interface SourcePage extends PageBase {
  readonly kind: 'source'
  readonly source: Source
}

export type ListingPage =
  | (PartBase<TimelineEvent> & { readonly kind: 'story' })
  | (PartBase<Source> & { readonly kind: 'sources' })
  /** Events that have statements. */
  | (PartBase<TimelineEvent> & { readonly kind: 'statements' })
  | (PartBase<Revision> & { readonly kind: 'changes' })

export type StoryPage = ListingPage | EventPage | SourcePage

/** Events, sources or changes on one page; of statements fewer, since an event may have many. */
export const PART_SIZE = 100
export const STATEMENTS_PART_SIZE = 50

/** The story first, then all listings, events in the order of reading, sources by date of issue. */
export function listStoryPages(story: Story): readonly StoryPage[] {
  return [...listListings(story), ...listEventPages(story), ...listSourcePages(story)]
}

function listListings(story: Story): readonly ListingPage[] {
  const spoken = story.events.filter(({ statements }) => statements.length > 0)
  const statementCount = spoken.reduce((sum, { statements }) => sum + statements.length, 0)
  const sources = orderByIssue(story.sources.values())
  const revisions = orderRevisions(story.revisions)
  const { title } = story
  return [
    ...cutIntoParts(story, '', null, story.summary, story.events, PART_SIZE).map((part) => ({
      kind: 'story' as const,
      ...part,
    })),
    ...cutIntoParts(
      story,
      'sources/',
      'Sources',
      listingWords.sources(sources.length, title),
      sources,
      PART_SIZE,
    ).map((part) => ({ kind: 'sources' as const, ...part })),
    ...cutIntoParts(
      story,
      'statements/',
      'Statements',
      listingWords.statements(statementCount, title),
      spoken,
      STATEMENTS_PART_SIZE,
    ).map((part) => ({ kind: 'statements' as const, ...part })),
    ...cutIntoParts(
      story,
      'changes/',
      'Changes',
      listingWords.changes(revisions.length, title),
      revisions,
      PART_SIZE,
    ).map((part) => ({ kind: 'changes' as const, ...part })),
  ]
}

/** At least one page, which may be empty. */
function cutIntoParts<Item>(
  story: Story,
  path: string,
  name: string | null,
  description: string,
  all: readonly Item[],
  size: number,
): readonly PartBase<Item>[] {
  const partCount = Math.max(1, Math.ceil(all.length / size))
  const pathOf = (part: number): string => (part === 1 ? path : `${path}page/${part}/`)
  return Array.from({ length: partCount }, (_, i): PartBase<Item> => {
    const part = i + 1
    const partName = name === null && part === 1 ? null : formatPartName(name ?? 'Events', part, partCount)
    return {
      ...pageAt(pathOf(part)),
      name: partName ?? story.title,
      title: formatPageTitle(partName, story),
      description,
      previousPath: part === 1 ? null : pathOf(part - 1),
      nextPath: part === partCount ? null : pathOf(part + 1),
      part,
      partCount,
      items: all.slice(i * size, part * size),
      first: i * size,
      total: all.length,
    }
  })
}

function listEventPages(story: Story): readonly EventPage[] {
  const titleOf = titlesOf(story)
  const pathAt = (row: number): string | null => {
    const event = story.events[row]
    return event === undefined ? null : eventPath(event.id)
  }
  return story.events.flatMap((event, row) =>
    [event.id, ...event.aliases].filter(isFolderName).map((id) => ({
      kind: 'event' as const,
      ...pageAt(eventPath(id)),
      canonicalPath: eventPath(event.id),
      name: event.title,
      title: formatPageTitle(event.title, story),
      description: describeEventPage(event, titleOf),
      previousPath: pathAt(row - 1),
      nextPath: pathAt(row + 1),
      event,
      row,
    })),
  )
}

function listSourcePages(story: Story): readonly SourcePage[] {
  const eventCounts = new Map<string, number>()
  for (const event of story.events)
    for (const id of valuesOf.source(event)) eventCounts.set(id, (eventCounts.get(id) ?? 0) + 1)
  const sources = orderByIssue(story.sources.values()).filter(({ id }) => isFolderName(id))
  const pathAt = (i: number): string | null => {
    const source = sources[i]
    return source === undefined ? null : sourcePath(source.id)
  }
  return sources.map((source, i) => ({
    kind: 'source',
    ...pageAt(sourcePath(source.id)),
    name: source.title,
    title: formatPageTitle(source.title, story),
    description: describeSourcePage(source, story, eventCounts.get(source.id) ?? 0),
    previousPath: pathAt(i - 1),
    nextPath: pathAt(i + 1),
    source,
  }))
}

function pageAt(path: string): Pick<PageBase, 'path' | 'canonicalPath' | 'fileName'> {
  return { path, canonicalPath: path, fileName: `${path}index.html` }
}

export function eventPath(id: string): string {
  return `events/${id}/`
}

export function sourcePath(id: string): string {
  return `sources/${id}/`
}

/** The short title of any event of the story. */
export function titlesOf({ events }: Pick<Story, 'events'>): TitleOf {
  const titles = new Map<EventId, string>(events.map(({ id, shortTitle }) => [id, shortTitle]))
  return (id) => titles.get(id) ?? null
}

const folderPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** An id becomes the name of a folder: nothing else may pass, whoever read the story. */
export function isFolderName(id: string): boolean {
  return folderPattern.test(id)
}
