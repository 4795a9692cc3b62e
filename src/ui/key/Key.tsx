/** What the signs mean: those of dates and those of standing that this story uses, and the keys of the keyboard. */
import type { ReactElement } from 'react'
import type { SignPart } from '../../core/marks/signPart.ts'
import type { StandingKind } from '../../core/story/story.ts'
import { standingMeanings } from '../../core/wording/claimWords.ts'
import { standingWords } from '../../core/wording/standingWords.ts'
import { SignShape } from '../shared/SignShape.tsx'
import { StandingSign } from '../shared/StandingSign.tsx'
import './key.css'

export interface KeySign {
  readonly words: string
  readonly parts: readonly SignPart[]
  readonly widthPx: number
}

interface KeyProps {
  readonly signs: readonly KeySign[]
  readonly standings: readonly StandingKind[]
}

const keys: readonly (readonly [string, string])[] = [
  ['→ ←', 'next, previous event in time'],
  ['↓ ↑', 'nearest event in the next, previous lane'],
  ['Home End', 'first, last event in view; with Ctrl, of all'],
  ['Page Down, Page Up', 'one window later, earlier'],
  ['+ − 0', 'zoom in, zoom out, show all'],
  ['Enter', 'open the event'],
  ['Esc', 'close it'],
]

export function Key({ signs, standings }: KeyProps): ReactElement {
  return (
    <section className="key" aria-label="Key to the signs">
      <dl className="key-row">
        <dt className="key-name">Date signs</dt>
        {signs.map(({ words, parts, widthPx }) => (
          <dd key={words}>
            <svg width={widthPx} height={16} viewBox={`0 -8 ${widthPx} 16`} aria-hidden="true">
              <SignShape parts={parts} widthPx={widthPx} />
            </svg>{' '}
            {words}
          </dd>
        ))}
      </dl>
      <dl className="key-row">
        <dt className="key-name">Standing</dt>
        {standings.map((standing) => (
          <dd key={standing} title={standingMeanings[standing]}>
            <StandingSign standing={standing} /> {standingWords[standing].toLowerCase()}
          </dd>
        ))}
      </dl>
      <details className="key-help">
        <summary>Keys for the timeline</summary>
        <dl>
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}
