/** At which address does a view stand in a frame? That of the whole page, and what embedMode.ts reads from it. */
import type { Theme } from './embedMode.ts'
import { encodeView, type LinkParts } from './viewLink.ts'
import type { ViewState } from './viewState.ts'

/**
 *   /?actor=x        →  embed/?actor=x
 *   /events/e/?q=x   →  events/e/?embed&q=x
 *
 * @param theme null: as its reader has set the browser
 */
export function encodeEmbed(state: ViewState, theme: Theme | null): LinkParts {
  const { path, query, hash } = encodeView(state)
  const own = [path === '' ? '' : 'embed', theme === null ? '' : `theme=${theme}`, query.slice(1)]
  const params = own.filter((part) => part !== '')
  return {
    path: path === '' ? 'embed/' : path,
    query: params.length === 0 ? '' : `?${params.join('&')}`,
    hash,
  }
}
