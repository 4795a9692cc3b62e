/** May this be run as a worker? Only a script of our own; the content policy lets no other name make such addresses. */

interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string }
}

/** Named in the content policy (prerender/contentPolicyPlugin.ts). */
const POLICY_NAME = 'dateline-worker'

let policy: ReturnType<TrustedTypes['createPolicy']> | null = null

/** @param address as the build gives it. Throws for one of another origin. */
export function trustedWorkerAddress(address: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
  if (trustedTypes === undefined) return requireOwn(address)
  policy ??= trustedTypes.createPolicy(POLICY_NAME, { createScriptURL: requireOwn })
  // A browser that knows trusted types gives an object, which only its own functions tell from a string.
  return policy.createScriptURL(address)
}

function requireOwn(address: string): string {
  const { origin, href } = new URL(address, location.href)
  if (origin !== location.origin) throw new Error(`not a script of this site: ${address}`)
  return href
}
