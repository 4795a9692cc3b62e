/**
 * Which fonts do we serve, and what is left of each?
 * The packages' files carry more weights, sizes and letters than a page of Dateline uses; these are the cuts.
 * The two marked `first` draw nearly all text and are fetched at once; the rest only when a text needs them.
 */

export interface FontCut {
  /** File name in the cache and, with a hash, in the built site. */
  readonly name: string
  readonly family: 'Newsreader' | 'Libre Franklin'
  readonly style: 'normal' | 'italic'
  /** As CSS writes it: one weight or a range. */
  readonly weight: string
  /** Module path of the font that is cut. */
  readonly from: string
  /** null: the whole file, as the package has it. */
  readonly cut: { readonly text: string; readonly axes: VariationAxes } | null
  /** As CSS writes it; null: just the characters of the cut. */
  readonly unicodeRange: string | null
}

export type VariationAxes = Readonly<Record<string, number | { readonly min: number; readonly max: number }>>

/** Kerning, ligatures, both kinds of figures; marks and forms so that accents and languages stay right. */
export const KEPT_FEATURES = ['kern', 'liga', 'tnum', 'pnum', 'lnum', 'ccmp', 'locl', 'mark', 'rvrn']

/** Spaces and joiners a text may hold, dashes, quotes, ellipsis, bullet, prime, minus, times, euro. */
const PUNCTUATION = '\u00a0\u00a7\u00a9\u00ab\u00b0\u00b1\u00b7\u00bb\u00d7–—‘’‚“”„…•′″‹›⁄€™−'
const BASIC_LATIN = charactersFrom(0x20, 0x7e)
/** The rest of what the packages' Latin files hold: accented letters of Western Europe, and œ, ı. */
const ACCENTED = [...(charactersFrom(0xa1, 0xff) + '\u0131\u0152\u0153\u0300\u0301\u0303\u0304\u0308')]
  .filter((character) => !PUNCTUATION.includes(character))
  .join('')

/** As in the packages' own CSS. */
const LATIN_EXTENDED =
  'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,' +
  'U+20A0-20AB,U+20AD-20C0'

const newsreader = (file: string): string => `@fontsource-variable/newsreader/files/newsreader-${file}.woff2`
const franklin = (file: string): string =>
  `@fontsource-variable/libre-franklin/files/libre-franklin-${file}.woff2`

/** Optical sizes: serif text is set from 15 px to 40 px; a unit of `opsz` is a CSS px. Weights: 400 to 650. */
const NEWSREADER_AXES = { opsz: { min: 14, max: 40 }, wght: { min: 400, max: 650 } }
const FRANKLIN_AXES = { wght: { min: 400, max: 650 } }

export const fontCuts: readonly FontCut[] = [
  {
    name: 'newsreader-latin',
    family: 'Newsreader',
    style: 'normal',
    weight: '400 650',
    from: newsreader('latin-opsz-normal'),
    cut: { text: BASIC_LATIN + PUNCTUATION, axes: NEWSREADER_AXES },
    unicodeRange: null,
  },
  {
    name: 'newsreader-accented',
    family: 'Newsreader',
    style: 'normal',
    weight: '400 650',
    from: newsreader('latin-opsz-normal'),
    cut: { text: ACCENTED, axes: NEWSREADER_AXES },
    unicodeRange: null,
  },
  {
    name: 'newsreader-latin-ext',
    family: 'Newsreader',
    style: 'normal',
    weight: '400 650',
    from: newsreader('latin-ext-wght-normal'),
    cut: null,
    unicodeRange: LATIN_EXTENDED,
  },
  {
    name: 'newsreader-italic',
    family: 'Newsreader',
    style: 'italic',
    weight: '400',
    from: newsreader('latin-wght-italic'),
    cut: { text: BASIC_LATIN + PUNCTUATION + ACCENTED, axes: { wght: 400 } },
    unicodeRange: null,
  },
  {
    name: 'franklin-latin',
    family: 'Libre Franklin',
    style: 'normal',
    weight: '400 650',
    from: franklin('latin-wght-normal'),
    cut: { text: BASIC_LATIN + PUNCTUATION + ACCENTED, axes: FRANKLIN_AXES },
    unicodeRange: null,
  },
  {
    name: 'franklin-latin-ext',
    family: 'Libre Franklin',
    style: 'normal',
    weight: '400 650',
    from: franklin('latin-ext-wght-normal'),
    cut: null,
    unicodeRange: LATIN_EXTENDED,
  },
]

function charactersFrom(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('')
}
