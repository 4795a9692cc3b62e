/** The top of the page: whose page it is, sharing, light and dark. */
import type { ReactElement } from 'react'
import { SITE_MOTTO, SITE_NAME } from '../../core/wording/siteWords.ts'
import { Icon } from '../shared/Icon.tsx'
import './masthead.css'

interface MastheadProps {
  readonly homeHref: string
  /** The theme that a press leads to. */
  readonly otherTheme: 'light' | 'dark'
  readonly onTheme: () => void
  readonly onHome: () => void
  readonly onShare: () => void
}

export function Masthead({ homeHref, otherTheme, onTheme, onHome, onShare }: MastheadProps): ReactElement {
  const themeWord = otherTheme === 'dark' ? 'Dark' : 'Light'
  return (
    <header className="masthead">
      <a
        className="wordmark"
        href={homeHref}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
          event.preventDefault()
          onHome()
        }}
      >
        {SITE_NAME}
      </a>
      <p className="masthead-motto">{SITE_MOTTO}</p>
      <div className="masthead-acts">
        <button type="button" className="frame-button" onClick={onShare}>
          <Icon name="share" /> Share
        </button>
        <button type="button" className="text-button" onClick={onTheme} aria-label={`${themeWord} theme`}>
          <Icon name="theme" /> <span className="theme-word">{themeWord}</span>
        </button>
      </div>
    </header>
  )
}
