/** Who reads the address? A part of its own, which comes with the story; of a bare address there is nothing to read. */
import { useEffect, useState } from 'react'
import type { StoryNames } from '../core/view/fitToStory.ts'
import type { DecodedLink } from '../core/view/viewLink.ts'
import { initialView } from '../core/view/viewState.ts'
import { readAddress } from './address.ts'

export type LinkReader = (names: StoryNames) => DecodedLink

const readBare: LinkReader = () => ({ state: initialView, ignored: [] })

let fetched: LinkReader | null = null

/** Rejects where the part could not be fetched; asked again, it tries again. */
export async function loadLinkReader(): Promise<LinkReader> {
  return (fetched ??= (await import('./readLink.ts')).readLink)
}

/** Who reads the address as it is now; null: not here yet. */
export function readerAtHand(): LinkReader | null {
  const { path, query, hash } = readAddress()
  return path + query + hash === '' ? readBare : fetched
}

/** The same, and fetched if need be. */
export function useLinkReader(): LinkReader | null {
  // null: it has come.
  const [failure, setFailure] = useState<unknown>()
  const reader = readerAtHand()
  const isMissing = reader === null
  useEffect(() => {
    if (isMissing) loadLinkReader().then(() => setFailure(null), setFailure)
  }, [isMissing])
  // To the net around the page.
  if (failure) throw failure
  return reader
}
