/** A story in a frame of another page: what it is, what it is narrowed down to, the view, and the way to the whole page. */
import { useState, type ReactElement, type ReactNode, type RefObject } from 'react'
import { embedWords } from '../../core/wording/embedWords.ts'
import type { TextPart } from '../../core/wording/textParts.ts'
import { Bidi } from '../shared/Bidi.tsx'
import './embed.css'

interface EmbedFrameProps {
  readonly frameRef: RefObject<HTMLDivElement | null>
  readonly title: string
  readonly language: string
  /** One for each condition. */
  readonly filter: readonly (readonly TextPart[])[]
  /** "9 of 21 events". */
  readonly matchWords: string
  /** The fields that change the filter; asked for when they are wanted. */
  readonly fields: () => ReactNode
  /** The same view on a page of its own. */
  readonly address: string
  /** What was copied. */
  readonly note: ReactNode
  /** The open event. */
  readonly details: ReactNode
  /** The details stand in the view's place, which has no room beside them. */
  readonly isCovered: boolean
  readonly children: ReactNode
}

export function EmbedFrame(props: EmbedFrameProps): ReactElement {
  const [isFiltering, setIsFiltering] = useState(false)
  const hasDetails = props.details !== null
  return (
    <div ref={props.frameRef} className={`embed page${hasDetails ? ' has-details' : ''}`}>
      <div className="page-main" inert={props.isCovered} data-covered={props.isCovered}>
        <main>
          <div className="embed-head">
            <h1 lang={props.language}>
              <Bidi text={props.title} />
            </h1>
            <p className="embed-filter">
              {props.filter.map((condition, i) => (
                <span key={i} className="embed-condition">
                  {condition.map((part, j) =>
                    typeof part === 'string' ? part : <Bidi key={j} text={part.name} />,
                  )}
                </span>
              ))}
              <span className="embed-count">{props.matchWords}</span>
              <button
                type="button"
                className="text-button"
                aria-expanded={isFiltering}
                onClick={() => setIsFiltering(!isFiltering)}
              >
                {embedWords.filter}
              </button>
            </p>
            {isFiltering && <div className="controls">{props.fields()}</div>}
          </div>
          {props.children}
        </main>
      </div>
      {props.details}
      <p className="embed-foot">
        <a href={props.address} target="_blank" rel="noopener">
          {embedWords.fullPage}
        </a>
      </p>
      {props.note}
    </div>
  )
}
