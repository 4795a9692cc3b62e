/**
 * Which numbers and strings may be swapped for one another? None that carry different brands.
 * A brand exists only for the compiler; at run time the value is the plain string or number.
 */
declare const brand: unique symbol

/** `Base` marked as being a `Name`; made only by the functions that check it. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }

/** Stable id of an event in a story. */
export type EventId = Brand<string, 'EventId'>
/** Stable id of an actor in a story. */
export type ActorId = Brand<string, 'ActorId'>
/** Stable id of a source in a story. */
export type SourceId = Brand<string, 'SourceId'>
/** Stable id of a statement, unique in the whole story. */
export type StatementId = Brand<string, 'StatementId'>
/** An address that passed the gate: http or https, no credentials. Nothing else may become an `href`. */
export type SafeUrl = Brand<string, 'SafeUrl'>
/** Where a site is published: http or https, without credentials, query or hash; ends with a slash. */
export type SiteUrl = Brand<string, 'SiteUrl'>
