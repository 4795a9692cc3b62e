/** Do lines keep to their room, and is nothing lost? */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  balanceLines,
  breakLines,
  cutLines,
  widthOf,
  type Line,
  type Piece,
} from '../../../../src/prerender/cards/breakLines.ts'

const anyPieces = fc.array(
  fc.record({ inkWidth: fc.integer({ min: 1, max: 40 }), spaceWidth: fc.integer({ min: 0, max: 5 }) }),
  { maxLength: 40 },
)
const anyRoom = fc.integer({ min: 40, max: 120 })

/** Each piece stands on one line, in order, up to the end of the last line. */
function isWhole(lines: readonly Line[], end: number): boolean {
  const ends = [0, ...lines.map(({ to }) => to)]
  return lines.every(({ from, to }, i) => from === ends[i] && to > from) && ends.at(-1) === end
}

function widest(pieces: readonly Piece[], lines: readonly Line[]): number {
  return Math.max(0, ...lines.map(({ from, to }) => widthOf(pieces.slice(from, to))))
}

describe('lines', () => {
  test('are never wider than their room, and hold every piece once', () => {
    fc.assert(
      fc.property(anyPieces, anyRoom, (pieces, room) => {
        for (const lines of [breakLines(pieces, room), balanceLines(pieces, room)]) {
          expect(widest(pieces, lines ?? [])).toBeLessThanOrEqual(room)
          expect(isWhole(lines ?? [], pieces.length)).toBe(true)
        }
      }),
    )
  })

  test('are as many when they are made even', () => {
    fc.assert(
      fc.property(anyPieces, anyRoom, (pieces, room) => {
        expect(balanceLines(pieces, room)?.length).toBe(breakLines(pieces, room)?.length)
      }),
    )
  })

  test('are made even: no word is left alone on the last one where two halves have room', () => {
    const pieces = Array.from({ length: 7 }, () => ({ inkWidth: 10, spaceWidth: 0 }))
    expect(breakLines(pieces, 60)).toEqual([{ from: 0, to: 6 }, { from: 6, to: 7 }]) // prettier-ignore
    expect(balanceLines(pieces, 60)).toEqual([{ from: 0, to: 4 }, { from: 4, to: 7 }]) // prettier-ignore
  })

  test('are none where a piece is wider than the room', () => {
    expect(breakLines([{ inkWidth: 61, spaceWidth: 0 }], 60)).toBeNull()
  })

  test('that are cut leave room for the ellipsis, and are the beginning of the text', () => {
    fc.assert(
      fc.property(anyPieces, anyRoom, fc.integer({ min: 1, max: 4 }), (pieces, room, maxLines) => {
        const { lines, isCut } = cutLines(pieces, room, maxLines, 6) ?? { lines: [], isCut: false }
        const last = pieces.slice(lines.at(-1)?.from ?? 0, lines.at(-1)?.to ?? 0)
        expect(lines.length).toBeLessThanOrEqual(maxLines)
        expect(widest(pieces, lines)).toBeLessThanOrEqual(room)
        expect(lines.every(({ from }, i) => from === (lines[i - 1]?.to ?? 0))).toBe(true)
        expect(isCut).toBe((lines.at(-1)?.to ?? 0) < pieces.length)
        expect(widthOf(last) + (isCut ? 6 : 0)).toBeLessThanOrEqual(room)
      }),
    )
  })
})
