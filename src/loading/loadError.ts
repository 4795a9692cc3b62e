/**
 * What went wrong while the story was fetched? The facts, as a value; advice belongs to the screen.
 */
import type { StoryProblem } from '../core/story/problem.ts'

export type LoadFault =
  /** The server answered, but not with the story. */
  | { readonly kind: 'status'; readonly status: number }
  /** A web page came instead of a story file: usually a host that answers every address with its start page. */
  | { readonly kind: 'html' }
  /** Not JSON. `isCut`: it ends in the middle. `sentence`: what the parser said. */
  | { readonly kind: 'json'; readonly isCut: boolean; readonly sentence: string }
  /** JSON, but no story that can be shown. */
  | { readonly kind: 'story'; readonly problems: readonly StoryProblem[] }
  /** No connection, or it was dropped. */
  | { readonly kind: 'network' }
  /** Nothing arrived for `seconds`. */
  | { readonly kind: 'stalled'; readonly seconds: number; readonly receivedBytes: number }
  /** The worker that read it stopped: the browser had no more memory for it, or refused it. */
  | { readonly kind: 'worker' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limitBytes: number }

export class LoadError extends Error {
  readonly fault: LoadFault
  readonly address: string

  constructor(fault: LoadFault, address: string) {
    super(`could not load ${address}: ${fault.kind}`)
    this.name = 'LoadError'
    this.fault = fault
    this.address = address
  }

  /** Whether trying again by ourselves may help: a server's own fault, or a dropped connection. */
  get isPassing(): boolean {
    return this.fault.kind === 'network' || (this.fault.kind === 'status' && this.fault.status >= 500)
  }
}
