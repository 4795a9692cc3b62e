/**
 * Which pieces of a text stand on which line? Pure sums over widths; all lengths in one unit.
 *
 *   no line is wider than its room          the spaces at its end do not count
 *   nothing is lost                         but what follows an ellipsis
 */

/** What is not broken, and the spaces after it. */
export interface Piece {
  readonly inkWidth: number
  readonly spaceWidth: number
}

/** Half-open range of pieces. */
export interface Line {
  readonly from: number
  readonly to: number
}

/** As many pieces on each line as have room. null: one is wider than the room. */
export function breakLines(pieces: readonly Piece[], room: number): readonly Line[] | null {
  const lines: Line[] = []
  let from = 0
  let before = 0
  for (const [i, { inkWidth, spaceWidth }] of pieces.entries()) {
    if (inkWidth > room) return null
    if (i > from && before + inkWidth > room) {
      lines.push({ from, to: i })
      from = i
      before = 0
    }
    before += inkWidth + spaceWidth
  }
  if (from < pieces.length) lines.push({ from, to: pieces.length })
  return lines
}

/** The same number of lines, as even as they can be: a last line of one word makes a poor title. */
export function balanceLines(pieces: readonly Piece[], room: number): readonly Line[] | null {
  const greedy = breakLines(pieces, room)
  if (greedy === null || greedy.length < 2) return greedy
  let best = greedy
  let low = room / 2
  let high = room
  // A hundredth of the room is less than anybody sees.
  while (high - low > room / 100) {
    const middle = (low + high) / 2
    const lines = breakLines(pieces, middle)
    if (lines !== null && lines.length <= greedy.length) {
      best = lines
      high = middle
    } else low = middle
  }
  return best
}

export interface CutLines {
  readonly lines: readonly Line[]
  /** An ellipsis follows the last line: what comes after it is left out. */
  readonly isCut: boolean
}

/** At most so many lines; the last one leaves room for the ellipsis where not all is there. @param maxLines > 0 */
export function cutLines(
  pieces: readonly Piece[],
  room: number,
  maxLines: number,
  ellipsisWidth: number,
): CutLines | null {
  const lines = breakLines(pieces, room)
  if (lines === null) return null
  if (lines.length <= maxLines) return { lines, isCut: false }
  const { from, to } = lines[maxLines - 1] ?? { from: 0, to: 0 }
  let end = to
  while (end > from && widthOf(pieces.slice(from, end)) + ellipsisWidth > room) end--
  return { lines: [...lines.slice(0, maxLines - 1), { from, to: end }], isCut: true }
}

/** Of a line of these pieces, without the spaces at its end. */
export function widthOf(pieces: readonly Piece[]): number {
  const spaces = pieces.reduce((sum, { inkWidth, spaceWidth }) => sum + inkWidth + spaceWidth, 0)
  return spaces - (pieces.at(-1)?.spaceWidth ?? 0)
}
