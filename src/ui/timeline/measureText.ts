/**
 * How wide is a text on the timeline?
 * Worked out from the fonts' own letter widths, not measured on the page: the drawing is laid out right before the
 * fonts have come, stays as it is when they come, and needs no page at all. Kerning is left out; it is under 1 %.
 */

export type TextStyle = 'title' | 'date' | 'small'

/**
 * Advance widths of U+0020 to U+007E in twelfths of a thousandth of the em, rounded up, each as one letter: code 35 is
 * 0. Newsreader 400 at optical size 15, Libre Franklin 400. Checked in the browser by tests/flow/labelWidths.spec.ts.
 */
const serif =
  '7:ASSe`4::HO8A7:SSSSSSSSSS9:OOOIn`Z_cZVcg@GaVveeVeZR\\d^u`]Y?;?OFMKRHSK?NS;9R:jTPSREEAQQcOPH?9?O'
const sans =
  '58FVVpd7;;CR5C5@]JUYZZ[U[Z57QRQOi]^^`XUaa<F^Vocc]c]XY_]y\\[X;@;KO;QUPUTCVT77R7oTUUUCNDTPePOL=9=S'

interface Face {
  readonly widths: string
  readonly sizePx: number
  /** How much wider the weight is than the table's. */
  readonly stretch: number
}

/** As in timeline.css. */
const faces: Readonly<Record<TextStyle, Face>> = {
  title: { widths: serif, sizePx: 15, stretch: 1 },
  date: { widths: sans, sizePx: 13, stretch: 1.03 },
  small: { widths: sans, sizePx: 12, stretch: 1 },
}

/** Other letters, in em: quotation marks and dashes are narrow, ideographs square, the rest rather wide than narrow. */
const PUNCTUATION_EM = 0.45
const OTHER_EM = 0.62
const IDEOGRAPH_EM = 1
const FIRST_IDEOGRAPH = 0x2e80

/** Width in px, rounded up, and 2 px for the air around a label, so that one that just fits is never cut. */
export function measureText(text: string, style: TextStyle): number {
  if (text === '') return 0
  const { widths, sizePx, stretch } = faces[style]
  let em = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    const known = widths.charCodeAt(code - 32) - 35
    em += known >= 0 ? (known * 12) / 1000 : otherEm(code)
  }
  return Math.ceil(em * sizePx * stretch) + 2
}

function otherEm(code: number): number {
  if (code >= FIRST_IDEOGRAPH) return IDEOGRAPH_EM
  // General punctuation (U+2010 to U+2027).
  return code >= 0x2010 && code <= 0x2027 ? PUNCTUATION_EM : OTHER_EM
}
