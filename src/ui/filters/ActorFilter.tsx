/** Actors as chips; those for which the line has no room, and all the others, in a list that unfolds. */
import { useId, useState, type ReactElement } from 'react'
import type { ActorId } from '../../core/base/brand.ts'
import type { ActorCount } from '../../core/indexing/countFacets.ts'
import { foldText } from '../../core/indexing/foldText.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { Icon } from '../shared/Icon.tsx'

interface ActorFilterProps {
  readonly actors: readonly ActorCount[]
  readonly chosen: readonly ActorId[]
  readonly onActor: (actor: ActorId) => void
}

/** Chips before the list: the style sheet hides the last ones where the line is short. */
const CHIP_COUNT = 5
/** A list longer than this gets a field to search it. */
const SEARCHABLE_COUNT = 12

export function ActorFilter({ actors, chosen, onActor }: ActorFilterProps): ReactElement {
  const listId = useId()
  const [isOpen, setIsOpen] = useState(false)
  const chips = actors.filter(({ actor }, i) => i < CHIP_COUNT || chosen.includes(actor))
  return (
    <fieldset className="actor-filter">
      <legend className="filters-label">Actors</legend>
      <div className="chips">
        {chips.map((actor) => (
          <button
            key={actor.actor}
            type="button"
            className="chip"
            aria-pressed={chosen.includes(actor.actor)}
            onClick={() => onActor(actor.actor)}
          >
            <Bidi text={actor.name} />
            {actor.isUnnamed && <span className="chip-note">not named</span>}
            <span className="chip-count" aria-label={`${actor.count} of ${actor.total} events`}>
              {actor.count}
            </span>
            {chosen.includes(actor.actor) && <Icon name="close" />}
          </button>
        ))}
        <button
          type="button"
          className="text-button"
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => setIsOpen(!isOpen)}
        >
          All {actors.length} <Icon name="down" />
        </button>
      </div>
      {isOpen && <ActorList id={listId} {...{ actors, chosen, onActor }} onClose={() => setIsOpen(false)} />}
    </fieldset>
  )
}

function ActorList({
  id,
  actors,
  chosen,
  onActor,
  onClose,
}: ActorFilterProps & { readonly id: string; readonly onClose: () => void }): ReactElement {
  const [sought, setSought] = useState('')
  const found = actors.filter(({ name }) => foldText(name).includes(foldText(sought)))
  return (
    <div
      className="actor-list"
      id={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
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
        {found.map(({ actor, name, isUnnamed, count, total }) => (
          <li key={actor}>
            <label>
              <input type="checkbox" checked={chosen.includes(actor)} onChange={() => onActor(actor)} />
              <span className="actor-name">
                <Bidi text={name} />
                {isUnnamed && <span className="chip-note">not named</span>}
              </span>
              <span className="chip-count" aria-label={`${count} of ${total} events`}>
                {count}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="filters-count">No actor of that name.</p>}
      <button type="button" className="text-button" onClick={onClose}>
        Close the list
      </button>
    </div>
  )
}
