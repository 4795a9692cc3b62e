/**
 * Is the published schema the one that the program checks by, and does it describe every field?
 * `npm run schema` writes it anew.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { buildStorySchema, listSchemaPaths } from '../../src/prerender/storySchema.ts'
import { storySchemaTexts } from '../../src/prerender/storySchemaTexts.ts'

const place = new URL('../../data/story.schema.json', import.meta.url)

it('is up to date in data/story.schema.json', () => {
  if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(place, buildStorySchema())
  expect(readFileSync(place, 'utf8')).toBe(buildStorySchema())
})

it('describes every field of the format, and no other', () => {
  expect([...storySchemaTexts.keys()].sort()).toEqual([...new Set(listSchemaPaths())].sort())
})
