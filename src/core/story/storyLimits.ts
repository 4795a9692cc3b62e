/**
 * How large may a story file be? Each limit is far above any story that people write and low enough that a
 * hostile file cannot freeze the page. A limit that acts is named in a problem, with its number.
 */

/** Events in one JSON file: some 600 MB of it. Larger stories come in tiles. */
export const MAX_EVENTS = 2_000_000
/** Actors, and likewise sources and revisions, in one file: fewer than the events that use them. */
export const MAX_DIRECTORY_LENGTH = 100_000
/** Entries of any list inside one item, such as the statements of an event. */
export const MAX_LIST_LENGTH = 1_000
/** UTF-16 units of one text: some ten printed pages. */
export const MAX_TEXT_LENGTH = 20_000
/** UTF-16 units of one web address: what browsers and servers commonly take. */
export const MAX_ADDRESS_LENGTH = 2_000
/** Unknown fields named for one object; the rest are counted. */
export const MAX_UNKNOWN_FIELDS_NAMED = 20
/** Circles of before/after relations named for one file; with these mended, a next reading names the next. */
export const MAX_CIRCLES_NAMED = 20
/** Problems listed for one file; the rest are counted. */
export const MAX_PROBLEMS = 10_000

/** `20000` as "20,000". */
export function formatLimit(count: number): string {
  return count.toLocaleString('en')
}
