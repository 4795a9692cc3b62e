/**
 * How firmly does an event stand, by which source, and why?
 * "Reported, by The New York Times. Told by unnamed sources."
 */
import type { StandingKind, StoryFrame, TimelineEvent } from '../story/story.ts'
import { standingWords } from './standingWords.ts'
import type { TextPart } from './textParts.ts'

/**
 * The word alone, and all that follows it; the word is said once: a note that begins with the word goes on from it, and
 * the source is then named after the note.
 */
export function describeStanding(
  { is, source, note }: TimelineEvent['standing'],
  { sources }: Pick<StoryFrame, 'sources'>,
): { readonly lead: string; readonly rest: readonly TextPart[] } {
  const lead = standingWords[is]
  const name = source === null ? undefined : sources.get(source)?.outlet
  const goesOn = note !== null && note.startsWith(lead) && /^[\s,:.]/.test(note.slice(lead.length))
  if (goesOn) {
    const by: readonly TextPart[] = name === undefined ? [] : [' According to ', { name }, '.']
    return { lead, rest: [{ name: note.slice(lead.length) }, ...by] }
  }
  const by: readonly TextPart[] = name === undefined ? [] : [byWords(is), { name }]
  return { lead, rest: [...by, '.', ...(note === null ? [] : [' ', { name: note }])] }
}

/** Who reports or concludes it does so himself; of the rest a source only tells. */
function byWords(is: StandingKind): string {
  return is === 'reported' || is === 'inferred' ? ', by ' : ', according to '
}
