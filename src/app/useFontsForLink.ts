/**
 * May an event that a link opens be painted now? Its text is read at once, and would break its lines anew when the fonts
 * came a moment later; so it waits for them, but not for long.
 */
import { useEffect, useState } from 'react'
import { readAddress } from './address.ts'

/** The two fonts of the first view. */
const FONTS = ['16px Newsreader', '13px "Libre Franklin"']
/** After the story has come, ms; on a line that slow the fonts are a second away or more. */
const PATIENCE_MS = 450

/** Asks for the fonts of the first view. Resolves when they are there, or will not come. */
export async function fetchFonts(): Promise<void> {
  // Not there where there is no real page (tests).
  const fonts = (document as { fonts?: FontFaceSet }).fonts
  if (fonts === undefined) return
  await Promise.allSettled(FONTS.map((font) => fonts.load(font)))
}

/** @param isHere the story has come */
export function useFontsForLink(isHere: boolean): boolean {
  const [isReady, setIsReady] = useState(() => !readAddress().path.startsWith('events/'))
  useEffect(() => {
    if (isReady || !isHere) return
    const onReady = (): void => setIsReady(true)
    const timer = setTimeout(onReady, PATIENCE_MS)
    void fetchFonts().then(onReady)
    return () => clearTimeout(timer)
  }, [isReady, isHere])
  return isReady
}
