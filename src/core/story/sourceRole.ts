/**
 * What part does one source have in an event?
 *
 *   root    a chain of the event begins with it, and none has it after another source
 *   relay   a chain has it after another source: it passes the claim on
 *   other   it bears on the event in another way, such as for its date
 */
import type { SourceId } from '../base/brand.ts'
import type { ChainStep, Statement, TimelineEvent } from './story.ts'

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
  /** Never `other`. */
  readonly role: SourceRole
}

/** null: the event does not rest on it in any way. */
export function findSourceUse(event: TimelineEvent, source: SourceId): SourceUse | null {
  const chains = [...event.accounts, ...event.statements].map(({ chain }) => chain)
  const roles = chains.flatMap((chain) => roleInChain(chain, source) ?? [])
  const isPublication = event.publishes === source
  if (roles.length === 0 && !isPublication && !isNamed(event, source)) return null
  const statements = event.statements.flatMap((statement): UsedStatement[] => {
    const role = roleInChain(statement.chain, source)
    return role === null ? [] : [{ statement, role }]
  })
  const role = roles.length === 0 ? 'other' : roles.includes('relay') ? 'relay' : 'root'
  return { role, isPublication, statements }
}

/** null: the chain does not have it. A source that follows itself alone still begins the chain. */
function roleInChain(chain: readonly ChainStep[], source: SourceId): 'root' | 'relay' | null {
  if (!chain.some((step) => step.source === source)) return null
  return chain[0]?.source === source ? 'root' : 'relay'
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
export function tallySources(events: readonly TimelineEvent[]): ReadonlyMap<SourceId, SourceTally> {
  const tallies = new Map<SourceId, { events: Tally; statements: Tally }>()
  for (const event of events) {
    for (const source of sourcesOf(event)) {
      const use = findSourceUse(event, source)
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
