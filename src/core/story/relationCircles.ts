/** Which undated events are said to come before themselves, by way of others? One sentence for each circle. */
import type { EventId } from '../base/brand.ts'
import type { RelatedEvent } from './undatedOrder.ts'
import { orderUndated } from './undatedOrder.ts'

export interface RelationCircle {
  /** The event that the circle begins with, whose relations the editor may then mend. */
  readonly id: EventId
  /** Names the events of the circle, the first five of a longer one. A problem of the `relations` of `id`. */
  readonly sentence: string
}

/** At most MAX_CIRCLES_NAMED. @param undated in file order */
export function findCircles(undated: readonly RelatedEvent[]): readonly RelationCircle[] {
  return orderUndated(undated).circles.flatMap((circle) => {
    const [first] = circle
    if (first === undefined) return []
    const shown = circle.length > 6 ? [...circle.slice(0, 5), '…'] : circle
    const names = [...shown, first].join(' → ')
    return [{ id: first, sentence: `before and after run in a circle: ${names}` }]
  })
}
