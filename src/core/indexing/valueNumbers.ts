/** By which numbers do columns and briefs name the values of a facet? */

/** Position of each in the story's list: its number in columns and briefs. */
export function numberValues(values: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...values].map((value, i) => [value, i]))
}
