/** A picture painted on a canvas: the same pieces as in an SVG, in the page's own fonts. */
import {
  fontFamilies,
  textsOf,
  type PathPiece,
  type Picture,
  type Piece,
  type TextLook,
} from '../../core/exporting/picture.ts'

/** What phones can hold as one canvas, in its own pixels. */
const MOST_PIXELS = 16_000_000

/** As a PNG. @param density pixels for a px; fewer where the picture would be too large. @throws an Error where there is none */
export async function paintPicture(picture: Picture, density: number): Promise<Blob> {
  await loadFonts(picture)
  const { widthPx, heightPx } = picture
  const scale = Math.min(density, Math.sqrt(MOST_PIXELS / (widthPx * heightPx)))
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(widthPx * scale)
  canvas.height = Math.floor(heightPx * scale)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('this browser does not paint pictures')
  context.scale(scale, scale)
  context.fontKerning = 'normal'
  context.textBaseline = 'alphabetic'
  // Newer than our types: which forms of letters that languages share are meant.
  Object.assign(context, { lang: picture.language })
  for (const piece of picture.pieces) paintPiece(context, piece)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new Error('the picture is too large for this browser')
  return blob
}

/** Those that its letters need; one that does not come leaves its place to the next. */
async function loadFonts({ pieces }: Picture): Promise<void> {
  const texts = new Map<string, string>()
  for (const { text, look } of textsOf(pieces)) {
    const font = fontOf(look)
    texts.set(font, (texts.get(font) ?? '') + text)
  }
  await Promise.all([...texts].map(([font, text]) => document.fonts.load(font, text).catch(() => [])))
}

function fontOf({ family, sizePx, weight, isItalic }: TextLook): string {
  const families = fontFamilies[family].map((name) => (name.includes(' ') ? `"${name}"` : name))
  return `${isItalic ? 'italic ' : ''}${weight} ${sizePx}px ${families.join(', ')}`
}

function paintPiece(context: CanvasRenderingContext2D, piece: Piece): void {
  switch (piece.kind) {
    case 'box':
      context.fillStyle = piece.fill
      return context.fillRect(piece.x, piece.y, piece.width, piece.height)
    case 'path':
      return paintPath(context, piece)
    case 'text':
      context.font = fontOf(piece.look)
      context.fillStyle = piece.look.fill
      context.direction = piece.isRightToLeft ? 'rtl' : 'ltr'
      context.textAlign = 'left'
      return context.fillText(piece.text, piece.x, piece.y)
    case 'frame':
      context.save()
      context.translate(piece.x, piece.y)
      context.beginPath()
      context.rect(0, 0, piece.width, piece.height)
      context.clip()
      for (const inner of piece.pieces) paintPiece(context, inner)
      return context.restore()
  }
}

function paintPath(context: CanvasRenderingContext2D, { x, y, path, look }: PathPiece): void {
  const drawn = new Path2D(path)
  context.save()
  context.translate(x, y)
  context.globalAlpha = look.opacity
  if (look.fill !== null) {
    context.fillStyle = look.fill
    context.fill(drawn)
  }
  if (look.stroke !== null) {
    context.strokeStyle = look.stroke
    context.lineWidth = look.strokePx
    context.lineCap = look.hasRoundEnds ? 'round' : 'butt'
    context.lineJoin = 'miter'
    context.setLineDash([...look.dashPx])
    context.stroke(drawn)
  }
  context.restore()
}
