/** What do the pages of a story ask for that is the same for all of them? Worked out once, some of it when first asked. */
import { actorsOf, valuesOf } from '../core/indexing/facetValues.ts'
import { gatherFacts, type StoryFacts } from '../core/marks/storyFacts.ts'
import type { ActorId, EventId, SourceId } from '../core/base/brand.ts'
import { tallySources, type SourceTally } from '../core/story/sourceRole.ts'
import type { Statement, Story, TimelineEvent } from '../core/story/story.ts'
import { findThreads } from '../core/story/thread.ts'
import type { TitleOf } from '../core/wording/eventWords.ts'
import { titlesOf } from './storyPages.ts'

export interface PageFacts {
  readonly story: Story
  readonly titleOf: TitleOf
  readonly titles: ReadonlyMap<EventId, string>
  readonly coverage: StoryFacts
  readonly threads: ReadonlyMap<EventId, readonly EventId[]>
  readonly statements: readonly Statement[]
  /** What each source has to do with all events. */
  readonly tallies: () => ReadonlyMap<SourceId, SourceTally>
  /** In the order of reading. */
  readonly eventsOf: (source: SourceId) => readonly TimelineEvent[]
  readonly actors: () => ReadonlyMap<ActorId, ActorTally>
}

/** How often an actor speaks, in how many events, and in how many it takes part. */
export interface ActorTally {
  readonly statements: number
  readonly spokenIn: number
  readonly events: number
}

export function gatherPageFacts(story: Story): PageFacts {
  const { events } = story
  const bySource = once(() => groupBySource(events))
  return {
    story,
    titleOf: titlesOf(story),
    titles: new Map(events.map(({ id, title }) => [id, title])),
    coverage: gatherFacts(events, story.published),
    threads: findThreads(events),
    statements: events.flatMap(({ statements }) => statements),
    tallies: once(() => tallySources(events, story)),
    eventsOf: (source) => bySource().get(source) ?? [],
    actors: once(() => tallyActors(events)),
  }
}

/** Of some of the events. */
export function tallyActors(events: readonly TimelineEvent[]): ReadonlyMap<ActorId, ActorTally> {
  const tallies = new Map<ActorId, { -readonly [Key in keyof ActorTally]: number }>()
  const of = (id: ActorId) => {
    const tally = tallies.get(id) ?? { statements: 0, spokenIn: 0, events: 0 }
    tallies.set(id, tally)
    return tally
  }
  for (const event of events) {
    for (const id of actorsOf(event)) of(id).events++
    for (const id of valuesOf.speaker(event)) of(id as ActorId).spokenIn++
    for (const { speaker } of event.statements) if (speaker !== null) of(speaker).statements++
  }
  return tallies
}

function groupBySource(events: readonly TimelineEvent[]): ReadonlyMap<SourceId, readonly TimelineEvent[]> {
  const groups = new Map<SourceId, TimelineEvent[]>()
  for (const event of events) {
    for (const id of valuesOf.source(event)) {
      const group = groups.get(id as SourceId)
      if (group === undefined) groups.set(id as SourceId, [event])
      else group.push(event)
    }
  }
  return groups
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}
