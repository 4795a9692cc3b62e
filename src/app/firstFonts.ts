/** Are the two fonts of the first view there? They are asked for by the script, while the story is being read. */

const FONTS = ['16px Newsreader', '13px "Libre Franklin"']

/** Not there where there is no real page (tests). */
const fontsOf = (): FontFaceSet | undefined => (document as { fonts?: FontFaceSet }).fonts

/** Mostly they come in time for the first text. */
export function fetchFonts(): void {
  for (const font of FONTS)
    fontsOf()
      ?.load(font)
      .catch(() => undefined)
}

export function areFontsHere(): boolean {
  return FONTS.every((font) => fontsOf()?.check(font) ?? true)
}
