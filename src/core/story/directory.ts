/**
 * Does the actor or source that an item names exist? A directory knows the ids that may be referred to, and
 * those that stand in the file but were left out, so that the sentence can tell a typing slip from an aftermath.
 */
import type { ActorId, SourceId } from '../base/brand.ts'
import type { ItemReport, PathInItem } from './problem.ts'
import { quote, refuseItem } from './problem.ts'

export interface Directory<Id extends string> {
  /** "an actor", "a source" */
  readonly what: string
  readonly known: { has(id: Id): boolean }
  readonly leftOut: ReadonlySet<string>
}

export interface Directories {
  readonly actors: Directory<ActorId>
  readonly sources: Directory<SourceId>
}

/** Why `id` refers to nothing, as a sentence; null when it does refer to something. */
export function whyUnknown<Id extends string>(id: string, directory: Directory<Id>): string | null {
  if (directory.known.has(id as Id)) return null
  return directory.leftOut.has(id)
    ? `${quote(id)} is ${directory.what} that was left out`
    : `${quote(id)} is not the id of ${directory.what} in this file`
}

/** `id` as a sure reference; where it refers to nothing, the item is refused and the value is never used. */
export function referTo<Id extends string>(
  id: string,
  directory: Directory<Id>,
  report: ItemReport,
  at: PathInItem,
): Id {
  const reason = whyUnknown(id, directory)
  if (reason !== null) refuseItem(report, at, reason)
  return id as Id
}

/** As referTo; null for a reference that is not given. */
export function referToOptional<Id extends string>(
  id: string | null | undefined,
  directory: Directory<Id>,
  report: ItemReport,
  at: PathInItem,
): Id | null {
  return id === null || id === undefined ? null : referTo(id, directory, report, at)
}
