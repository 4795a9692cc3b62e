/** Which events hold the words searched for, as soon as that is known? */
import { useEffect, useMemo, useState } from 'react'
import type { FoundWords, WholeStory } from '../loading/openedStory.ts'

const nothingAsked: FoundWords = { hits: null, isDone: true }

/** While a search elsewhere runs, the hits so far; before its first ones, those of the search before. */
export function useWordHits({ words: searching }: WholeStory, words: string): FoundWords {
  const atHand = useMemo(
    () => (searching.kind === 'at-hand' ? { hits: searching.search(words), isDone: true } : null),
    [searching, words],
  )
  const [heard, setHeard] = useState({ words: '', found: nothingAsked })
  useEffect(() => {
    // That no words hit everything needs no search: its answer would draw a story twice that is just being drawn.
    if (searching.kind !== 'elsewhere' || words === '') return
    return searching.search(words, (found) => setHeard({ words, found }))
  }, [searching, words])
  const { hits, isDone } = words === '' ? nothingAsked : heard.found
  // Not done while it is still the answer to other words.
  const elsewhere = useMemo(
    () => ({ hits, isDone: isDone && (heard.words === words || words === '') }),
    [hits, isDone, heard.words, words],
  )
  return atHand ?? elsewhere
}
