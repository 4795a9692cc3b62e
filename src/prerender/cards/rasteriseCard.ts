/** From SVG to the bytes of a PNG: the same bytes for the same text, on every machine of a kind. */
import { Resvg } from '@resvg/resvg-js'

/** @param svg of shapes alone; it is not given any font */
export function rasteriseCard(svg: string): Uint8Array {
  return new Resvg(svg, { font: { loadSystemFonts: false }, shapeRendering: 2 }).render().asPng()
}
