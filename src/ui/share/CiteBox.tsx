/** How something is cited: a choice of format, the citation to read, and two ways to take it along. */
import { useId, useRef, useState, type ReactElement } from 'react'
import {
  citationFormats,
  citationKinds,
  fileNameOf,
  type CitationKind,
} from '../../core/citing/citationFormats.ts'
import type { CitedItem } from '../../core/citing/citedItem.ts'
import { Bidi } from '../shared/Bidi.tsx'
import './cite.css'

interface CiteBoxProps {
  readonly item: CitedItem
  readonly kind: CitationKind
  readonly onKind: (kind: CitationKind) => void
  /** Of a source: whether it is cited as the story cites it; null: there is no such choice. */
  readonly asCitedHere: boolean | null
  readonly onAsCitedHere: (is: boolean) => void
  /** @param mediaType without a charset */
  readonly onSave: (text: string, fileName: string, mediaType: string) => void
}

type Outcome = 'copied' | 'refused' | 'saved'

export function CiteBox({
  item,
  kind,
  onKind,
  asCitedHere,
  onAsCitedHere,
  onSave,
}: CiteBoxProps): ReactElement {
  const name = useId()
  const block = useRef<HTMLDivElement>(null)
  const [last, setLast] = useState<{ readonly text: string; readonly outcome: Outcome } | null>(null)
  const { format, isProse, mediaType } = citationFormats[kind]
  const text = format(item)
  const fileName = fileNameOf(item, kind)
  // What was done with another text is no news of this one.
  const outcome = last?.text === text ? last.outcome : null
  const setOutcome = (is: Outcome): void => setLast({ text, outcome: is })
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      // Refused, or not a secure page: what is to be copied by hand is selected.
      if (block.current !== null) window.getSelection()?.selectAllChildren(block.current)
      setOutcome('refused')
    }
  }
  return (
    <div className="cite-box">
      <fieldset className="cite-formats">
        <legend className="visually-hidden">Format of the citation</legend>
        {citationKinds.map((each) => (
          <label key={each}>
            <input type="radio" name={name} checked={each === kind} onChange={() => onKind(each)} />
            {citationFormats[each].name}
          </label>
        ))}
      </fieldset>
      {asCitedHere !== null && (
        <label className="cite-choice">
          <input
            type="checkbox"
            checked={asCitedHere}
            onChange={(event) => onAsCitedHere(event.currentTarget.checked)}
          />
          As cited in this story, for whoever has not read the source
        </label>
      )}
      <div
        ref={block}
        className={isProse ? 'cite-text is-prose' : 'cite-text'}
        tabIndex={0}
        role="textbox"
        aria-readonly="true"
        aria-multiline="true"
        aria-label="Citation"
      >
        <Bidi text={text.trimEnd()} />
      </div>
      <div className="cite-acts">
        <button type="button" className="frame-button" onClick={() => void copy()}>
          Copy
        </button>
        <button
          type="button"
          className="text-button"
          onClick={() => {
            onSave(text, fileName, mediaType)
            setOutcome('saved')
          }}
        >
          Download {citationFormats[kind].ending}
        </button>
        <p role="status">
          {outcome === 'copied' && 'Citation copied.'}
          {outcome === 'refused' &&
            'The browser did not let us copy. The citation is selected: copy it by hand.'}
          {outcome === 'saved' && `Saved as ${fileName}.`}
        </p>
      </div>
    </div>
  )
}
