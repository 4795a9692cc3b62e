/** One polite voice for the page: what was said last within a second is what is heard. */
import { useCallback, useEffect, useRef, useState } from 'react'

const PAUSE_MS = 700

export function useAnnouncer(): { readonly said: string; readonly say: (sentence: string) => void } {
  const [said, setSaid] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const say = useCallback((sentence: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setSaid(sentence), PAUSE_MS)
  }, [])
  return { said, say }
}
