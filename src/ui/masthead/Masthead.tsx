/** The top of the page: whose page it is, sharing, light and dark. */
import type { ReactElement } from 'react'
import { IconFrame } from '../shared/IconFrame.tsx'
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
        Dateline
      </a>
      <p className="masthead-motto">what was reported, when, and who says so</p>
      <div className="masthead-acts">
        <button type="button" className="frame-button" aria-haspopup="dialog" onClick={onShare}>
          <IconFrame>
            <path d="M8,10 V2 M5,4.5 L8,1.5 L11,4.5 M3,7.5 V13.5 H13 V7.5" />
          </IconFrame>{' '}
          Share
        </button>
        <button type="button" className="text-button" onClick={onTheme} aria-label={`${themeWord} theme`}>
          <IconFrame>
            <circle cx={8} cy={8} r={5.6} />
            <path className="icon-fill" d="M8,2.4 A5.6,5.6 0 0 0 8,13.6 Z" />
          </IconFrame>{' '}
          <span className="theme-word">{themeWord}</span>
        </button>
      </div>
    </header>
  )
}
