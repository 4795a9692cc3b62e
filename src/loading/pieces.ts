/**
 * How are bytes read that came in several pieces? As if they were one: to make them one takes as much memory again, and
 * new memory costs more than reading it.
 */

/** Bytes that follow each other. */
export type Pieces = readonly Uint8Array<ArrayBuffer>[]

/** From `start` to `end`, or to where they end; a copy only where they stand in several pieces. */
export function bytesIn(pieces: Pieces, start: number, end: number): Uint8Array<ArrayBuffer> {
  let offset = 0
  for (const piece of pieces) {
    if (start >= offset && end <= offset + piece.length) return piece.subarray(start - offset, end - offset)
    offset += piece.length
  }
  return copyBytes(pieces, start, end)
}

/** The same in memory of its own. */
export function copyBytes(pieces: Pieces, start: number, end: number): Uint8Array<ArrayBuffer> {
  const parts = partsIn(pieces, start, end)
  const copy = new Uint8Array(lengthOf(parts))
  let at = 0
  for (const part of parts) {
    copy.set(part, at)
    at += part.length
  }
  return copy
}

/** What of each piece stands there. */
export function partsIn(pieces: Pieces, start: number, end: number): Pieces {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (const piece of pieces) {
    const part = piece.subarray(Math.max(0, start - offset), Math.max(0, end - offset))
    if (part.length > 0) parts.push(part)
    offset += piece.length
  }
  return parts
}

export function lengthOf(pieces: Pieces): number {
  return pieces.reduce((length, piece) => length + piece.length, 0)
}
