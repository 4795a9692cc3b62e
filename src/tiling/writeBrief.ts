/** What of an event is drawn before anybody opens it? A short JSON list, which briefColumn.ts reads. */
import type { TimelineEvent } from '../core/story/story.ts'
import { derivedBounds, standings } from '../core/story/storyFile.ts'

/** Without relations, which stand in files of their own. @param actorNumber position of an actor among those of the story */
export function writeBrief(event: TimelineEvent, actorNumber: ReadonlyMap<string, number>): string {
  const derived = (event.when?.derived ?? []).reduce(
    (bits, bound) => bits | (1 << derivedBounds.indexOf(bound)),
    0,
  )
  const written: unknown[] = [
    event.id,
    event.title,
    event.shortTitle === event.title ? 0 : event.shortTitle,
    event.when === null ? 0 : event.when.date.edtf,
    derived,
    standings.indexOf(event.standing.is),
    event.actors.map(({ actor }) => actorNumber.get(actor) ?? -1),
    event.sources.length,
    event.statements.length,
  ]
  const { reported, publishes } = event
  if (reported !== null || publishes !== null)
    written.push(reported === null ? 0 : [reported.date.edtf, reported.source], publishes ?? 0)
  return JSON.stringify(written)
}
