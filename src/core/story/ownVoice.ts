/** Does an outlet speak for itself? Then its name stands twice in a story, as that of an actor and as that of the outlet. */
import type { Actor, Source } from './story.ts'

/** By name or alias. */
export function isOutlet(
  actor: Pick<Actor, 'name' | 'aliases'>,
  { outlet }: Pick<Source, 'outlet'>,
): boolean {
  return actor.name === outlet || actor.aliases.includes(outlet)
}
