/** How is a source named in one line of text? Outlet, headline, whole address. */
import type { SourceId } from '../base/brand.ts'
import type { Link, StoryFrame } from '../story/story.ts'

/** "The Gazette: Dog gone, https://…"; its id where the story does not have it. */
export function describeSource(id: SourceId, { sources }: Pick<StoryFrame, 'sources'>): string {
  const source = sources.get(id)
  if (source === undefined) return id
  const { outlet, title, link } = source
  return `${outlet}: ${title}${link === null ? '' : `, ${textOf(link)}`}`
}

/** An address as it is written, whether it may be followed or not. */
export function textOf(link: Link): string {
  return link.kind === 'safe' ? link.url : link.text
}
