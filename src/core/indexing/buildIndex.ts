/** From a sound story in memory to columns that can be searched. Cannot fail; cost n log n. */
import type { ActorId } from '../base/brand.ts'
import type { Story, TimelineEvent } from '../story/story.ts'
import type { EventIndex } from './eventIndex.ts'
import { foldText } from './foldText.ts'
import { IndexBuilder } from './indexBuilder.ts'

export function buildIndex(story: Story): EventIndex {
  const builder = new IndexBuilder([...story.actors.keys()])
  for (const event of story.events) builder.add(event.when?.date ?? null, actorsOf(event))
  return builder.close()
}

/** Everyone an event involves, no repeats: listed actors, then speakers, then those a claim is attributed to. */
export function actorsOf(event: TimelineEvent): ReadonlySet<ActorId> {
  const ids = new Set<ActorId>()
  for (const { actor } of event.actors) ids.add(actor)
  for (const { speaker } of event.statements) if (speaker !== null) ids.add(speaker)
  for (const { attributedTo } of event.accounts) if (attributedTo !== null) ids.add(attributedTo)
  return ids
}

/** [n] title, summary and statements, folded (see foldText.ts), for the search by words. */
export function foldWords(story: Story): readonly string[] {
  return story.events.map((event) => foldText(searchedTexts(event).join(' \n ')))
}

/** What a search by words looks through: title, summary and statements, unfolded. */
export function searchedTexts(event: TimelineEvent): readonly string[] {
  const texts = event.shortTitle === event.title ? [event.title] : [event.title, event.shortTitle]
  texts.push(event.summary)
  for (const { text } of event.statements) texts.push(text)
  return texts
}
