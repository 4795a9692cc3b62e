/**
 * How is a picture written as an SVG file? With shapes, text and its fonts alone: no script, no event, no reference to
 * anything outside of it or to anything at all.
 */
import { fontFamilies, type PathPiece, type Picture, type Piece, type TextPiece } from './picture.ts'

/** Attributes by name; undefined: it has none. */
type Attributes = Readonly<Record<string, string | number | undefined>>

/** @param fontRules `@font-face` rules whose fonts are in them; may be empty */
export function formatSvg(picture: Picture, fontRules: string): string {
  const { widthPx, heightPx, title, description, language } = picture
  const root: Attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: widthPx,
    height: heightPx,
    viewBox: `0 0 ${widthPx} ${heightPx}`,
    'xml:lang': language,
    role: 'img',
  }
  const contents = [
    element('title', {}, escapeText(title)),
    element('desc', {}, escapeText(description)),
    ...(fontRules === '' ? [] : [element('style', {}, escapeText(fontRules))]),
    ...picture.pieces.map(formatPiece),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', root, `\n${contents.join('\n')}\n`)}\n`
}

function formatPiece(piece: Piece): string {
  switch (piece.kind) {
    case 'box': {
      const { x, y, width, height, fill } = piece
      return element('rect', { x, y, width, height, fill })
    }
    case 'path':
      return formatPath(piece)
    case 'text':
      return formatTextPiece(piece)
    case 'frame': {
      const { x, y, width, height, pieces } = piece
      // An svg within another is cut at its edges.
      return element('svg', { x, y, width, height }, `\n${pieces.map(formatPiece).join('\n')}\n`)
    }
  }
}

function formatPath({ x, y, path, look }: PathPiece): string {
  const { fill, stroke, strokePx, hasRoundEnds, dashPx, opacity } = look
  return element('path', {
    d: path,
    transform: x === 0 && y === 0 ? undefined : `translate(${x},${y})`,
    fill: fill ?? 'none',
    stroke: stroke ?? undefined,
    'stroke-width': stroke === null ? undefined : strokePx,
    'stroke-linecap': hasRoundEnds ? 'round' : undefined,
    'stroke-dasharray': dashPx.length === 0 ? undefined : dashPx.join(' '),
    opacity: opacity === 1 ? undefined : opacity,
  })
}

function formatTextPiece({ x, y, text, isRightToLeft, look }: TextPiece): string {
  const { family, sizePx, weight, isItalic, fill } = look
  return element(
    'text',
    {
      x,
      y,
      fill,
      'font-family': fontFamilies[family].map((name) => (/\s/.test(name) ? `'${name}'` : name)).join(', '),
      'font-size': sizePx,
      'font-weight': weight,
      'font-style': isItalic ? 'italic' : undefined,
      // What runs to the left ends at x.
      direction: isRightToLeft ? 'rtl' : undefined,
      'text-anchor': isRightToLeft ? 'end' : undefined,
    },
    escapeText(text),
  )
}

function element(name: string, attributes: Attributes, contents = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined
      ? []
      : [` ${key}="${escapeText(typeof value === 'number' ? String(round(value)) : value)}"`],
  )
  return contents === ''
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${contents}</${name}>`
}

/** To a hundredth of a px. */
function round(value: number): number {
  return Math.round(value * 100) / 100
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** As text or in an attribute. Signs that XML does not allow at all become the sign for what cannot be shown. */
export function escapeText(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD')
      .replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
  )
}
