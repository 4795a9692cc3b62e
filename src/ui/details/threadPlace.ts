/** Where does an event stand in its thread? */
import type { EventId } from '../../core/base/brand.ts'
import type { TitleOf } from '../../core/wording/eventWords.ts'

export type ThreadPlace =
  | KnownPlace
  /** It is in one, and where is on its way. */
  | { readonly kind: 'coming' }
  /** @param most events that were looked for */
  | { readonly kind: 'long'; readonly most: number }
  | { readonly kind: 'failed'; readonly onRetry: () => void }

export interface KnownPlace {
  readonly kind: 'known'
  /** From 1. */
  readonly position: number
  readonly length: number
  readonly previous: ThreadNeighbour | null
  readonly next: ThreadNeighbour | null
}

export interface ThreadNeighbour {
  readonly id: EventId
  readonly title: string
}

/** null: it is in no thread. @param thread all events of its thread, in order; empty where it has none */
export function placeInThread(id: EventId, thread: readonly EventId[], titleOf: TitleOf): KnownPlace | null {
  const at = thread.indexOf(id)
  if (at === -1) return null
  const neighbour = (step: number): ThreadNeighbour | null => {
    const other = thread[at + step]
    return other === undefined ? null : { id: other, title: titleOf(other) ?? other }
  }
  return {
    kind: 'known',
    position: at + 1,
    length: thread.length,
    previous: neighbour(-1),
    next: neighbour(1),
  }
}
