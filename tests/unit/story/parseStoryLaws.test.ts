/** What holds for every JSON, however it came about? */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseStory } from '../../../src/core/story/parseStory.ts'
import { makeStoryFile } from '../../fixtures/makeStory.ts'

type Place = { readonly holder: Record<string | number, unknown>; readonly key: string | number }

/** Every field and entry of a JSON value, at every depth. */
function placesIn(json: unknown): readonly Place[] {
  if (typeof json !== 'object' || json === null) return []
  const holder = json as Record<string | number, unknown>
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])])
}

const hostile = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'event-0',
    'morning-post',
    '2020-13',
    '[2020,2021]',
    'data:text/html,x',
  ),
)

it('reads any JSON without throwing', () => {
  fc.assert(fc.property(fc.jsonValue(), (json) => void parseStory(json)))
})

it('reads any JSON in the places of a story file without throwing', () => {
  const lists = fc.record({ story: hostile, actors: fc.array(hostile), sources: fc.array(hostile) })
  fc.assert(
    fc.property(lists, fc.array(hostile), hostile, (file, events, revisions) => {
      parseStory({ format: 1, ...file, events, revisions: [revisions] })
    }),
  )
})

it('says what is lost whenever a change to a valid file costs an event', () => {
  const changes = fc.array(fc.tuple(fc.nat(), hostile, fc.boolean()), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(changes, (list) => {
      const changed: unknown = makeStoryFile({ eventCount: 2 })
      for (const [at, value, isRemoved] of list) {
        const places = placesIn(changed)
        const { holder, key } = places[at % places.length] ?? { holder: {}, key: '' }
        if (isRemoved) delete holder[key]
        else holder[key] = value
      }
      const file: unknown = JSON.parse(JSON.stringify(changed)) // no holes, as no file has them
      const result = parseStory(file)
      const problems = result.ok ? result.value.problems : result.problem
      const written = (file as { events?: unknown }).events
      const shown = result.ok ? result.value.story.events.length : 0
      const isComplete = Array.isArray(written) && shown === written.length
      expect(isComplete || problems.some(({ isLeftOut }) => isLeftOut)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

it('reads a file nested ten thousand deep', () => {
  const deep = `${'{"a":['.repeat(10_000)}1${']}'.repeat(10_000)}`
  expect(() => parseStory({ ...makeStoryFile(), extra: JSON.parse(deep) })).not.toThrow()
  expect(() => parseStory({ ...makeStoryFile(), events: [JSON.parse(deep)] })).not.toThrow()
})
