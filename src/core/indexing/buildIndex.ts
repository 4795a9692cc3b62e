/** From a sound story to columns that can be searched. Cannot fail; cost n log n. */
import type { ActorId } from '../base/brand.ts'
import type { Story, TimelineEvent } from '../story/story.ts'
import { outerExtent } from '../time/fuzzyDate.ts'
import type { EventIndex } from './eventIndex.ts'
import { foldText } from './foldText.ts'

export function buildIndex(story: Story): EventIndex {
  const n = story.events.length
  const isDated = new Uint8Array(n)
  const startMs = new Float64Array(n).fill(NaN)
  const endMs = new Float64Array(n).fill(NaN)
  const dated: number[] = []
  story.events.forEach((event, row) => {
    if (event.when === null) return
    const extent = outerExtent(event.when.date)
    isDated[row] = 1
    startMs[row] = extent.startMs
    endMs[row] = extent.endMs
    dated.push(row)
  })
  const byStart = Uint32Array.from(dated).sort((a, b) => compareStarts(startMs, a, b))
  return {
    rowCount: n,
    isDated,
    startMs,
    endMs,
    byStart,
    maxEndMs: runningMaximum(byStart, endMs),
    rowsByActor: rowsByActor(story.events),
    words: story.events.map(searchedText),
  }
}

/** Everyone an event involves, no repeats: listed actors, then speakers, then those a claim is attributed to. */
export function actorsOf(event: TimelineEvent): readonly ActorId[] {
  const ids = new Set<ActorId>()
  for (const { actor } of event.actors) ids.add(actor)
  for (const { speaker } of event.statements) if (speaker !== null) ids.add(speaker)
  for (const { attributedTo } of event.accounts) if (attributedTo !== null) ids.add(attributedTo)
  return [...ids]
}

/** Two unbounded starts are equal; -Infinity minus itself would be NaN. */
function compareStarts(startMs: Float64Array, a: number, b: number): number {
  const startA = startMs[a] ?? 0
  const startB = startMs[b] ?? 0
  return startA === startB ? a - b : startA < startB ? -1 : 1
}

function runningMaximum(byStart: Uint32Array, endMs: Float64Array): Float64Array {
  const maxEndMs = new Float64Array(byStart.length)
  let max = -Infinity
  for (let i = 0; i < byStart.length; i++) {
    max = Math.max(max, endMs[byStart[i] ?? 0] ?? -Infinity)
    maxEndMs[i] = max
  }
  return maxEndMs
}

function rowsByActor(events: readonly TimelineEvent[]): ReadonlyMap<ActorId, Uint32Array> {
  const lists = new Map<ActorId, number[]>()
  events.forEach((event, row) => {
    for (const actor of actorsOf(event)) {
      const list = lists.get(actor)
      if (list === undefined) lists.set(actor, [row])
      else list.push(row)
    }
  })
  return new Map([...lists].map(([actor, rows]) => [actor, Uint32Array.from(rows)]))
}

function searchedText(event: TimelineEvent): string {
  const statements = event.statements.map((statement) => statement.text)
  return foldText([event.title, event.shortTitle, event.summary, ...statements].join(' \n '))
}
