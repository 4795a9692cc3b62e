/** The field for words. Its text is its own while the reader types; the story follows a moment later. */
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { MAX_WORDS_LENGTH } from '../../core/view/viewLink.ts'
import { Icon } from '../shared/Icon.tsx'

interface WordsFieldProps {
  readonly words: string
  readonly onWords: (words: string) => void
}

/** Long enough to take a fast typist's word whole, short enough to feel immediate, ms. */
const PAUSE_MS = 120

export function WordsField({ words, onWords }: WordsFieldProps): ReactElement {
  const [text, setText] = useState(words)
  const told = useRef(words)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    // Back, Forward and Clear change the words from outside; what the reader is typing stays.
    if (words === told.current) return
    told.current = words
    clearTimeout(timer.current)
    setText(words)
  }, [words])
  useEffect(() => () => clearTimeout(timer.current), [])

  const change = (next: string): void => {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      told.current = next.trim()
      onWords(next)
    }, PAUSE_MS)
  }
  return (
    <label className="field-box words-field">
      <Icon name="search" />
      <span className="visually-hidden">Search words</span>
      <input
        className="field"
        type="search"
        placeholder="Search words"
        maxLength={MAX_WORDS_LENGTH}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  )
}
