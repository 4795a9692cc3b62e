/** Is every story in `data/` sound? The check an editor runs: each problem with its path and a sentence. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parseStory } from '../../src/core/story/parseStory.ts'

const folder = path.resolve(import.meta.dirname, '../../data')
const stories = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))

test('there is a story', () => {
  expect(stories).toContain('mythos-access.json')
})

test.each(stories)('%s can be shown whole', (name) => {
  const parsed = parseStory(JSON.parse(readFileSync(path.join(folder, name), 'utf8')))
  const problems = parsed.ok ? parsed.value.problems : parsed.problem
  expect(problems.map(({ path: where, sentence }) => `${where}: ${sentence}`)).toEqual([])
  expect(parsed.ok).toBe(true)
})
