/**
 * Keeps the address and the view the same: acts push an entry, gestures replace the present one, Back and
 * Forward are read like any link.
 */
import type { StoryNames } from '../core/view/fitToStory.ts'
import type { Ignored } from '../core/view/viewLink.ts'
import { historyModeOf } from '../core/view/viewAction.ts'
import { hrefOf } from './address.ts'
import { loadLinkReader, readerAtHand, type LinkReader } from './linkReader.ts'
import type { ViewStore } from './viewStore.ts'

/** Browsers throttle a page that replaces its address for every frame of a drag; this is often enough, ms. */
const REPLACE_PAUSE_MS = 250

/** Starts the two-way street; returns the way to end it. @param onIgnored told of what Back or Forward could not have */
export function startLinkSync(
  store: ViewStore,
  names: StoryNames,
  onIgnored: (ignored: readonly Ignored[]) => void,
): () => void {
  let pending: ReturnType<typeof setTimeout> | undefined
  const flush = (href: string): void => {
    clearTimeout(pending)
    pending = undefined
    window.history.replaceState(null, '', href)
  }
  let latestHref = hrefOf(store.getState())

  const leave = store.subscribe((state, action) => {
    const mode = historyModeOf(action)
    const href = hrefOf(state)
    if (mode === 'push') {
      // The gesture before this act belongs to the entry that is being left.
      if (pending !== undefined) flush(latestHref)
      window.history.pushState(null, '', href)
    } else if (mode === 'replace') {
      clearTimeout(pending)
      pending = setTimeout(() => flush(href), REPLACE_PAUSE_MS)
    }
    latestHref = href
  })
  let isOver = false
  const follow = (read: LinkReader): void => {
    if (isOver) return
    const { state, ignored } = read(names)
    store.dispatch({ kind: 'addressChanged', state })
    onIgnored(ignored)
  }
  const onPop = (): void => {
    clearTimeout(pending)
    pending = undefined
    const read = readerAtHand()
    if (read !== null) follow(read)
    // Where it cannot be had, the view stays, and the next step through the history asks again.
    else loadLinkReader().then(follow, () => undefined)
  }
  const onLeave = (): void => {
    if (pending !== undefined) flush(latestHref)
  }
  window.addEventListener('popstate', onPop)
  window.addEventListener('pagehide', onLeave)
  return () => {
    isOver = true
    leave()
    clearTimeout(pending)
    window.removeEventListener('popstate', onPop)
    window.removeEventListener('pagehide', onLeave)
  }
}
