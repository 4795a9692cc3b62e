/** How is said what a view is narrowed down to, where nobody sees the fields that say it? */
import { chosenFacets } from '../story/facetKinds.ts'
import type { StoryFrame } from '../story/story.ts'
import { outerExtent } from '../time/fuzzyDate.ts'
import { parseEdtf } from '../time/parseEdtf.ts'
import type { ViewState } from '../view/viewState.ts'
import { formatPoint, isOneUnit, pointAt } from './calendarPoint.ts'
import { dateFieldNames } from './clockChoiceWords.ts'
import { facetWords, nameValue } from './facetWords.ts'
import { listNames, type TextPart } from './textParts.ts'

type Filter = Pick<ViewState, 'chosen' | 'from' | 'to' | 'words' | 'clock'>

/** "Actors: Anthropic or White House", "From 7 April 2026", "“permit”": one for each condition, none where all is shown. */
export function describeConditions(
  filter: Filter,
  frame: Pick<StoryFrame, 'actors' | 'sources'>,
): readonly (readonly TextPart[])[] {
  const { chosen, words, clock } = filter
  const facets = chosenFacets(chosen).map((kind): readonly TextPart[] => [
    `${facetWords[kind]}: `,
    ...listNames(
      chosen[kind].map((value) => nameValue(frame, kind, value).name),
      ' or ',
    ),
  ])
  const dates = (['from', 'to'] as const).flatMap((end): readonly (readonly TextPart[])[] => {
    const edtf = filter[end]
    if (edtf === null) return []
    return [[`${dateFieldNames[clock][end]} ${formatEdge(edtf, end)}`]]
  })
  return [...facets, ...dates, ...(words === '' ? [] : [['“', { name: words }, '”']])]
}

/** "April 2026" where it is all of a month, "7 April 2026" where it is not; what is no date, as it stands. */
function formatEdge(edtf: string, end: 'from' | 'to'): string {
  const date = parseEdtf(edtf)
  if (!date.ok) return edtf
  const extent = outerExtent(date.value)
  const edgeMs = end === 'from' ? extent.startMs : extent.endMs - 1
  if (!Number.isFinite(edgeMs)) return edtf
  const unit = (['year', 'month'] as const).find(
    (whole) => Number.isFinite(extent.startMs) && Number.isFinite(extent.endMs) && isOneUnit(extent, whole),
  )
  return formatPoint(pointAt(edgeMs, unit ?? 'day'))
}
