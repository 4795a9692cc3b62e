/** Do marks go from one picture to the other without a jump at either end? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { glideMark, partsWithout } from '../../../src/core/marks/glideMarks.ts'
import type { SignPart } from '../../../src/core/marks/signPart.ts'
import { styleMarks, type StyledMark } from '../../../src/core/marks/styleMarks.ts'
import { drawStory } from '../../fixtures/drawStory.ts'
import { randomStory, randomWindow } from '../../fixtures/randomStory.ts'

const place = fc.double({ min: -500, max: 1500, noNaN: true })

/** Marks of a story, and the same marks elsewhere. */
const twoPlaces = fc.tuple(randomStory(12), randomWindow, place, place).map(([story, window, dx, dy]) =>
  styleMarks(drawStory(story, { window }).placed.marks, { selected: null }).map((mark) => ({
    mark,
    from: moved(mark, dx, dy),
  })),
)

function moved(mark: StyledMark, dx: number, dy: number): StyledMark {
  const { label, box } = mark
  return {
    ...mark,
    y: mark.y + dy,
    sign: mark.sign.map((part) =>
      'x' in part ? { ...part, x: part.x + dx } : { ...part, x1: part.x1 + dx, x2: part.x2 + dx },
    ),
    box: { ...box, x: box.x + dx, y: box.y + dy },
    label: label === null ? null : { ...label, x: label.x + dx, y: label.y + dy },
  }
}

/** All places of a mark. */
function placesOf({ y, sign, box, label }: StyledMark): readonly number[] {
  return [
    y,
    box.x,
    box.y,
    label?.x ?? 0,
    label?.y ?? 0,
    ...sign.flatMap((part) => ('x' in part ? [part.x] : [part.x1, part.x2])),
  ]
}

describe('a mark on its way', () => {
  it('begins where it stood, ends where it stands now, and is half-way between the two', () => {
    fc.assert(
      fc.property(twoPlaces, (marks) => {
        for (const gliding of marks) {
          const [first, last] = [placesOf(gliding.from as StyledMark), placesOf(gliding.mark)]
          const at = (share: number): readonly number[] => placesOf(glideMark(gliding, share))
          expect(at(1)).toEqual(last.map((x) => expect.closeTo(x, 6) as number))
          expect(at(0)).toEqual(first.map((x) => expect.closeTo(x, 6) as number))
          const middle = first.map((x, i) => (x + (last[i] ?? NaN)) / 2)
          expect(at(0.5)).toEqual(middle.map((x) => expect.closeTo(x, 6) as number))
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('what of a sign has no partner', () => {
  const disc: SignPart = { kind: 'disc', x: 1 }
  const left: SignPart = { kind: 'bracket', x: 1, side: 'left', shape: 'square' }
  const right: SignPart = { kind: 'bracket', x: 9, side: 'right', shape: 'round' }
  const sheet: SignPart = { kind: 'sheet', x: 12 }

  it('is told by kind and side, each part once', () => {
    expect(partsWithout([left, right, sheet], [right])).toEqual([left, sheet])
    expect(partsWithout([disc, { ...disc }], [disc])).toEqual([disc])
    expect(partsWithout([disc], [disc, disc])).toEqual([])
  })
})
