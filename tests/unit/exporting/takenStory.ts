/** Stories to be taken along, and where their events can be opened. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseStory } from '../../../src/core/story/parseStory.ts'
import type { Story } from '../../../src/core/story/story.ts'
import type { TakenFrom } from '../../../src/core/exporting/takenEvent.ts'

export function takenFrom(story: Story): TakenFrom {
  const titles = new Map(story.events.map(({ id, shortTitle }) => [id, shortTitle]))
  return {
    frame: story,
    titleOf: (id) => titles.get(id) ?? null,
    addressOf: (event, statement) =>
      `https://timeline.example/events/${event}/${statement === null ? '' : `#${statement}`}`,
  }
}

export function readStoryFile(file: string): Story {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../..', file), 'utf8')
  const result = parseStory(JSON.parse(text))
  if (!result.ok) throw new Error(`${file} is no story`)
  return result.value.story
}

export const readHostileStory = (): Story => readStoryFile('tests/fixtures/hostileStory.json')
export const readOurStory = (): Story => readStoryFile('data/mythos-access.json')
