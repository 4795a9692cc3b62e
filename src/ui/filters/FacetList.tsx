/** Every value of a facet with its counts, to be searched and ticked. */
import { useLayoutEffect, useRef, useState, type ReactElement } from 'react'
import { foldText } from '../../core/indexing/foldText.ts'
import { facetNouns } from '../../core/wording/facetWords.ts'
import { formatCount } from '../../core/wording/storyWords.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { FacetCountWords } from './FacetCountWords.tsx'
import { ValueNote, type FacetFilterProps, type FacetOption } from './FacetFilter.tsx'

/** A list longer than this gets a field to search it. */
const SEARCHABLE_COUNT = 12
/** Names shown at once; the field finds the others. */
const SHOWN_COUNT = 100
/** Kept free at the page's edge. */
const EDGE_PX = 16

interface FacetListProps extends Omit<FacetFilterProps, 'optionsOf'> {
  readonly id: string
  readonly options: readonly FacetOption[]
  readonly onClose: () => void
}

export function FacetList({ id, facet, options, chosen, onToggle, onClose }: FacetListProps): ReactElement {
  const [sought, setSought] = useState('')
  const folded = foldText(sought)
  const found = options.filter(({ name, note }) => foldText(`${name} ${note}`).includes(folded))
  const list = useRef<HTMLDivElement>(null)
  // Under its button, and as far to the left of that as the page's edge asks for; a choice may move the button.
  useLayoutEffect(() => {
    const element = list.current
    if (element === null) return
    element.style.left = '0'
    const overPx = element.getBoundingClientRect().right + EDGE_PX - document.documentElement.clientWidth
    if (overPx > 0) element.style.left = `${-overPx}px`
  })
  const rest = found.length - SHOWN_COUNT
  const findWords = `Find ${facetNouns[facet]}`
  return (
    <div className="facet-list" id={id} ref={list}>
      {options.length > SEARCHABLE_COUNT && (
        <input
          className="field"
          type="search"
          aria-label={findWords}
          placeholder={findWords}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      <ul>
        {found.slice(0, SHOWN_COUNT).map(({ value, name, note, count, total }) => (
          <li key={value}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={() => onToggle(facet, value)}
              />
              <span className="facet-name">
                <Bidi text={name} />
                <ValueNote note={note} />
              </span>
              <FacetCountWords count={count} total={total} />
            </label>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="filters-count">and {formatCount(rest)} more, found by name</p>}
      {found.length === 0 && (
        <p className="filters-count">No {facetNouns[facet].replace(/^an? /, '')} of that name.</p>
      )}
      <button type="button" className="text-button" onClick={onClose}>
        Close the list
      </button>
    </div>
  )
}
