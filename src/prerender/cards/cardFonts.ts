/**
 * In which fonts are the letters of a card set, and in which order are they asked?
 * A font is one package; its letters lie in many files (`slices`), of which only those are read that a text needs.
 * For a script that no font here has, add its package and a line.
 */

export type FontFamily = 'serif' | 'italic' | 'sans'

export interface CardFont {
  /** Of its package, and the beginning of its files' names: `<name>-<slice>-<file>.woff2`. */
  readonly name: string
  readonly scope: '@fontsource-variable' | '@fontsource'
  readonly file: string
  /** The one slice that has all its letters, whatever `unicode.json` says; null: it is cut as that says. */
  readonly onlySlice: string | null
  /** Whether letters may be set closer in a title: never where they join. */
  readonly mayTrack: boolean
}

const font = (name: string, options: Partial<CardFont> = {}): CardFont => ({
  name,
  scope: '@fontsource-variable',
  file: 'wght-normal',
  onlySlice: null,
  mayTrack: false,
  ...options,
})

const newsreader = font('newsreader', { file: 'opsz-normal', mayTrack: true })
const newsreaderItalic = font('newsreader', { file: 'opsz-italic', mayTrack: true })
const franklin = font('libre-franklin')
const japanese = font('noto-serif-jp')
const simplified = font('noto-serif-sc')
const traditional = font('noto-serif-tc')
const korean = font('noto-serif-kr')
/** Mathematics, arrows, and the brackets in which signs are spelt that no reader sees. */
const signs = font('noto-sans-math', {
  scope: '@fontsource',
  file: '400-normal',
  onlySlice: 'latin',
})
const emoji = font('noto-emoji')

/** Each is asked for what none before it has. */
const firstFonts: Readonly<Record<FontFamily, readonly CardFont[]>> = {
  serif: [newsreader],
  italic: [newsreaderItalic, newsreader],
  sans: [franklin, newsreader],
}
const otherFonts = [
  font('source-serif-4', { mayTrack: true }),
  font('noto-naskh-arabic'),
  font('noto-serif-hebrew'),
  font('noto-serif-devanagari'),
  font('noto-serif-thai'),
]

const allFonts = [
  ...Object.values(firstFonts).flat(),
  ...otherFonts,
  japanese,
  simplified,
  traditional,
  korean,
  signs,
  emoji,
]

/** All packages that a card may take letters from. */
export const cardPackages: readonly string[] = [...new Set(allFonts.map(packageOf))]

export function packageOf({ scope, name }: CardFont): string {
  return `${scope}/${name}`
}

/** The fonts to ask for a cluster of letters, the best first. */
export type FontChain = (cluster: string) => readonly CardFont[]

/**
 * The chain for one text. The same Han letter is written in four ways: what the text itself shows goes first (kana are
 * Japanese, hangul is Korean), then the language in which the story is written.
 * @param language a language tag
 */
export function chooseFonts(family: FontFamily, text: string, language: string): FontChain {
  const han = hanFonts(text, language)
  const chain = [...firstFonts[family], ...otherFonts, ...han, signs, emoji]
  const pictureChain = [emoji, ...chain]
  // Quotation marks, dashes and dots are as wide as a Han letter in a text of these.
  const signChain = isMostlyHan(text) ? [...han, ...chain] : chain
  return (cluster) => {
    if (isPicture(cluster)) return pictureChain
    return /^[^\p{ASCII}\p{L}\p{N}]/u.test(cluster) ? signChain : chain
  }
}

/** A picture by itself, or made one by a selector. */
function isPicture(cluster: string): boolean {
  return /^\p{Emoji_Presentation}|\uFE0F/u.test(cluster)
}

function isMostlyHan(text: string): boolean {
  const hanCount = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0
  const letterCount = text.match(/\p{L}/gu)?.length ?? 0
  return hanCount * 2 > letterCount
}

function hanFonts(text: string, language: string): readonly CardFont[] {
  const all = [japanese, simplified, traditional, korean]
  const first = /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)
    ? japanese
    : /\p{sc=Hangul}/u.test(text)
      ? korean
      : hanFontOf(language.toLowerCase())
  return [first, ...all.filter((other) => other !== first)]
}

function hanFontOf(language: string): CardFont {
  if (/^ja\b/.test(language)) return japanese
  if (/^ko\b/.test(language)) return korean
  return /^(?:zh|yue)-(?:.*-)?(?:hant|tw|hk|mo)\b/.test(language) ? traditional : simplified
}
