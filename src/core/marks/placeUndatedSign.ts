/** How does the sign of an event without a date look? */
import type { Relation } from '../story/story.ts'
import type { Px } from '../time/units.ts'
import type { SignPart } from './signPart.ts'

/** The broken ring; after (also: in response to) on its left, before on its right. */
export function placeUndatedSign(x: Px, relations: readonly Relation[]): SignPart {
  return {
    kind: 'undated',
    x,
    isAfter: relations.some(({ is }) => is === 'after' || is === 'response-to'),
    isBefore: relations.some(({ is }) => is === 'before'),
  }
}
