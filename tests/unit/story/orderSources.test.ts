/** In which order does a reader go through sources? */
import { expect, test } from 'vitest'
import { orderByIssue } from '../../../src/core/story/orderSources.ts'
import { makeEvent, makeSource, makeStory } from '../../fixtures/makeStory.ts'

const unsourced = makeEvent(0, { accounts: [], statements: [] })

function order(issued: readonly (string | null)[]): readonly (string | null)[] {
  const sources = issued.map((date, i) => ({
    ...makeSource(`source-${i}`, `Headline ${i}`),
    ...(date === null ? { issued: undefined } : { issued: date }),
  }))
  const story = makeStory({ sources, events: [unsourced] })
  return orderByIssue(story.sources.values()).map(({ issued: date, id }) => date?.edtf ?? id)
}

test('sources stand by the day of issue, the better known first, and those without one last, as in the file', () => {
  expect(order([null, '2020-02', '2020-01-03', '2020-01', '2020-01-01', null])).toEqual([
    '2020-01-01',
    '2020-01',
    '2020-01-03',
    '2020-02',
    'source-0',
    'source-5',
  ])
})

test('sources of one day stay in the order of the file', () => {
  const story = makeStory({
    sources: ['b', 'a', 'c'].map((id) => ({ ...makeSource(id, id), issued: '2020-01-01' })),
    events: [unsourced],
  })
  expect(orderByIssue(story.sources.values()).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
})
