/**
 * By which clock does a story in tiles stand on screen? By the one that was chosen, as soon as its directories are here, the
 * open event has its row there, and what the filter leaves was read. Until then what was on screen stays.
 */
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Clock, ViewState } from '../../core/view/viewState.ts'
import type { TiledStory } from '../../loading/tiles/tiledStory.ts'
import type { ClockHook } from '../useClock.ts'
import { bringFilter } from './filterQuery.ts'

export const useTiledClock: ClockHook<TiledStory> = (opened, state, dispatch) => {
  const { clock, openEvent, chosen, from, to } = state
  const client = useQueryClient()
  const [clocks] = useState(() => new TiledClocks(opened))
  const [shown, setShown] = useState<{ readonly clock: Clock; readonly story: TiledStory } | null>(() =>
    clock === 'both' ? { clock, story: opened } : null,
  )
  const isThere = shown?.clock === clock
  useEffect(() => {
    if (isThere) return
    let isOver = false
    clocks.prepare({ clock, openEvent, chosen, from, to }, client).then(
      (story) => {
        if (!isOver) setShown({ clock, story })
      },
      () => {
        if (!isOver) dispatch({ kind: 'clockChosen', clock: 'both' })
      },
    )
    return () => {
      isOver = true
    }
  }, [isThere, clocks, client, clock, openEvent, chosen, from, to, dispatch])
  // An event that is opened from elsewhere may have no row that is known yet.
  const story = shown?.story ?? opened
  const [, setFound] = useState<object | null>(null)
  useEffect(() => {
    if (!isThere || openEvent === null || story.rowOf(openEvent) !== null) return
    // What cannot be found stays closed; the next change of the view asks again.
    story.findRow(openEvent).then(
      () => setFound({}),
      () => undefined,
    )
  }, [isThere, story, openEvent])
  return { story, clock: shown?.clock ?? 'both', isShown: shown !== null }
}

type WhatIsShown = Pick<ViewState, 'clock' | 'openEvent' | 'chosen' | 'from' | 'to'>

/** The story by each clock, made once. */
class TiledClocks {
  readonly #opened: TiledStory
  readonly #made = new Map<Clock, TiledStory>()

  constructor(opened: TiledStory) {
    this.#opened = opened
    this.#made.set('both', opened)
  }

  /** Rejects where the order of reports cannot be had; others are there already. */
  async prepare(shown: WhatIsShown, client: QueryClient): Promise<TiledStory> {
    const { clock, openEvent } = shown
    const story = await this.#by(clock)
    const waits = [
      ...(openEvent === null ? [] : [story.findRow(openEvent)]),
      bringFilter(story, client, shown),
    ]
    if (story.order === 'reported') await Promise.all(waits)
    // What fails there is told where it is looked at.
    else await Promise.allSettled(waits)
    return story
  }

  async #by(clock: Clock): Promise<TiledStory> {
    const known = this.#made.get(clock)
    if (known !== undefined || clock === 'both') return known ?? this.#opened
    const { tilesBy } = await import('../../loading/tiles/clockedTiles.ts')
    const story = await tilesBy(this.#opened, clock)
    this.#made.set(clock, story)
    return story
  }
}
