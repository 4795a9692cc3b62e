/** Narrowing the story down: by facet, by words, by date; what is hidden is said, and one button clears. */
import { useRef, useState, type ReactElement } from 'react'
import type { ChosenValues, FacetKind } from '../../core/story/facetKinds.ts'
import type { Clock } from '../../core/view/viewState.ts'
import { dateFieldNames } from '../../core/wording/clockChoiceWords.ts'
import { Icon } from '../shared/Icon.tsx'
import { DateField } from './DateField.tsx'
import { FacetFilter, type FacetFilterProps } from './FacetFilter.tsx'
import './filters.css'
import { useDateTexts } from './useDateTexts.ts'
import { WordsField } from './WordsField.tsx'

export interface FiltersProps extends Pick<FacetFilterProps, 'optionsOf' | 'onToggle'> {
  /** By which the story can be filtered; actors first. */
  readonly facets: readonly FacetKind[]
  readonly chosen: ChosenValues
  readonly words: string
  readonly from: string | null
  readonly to: string | null
  /** Whose dates `from` and `to` are. */
  readonly clock: Clock
  readonly isFiltered: boolean
  /** "9 of 21 events". */
  readonly matchWords: string
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
  const facets = props.facets.map((facet) => (
    <FacetFilter key={facet} {...props} facet={facet} chosen={props.chosen[facet]} />
  ))
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
        {facets.slice(0, 1)}
        <div className="filters-row">
          <WordsField words={props.words} onWords={props.onWords} />
          <DateField
            label={dateFieldNames[props.clock].from}
            field={dates.from}
            onField={dates.setFrom}
            onCommit={dates.commit}
          />
          <DateField
            label={dateFieldNames[props.clock].to}
            field={dates.to}
            onField={dates.setTo}
            onCommit={dates.commit}
          />
          {facets.slice(1)}
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
