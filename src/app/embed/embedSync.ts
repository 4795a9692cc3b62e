/**
 * Keeps the address of a frame and its view the same. Every change replaces: an entry in the history would be one of the
 * page around it, and its Back would no longer leave it.
 */
import { encodeEmbed } from '../../core/view/embedLink.ts'
import { basePath } from '../address.ts'
import { embedTheme } from '../embedMode.ts'
import type { ViewStore } from '../viewStore.ts'

/** As of the whole page: browsers throttle a page that replaces its address for every frame of a drag, ms. */
const REPLACE_PAUSE_MS = 250

/** Returns the way to end it. */
export function startEmbedSync(store: ViewStore): () => void {
  const theme = embedTheme()
  let pending: ReturnType<typeof setTimeout> | undefined
  const write = (): void => {
    clearTimeout(pending)
    pending = undefined
    const { path, query, hash } = encodeEmbed(store.getState(), theme)
    window.history.replaceState(null, '', `${basePath}${path}${query}${hash}`)
  }
  const leave = store.subscribe(() => {
    pending ??= setTimeout(write, REPLACE_PAUSE_MS)
  })
  const onLeave = (): void => {
    if (pending !== undefined) write()
  }
  window.addEventListener('pagehide', onLeave)
  return () => {
    leave()
    clearTimeout(pending)
    window.removeEventListener('pagehide', onLeave)
  }
}
