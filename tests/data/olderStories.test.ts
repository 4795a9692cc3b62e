/** Do story files of earlier days open as they did? Each stays here, to the letter, for ever. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parseStory } from '../../src/core/story/parseStory.ts'
import type { StoryFileJson } from '../fixtures/makeStory.ts'

const folder = path.resolve(import.meta.dirname, '../fixtures/stories')
const files = readdirSync(folder)

test('there is one of each format', () => {
  expect(files).toContain('format1.json')
})

test.each(files)('%s opens whole, and says what is written in it', (name) => {
  const text = readFileSync(path.join(folder, name), 'utf8')
  const json = JSON.parse(text) as StoryFileJson
  const parsed = parseStory(JSON.parse(text))
  expect(parsed.ok).toBe(true)
  if (!parsed.ok) return
  const { story, problems } = parsed.value
  expect(problems).toEqual([])
  expect([...story.actors.values()].map(({ id, name: called }) => [id, called])).toEqual(
    json.actors.map(({ id, name: called }) => [id, called]),
  )
  expect([...story.sources.values()].map(({ id, title }) => [id, title])).toEqual(
    json.sources.map(({ id, title }) => [id, title]),
  )
  const byId = new Map(story.events.map((event) => [event.id as string, event]))
  expect(byId.size).toBe(json.events.length)
  for (const written of json.events) {
    const event = byId.get(written.id)
    expect(event?.title).toBe(written.title)
    expect(event?.when?.date.edtf ?? null).toBe(written.date?.edtf ?? null)
    expect(event?.standing.is).toBe(written.standing.is)
    expect(event?.statements.map(({ id, text: said, speaker }) => [id, said, speaker])).toEqual(
      (written.statements ?? []).map(({ id, text: said, speaker }) => [id, said, speaker]),
    )
    expect(event?.accounts.map(({ claim, chain }) => [claim, chain.map(({ source }) => source)])).toEqual(
      (written.accounts ?? []).map(({ claim, chain }) => [claim, chain.map(({ source }) => source)]),
    )
    expect(event?.relations.map(({ is, to }) => [is, to])).toEqual(
      (written.relations ?? []).map(({ is, to }) => [is, to]),
    )
  }
})
