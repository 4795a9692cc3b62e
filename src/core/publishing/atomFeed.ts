/**
 * What is new in a story, for feed readers? Atom (RFC 4287): each event and each revision of the story is an entry, the
 * last change first. Ids are addresses, which this site keeps for ever; dates come from the story's revisions.
 */
import type { SiteUrl } from '../base/brand.ts'
import type { Revision, Story, TimelineEvent } from '../story/story.ts'
import { outerExtent, type FuzzyDate } from '../time/fuzzyDate.ts'
import type { TitleOf } from '../wording/eventWords.ts'
import { describeFeed, describeRevision, formatRevisionTitle } from '../wording/feedWords.ts'
import { standingWords } from '../wording/standingWords.ts'
import { eventChanges, storyChange } from './changeDates.ts'
import { escapeMarkup } from './escapeMarkup.ts'
import { describeForData } from './eventData.ts'
import { feedMoment } from './exactDates.ts'

/** More would be read anew at every visit of every reader of feeds; the sitemap has all. */
export const MAX_FEED_ENTRIES = 500

interface Entry {
  readonly id: string
  readonly title: string
  readonly address: string
  readonly changed: FuzzyDate
  readonly summary: string
  readonly category: string
  /** Addresses of sources, in their order. */
  readonly via: readonly string[]
}

/** feed.xml; null where the story's dates lie beyond what a feed can write. */
export function writeAtomFeed(story: Story, titleOf: TitleOf, site: SiteUrl): string | null {
  const updated = feedMoment(storyChange(story))
  if (updated === null) return null
  const all = [...revisionEntries(story.revisions, site), ...eventEntries(story, titleOf, site)]
    .map((entry) => ({ entry, startMs: outerExtent(entry.changed).startMs }))
    .sort((a, b) => (a.startMs === b.startMs ? 0 : a.startMs < b.startMs ? 1 : -1))
  const kept = all.slice(0, MAX_FEED_ENTRIES).map(({ entry }) => writeEntry(entry, updated))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeMarkup(story.language)}">`,
    element('id', site),
    element('title', story.title),
    element('subtitle', describeFeed(story.summary, kept.length, all.length)),
    element('updated', updated),
    // A feed must have an author, and the story names none: whoever publishes at that address.
    `<author>${element('name', hostOf(site))}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeMarkup(`${site}feed.xml`)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeMarkup(site)}"/>`,
    ...kept,
    '</feed>',
    '',
  ].join('\n')
}

/** Those of one date are numbered in the order of the file, from the second on. */
function revisionEntries(revisions: readonly Revision[], site: SiteUrl): readonly Entry[] {
  const seen = new Map<string, number>()
  return revisions.map((revision) => {
    const { edtf } = revision.date
    const nth = (seen.get(edtf) ?? 0) + 1
    seen.set(edtf, nth)
    return {
      id: `${site}changes/#${encodeURIComponent(edtf)}${nth === 1 ? '' : `-${nth}`}`,
      title: formatRevisionTitle(revision),
      address: `${site}changes/`,
      changed: revision.date,
      summary: describeRevision(revision),
      category: 'revision',
      via: [],
    }
  })
}

function eventEntries(story: Story, titleOf: TitleOf, site: SiteUrl): readonly Entry[] {
  const changeOf = eventChanges(story)
  return story.events.map((event) => {
    const address = `${site}events/${event.id}/`
    return {
      id: address,
      title: event.title,
      address,
      changed: changeOf(event.id),
      summary: describeForData(event, story, titleOf),
      category: standingWords[event.standing.is],
      via: sourceAddresses(event, story),
    }
  })
}

function sourceAddresses(event: TimelineEvent, story: Story): readonly string[] {
  const addresses = event.sources.flatMap((id) => {
    const link = story.sources.get(id)?.link
    return link?.kind === 'safe' ? [link.url] : []
  })
  return [...new Set(addresses)]
}

/** @param fallback of an entry whose own date cannot be written */
function writeEntry(
  { id, title, address, changed, summary, category, via }: Entry,
  fallback: string,
): string {
  return [
    '<entry>',
    element('id', id),
    element('title', title),
    element('updated', feedMoment(changed) ?? fallback),
    `<link rel="alternate" type="text/html" href="${escapeMarkup(address)}"/>`,
    ...via.map((href) => `<link rel="via" href="${escapeMarkup(href)}"/>`),
    `<category term="${escapeMarkup(category)}"/>`,
    element('summary', summary),
    '</entry>',
  ].join('\n')
}

function element(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`
}

function hostOf(site: SiteUrl): string {
  return site.split('/')[2] ?? site
}
