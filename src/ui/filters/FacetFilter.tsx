/** A facet's first values as chips; those for which the line has no room, and all the others, in a list that unfolds. */
import { lazy, Suspense, useEffect, useId, useRef, useState, type ReactElement } from 'react'
import type { FacetKind } from '../../core/story/facetKinds.ts'
import { facetWords } from '../../core/wording/facetWords.ts'
import { formatCount } from '../../core/wording/storyWords.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { FacetCountWords } from './FacetCountWords.tsx'
import { Icon } from '../shared/Icon.tsx'

const FacetList = lazy(async () => ({ default: (await import('./FacetList.tsx')).FacetList }))

/** One value of a facet. */
export interface FacetOption {
  readonly value: string
  readonly name: string
  /** Such as "not named", or a headline; may be empty. */
  readonly note: string
  /** Events that it would bring under the other filters; null: not counted. */
  readonly count: number | null
  /** Events that have it at all. */
  readonly total: number
}

export interface FacetFilterProps {
  readonly facet: FacetKind
  /** In an order that no filter changes, so that nothing moves under the reader's finger. */
  readonly optionsOf: (facet: FacetKind) => readonly FacetOption[]
  readonly chosen: readonly string[]
  readonly onToggle: (facet: FacetKind, value: string) => void
}

/** Chips of actors before the list: the style sheet hides the last ones where the line is short. */
export const CHIP_COUNT = 5

export function FacetFilter({ facet, optionsOf, chosen, onToggle }: FacetFilterProps): ReactElement {
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
  const isFirst = facet === 'actor'
  // Counting takes a moment in a large story: only what is seen.
  const options = isFirst || isOpen || chosen.length > 0 ? optionsOf(facet) : []
  const chips = options.filter(({ value }, i) => (isFirst && i < CHIP_COUNT) || chosen.includes(value))
  const unfold = (
    <button
      type="button"
      className="text-button"
      ref={toggle}
      aria-expanded={isOpen}
      aria-controls={listId}
      onClick={() => setIsOpen(!isOpen)}
    >
      {isFirst ? `All ${formatCount(options.length)}` : facetWords[facet]} <Icon name="down" />
    </button>
  )
  return (
    <fieldset
      ref={frame}
      className={`facet-filter of-${facet}`}
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
      <legend className={isFirst ? 'filters-label' : 'visually-hidden'}>{facetWords[facet]}</legend>
      <div className="chips">
        {!isFirst && unfold}
        {chips.map(({ value, name, note, count, total }) => (
          <button
            key={value}
            type="button"
            className="chip"
            aria-pressed={chosen.includes(value)}
            onClick={() => onToggle(facet, value)}
          >
            <Bidi text={name} />
            <ValueNote note={note} />
            <FacetCountWords count={count} total={total} />
            {chosen.includes(value) && <Icon name="close" />}
          </button>
        ))}
        {isFirst && unfold}
      </div>
      {isOpen && (
        <Suspense fallback={null}>
          <FacetList id={listId} {...{ facet, options, chosen, onToggle }} onClose={close} />
        </Suspense>
      )}
    </fieldset>
  )
}

/** What stands after a name, in smaller weight. */
export function ValueNote({ note }: Pick<FacetOption, 'note'>): ReactElement | null {
  if (note === '') return null
  return (
    <>
      {' '}
      <span className="chip-note">
        <Bidi text={note} />
      </span>
    </>
  )
}
