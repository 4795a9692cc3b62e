/** Which statements did a reader ask for, and which events have any? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/core/indexing/buildIndex.ts'
import { findStatements, rowsWithStatements } from '../../../src/core/indexing/findStatements.ts'
import { initialView } from '../../../src/core/view/viewState.ts'
import { makeEvent, makeStatement, makeStory } from '../../fixtures/makeStory.ts'

const story = makeStory({
  events: [
    makeEvent(0, {
      title: 'A fire at the quay',
      statements: [
        makeStatement('smoke'),
        makeStatement('silence', {
          speaker: 'an-official',
          record: 'not-named',
          form: 'paraphrase',
          text: 'Nobody was hurt.',
        }),
        makeStatement('rumour', {
          speaker: null,
          record: 'unattributed',
          form: 'paraphrase',
          text: 'It is said to have been arson.',
        }),
      ],
    }),
  ],
})
const [event] = story.events
if (event === undefined) throw new Error('no event')

function find(filter: {
  speaker?: readonly string[]
  record?: readonly string[]
  words?: string
}): readonly string[] {
  const { speaker = [], record = [], words = '' } = filter
  if (event === undefined) return []
  const chosen = { ...initialView.chosen, speaker, record }
  return findStatements(event, { chosen, words }, story).map(({ id }) => id)
}

describe('statements of an event that was found', () => {
  it('are all of them, in the order of the file, where nothing is asked of statements', () => {
    expect(find({})).toEqual(['smoke', 'silence', 'rumour'])
  })

  it('are those of the speakers chosen, and of the record chosen, and of both where both are', () => {
    expect(find({ speaker: ['ana-silva', 'an-official'] })).toEqual(['smoke', 'silence'])
    expect(find({ record: ['unattributed', 'not-named'] })).toEqual(['silence', 'rumour'])
    expect(find({ speaker: ['ana-silva'], record: ['unattributed'] })).toEqual([])
  })

  it('have each word in their text, their speaker’s name or the title of their event', () => {
    expect(find({ words: 'smoke' })).toEqual(['smoke'])
    expect(find({ words: 'SILVA' })).toEqual(['smoke'])
    expect(find({ words: 'quay arson' })).toEqual(['rumour'])
    expect(find({ words: 'quay' })).toEqual(['smoke', 'silence', 'rumour'])
    expect(find({ words: 'harbourmaster' })).toEqual([])
  })
})

describe('rows with statements', () => {
  it('law: are just those that match and have one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ count: fc.nat({ max: 2 }), match: fc.nat({ max: 2 }) }), {
          minLength: 1,
          maxLength: 12,
        }),
        (drawn) => {
          const many = makeStory({
            events: drawn.map(({ count }, i) =>
              makeEvent(i, {
                statements: Array.from({ length: count }, (_, j) => makeStatement(`said-${i}-${j}`)),
              }),
            ),
          })
          const matches = drawn.map(({ match }) => match)
          const expected = drawn.flatMap(({ count, match }, row) => (count > 0 && match > 0 ? [row] : []))
          expect(rowsWithStatements(buildIndex(many), matches)).toEqual(expected)
        },
      ),
    )
  })
})
