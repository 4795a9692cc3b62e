/** Does a brief that is read from bytes say what the event says? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BriefList } from '../../../src/core/indexing/briefColumn.ts'
import { BriefWriter } from '../../../src/core/indexing/briefWriter.ts'
import type { EventBrief } from '../../../src/core/story/eventBrief.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'
import { dateText } from '../../fixtures/randomStory.ts'

const decoder = new TextDecoder()
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string()).map((inner) => `x${inner}x`)

/** What a brief says, of a whole event too. */
function plain(event: EventBrief | undefined): unknown {
  if (event === undefined) return null
  const { id, title, shortTitle, when, reported, publishes, standing, actors, sources, statements } = event
  return {
    id,
    title,
    shortTitle,
    publishes,
    standing: standing.is,
    when: when === null ? null : [when.date, when.derived],
    reported: reported === null ? null : [reported.date, reported.source],
    actors: actors.map(({ actor }) => actor),
    counts: [sources.length, statements.length],
  }
}

const anyEvents = fc.array(
  fc.record({
    title: text,
    short: fc.option(text),
    date: dateText,
    derived: fc.subarray(['earliest', 'latest'] as const),
    actors: fc.subarray(['harbour-office', 'ana-silva', 'an-official']),
    standing: fc.constantFrom('reported', 'denied', 'inferred'),
    publishes: fc.option(fc.constantFrom('morning-post', 'evening-star')),
    reported: fc.option(fc.constantFrom('2020-01-05', '[2020-01-05..2020-02-01]')),
  }),
  { minLength: 1, maxLength: 12 },
)

describe('a brief', () => {
  it('is what was written, whatever letters are in it, in whichever stretch it lies', () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 1, max: 5 }), (drawn, stretchLength) => {
        const { events, actors } = makeStory({
          events: drawn.map(({ title, short, date, derived, actors, standing, publishes, reported }, i) =>
            makeEvent(i, {
              title,
              standing: { is: standing },
              ...(short === null ? {} : { shortTitle: short }),
              ...(publishes === null ? {} : { publishes }),
              ...(reported === null
                ? {}
                : {
                    reported: {
                      edtf: reported,
                      source: 'morning-post',
                    },
                  }),
              date:
                date === null
                  ? null
                  : {
                      edtf: date,
                      derived,
                    },
              actors: actors.map((actor) => ({
                actor,
                role: 'involved',
              })),
            }),
          ),
        })
        const ids = [...actors.keys()]
        const writer = new BriefWriter(new Map(ids.map((id, i) => [id, i])))
        const stretches: Uint8Array[] = []
        const stretchStarts: number[] = []
        const starts: number[] = []
        const lengths: number[] = []
        let length = 0
        for (let from = 0; from < events.length; from += stretchLength) {
          for (const event of events.slice(from, from + stretchLength)) writer.add(event)
          const written = writer.take()
          stretches.push(written.bytes)
          stretchStarts.push(length)
          for (let i = 0; i + 1 < written.starts.length; i++) {
            const [start = 0, end = 0] = written.starts.subarray(i, i + 2)
            starts.push(length + start)
            lengths.push(end - start)
          }
          length += written.bytes.length
        }
        const list = new BriefList({
          columns: {
            stretches,
            stretchStarts: Uint32Array.from(stretchStarts),
            starts: Uint32Array.from(starts),
            lengths: Uint32Array.from(lengths),
          },
          actors: ids,
          relationsOf: () => [],
          decode: (bytes) => decoder.decode(bytes),
        })
        expect(list.length).toBe(events.length)
        for (const [row, event] of events.entries()) {
          expect(plain(list.at(row))).toEqual(plain(event))
          expect(list.idAt(row)).toBe(event.id)
        }
        expect(list.at(-1)).toBeUndefined()
        expect(list.at(events.length)).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })
})
