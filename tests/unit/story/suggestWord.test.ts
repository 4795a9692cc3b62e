/** Which slips of the hand are recognised? */
import { expect, it } from 'vitest'
import { suggestWord } from '../../../src/core/story/suggestWord.ts'

const words = ['title', 'date', 'shortTitle', 'to']

it.each([
  ['titel', 'title'],
  ['Title', 'title'],
  ['titles', 'title'],
  ['short-title', 'shortTitle'],
  ['dat', 'date'],
  ['dote', 'date'],
])('%s means %s', (word, meant) => {
  expect(suggestWord(word, words)).toBe(meant)
})

it.each([['x'], ['place'], ['ti'], ['titletitle'], ['t'.repeat(1000)]])('%s means none of them', (word) => {
  expect(suggestWord(word, words)).toBeNull()
})
