/**
 * What part does one source have in an event?
 *
 *   root    it is one of the event's roots (see eventRoots.ts)
 *   relay   it passes a root on
 *   other   it bears on the event in another way, such as for its date
 */
import type { SourceId } from '../base/brand.ts'
import { findEventRoots, type EventRoots } from './eventRoots.ts'
import type { Statement, StoryFrame, TimelineEvent } from './story.ts'

export const sourceRoles = ['root', 'relay', 'other'] as const
export type SourceRole = (typeof sourceRoles)[number]

export interface SourceUse {
  readonly role: SourceRole
  /** The event is the publication of this source. */
  readonly isPublication: boolean
  /** Statements of the event that came by it, in the order of the file. */
  readonly statements: readonly UsedStatement[]
}

export interface UsedStatement {
  readonly statement: Statement
  /** root: its chain begins with the source, which is a root of the event. */
  readonly role: 'root' | 'relay'
}

/**
 * null: the event does not rest on it in any way.
 * @param roots of the event, as findEventRoots gives them
 */
export function findSourceUse(event: TimelineEvent, source: SourceId, roots: EventRoots): SourceUse | null {
  const role = roots.roots.some(({ pages }) => pages.includes(source))
    ? 'root'
    : roots.roots.some(({ retoldBy }) => retoldBy.includes(source))
      ? 'relay'
      : 'other'
  const isPublication = event.publishes === source
  if (role === 'other' && !isPublication && !isNamed(event, source)) return null
  const statements = event.statements.flatMap((statement): UsedStatement[] => {
    const { chain } = statement
    if (!chain.some((step) => step.source === source)) return []
    return [{ statement, role: role === 'root' && chain[0]?.source === source ? 'root' : 'relay' }]
  })
  return { role, isPublication, statements }
}

function isNamed({ sources, standing, reported, when }: TimelineEvent, source: SourceId): boolean {
  return (
    sources.includes(source) ||
    standing.source === source ||
    reported?.source === source ||
    (when?.sources.includes(source) ?? false)
  )
}

/** How many events and statements have a source in each part. */
export interface SourceTally {
  readonly events: Readonly<Record<SourceRole, number>>
  readonly statements: Readonly<Record<SourceRole, number>>
}

/** The tally of every source that one of the events rests on. Cost: one pass over the events. */
export function tallySources(
  events: readonly TimelineEvent[],
  frame: Pick<StoryFrame, 'actors' | 'sources'>,
): ReadonlyMap<SourceId, SourceTally> {
  const tallies = new Map<SourceId, { events: Tally; statements: Tally }>()
  for (const event of events) {
    const roots = findEventRoots(event, frame)
    for (const source of sourcesOf(event)) {
      const use = findSourceUse(event, source, roots)
      if (use === null) continue
      const tally = tallies.get(source) ?? { events: noneOf(), statements: noneOf() }
      tallies.set(source, tally)
      tally.events[use.role]++
      for (const { role } of use.statements) tally.statements[role]++
    }
  }
  return tallies
}

type Tally = Record<SourceRole, number>

function noneOf(): Tally {
  return { root: 0, relay: 0, other: 0 }
}

/** Every source that an event may rest on, no repeats. */
function sourcesOf(event: TimelineEvent): ReadonlySet<SourceId> {
  const { sources, standing, reported, publishes, when } = event
  const chained = [...event.accounts, ...event.statements].flatMap(({ chain }) => chain)
  const single = [standing.source, reported?.source ?? null, publishes].filter((id) => id !== null)
  return new Set([...sources, ...single, ...(when?.sources ?? []), ...chained.map(({ source }) => source)])
}
