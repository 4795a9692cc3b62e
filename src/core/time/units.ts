/**
 * In which units is time kept?
 *
 * Every position in time is a *civil* time: the date and clock time as written, laid on one time line as if
 * all of it happened at UTC. No zone ever moves a date: 7 April is the same point for a reader in Tokyo and
 * one in New York.
 */

/**
 * Milliseconds of civil time since 1970-01-01T00:00, proleptic Gregorian, astronomical years (0 = 1 BC).
 * May be ±Infinity where a bound does not exist. Beyond ±8.64e15 JavaScript's own Date ends.
 */
export type CivilMs = number
/** A length of time in milliseconds. */
export type DurationMs = number
/** CSS pixels. 0 is the left (or top) edge of the drawing. */
export type Px = number

export const SECOND_MS: DurationMs = 1000
export const MINUTE_MS: DurationMs = 60 * SECOND_MS
export const HOUR_MS: DurationMs = 60 * MINUTE_MS
export const DAY_MS: DurationMs = 24 * HOUR_MS
/** Mean Gregorian year: 365.2425 days. For scales and limits, never for dates. */
export const MEAN_YEAR_MS: DurationMs = 365.2425 * DAY_MS
/** The last instant that JavaScript's Date can hold, ±271,821 years (ECMA-262, "Time Values and Time Range"). */
export const DATE_LIMIT_MS: CivilMs = 8.64e15
