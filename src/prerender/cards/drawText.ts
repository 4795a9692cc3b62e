/** How are fitted lines drawn as SVG? As outlines of letters: no text, and so no markup, of a story is in it. */
import type { FittedText } from './fitText.ts'

export interface TextPlace {
  /** Left edge. */
  readonly x: number
  /** In which text that runs from right to left stands at the right; without it, all stands at x. */
  readonly widthPx?: number
  /** Of the first line. */
  readonly baselinePx: number
  readonly fill: string
}

export function drawText(text: FittedText, { x, widthPx, baselinePx, fill }: TextPlace): string {
  const letters = text.lines.flatMap((line, i) => {
    const atRight = text.isRightToLeft && widthPx !== undefined
    let runX = atRight ? x + widthPx - line.widthPx : x
    const y = baselinePx + i * text.lineHeightPx
    return line.runs.flatMap((run) => {
      const glyphs = run.glyphs.map(({ path, unitsPerEm, ...glyph }) => {
        if (path === '') return ''
        const scale = text.sizePx / unitsPerEm
        const [atX, atY] = [runX + glyph.x * text.sizePx, y + glyph.y * text.sizePx]
        // Fonts measure upwards.
        return `<path transform="matrix(${short(scale)},0,0,${short(-scale)},${short(atX)},${short(atY)})" d="${path}"/>`
      })
      runX += run.width * text.sizePx
      return glyphs
    })
  })
  return `<g fill="${fill}">${letters.join('')}</g>`
}

/** Six figures: far under a px. */
function short(value: number): string {
  return String(Number(value.toPrecision(6)))
}
