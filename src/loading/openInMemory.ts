/** How is a story opened whose events all lie in memory? Everything is at hand at once. */
import type { EventId, StatementId } from '../core/base/brand.ts'
import { buildIndex, foldWords } from '../core/indexing/buildIndex.ts'
import { countBegun } from '../core/indexing/shownLanes.ts'
import { searchWords } from '../core/indexing/findMatches.ts'
import { findRoots } from '../core/marks/findRoots.ts'
import type { ManyRows } from '../core/marks/layOutEvents.ts'
import { facetKinds } from '../core/story/facetKinds.ts'
import { laneKinds } from '../core/view/viewState.ts'
import { gatherFacts } from '../core/marks/storyFacts.ts'
import { forgetOtherDates } from '../core/story/otherDates.ts'
import type { ParsedStory } from '../core/story/readStory.ts'
import type { Story } from '../core/story/story.ts'
import { clocks } from '../core/view/viewState.ts'
import type { StoryNames } from '../core/view/fitToStory.ts'
import type { WholeStory } from './openedStory.ts'

/** @param many for a story of more than MAX_WHOLE events */
export function openInMemory({ story, problems }: ParsedStory, many: ManyRows | null = null): WholeStory {
  const rows = new Map(story.events.map(({ id }, row) => [id, row]))
  const index = buildIndex(story)
  // Blocks of time have no room for dates that may lie far from an event's own.
  const events = many === null ? story.events : forgetOtherDates(story.events)
  let folded: readonly string[] | null = null
  return {
    kind: 'whole',
    frame: story,
    problems,
    leftOutCount: null,
    events,
    index,
    countBegun: (timeMs) => countBegun(index, timeMs),
    facts: gatherFacts(events, story.published),
    roots: many === null ? findRoots(story) : [],
    many,
    names: nameEvents(story),
    rowOf: (id) => rows.get(id) ?? null,
    details: { kind: 'at-hand', story },
    words: { kind: 'at-hand', search: (words) => searchWords((folded ??= foldWords(story)), words) },
  }
}

function nameEvents(story: Story): StoryNames {
  const events = new Map<string, EventId>()
  const statements = new Map<string, { readonly id: StatementId; readonly event: EventId }>()
  for (const event of story.events) {
    for (const name of [event.id, ...event.aliases]) events.set(name, event.id)
    for (const { id, aliases } of event.statements)
      for (const name of [id, ...aliases]) statements.set(name, { id, event: event.id })
  }
  return {
    actors: story.actors,
    sources: story.sources,
    facets: facetKinds,
    clocks,
    lanes: laneKinds,
    eventNamed: (name) => events.get(name) ?? statements.get(name)?.event ?? null,
    statementNamed: (name, event) => {
      const found = statements.get(name)
      return found?.event === event ? found.id : null
    },
  }
}
