/** Which stories are measured, and in which form? */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Options } from './options.ts'
import { benchFolder, siteFolder } from './places.ts'
import { prepareStory, prepareTiles } from './prepareStory.ts'
import { rivalFolder } from './prepareRival.ts'
import type { Mount } from './serveBench.ts'
import { findCloseStretch, type Stretch } from './stretches.ts'
import { readItems } from './visItems.ts'

export interface Case {
  readonly label: string
  readonly events: number
  readonly form: 'file' | 'tiles'
  readonly isCompared: boolean
}

/** What a case needs to be measured. */
export interface PreparedCase {
  readonly mounts: readonly Mount[]
  /** Shown for the second measurement. */
  readonly close: Stretch
}

/** vis-timeline takes about a minute for a hundred thousand; nobody would wait for more. */
const MOST_COMPARED = 100_000
/** From here on tiles are measured as well: smaller files are read whole as quickly. */
const LEAST_TILED = 10_000

export function listCases({ sizes, isOursOnly }: Options): readonly Case[] {
  return sizes.flatMap((events): readonly Case[] => {
    const count = events.toLocaleString('en')
    const isCompared = !isOursOnly && events <= MOST_COMPARED
    if (events < LEAST_TILED) return [{ label: count, events, form: 'file', isCompared }]
    return [
      { label: `${count} as one file`, events, form: 'file', isCompared },
      // Held against what the other side took for the same events as a file.
      { label: `${count} as tiles`, events, form: 'tiles', isCompared: false },
    ]
  })
}

/** Where the site asks for its story (src/main.tsx). */
const STORY_ADDRESS = '/data/mythos-access.json'

/** @returns null where this version cannot make the form */
export async function prepareCase({ events, form, isCompared }: Case): Promise<PreparedCase | null> {
  const story = await prepareStory(events)
  const tiles = form === 'tiles' ? await prepareTiles(story) : null
  if (form === 'tiles' && tiles === null) return null
  const items = await readItems(story)
  const itemsFile = story.replace(/\.json$/, '-items.json')
  if (isCompared) writeFileSync(itemsFile, JSON.stringify(items))
  const data: readonly Mount[] =
    tiles === null
      ? [{ address: STORY_ADDRESS, place: story }]
      : [
          { address: STORY_ADDRESS, place: path.join(tiles, 'story.json') },
          { address: '/data/', place: tiles },
        ]
  return {
    close: findCloseStretch(items),
    mounts: [
      ...data,
      { address: '/vis/items.json', place: itemsFile },
      { address: '/vis/package/', place: rivalFolder },
      { address: '/vis/', place: path.join(benchFolder, 'visPage') },
      { address: '/', place: siteFolder },
    ],
  }
}
