/** How is a letter shown that no font here has? As a box with its number in it, so that nobody takes it for another. */
import { chooseFonts } from './cardFonts.ts'
import type { FontShelf, TypeStyle } from './fontShelf.ts'
import type { PlacedGlyph, TextRun } from './setParagraph.ts'

const FIGURES: TypeStyle = { family: 'sans', weight: 500, opticalPx: 16 }
const FIGURE_EM = 0.32
const BOX_EM = 0.78
const AIR_EM = 0.06
/** A frame from y = -0.12 to 0.72 em, in thousandths, y upwards; its inner edge runs the other way round. */
const FRAME = 'M30,-120H750V720H30ZM65,-85V685H715V-85Z'

/** @returns boxes for the characters of a cluster, in the order of its direction */
export async function openBoxes(
  shelf: FontShelf,
): Promise<(item: { readonly text: string; readonly level: number }) => readonly TextRun[]> {
  const fonts = chooseFonts('sans', '', 'en')
  const figures = '0123456789ABCDEF'
  await shelf.prepare(figures, fonts, FIGURES)
  const drawFigure = (figure: string, x: number, y: number): readonly PlacedGlyph[] => {
    const open = shelf.find(figure, fonts, FIGURES)
    const glyph = open?.font.nominalGlyph(figure.codePointAt(0) ?? 0)
    if (open === null || glyph === undefined) return []
    return [{ path: open.font.glyphToPath(glyph), unitsPerEm: open.unitsPerEm / FIGURE_EM, x, y }]
  }
  const drawBox = (character: string): readonly PlacedGlyph[] => {
    const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    const half = Math.ceil(hex.length / 2)
    const rows = [hex.slice(0, half), hex.slice(half)]
    const stepEm = 0.6 / Math.max(2, half)
    return [
      { path: FRAME, unitsPerEm: 1000, x: 0, y: 0 },
      ...rows.flatMap((row, i) =>
        [...row].flatMap((figure, at) => drawFigure(figure, 0.09 + at * stepEm, i === 0 ? -0.37 : -0.02)),
      ),
    ]
  }
  return ({ text, level }) =>
    [...text].map((character) => ({ glyphs: drawBox(character), width: BOX_EM + AIR_EM, level }))
}
