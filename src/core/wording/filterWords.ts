/** What does a filter ask for, in words that stand alone: on a picture, in a file, on paper? */
import { facetKinds } from '../story/facetKinds.ts'
import type { StoryFrame } from '../story/story.ts'
import type { ViewState } from '../view/viewState.ts'
import { dateFieldNames } from './clockChoiceWords.ts'
import { facetWords, nameValue } from './facetWords.ts'
import { joinWords } from './phrase.ts'

/** "Actors: Anthropic or GIGAZINE. From 2026-04. Words: “access”." Empty where nothing is filtered. */
export function describeFilter(
  { chosen, from, to, words, clock }: Pick<ViewState, 'chosen' | 'from' | 'to' | 'words' | 'clock'>,
  frame: Pick<StoryFrame, 'actors' | 'sources'>,
): string {
  const facets = facetKinds.flatMap((kind) => {
    if (chosen[kind].length === 0) return []
    const names = chosen[kind].map((value) => nameOf(frame, kind, value))
    return [`${facetWords[kind]}: ${joinWords(names, 'or')}.`]
  })
  const names = dateFieldNames[clock]
  const dates = [
    ...(from === null ? [] : [`${names.from} ${from}`]),
    ...(to === null ? [] : [from === null ? `${names.to} ${to}` : `to ${to}`]),
  ]
  return [
    ...facets,
    ...(dates.length === 0 ? [] : [`${dates.join(' ')}.`]),
    ...(words.trim() === '' ? [] : [`Words: “${words.trim()}”.`]),
  ].join(' ')
}

/** Of a source the headline too: an outlet has many. */
function nameOf(
  frame: Pick<StoryFrame, 'actors' | 'sources'>,
  kind: Parameters<typeof nameValue>[1],
  value: string,
): string {
  const { name, note } = nameValue(frame, kind, value)
  return kind === 'source' && note !== '' ? `${name}, “${note}”` : name
}
