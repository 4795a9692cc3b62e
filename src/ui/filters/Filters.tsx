/** Narrowing the story down: by actor, by words, by date; what is hidden is said, and one button clears. */
import { useState, type ReactElement } from 'react'
import type { ActorId } from '../../core/base/brand.ts'
import type { ActorCount } from '../../core/indexing/countFacets.ts'
import { Icon } from '../shared/Icon.tsx'
import { ActorFilter } from './ActorFilter.tsx'
import { DateField } from './DateField.tsx'
import './filters.css'
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
  return (
    <div className={`filters${isOpen ? ' is-open' : ''}`} role="search" aria-label="Filter events">
      <div className="filters-bar">
        <button
          type="button"
          className="text-button filters-toggle"
          aria-expanded={isOpen}
          aria-controls="filters-fields"
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon name="search" /> Filter
        </button>
        <p className="filters-count">{props.matchWords}</p>
        {props.isFiltered && (
          <button type="button" className="text-button filters-clear-short" onClick={props.onClear}>
            Clear
          </button>
        )}
      </div>
      <div className="filters-fields" id="filters-fields">
        <ActorFilter {...props} />
        <div className="filters-row">
          <WordsField words={props.words} onWords={props.onWords} />
          <DateField label="From" value={props.from} onDate={(from) => props.onDates(from, props.to)} />
          <DateField label="To" value={props.to} onDate={(to) => props.onDates(props.from, to)} />
          <button
            type="button"
            className="text-button filters-clear"
            disabled={!props.isFiltered}
            onClick={props.onClear}
          >
            Clear
          </button>
          {props.isFiltered && <p className="filters-matches">{props.matchWords}</p>}
        </div>
      </div>
    </div>
  )
}
