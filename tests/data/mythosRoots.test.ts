/**
 * Are the roots of the first story counted as somebody counts them who reads the article? The table was written by hand
 * from the base text and the pages that the story sets beside it, not from what the program says.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findEventRoots } from '../../src/core/story/eventRoots.ts'
import { parseStory } from '../../src/core/story/parseStory.ts'
import type { Story, TimelineEvent } from '../../src/core/story/story.ts'
import { describeEventRoots } from '../../src/core/wording/eventRootWords.ts'
import { formatParts } from '../../src/core/wording/textParts.ts'

interface Row {
  /** Outlet with which each root begins → who speaks there beside the outlet itself. */
  readonly roots: Readonly<Record<string, readonly string[]>>
  /** Outlets that only pass it on. */
  readonly retoldBy: readonly string[]
  /** That it begins there is not said, but follows from the context, in all that is known. */
  readonly isImplied?: true
  /** How firmly somebody in particular stands behind it, where nobody named does. */
  readonly sole?: 'one unnamed source' | 'unnamed sources' | 'nobody who is identified'
}

const NYT = 'The New York Times'
const NIST = 'National Institute of Standards and Technology'

/**
 * The maker's announcement and its page on the model are one outlet's; GIGAZINE's pieces on them pass them on. All that
 * is told of the meeting in Singapore goes back to the one newspaper report, whose own sources are not named. What
 * GIGAZINE says in its own voice, and what it relays from voices that nobody can identify, has GIGAZINE as its root.
 */
const table: Readonly<Record<string, Row>> = {
  'mythos-developed': { roots: { Anthropic: [] }, retoldBy: ['GIGAZINE'] },
  'glasswing-launch': { roots: { Anthropic: [] }, retoldBy: ['GIGAZINE'] },
  'restricted-release': { roots: { Anthropic: [] }, retoldBy: ['GIGAZINE'], isImplied: true },
  'unauthorised-access': { roots: { Bloomberg: ['Anthropic'] }, retoldBy: ['Reuters', 'GIGAZINE'] },
  'unauthorised-access-reported': { roots: { Bloomberg: [] }, retoldBy: ['Reuters', 'GIGAZINE'] },
  'singapore-meeting': {
    roots: { [NYT]: ['Sources of The New York Times'] },
    retoldBy: ['GIGAZINE', 'Several outlets'],
  },
  'access-request': {
    roots: { [NYT]: ['Sources of The New York Times', 'U.S. government official'] },
    retoldBy: ['GIGAZINE', 'Several outlets'],
  },
  'not-official-demand': {
    roots: { [NYT]: ['Sources of The New York Times', 'U.S. government official'] },
    retoldBy: ['GIGAZINE'],
    sole: 'unnamed sources',
  },
  'anthropic-refusal': {
    roots: { [NYT]: ['Sources of The New York Times'] },
    retoldBy: ['GIGAZINE'],
    sole: 'unnamed sources',
  },
  'sheehan-declines': { roots: { [NYT]: ['Matt Sheehan'] }, retoldBy: ['GIGAZINE'], isImplied: true },
  'nyt-asks-anthropic': { roots: { [NYT]: [] }, retoldBy: ['GIGAZINE'] },
  'us-official-comment': {
    roots: { [NYT]: ['Sources of The New York Times', 'U.S. government official'] },
    retoldBy: ['GIGAZINE'],
    sole: 'one unnamed source',
  },
  'thinktank-control': { roots: { GIGAZINE: [] }, retoldBy: [] },
  'deepseek-v4-pro-appears': { roots: { GIGAZINE: [] }, retoldBy: [] },
  'caisi-evaluation': { roots: { [NIST]: ['CAISI'], DeepSeek: [] }, retoldBy: ['GIGAZINE'] },
  'us-lead-9-to-12': {
    roots: { [NYT]: ['U.S. officials and industry insiders'] },
    retoldBy: ['GIGAZINE'],
    sole: 'unnamed sources',
  },
  'chatgpt-5-5-exists': { roots: { [NYT]: [], OpenAI: [] }, retoldBy: ['GIGAZINE'] },
  'chinese-media-risk': {
    roots: { GIGAZINE: ['Chinese media outlets'] },
    retoldBy: [],
    sole: 'nobody who is identified',
  },
  'chinese-side-argument': {
    roots: { GIGAZINE: ['The Chinese side'] },
    retoldBy: [],
    sole: 'nobody who is identified',
  },
  'nyt-report': { roots: { [NYT]: [] }, retoldBy: ['GIGAZINE', 'Sherwood'] },
  'gz-relay': { roots: { GIGAZINE: [] }, retoldBy: [] },
}

const story = readStory()

describe('the roots of the first story', () => {
  it('are in the table for every event', () => {
    expect(story.events.map(({ id }) => id).sort()).toEqual(Object.keys(table).sort())
  })

  it.each(Object.entries(table))('of %s are as read from the article', (id, row) => {
    const found = findEventRoots(eventOf(id), story)
    const roots = found.roots.map(({ pages, speakers }) => [
      [...new Set(pages.map(outletOf))].join(', '),
      speakers.map((speaker) => story.actors.get(speaker)?.name ?? speaker).sort(),
    ])
    expect(Object.fromEntries(roots)).toEqual(row.roots)
    const retold = new Set(found.roots.flatMap(({ retoldBy }) => retoldBy.map(outletOf)))
    expect([...retold].filter((outlet) => !(outlet in row.roots)).sort()).toEqual([...row.retoldBy].sort())
    expect(found.roots.every(({ isImplied }) => isImplied)).toBe(row.isImplied ?? false)
    const words = formatParts(describeEventRoots(found, story).lead)
    expect(/^This rests on (.*?)(?: alone)?\.$/.exec(words)?.[1]).toBe(row.sole)
  })

  it('are read from chains in every event', () => {
    for (const event of story.events) expect(findEventRoots(event, story).basis, event.id).toBe('chains')
  })
})

describe('in words', () => {
  it.each([
    [
      'singapore-meeting',
      'One root: The New York Times, which cites sources that it does not name. Retold by 3 or more: GIGAZINE and others.',
    ],
    ['nyt-report', 'One root: The New York Times. Retold by 2: GIGAZINE and Sherwood.'],
    [
      'us-official-comment',
      'This rests on one unnamed source. One root: The New York Times. Retold by GIGAZINE.',
    ],
    ['chatgpt-5-5-exists', 'Two independent roots: OpenAI and The New York Times. Retold by GIGAZINE.'],
    ['thinktank-control', 'One root: GIGAZINE, which names nobody for it.'],
  ])('%s: %s', (id, words) => {
    const { lead, rest } = describeEventRoots(findEventRoots(eventOf(id), story), story)
    expect([lead, rest].map(formatParts).join(' ').trim()).toBe(words)
  })
})

function readStory(): Story {
  const file = new URL('../../data/mythos-access.json', import.meta.url)
  const parsed = parseStory(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.ok) throw new Error('the first story cannot be read')
  return parsed.value.story
}

function eventOf(id: string): TimelineEvent {
  const event = story.events.find((candidate) => candidate.id === id)
  if (event === undefined) throw new Error(`no event ${id}`)
  return event
}

function outletOf(id: Story['events'][number]['sources'][number]): string {
  return story.sources.get(id)?.outlet ?? id
}
