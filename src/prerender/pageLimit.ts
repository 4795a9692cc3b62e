/** How many events may a story have whose pages are written? */

/** A story of more events has no pages: they would be more files than most hosts take. */
export const MAX_PAGED_EVENTS = 20_000
