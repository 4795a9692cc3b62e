/** Do lines run from a mark to what it has to do with, whoever says so, and to nothing else? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawRelations, placeRelations } from '../../../src/core/marks/placeRelations.ts'
import { signExtentPx } from '../../../src/core/marks/signExtent.ts'
import { relationKinds } from '../../../src/core/story/storyFile.ts'
import type { RelationKind } from '../../../src/core/story/story.ts'
import { drawStory, type DrawOptions } from '../../fixtures/drawStory.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'

type Said = readonly { readonly from: number; readonly is: RelationKind; readonly to: number }[]

/** Five events on five days, each with what it says of others. */
function draw(said: Said, options: DrawOptions = {}) {
  const events = Array.from({ length: 5 }, (_, i) =>
    makeEvent(i, {
      date: { edtf: `2020-01-0${i + 1}` },
      relations: said.filter(({ from }) => from === i).map(({ is, to }) => ({ is, to: `event-${to}` })),
    }),
  )
  const drawn = drawStory(makeStory({ events }), options)
  const rowOf = (id: string): number => drawn.story.events.findIndex((event) => event.id === id)
  const from = (row: number) =>
    placeRelations(row, drawn.placed.marks, (other) =>
      (drawn.story.events[other]?.relations ?? []).map(({ is, to }) => ({ is, to: rowOf(to) })),
    )
  return { ...drawn, from }
}

const anySaid = fc.array(
  fc.record({ from: fc.nat({ max: 4 }), is: fc.constantFrom(...relationKinds), to: fc.nat({ max: 4 }) }),
  { maxLength: 12 },
)

describe('lines of relations', () => {
  it('run to each event that it names or that names it, once, and to no other', () => {
    fc.assert(
      fc.property(anySaid, fc.nat({ max: 4 }), (said, row) => {
        const { from } = draw(said)
        const others = said.flatMap(({ from: one, is, to }) =>
          is === 'same-root' || one === to ? [] : one === row ? [to] : to === row ? [one] : [],
        )
        const reached = from(row).map((relation) => relation.row)
        expect(reached).toHaveLength(new Set(reached).size)
        expect(new Set(reached)).toEqual(new Set(others))
      }),
    )
  })

  it('end left of both signs, and bow out to the left of both, or over the line on which both stand', () => {
    fc.assert(
      fc.property(anySaid, fc.nat({ max: 4 }), fc.constantFrom(200, 1000), (said, row, widthPx) => {
        const { from, placed } = draw(said, { widthPx })
        const leftOf = (other: number): number =>
          signExtentPx(placed.marks.find((mark) => mark.row === other)?.sign ?? [])[0]
        for (const relation of from(row)) {
          const [a, b] = [relation.from, relation.to]
          expect(a.x).toBeLessThan(leftOf(row))
          expect(b.x).toBeLessThan(leftOf(relation.row))
          for (const { x, y } of relation.bends)
            expect(a.y === b.y ? y < a.y : x < Math.min(a.x, b.x)).toBe(true)
        }
      }),
    )
  })

  it.each<[RelationKind, 'from' | 'to' | null]>([
    ['after', 'from'],
    ['response-to', 'from'],
    ['before', 'to'],
    ['part-of', null],
    ['at-odds-with', null],
  ])('of an event that says “%s” have their head at what comes later: %s', (is, head) => {
    const mirror = { from: 'to', to: 'from' } as const
    const { from } = draw([{ from: 3, is, to: 1 }])
    expect(from(3).map((relation) => relation.head)).toEqual([head])
    // Asked from the other side, the same line.
    expect(from(1).map((relation) => relation.head)).toEqual([head === null ? null : mirror[head]])
    expect(drawRelations(from(3)).heads === '').toBe(head === null)
  })

  it('run to no event that the filter hides, nor from one', () => {
    const { from } = draw([{ from: 3, is: 'after', to: 1 }], { hidden: ['event-1'] })
    expect(from(3)).toEqual([])
    expect(from(1)).toEqual([])
  })

  it('are paths in px with one figure after the point', () => {
    const { lines, heads } = drawRelations(
      [
        {
          row: 1,
          from: { x: 10.04, y: 20 },
          to: { x: 30, y: 60.06 },
          bends: [
            { x: -5, y: 20 },
            { x: -5, y: 60.06 },
          ],
          head: 'to',
        },
      ],
      100,
    )
    expect(lines).toBe('M10,120C-5,120 -5,160.1 30,160.1')
    expect(heads).toBe('M24,156.6L30,160.1L24,163.6Z')
  })
})
