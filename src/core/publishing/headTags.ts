/**
 * What does a page say of itself to those who do not read it: search engines, previews in messages, feed readers?
 * Its one address, Open Graph and Twitter tags, neighbours and feed. Title, description and language are the page's own.
 */
import type { SiteUrl } from '../base/brand.ts'
import { spellControls } from '../wording/visibleControls.ts'
import { escapeMarkup } from './escapeMarkup.ts'

export interface HeadPicture {
  /** Below the site. */
  readonly path: string
  /** px */
  readonly width: number
  /** px */
  readonly height: number
  /** What it says, for who cannot see it. */
  readonly alt: string
}

export interface PageHead {
  /** Below the site: where it is to be found for ever. */
  readonly canonicalPath: string
  readonly previousPath: string | null
  readonly nextPath: string | null
  /** An article tells a story or an event; all others are ways into them. */
  readonly kind: 'article' | 'website'
  readonly name: string
  readonly description: string
  readonly picture: HeadPicture | null
  /** ISO 8601 day; null: not known exactly. */
  readonly published: string | null
  readonly changed: string | null
}

export interface SiteHead {
  /** null: not known; what needs a whole address is then left out. */
  readonly site: SiteUrl | null
  /** The path of the site on its host, beginning and ending with a slash. */
  readonly base: string
  readonly storyTitle: string
  /** Language tag of the story. */
  readonly language: string
  /** Whether the site has a feed. */
  readonly hasFeed: boolean
}

/** The tags as HTML. */
export function writeHeadTags(page: PageHead, head: SiteHead): readonly string[] {
  const { site, base } = head
  const links: readonly Tag[] = [
    ...(site === null ? [] : [link('canonical', site + page.canonicalPath)]),
    ...(page.previousPath === null ? [] : [link('prev', base + page.previousPath)]),
    ...(page.nextPath === null ? [] : [link('next', base + page.nextPath)]),
    ...(head.hasFeed
      ? [
          link('alternate', `${base}feed.xml`, {
            type: 'application/atom+xml',
            title: spellControls(head.storyTitle),
          }),
        ]
      : []),
  ]
  return [...links, ...openGraphTags(page, head), ...twitterTags(page, site)].map(writeTag)
}

function openGraphTags(page: PageHead, { site, storyTitle, language }: SiteHead): readonly Tag[] {
  const region = /^([a-z]{2,3})-([A-Z]{2})$/.exec(language)
  const { picture } = page
  return [
    property('og:type', page.kind),
    property('og:title', page.name),
    property('og:description', page.description),
    property('og:site_name', storyTitle),
    ...(region === null ? [] : [property('og:locale', `${region[1]}_${region[2]}`)]),
    ...(site === null ? [] : [property('og:url', site + page.canonicalPath)]),
    ...(site === null || picture === null
      ? []
      : [
          property('og:image', site + picture.path),
          property('og:image:type', 'image/png'),
          property('og:image:width', String(picture.width)),
          property('og:image:height', String(picture.height)),
          property('og:image:alt', picture.alt),
        ]),
    ...(page.kind === 'article' && page.published !== null
      ? [property('article:published_time', page.published)]
      : []),
    ...(page.kind === 'article' && page.changed !== null
      ? [property('article:modified_time', page.changed)]
      : []),
  ]
}

function twitterTags({ name, description, picture }: PageHead, site: SiteUrl | null): readonly Tag[] {
  const isPictured = site !== null && picture !== null
  return [
    named('twitter:card', isPictured ? 'summary_large_image' : 'summary'),
    named('twitter:title', name),
    named('twitter:description', description),
    ...(isPictured
      ? [named('twitter:image', site + picture.path), named('twitter:image:alt', picture.alt)]
      : []),
  ]
}

type Tag = readonly [name: 'link' | 'meta', attributes: Readonly<Record<string, string>>]

function link(rel: string, href: string, more: Readonly<Record<string, string>> = {}): Tag {
  return ['link', { rel, ...more, href }]
}

function property(name: string, content: string): Tag {
  return ['meta', { property: name, content: spellControls(content) }]
}

function named(name: string, content: string): Tag {
  return ['meta', { name, content: spellControls(content) }]
}

function writeTag([name, attributes]: Tag): string {
  const written = Object.entries(attributes).map(([key, value]) => `${key}="${escapeMarkup(value)}"`)
  return `<${name} ${written.join(' ')}>`
}
