/** Every actor of the story with its counts, to be searched and ticked. */
import { useState, type ReactElement } from 'react'
import { foldText } from '../../core/indexing/foldText.ts'
import { formatCount } from '../../core/wording/storyWords.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { ActorCountWords } from './ActorCountWords.tsx'
import type { ActorFilterProps } from './ActorFilter.tsx'

/** A list longer than this gets a field to search it. */
const SEARCHABLE_COUNT = 12
/** Names shown at once; the field finds the others. */
const SHOWN_COUNT = 100

export function ActorList({
  id,
  actors,
  chosen,
  onActor,
  onClose,
}: ActorFilterProps & { readonly id: string; readonly onClose: () => void }): ReactElement {
  const [sought, setSought] = useState('')
  const folded = foldText(sought)
  const found = actors.filter(({ name }) => foldText(name).includes(folded))
  const rest = found.length - SHOWN_COUNT
  return (
    <div className="actor-list" id={id}>
      {actors.length > SEARCHABLE_COUNT && (
        <input
          className="field"
          type="search"
          aria-label="Find an actor"
          placeholder="Find an actor"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      <ul>
        {found.slice(0, SHOWN_COUNT).map(({ actor, name, isUnnamed, count, total }) => (
          <li key={actor}>
            <label>
              <input type="checkbox" checked={chosen.includes(actor)} onChange={() => onActor(actor)} />
              <span className="actor-name">
                <Bidi text={name} />
                {isUnnamed && <span className="chip-note"> not named</span>}
              </span>
              <ActorCountWords count={count} total={total} />
            </label>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="filters-count">and {formatCount(rest)} more, found by name</p>}
      {found.length === 0 && <p className="filters-count">No actor of that name.</p>}
      <button type="button" className="text-button" onClick={onClose}>
        Close the list
      </button>
    </div>
  )
}
