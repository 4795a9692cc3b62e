/** Files of what is shown, each with what it holds; how far one is, and how it went. */
import type { ReactElement } from 'react'
import { takenFormats, takingWords, type TakenFormat } from '../../core/wording/takingWords.ts'
import { Bidi } from '../shared/Bidi.tsx'
import './saveSection.css'

export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly words: string }
  | { readonly kind: 'over'; readonly words: string; readonly isFault: boolean }

interface SaveSectionProps {
  readonly countWords: string
  /** What a calendar would hold and leave out; empty: that is known once it is made. */
  readonly calendarWords: string
  /** Why files of all events cannot be had; null: they can. */
  readonly refusal: string | null
  /** No event is shown. */
  readonly isEmpty: boolean
  readonly saving: SaveState
  readonly onSave: (format: TakenFormat) => void
  readonly onPrint: () => void
  readonly onStop: () => void
}

export function SaveSection(props: SaveSectionProps): ReactElement {
  const { countWords, calendarWords, refusal, isEmpty, saving, onSave, onPrint, onStop } = props
  if (isEmpty) return <p className="share-hint">{takingWords.none}</p>
  const isMaking = saving.kind === 'making'
  return (
    <div className="save">
      <p className="share-hint">{countWords}</p>
      {refusal !== null && <p className="share-hint">{refusal}</p>}
      <ul className="save-list">
        {takenFormats.map((format) => {
          const isRefused = refusal !== null && format !== 'svg' && format !== 'png'
          const more = format === 'calendar' && calendarWords !== '' ? ` ${calendarWords}` : ''
          return (
            <SaveItem
              key={format}
              id={`save-${format}`}
              name={takingWords.names[format]}
              holds={takingWords.holds[format] + more}
              isOff={isMaking || isRefused}
              onPress={() => onSave(format)}
            />
          )
        })}
        <SaveItem
          id="save-print"
          name={takingWords.print}
          holds={takingWords.printHolds}
          isOff={isMaking}
          onPress={onPrint}
        />
      </ul>
      <div className="save-state">
        <p role="status" className={saving.kind === 'over' && saving.isFault ? 'is-fault' : undefined}>
          {saving.kind !== 'idle' && <Bidi text={saving.words} />}
        </p>
        {isMaking && (
          <button type="button" className="text-button" onClick={onStop}>
            {takingWords.stop}
          </button>
        )}
      </div>
    </div>
  )
}

interface SaveItemProps {
  readonly id: string
  readonly name: string
  readonly holds: string
  readonly isOff: boolean
  readonly onPress: () => void
}

function SaveItem({ id, name, holds, isOff, onPress }: SaveItemProps): ReactElement {
  return (
    <li>
      <button
        type="button"
        className="frame-button"
        aria-describedby={id}
        // Stays in the order of Tab while a file is made.
        aria-disabled={isOff ? true : undefined}
        onClick={isOff ? undefined : onPress}
      >
        {name}
      </button>
      <p id={id} className="share-hint">
        {holds}
      </p>
    </li>
  )
}
