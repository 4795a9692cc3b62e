/** Are files called after what they hold, in a way that every system takes? */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nameFile } from '../../../src/core/exporting/fileNames.ts'
import { noneChosen } from '../../../src/core/story/facetKinds.ts'
import { initialView } from '../../../src/core/view/viewState.ts'

it('a file is called after story, filter and kind', () => {
  expect(nameFile('mythos-access', initialView, 'events')).toBe('mythos-access-events.csv')
  const filtered = { ...initialView, chosen: { ...noneChosen, actor: ['gigazine'] }, from: '2026-04' }
  expect(nameFile('mythos-access', filtered, 'calendar')).toBe(
    'mythos-access-actor-gigazine-from-2026-04.ics',
  )
})

it('whatever was searched for, its name is short, without a path, and keeps its ending', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (words, id) => {
      expect(nameFile(id, { ...initialView, words }, 'svg')).toMatch(/^[a-z0-9][a-z0-9-]{0,79}\.svg$/)
    }),
  )
  expect(nameFile('', { ...initialView, words: '../..' }, 'png')).toBe('story.png')
})
