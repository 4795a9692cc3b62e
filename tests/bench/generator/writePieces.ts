/** How does a text that is larger than memory get into a file? Piece by piece, a few of them at a time. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'

const BATCH_LENGTH = 1_000_000

/**
 * Writes the pieces as UTF-8, over what was there; folders that are missing are made.
 * @param batchLength UTF-16 units gathered before each write; makes no difference to the file
 * @returns the number of bytes written
 * @throws where the file cannot be written
 */
export function writePieces(file: string, pieces: Iterable<string>, batchLength = BATCH_LENGTH): number {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  const handle = openSync(file, 'w')
  let byteCount = 0
  let batch = ''
  const flush = () => {
    const bytes = Buffer.from(batch)
    batch = ''
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at)
    byteCount += bytes.length
  }
  try {
    for (const piece of pieces) {
      batch += piece
      if (batch.length >= batchLength) flush()
    }
    flush()
  } finally {
    closeSync(handle)
  }
  return byteCount
}
