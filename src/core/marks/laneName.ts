/** What is a lane of the drawing called? By how well its dates are known, or by an actor. */
import type { HowKnown } from '../time/howKnown.ts'

/** Of one actor, by its number in the story; of all who have no lane of their own; of events that name nobody. */
export type ActorLaneName = `actor-${number}` | 'actor-others' | 'actor-nobody'

/** Undated events have one lane in either arrangement: without a time there is no place beside others. */
export type LaneName = HowKnown | ActorLaneName
