/** A frame for a page of one's own: how high, in which colours, and the lines of HTML to copy. */
import { useRef, useState, type ReactElement } from 'react'
import type { Theme } from '../../core/view/embedMode.ts'
import { embedWords, formatHeight } from '../../core/wording/embedWords.ts'
import './embedSection.css'
import { ShareSection } from './ShareSection.tsx'

/** null: as high as what it shows. CSS px */
export type EmbedHeight = number | null

interface EmbedSectionProps {
  readonly snippetOf: (heightPx: EmbedHeight, theme: Theme | null) => string
  /** Rejects where the browser refuses. */
  readonly copyText: (text: string) => Promise<void>
}

const heights: readonly EmbedHeight[] = [null, 480, 640, 800]
const themes = [
  { theme: null, words: embedWords.asReader },
  { theme: 'light', words: embedWords.light },
  { theme: 'dark', words: embedWords.dark },
] as const

export function EmbedSection(props: EmbedSectionProps): ReactElement {
  return (
    <ShareSection title={embedWords.title} hint={embedWords.hint}>
      {() => <EmbedChoices {...props} />}
    </ShareSection>
  )
}

function EmbedChoices({ snippetOf, copyText }: EmbedSectionProps): ReactElement {
  const [heightPx, setHeightPx] = useState<EmbedHeight>(null)
  const [theme, setTheme] = useState<Theme | null>(null)
  /** Of this snippet, how its copying went; null: it was not copied. */
  const [copied, setCopied] = useState<{ readonly snippet: string; readonly isDone: boolean } | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const snippet = snippetOf(heightPx, theme)
  const copy = async (): Promise<void> => {
    try {
      await copyText(snippet)
      setCopied({ snippet, isDone: true })
    } catch {
      field.current?.select()
      setCopied({ snippet, isDone: false })
    }
  }
  const said = copied?.snippet === snippet ? copied : null
  return (
    <div className="embed-section">
      <fieldset>
        <legend>{embedWords.height}</legend>
        {heights.map((height) => (
          <label key={height ?? 'fitted'}>
            <input
              type="radio"
              name="embed-height"
              checked={height === heightPx}
              onChange={() => setHeightPx(height)}
            />{' '}
            {height === null ? embedWords.fitted : formatHeight(height)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{embedWords.colours}</legend>
        {themes.map((choice) => (
          <label key={choice.words}>
            <input
              type="radio"
              name="embed-theme"
              checked={choice.theme === theme}
              onChange={() => setTheme(choice.theme)}
            />{' '}
            {choice.words}
          </label>
        ))}
      </fieldset>
      <textarea
        ref={field}
        className="embed-snippet"
        readOnly
        dir="ltr"
        rows={heightPx === null ? 10 : 4}
        spellCheck={false}
        aria-label={embedWords.snippet}
        value={snippet}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className="embed-copy">
        <button type="button" className="frame-button" onClick={() => void copy()}>
          {embedWords.copy}
        </button>
        <span role="status">
          {said === null ? '' : said.isDone ? embedWords.copied : embedWords.notCopied}
        </span>
      </p>
      <p className="share-hint">{embedWords.privacy}</p>
      {heightPx === null && <p className="share-hint">{embedWords.script}</p>}
    </div>
  )
}
