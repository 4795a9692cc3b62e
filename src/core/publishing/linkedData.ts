/**
 * What all of a page's JSON-LD is made of: things with a type of schema.org and an id. `@id` and `url` begin with the
 * site's own address, or where that is not known with its path, which readers of JSON-LD complete from the page's.
 */
import type { ActorId, EventId, SourceId } from '../base/brand.ts'
import type { Actor, Source } from '../story/story.ts'

export type Thing = Readonly<Record<string, unknown>> & { readonly '@type': string }
export interface ThingId {
  readonly '@id': string
}

/** The site's address, or its path: ends with a slash. */
export type Home = string

export function storyThingId(home: Home): string {
  return `${home}#story`
}

export function eventAddress(home: Home, id: EventId): string {
  return `${home}events/${id}/`
}

export function sourceAddress(home: Home, id: SourceId): string {
  return `${home}sources/${id}/`
}

export function sourceThingId(home: Home, id: SourceId): string {
  return `${sourceAddress(home, id)}#source`
}

/** The same without the fields that are null or empty, which say nothing. */
export function compact(fields: Readonly<Record<string, unknown>> & { readonly '@type': string }): Thing {
  const kept = Object.entries(fields).filter(
    ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(kept) as Thing
}

export interface Named {
  readonly actors: ReadonlyMap<ActorId, Actor>
  readonly sources: ReadonlyMap<SourceId, Source>
}
