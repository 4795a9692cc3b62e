/** Actors as chips; those for which the line has no room, and all the others, in a list that unfolds. */
import { lazy, Suspense, useEffect, useId, useRef, useState, type ReactElement } from 'react'
import type { ActorId } from '../../core/base/brand.ts'
import type { ActorCount } from '../../core/indexing/countFacets.ts'
import { formatCount } from '../../core/wording/storyWords.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { ActorCountWords } from './ActorCountWords.tsx'
import { Icon } from '../shared/Icon.tsx'

const ActorList = lazy(async () => ({ default: (await import('./ActorList.tsx')).ActorList }))

export interface ActorFilterProps {
  readonly actors: readonly ActorCount[]
  readonly chosen: readonly ActorId[]
  readonly onActor: (actor: ActorId) => void
}

/** Chips before the list: the style sheet hides the last ones where the line is short. */
const CHIP_COUNT = 5

export function ActorFilter({ actors, chosen, onActor }: ActorFilterProps): ReactElement {
  const listId = useId()
  const [isOpen, setIsOpen] = useState(false)
  const toggle = useRef<HTMLButtonElement>(null)
  const frame = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (!isOpen) return
    // A press anywhere else puts the list away.
    const onPress = ({ target }: PointerEvent): void => {
      if (target instanceof Node && frame.current?.contains(target) === false) setIsOpen(false)
    }
    document.addEventListener('pointerdown', onPress, true)
    return () => document.removeEventListener('pointerdown', onPress, true)
  }, [isOpen])
  const close = (): void => {
    setIsOpen(false)
    toggle.current?.focus()
  }
  const chips = actors.filter(({ actor }, i) => i < CHIP_COUNT || chosen.includes(actor))
  return (
    <fieldset
      ref={frame}
      className="actor-filter"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        close()
      }}
      onBlur={({ relatedTarget }) => {
        // The focus went on: an open list would cover where it went.
        if (relatedTarget !== null && frame.current?.contains(relatedTarget) === false) setIsOpen(false)
      }}
    >
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
            {actor.isUnnamed && <span className="chip-note"> not named</span>}
            <ActorCountWords count={actor.count} total={actor.total} />
            {chosen.includes(actor.actor) && <Icon name="close" />}
          </button>
        ))}
        <button
          type="button"
          className="text-button"
          ref={toggle}
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => setIsOpen(!isOpen)}
        >
          All {formatCount(actors.length)} <Icon name="down" />
        </button>
      </div>
      {isOpen && (
        <Suspense fallback={null}>
          <ActorList id={listId} {...{ actors, chosen, onActor }} onClose={close} />
        </Suspense>
      )}
    </fieldset>
  )
}
