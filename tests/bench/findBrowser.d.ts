/** What the journeys' search for a browser gives; it is plain JavaScript, as the runner of all tests needs it. */
declare module '*/findBrowser.mjs' {
  /** Path of a browser that starts; throws a sentence for the reader otherwise. */
  export function findBrowser(): string
}
