/** Narrowing the story down: by actor, by words, by date; what is hidden is said, and one button clears. */
import { useRef, useState, type ReactElement } from 'react'
import type { ActorId } from '../../core/base/brand.ts'
import type { ActorCount } from '../../core/indexing/countFacets.ts'
import { Icon } from '../shared/Icon.tsx'
import { ActorFilter } from './ActorFilter.tsx'
import { DateField } from './DateField.tsx'
import './filters.css'
import { useDateTexts } from './useDateTexts.ts'
import { WordsField } from './WordsField.tsx'

export interface FiltersProps {
  readonly actors: readonly ActorCount[]
  readonly chosen: readonly ActorId[]
  readonly words: string
  readonly from: string | null
  readonly to: string | null
  readonly isFiltered: boolean
  /** "9 of 21 events". */
  readonly matchWords: string
  readonly onActor: (actor: ActorId) => void
  readonly onWords: (words: string) => void
  readonly onDates: (from: string | null, to: string | null) => void
  readonly onClear: () => void
}

export function Filters(props: FiltersProps): ReactElement {
  const [isOpen, setIsOpen] = useState(false)
  const toggle = useRef<HTMLButtonElement>(null)
  const dates = useDateTexts(props.from, props.to, props.onDates)
  const isClearable = props.isFiltered || (dates.from.problem ?? dates.to.problem) !== null
  const clear = (): void => {
    // On a narrow screen the pressed button goes away; the focus must not go with it.
    toggle.current?.focus()
    dates.clear()
    props.onClear()
  }
  return (
    <div className={`filters${isOpen ? ' is-open' : ''}`} role="search" aria-label="Filter events">
      <div className="filters-bar">
        <button
          type="button"
          ref={toggle}
          className="text-button filters-toggle"
          aria-expanded={isOpen}
          aria-controls="filters-fields"
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon name="search" /> Filter
        </button>
        <p className="filters-count">{props.matchWords}</p>
        {isClearable && (
          <button type="button" className="text-button filters-clear-short" onClick={clear}>
            Clear
          </button>
        )}
      </div>
      <div className="filters-fields" id="filters-fields">
        <ActorFilter {...props} />
        <div className="filters-row">
          <WordsField words={props.words} onWords={props.onWords} />
          <DateField label="From" field={dates.from} onField={dates.setFrom} onCommit={dates.commit} />
          <DateField label="To" field={dates.to} onField={dates.setTo} onCommit={dates.commit} />
          <button
            type="button"
            className="text-button filters-clear"
            aria-disabled={!isClearable}
            onClick={isClearable ? clear : undefined}
          >
            Clear
          </button>
          {props.isFiltered && <p className="filters-matches">{props.matchWords}</p>}
        </div>
      </div>
    </div>
  )
}
