/** Our own mistakes stop loudly: these throw, and are never used on a visitor's input. */

/** Returns `value`, or throws when it is null or undefined. @param what names the thing in the message */
export function assertExists<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`missing: ${what}`)
  return value
}

/** Ends an exhaustive switch; the compiler rejects the call while a case is left over. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
