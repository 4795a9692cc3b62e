/** The filters, with the names and counts of what can be chosen. They come a moment after the drawing. */
import { useEffect, type ReactElement } from 'react'
import type { ViewAction } from '../core/view/viewAction.ts'
import type { ViewState } from '../core/view/viewState.ts'
import type { OpenedStory } from '../loading/openedStory.ts'
import { CHIP_COUNT } from '../ui/filters/FacetFilter.tsx'
import { Filters, type FiltersProps } from '../ui/filters/Filters.tsx'
import { useFacetOptions } from './facetOptions.ts'
import { prepareChoices } from './prepareChoices.ts'
import type { FoundEvents } from './useTimelineMarks.ts'

interface FiltersViewProps extends Pick<FiltersProps, 'isFiltered' | 'matchWords' | 'onClear'> {
  readonly opened: OpenedStory
  readonly found: FoundEvents
  readonly state: ViewState
  readonly dispatch: (action: ViewAction) => void
}

export function FiltersView({ opened, found, state, dispatch, ...rest }: FiltersViewProps): ReactElement {
  const optionsOf = useFacetOptions(opened.frame, found)
  const { counting } = found
  useEffect(
    () =>
      prepareChoices(
        counting,
        optionsOf('actor')
          .slice(0, CHIP_COUNT)
          .map(({ value }) => value),
      ),
    [counting, optionsOf],
  )
  return (
    <Filters
      {...state}
      {...rest}
      facets={opened.names.facets}
      optionsOf={optionsOf}
      onToggle={(facet, value) => dispatch({ kind: 'facetToggled', facet, value })}
      onWords={(words) => dispatch({ kind: 'wordsChanged', words })}
      onDates={(from, to) => dispatch({ kind: 'datesChanged', from, to })}
    />
  )
}
