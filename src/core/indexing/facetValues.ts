/** Which values has an event in each facet, and which may it have? */
import type { ActorId } from '../base/brand.ts'
import type { FacetKind } from '../story/facetKinds.ts'
import type { TimelineEvent } from '../story/story.ts'
import { records, standings } from '../story/storyFile.ts'

/** Every value of each facet; its position is its number in the facet's column. */
export type FacetDirectory = Readonly<Record<FacetKind, readonly string[]>>

/** @param story whose actors and sources are known at least by name */
export function facetDirectory({
  actors,
  sources,
}: Readonly<Record<'actors' | 'sources', { readonly keys: () => Iterable<string> }>>): FacetDirectory {
  const people = [...actors.keys()]
  return { actor: people, standing: standings, record: records, source: [...sources.keys()], speaker: people }
}

/** An event's values in one facet, no repeats. */
export const valuesOf: Readonly<Record<FacetKind, (event: TimelineEvent) => ReadonlySet<string>>> = {
  actor: actorsOf,
  standing: ({ standing }) => new Set([standing.is]),
  record: ({ statements }) => new Set(statements.map(({ record }) => record)),
  source: sourcesOf,
  speaker: ({ statements }) => new Set(statements.flatMap(({ speaker }) => speaker ?? [])),
}

/** Everyone an event involves, no repeats: listed actors, then speakers, then those a claim is attributed to. */
export function actorsOf(event: TimelineEvent): ReadonlySet<ActorId> {
  const ids = new Set<ActorId>()
  for (const { actor } of event.actors) ids.add(actor)
  for (const { speaker } of event.statements) if (speaker !== null) ids.add(speaker)
  for (const { attributedTo } of event.accounts) if (attributedTo !== null) ids.add(attributedTo)
  return ids
}

/** What it rests on, then what gives it its standing, what reported it first, and what it publishes. */
function sourcesOf({ sources, standing, reported, publishes }: TimelineEvent): ReadonlySet<string> {
  const others = [standing.source, reported?.source ?? null, publishes]
  return new Set([...sources, ...others.filter((id) => id !== null)])
}
