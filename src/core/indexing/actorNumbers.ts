/** By which numbers do columns and briefs name actors? */

/** Position of each actor in the story's list: its number in columns and briefs. */
export function numberActors(ids: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...ids].map((id, i) => [id, i]))
}
