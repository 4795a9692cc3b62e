/** Have the page's fonts come? Labels are measured again when they have. */
import { useEffect, useState } from 'react'

/** A number that changes whenever fonts have been loaded. */
export function useFontsKey(): number {
  const [key, setKey] = useState(0)
  useEffect(() => {
    // Not there where there is no real page (tests).
    const fonts = (document as { fonts?: FontFaceSet }).fonts
    if (fonts === undefined) return
    const count = (): void => setKey((before) => before + 1)
    fonts.addEventListener('loadingdone', count)
    return () => fonts.removeEventListener('loadingdone', count)
  }, [])
  return key
}
