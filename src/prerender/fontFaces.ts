/**
 * What does CSS need to know of our fonts?
 * One @font-face for each cut, and fallbacks made from fonts of the reader's machine, stretched to the measure of
 * the font they stand in for, so that the text does not move when that one arrives.
 */
import type { FontCut } from './fontCuts.ts'
import type { FontMetrics } from './readFontMetrics.ts'

/** @param fileUrl where the font lies, as seen from the style sheet */
export function formatFontFace(cut: FontCut, fileUrl: string): string {
  return formatBlock([
    ['font-family', `'${cut.family}'`],
    ['font-style', cut.style],
    ['font-weight', cut.weight],
    ['font-display', 'swap'],
    ['src', `url('${fileUrl}') format('woff2')`],
    ['unicode-range', cut.unicodeRange ?? formatUnicodeRange(cut.cut?.text ?? '')],
  ])
}

interface LocalFont {
  readonly names: readonly string[]
  /** em; mean advance over WIDTH_SAMPLE, measured with readFontMetrics */
  readonly meanAdvanceEm: number
}

/**
 * Least wanted first: faces of one family and weight are tried from the last to the first, and one whose font is
 * not installed counts as absent. So each may have its own measure, which a list within one `src` could not.
 */
const localFonts = {
  serif: [
    { names: ['DejaVu Serif'], meanAdvanceEm: 0.521 },
    // Same advances by design.
    { names: ['Times New Roman', 'Liberation Serif'], meanAdvanceEm: 0.408 },
    // From the published mean of 913/2048 over another sample, which for Times and Arial lies 1 % under ours.
    { names: ['Georgia'], meanAdvanceEm: 0.45 },
  ],
  sans: [
    { names: ['DejaVu Sans'], meanAdvanceEm: 0.516 },
    { names: ['Arial', 'Helvetica', 'Liberation Sans'], meanAdvanceEm: 0.452 },
  ],
} as const satisfies Record<string, readonly LocalFont[]>

export interface Fallback {
  readonly family: string
  readonly style: FontCut['style']
  /** As CSS writes it: one weight or a range. */
  readonly weight: string
  readonly kind: keyof typeof localFonts
  /** Of the font it stands in for, at that weight. */
  readonly metrics: FontMetrics
}

export function formatFallbackFaces(fallback: Fallback): string {
  return localFonts[fallback.kind].map((local) => formatFallbackFace(fallback, local)).join('')
}

function formatFallbackFace({ family, style, weight, metrics }: Fallback, local: LocalFont): string {
  // A local font is named with its cut; italics of these are as wide as their uprights, to 2 %.
  const cut = style === 'italic' ? ' Italic' : ''
  const sizeAdjust = metrics.meanAdvanceEm / local.meanAdvanceEm
  // The overrides count in the adjusted em, hence the division.
  const percent = (em: number): string => `${((100 * em) / sizeAdjust).toFixed(2)}%`
  return formatBlock([
    ['font-family', `'${family}'`],
    ['font-style', style],
    ['font-weight', weight],
    ['src', local.names.map((name) => `local('${name}${cut}')`).join(', ')],
    ['size-adjust', `${(100 * sizeAdjust).toFixed(2)}%`],
    ['ascent-override', percent(metrics.ascentEm)],
    ['descent-override', percent(metrics.descentEm)],
    ['line-gap-override', percent(metrics.lineGapEm)],
  ])
}

function formatBlock(declarations: readonly (readonly [string, string])[]): string {
  return `@font-face {\n${declarations.map(([name, value]) => `  ${name}: ${value};\n`).join('')}}\n`
}

/** The characters of a text as ranges: `abcx` is U+61-63,U+78. */
export function formatUnicodeRange(text: string): string {
  const codePoints = [...new Set([...text].map((character) => character.codePointAt(0) ?? 0))]
  const ranges: { first: number; last: number }[] = []
  for (const codePoint of codePoints.sort((a, b) => a - b)) {
    const open = ranges.at(-1)
    if (open?.last === codePoint - 1) open.last = codePoint
    else ranges.push({ first: codePoint, last: codePoint })
  }
  const hex = (codePoint: number): string => codePoint.toString(16).toUpperCase()
  return ranges
    .map(({ first, last }) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(',')
}
