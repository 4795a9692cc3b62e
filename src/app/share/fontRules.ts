/** Which fonts does a picture need, and how do they travel in its file? As the page's own cuts, written into the rules. */
import { textsOf, type Picture } from '../../core/exporting/picture.ts'
import { readFontRules } from '../../ui/timeline/stageFonts.ts'

/** `@font-face` rules for the letters of the picture, with the fonts in them. A font that cannot be had is left out. */
export async function embedFonts(picture: Picture): Promise<string> {
  const texts = textsOf(picture.pieces)
  const used = readFontRules().filter(({ family, descriptors, source }) => {
    if (!source.startsWith('url(')) return false
    return texts.some(
      ({ text, look }) =>
        (look.family === 'serif' ? 'Newsreader' : 'Libre Franklin') === family &&
        look.isItalic === (descriptors['style'] === 'italic') &&
        hasLetterIn(text, descriptors['unicodeRange'] ?? ''),
    )
  })
  const rules = await Promise.all(used.map(embedRule))
  return rules.join('\n')
}

async function embedRule({
  family,
  descriptors,
  source,
}: ReturnType<typeof readFontRules>[number]): Promise<string> {
  const address = /url\("([^"]*)"\)/.exec(source)?.[1] ?? ''
  try {
    const response = await fetch(address)
    if (!response.ok) return ''
    const font = await asBase64(await response.blob())
    return [
      '@font-face {',
      `  font-family: '${family}';`,
      `  font-style: ${descriptors['style'] ?? 'normal'};`,
      `  font-weight: ${descriptors['weight'] ?? '400'};`,
      `  src: url("data:font/woff2;base64,${font}") format("woff2");`,
      `  unicode-range: ${descriptors['unicodeRange'] ?? 'U+0-10FFFF'};`,
      '}',
    ].join('\n')
  } catch {
    // Without a connection the picture has the fonts of whoever opens it.
    return ''
  }
}

async function asBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  // Not all at once: arguments of a call are limited.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

/** @param range as CSS writes it: "U+20-7E, U+A0"; empty: all letters */
function hasLetterIn(text: string, range: string): boolean {
  if (range === '') return true
  const ranges = range.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-')
    return [parseInt(first, 16), parseInt(last, 16)] as const
  })
  return [...text].some((letter) => {
    const code = letter.codePointAt(0) ?? 0
    return ranges.some(([first, last]) => code >= first && code <= last)
  })
}
