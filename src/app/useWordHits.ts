/** Which events hold the words searched for, as soon as that is known? */
import { useEffect, useMemo, useState } from 'react'
import type { FoundWords, OpenedStory } from '../loading/openedStory.ts'

const nothingAsked: FoundWords = { hits: null, isDone: true }

/** While a search elsewhere runs, the hits so far; before its first ones, those of the search before. */
export function useWordHits({ words: searching }: OpenedStory, words: string): FoundWords {
  const atHand = useMemo(
    () => (searching.kind === 'at-hand' ? { hits: searching.search(words), isDone: true } : null),
    [searching, words],
  )
  const [found, setFound] = useState<FoundWords>(nothingAsked)
  useEffect(() => {
    if (searching.kind !== 'elsewhere') return
    return searching.search(words, setFound)
  }, [searching, words])
  return atHand ?? found
}
