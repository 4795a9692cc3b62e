/**
 * How wide and how tall is a font?
 * Reads the four tables of an uncompressed TrueType file that answer it, so that the fallback of a web font can be
 * given the same measure before the font arrives.
 */

export interface FontMetrics {
  /** em; above the baseline */
  readonly ascentEm: number
  /** em; below the baseline, positive */
  readonly descentEm: number
  readonly lineGapEm: number
  /** em; mean advance of the characters of the sample */
  readonly meanAdvanceEm: number
}

/** English prose with its usual share of spaces, capitals and figures: widths are averaged over it. */
export const WIDTH_SAMPLE =
  'The paper reported on 21 April that a small group had used the model since the day it was announced, ' +
  'and the company said it was looking into the report. Officials who were not named told the newspaper ' +
  'that several agencies had asked for access; one of them declined to comment, Friday, 8 May 2026.'

/** @param file a TrueType file at one place of its design space (no axis left): advances are read from hmtx */
export function readFontMetrics(file: Buffer): FontMetrics {
  const tables = readTableOffsets(file)
  const unitsPerEm = file.readUInt16BE(tables.head + 18)
  const advanceOf = readAdvances(file, tables)
  const sample = [...WIDTH_SAMPLE]
  const advances = sample.map((character) => advanceOf(character.codePointAt(0) ?? 0))
  return {
    ascentEm: file.readInt16BE(tables.hhea + 4) / unitsPerEm,
    descentEm: -file.readInt16BE(tables.hhea + 6) / unitsPerEm,
    lineGapEm: file.readInt16BE(tables.hhea + 8) / unitsPerEm,
    meanAdvanceEm: advances.reduce((sum, advance) => sum + advance, 0) / sample.length / unitsPerEm,
  }
}

interface TableOffsets {
  readonly head: number
  readonly hhea: number
  readonly hmtx: number
  readonly cmap: number
}

/** Bytes from the start of the file; the directory has 16 bytes for each table, after 12 bytes of header. */
function readTableOffsets(file: Buffer): TableOffsets {
  const offsets = new Map<string, number>()
  const tableCount = file.readUInt16BE(4)
  for (let i = 0; i < tableCount; i++) {
    const entry = 12 + 16 * i
    offsets.set(file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8))
  }
  const find = (tag: string): number => {
    const offset = offsets.get(tag)
    if (offset === undefined) throw new Error(`font without a ${tag} table`)
    return offset
  }
  return { head: find('head'), hhea: find('hhea'), hmtx: find('hmtx'), cmap: find('cmap') }
}

/** From a character to its advance in font units; a character the font lacks takes the glyph for "missing". */
function readAdvances(file: Buffer, tables: TableOffsets): (codePoint: number) => number {
  const glyphOf = readCharacterMap(file, tables.cmap)
  const longMetricCount = file.readUInt16BE(tables.hhea + 34)
  return (codePoint) => {
    const glyph = glyphOf(codePoint)
    return file.readUInt16BE(tables.hmtx + 4 * Math.min(glyph, longMetricCount - 1))
  }
}

/** The segments of a cmap of format 4, which every Latin font carries for the Basic Multilingual Plane. */
function readCharacterMap(file: Buffer, cmap: number): (codePoint: number) => number {
  const start = findSegmentTable(file, cmap)
  const bytes = file.readUInt16BE(start + 6)
  const ends = start + 14
  const starts = ends + bytes + 2
  return (codePoint) => {
    for (let i = 0; i < bytes; i += 2) {
      if (file.readUInt16BE(ends + i) < codePoint) continue
      const first = file.readUInt16BE(starts + i)
      if (first > codePoint) return 0
      const delta = file.readUInt16BE(starts + bytes + i)
      const rangeAt = starts + 2 * bytes + i
      const rangeOffset = file.readUInt16BE(rangeAt)
      if (rangeOffset === 0) return (codePoint + delta) & 0xffff
      const glyph = file.readUInt16BE(rangeAt + rangeOffset + 2 * (codePoint - first))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
}

function findSegmentTable(file: Buffer, cmap: number): number {
  const tableCount = file.readUInt16BE(cmap + 2)
  for (let i = 0; i < tableCount; i++) {
    const offset = cmap + file.readUInt32BE(cmap + 4 + 8 * i + 4)
    if (file.readUInt16BE(offset) === 4) return offset
  }
  throw new Error('font without a cmap of format 4')
}
