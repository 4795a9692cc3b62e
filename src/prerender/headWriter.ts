/** Which further tags does the head of each page of a story have? Title and description are the page's own. */
import type { SourceId } from '../core/base/brand.ts'
import type { Source, Story, TimelineEvent } from '../core/story/story.ts'
import type { FuzzyDate } from '../core/time/fuzzyDate.ts'
import type { TitleOf } from '../core/wording/eventWords.ts'
import { eventChanges, latest, storyChange } from '../core/publishing/changeDates.ts'
import { writeDataScript } from '../core/publishing/dataScript.ts'
import { exactDay } from '../core/publishing/exactDates.ts'
import { writeHeadTags, type HeadPicture } from '../core/publishing/headTags.ts'
import {
  eventPageData,
  listPageData,
  sourcePageData,
  storyPageData,
  type DataContext,
} from '../core/publishing/pageData.ts'
import type { SiteUrl } from './siteUrl.ts'

/** What a head needs of a page. */
export type HeadPage = {
  /** Below the site, with a slash at its end: where the page is to be found for ever. */
  readonly canonicalPath: string
  readonly name: string
  readonly description: string
  readonly previousPath: string | null
  readonly nextPath: string | null
} & (
  | { readonly kind: 'story'; readonly items: readonly TimelineEvent[] }
  | { readonly kind: 'event'; readonly event: TimelineEvent }
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'sources' | 'statements' | 'changes' }
)

export interface HeadOptions {
  readonly story: Story
  readonly titleOf: TitleOf
  /** null: not known. */
  readonly site: SiteUrl | null
  /** The path of the site on its host, beginning and ending with a slash. */
  readonly base: string
  readonly hasFeed: boolean
}

/** The tags of a page as HTML, to stand before `</head>`. @param picture its preview; null: none */
export type WriteHead = (page: HeadPage, picture: HeadPicture | null) => readonly string[]

/** Goes through the story once, so that each page costs what stands on it. */
export function headWriter({ story, titleOf, site, base, hasFeed }: HeadOptions): WriteHead {
  const changeOf = pageChanges(story)
  const published = exactDay(story.published)
  const siteHead = { site, base, storyTitle: story.title, language: story.language, hasFeed }
  return (page, picture) => {
    const changed = changeOf(page)
    const tags = writeHeadTags(
      { ...page, kind: isArticle(page) ? 'article' : 'website', picture, published, changed },
      siteHead,
    )
    const data = pageData(page, {
      story,
      titleOf,
      home: site ?? base,
      changed,
      picture: site === null || picture === null ? null : site + picture.path,
    })
    return [...tags, writeDataScript(data)]
  }
}

/** When what each page shows changed last: an ISO 8601 day, or null where that is not known exactly. */
export function pageChanges(story: Story): (page: HeadPage) => string | null {
  const eventChange = eventChanges(story)
  const whole = storyChange(story)
  const bySource = new Map<SourceId, FuzzyDate>()
  for (const { id, sources } of story.events) {
    const change = eventChange(id)
    for (const source of sources) bySource.set(source, latest([bySource.get(source) ?? change, change]))
  }
  return (page) => {
    if (page.kind === 'event') return exactDay(eventChange(page.event.id))
    if (page.kind === 'source') return exactDay(bySource.get(page.source.id) ?? story.published)
    return exactDay(whole)
  }
}

function isArticle({ kind }: HeadPage): boolean {
  return kind === 'story' || kind === 'event'
}

function pageData(page: HeadPage, context: DataContext): object {
  switch (page.kind) {
    case 'story':
      return storyPageData(page.items, context)
    case 'event':
      return eventPageData(page.event, context)
    case 'source':
      return sourcePageData(page.source, page.description, context)
    case 'sources':
    case 'statements':
    case 'changes':
      return listPageData(page, context)
  }
}
