/** How do the parts of a link become an address under this site's base, and back? */
import { encodeView, type LinkParts } from '../core/view/viewLink.ts'
import type { ViewState } from '../core/view/viewState.ts'

/** Where the site lies on its host, from the build: starts and ends with a slash. */
export const basePath = import.meta.env.BASE_URL

/** The address bar's parts, the base cut off. */
export function readAddress(): LinkParts {
  const { pathname, search, hash } = window.location
  const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname.replace(/^\//, '')
  return { path, query: search, hash }
}

/** Path, query and hash of a view, to be used as an href. */
export function hrefOf(state: ViewState): string {
  const { path, query, hash } = encodeView(state)
  return `${basePath}${path}${query}${hash}`
}

/** The same as a whole address, to be sent to somebody. */
export function addressOf(state: ViewState): string {
  return new URL(hrefOf(state), window.location.origin).href
}
