/** What do the keys do while the focus is on the timeline's list? (the table of keys stands in Key) */
import type { KeyboardEvent } from 'react'
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import { findInNextLane, findNextStop, type LanePlace } from '../../core/marks/findNeighbour.ts'
import type { LaneName } from '../../core/marks/laneName.ts'
import { describeLaneMove } from '../../core/wording/actorLaneWords.ts'
import type { TimelineKeys } from './useTimelineKeys.ts'

interface FocusedKeys extends TimelineKeys {
  /** Rows that have a button, ascending. */
  readonly inView: readonly EventRow[]
  /** Where the focus goes as soon as that is on screen. */
  readonly wanted: EventRow | 'first' | null
  readonly setWanted: (row: EventRow | 'first') => void
}

/** In which lane of a list the keys were last: an event may stand in several. */
const laneOf = new WeakMap<HTMLElement, LaneName>()

export type PressKey = (event: KeyboardEvent<HTMLElement>, keys: FocusedKeys) => void

export const pressKey: PressKey = (event, keys) => {
  const { inView, wanted, setWanted } = keys
  const list = event.currentTarget
  // The button is asked: a box may stand for another row now that more of the story is here.
  const row = list.querySelector<HTMLElement>(':focus')?.dataset['row']
  const focused = typeof wanted === 'number' ? wanted : row === undefined ? null : Number(row)
  const goTo = (row: EventRow | null, end: string): void => {
    if (row === null) return keys.onSay(end)
    if (!inView.includes(row)) keys.onReveal(row)
    setWanted(row)
  }
  // Not before the end of the motion: what comes first now is about to leave the window, focus and all.
  const page = (step: 1 | -1): void => keys.onPage(step, () => setWanted('first'))
  const from = focused ?? inView[0] ?? 0
  const nextStop = (step: 1 | -1): EventRow | null => findNextStop(keys, inView, from, step)
  const changeLane = (step: 1 | -1, end: string): void => {
    const place = findInNextLane(keys.layout.lanes, keys, from, laneOf.get(list) ?? null, step)
    goTo(place?.row ?? null, end)
    if (place === null || keys.laneTitle === undefined) return
    laneOf.set(list, place.lane)
    keys.onSay(describeLaneMove(keys.laneTitle(place.lane), place.row === from))
    // Its button may stand in a lane far above, where the focus has scrolled to.
    requestAnimationFrame(() => scrollToTwin(list, place))
  }
  const isFar = event.ctrlKey || event.metaKey
  const last = (): EventRow | null | undefined =>
    isFar ? keys.shownRows.at(keys.shownRows.length - 1) : inView.at(-1)
  const acts: Readonly<Record<string, () => void>> = {
    ArrowRight: () => goTo(nextStop(1), 'This is the last event.'),
    ArrowLeft: () => goTo(nextStop(-1), 'This is the first event.'),
    ArrowDown: () => changeLane(1, 'No events in a lane below.'),
    ArrowUp: () => changeLane(-1, 'No events in a lane above.'),
    Home: () => goTo((isFar ? keys.shownRows.at(0) : inView[0]) ?? null, 'No events here.'),
    End: () => goTo(last() ?? null, 'No events here.'),
    PageDown: () => page(1),
    PageUp: () => page(-1),
    '+': () => keys.onZoom(2, focused),
    '=': () => keys.onZoom(2, focused),
    '-': () => keys.onZoom(0.5, focused),
    '0': () => keys.onShowAll(),
  }
  const act = acts[event.key]
  if (act === undefined || event.altKey || (isFar && event.key !== 'Home' && event.key !== 'End')) return
  event.preventDefault()
  act()
}

/** Shows the mark of an event in a lane that has not its button. */
function scrollToTwin(list: HTMLElement, { row, lane }: LanePlace): void {
  const twins = list.parentElement?.querySelectorAll<HTMLElement>(`[data-twin="${row}"]`) ?? []
  const twin = [...twins].find(({ dataset }) => dataset['lane'] === lane)
  twin?.scrollIntoView({ block: 'nearest' })
}
