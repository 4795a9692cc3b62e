/** What are facets and their values called? */
import type { ActorId, SourceId } from '../base/brand.ts'
import type { FacetKind } from '../story/facetKinds.ts'
import type { RecordStatus, StandingKind, StoryFrame } from '../story/story.ts'
import { recordWords } from './claimWords.ts'
import { standingWords } from './standingWords.ts'

/** Over its values. */
export const facetWords: Readonly<Record<FacetKind, string>> = {
  actor: 'Actors',
  standing: 'Standing',
  record: 'On record',
  source: 'Sources',
  speaker: 'Speakers',
}

/** One of its values, with its article. */
export const facetNouns: Readonly<Record<FacetKind, string>> = {
  actor: 'an actor',
  standing: 'a standing',
  record: 'a record status',
  source: 'a source',
  speaker: 'a speaker',
}

/** "Anthropic"; "Alleged"; "The New York Times", of which the note is the headline. Whoever is not named has a note that says so. */
export function nameValue(
  { actors, sources }: Pick<StoryFrame, 'actors' | 'sources'>,
  kind: FacetKind,
  value: string,
): { readonly name: string; readonly note: string } {
  if (kind === 'standing') return { name: standingWords[value as StandingKind], note: '' }
  if (kind === 'record') return { name: recordWords[value as RecordStatus], note: '' }
  if (kind === 'source') {
    const source = sources.get(value as SourceId)
    return { name: source?.outlet ?? value, note: source?.title ?? '' }
  }
  const actor = actors.get(value as ActorId)
  return { name: actor?.name ?? value, note: actor?.kind === 'unnamed' ? 'not named' : '' }
}
