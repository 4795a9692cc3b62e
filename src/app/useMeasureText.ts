/** How wide are texts in the fonts that the page has by now? */
import { useEffect, useState } from 'react'
import { measureText, type TextStyle } from '../ui/timeline/measureText.ts'

/** Width of a text in px. */
export type MeasureText = (text: string, style: TextStyle) => number

/** A new function whenever fonts have come: what was measured with the former one is to be measured again. */
export function useMeasureText(): MeasureText {
  const [measure, setMeasure] = useState<MeasureText>(() => measureText)
  useEffect(() => {
    // Not there where there is no real page (tests).
    const fonts = (document as { fonts?: FontFaceSet }).fonts
    if (fonts === undefined) return
    const measureAnew = (): void =>
      setMeasure(() => (text: string, style: TextStyle) => measureText(text, style))
    fonts.addEventListener('loadingdone', measureAnew)
    return () => fonts.removeEventListener('loadingdone', measureAnew)
  }, [])
  return measure
}
