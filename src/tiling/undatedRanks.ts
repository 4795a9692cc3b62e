/** In which order do undated events stand? That of undatedOrder.ts, for so many as can be ordered in memory. */
import type { EventId } from '../core/base/brand.ts'
import { buildEventDirectory, resolveRelations } from '../core/story/parseRelations.ts'
import { openReport } from '../core/story/problem.ts'
import { findCircles, type RelationCircle } from '../core/story/relationCircles.ts'
import type { TimelineEvent } from '../core/story/story.ts'
import type { EventFile } from '../core/story/storyFile.ts'
import { orderUndated } from '../core/story/undatedOrder.ts'

/** Undated events of a story that are moved by their relations; those after them stand as in the file. */
const MOST_ORDERED = 200_000

interface KeptUndated {
  readonly index: number
  readonly event: Pick<TimelineEvent, 'id' | 'aliases'>
  readonly relations: EventFile['relations']
}

export class UndatedRanks {
  readonly #kept: KeptUndated[] = []
  #ranks: ReadonlyMap<number, number> = new Map()

  /** In the order of the file. */
  add(index: number, event: TimelineEvent, relations: EventFile['relations']): void {
    if (this.#kept.length < MOST_ORDERED)
      this.#kept.push({ index, event: { id: event.id, aliases: event.aliases }, relations })
  }

  /**
   * After the last event.
   * @param isDropped whether the event at a place of the file is no part of the story after all
   * @returns circles of before and after, each with the place of its first event
   */
  close(isDropped: (index: number) => boolean): readonly (RelationCircle & { readonly index: number })[] {
    const kept = this.#kept.filter(({ index }) => !isDropped(index))
    const events = kept.map(({ event }) => event as TimelineEvent)
    const directory = buildEventDirectory(events, new Set())
    const undated = kept.map(({ index, event, relations }) => ({
      index,
      id: event.id,
      // What leads to dated events orders nothing; what leads nowhere is said when all names are known.
      relations: resolveRelations(event.id, relations, directory, openReport('')),
    }))
    this.#ranks = new Map(orderUndated(undated).events.map(({ index }, rank) => [index, rank]))
    const places = new Map<EventId, number>(undated.map(({ id, index }) => [id, index]))
    return findCircles(undated).map((circle) => ({ ...circle, index: places.get(circle.id) ?? 0 }))
  }

  /** Sorts undated events into their reading order. */
  rankOf(index: number): number {
    return this.#ranks.get(index) ?? MOST_ORDERED + index
  }
}
