/**
 * Where was the reader in a view: what was unfolded, which page was turned to? Kept while the page is open, so that Back
 * to the view finds it as it was left; the address tells what is shown, not how far it was read.
 */
import { useState } from 'react'
import { readAddress } from './address.ts'

/** Which page of a long list does the address name, from 0? It says so where its text is one of several pages. */
export function pageInAddress(): number {
  return Number(/(?:^|\/)page\/(\d+)\/?$/.exec(readAddress().path)?.[1] ?? 1) - 1
}

const places = new WeakMap<object, Map<string, unknown>>()

/** As useState, but for what was kept of the story. @param name of the place, one for each use */
export function usePlace<Place>(
  story: object,
  name: string,
  initial: Place,
): readonly [Place, (place: Place) => void] {
  const kept = placesOf(story)
  const [place, setPlace] = useState(() => (kept.has(name) ? (kept.get(name) as Place) : initial))
  return [
    place,
    (next) => {
      kept.set(name, next)
      setPlace(next)
    },
  ]
}

function placesOf(story: object): Map<string, unknown> {
  const kept = places.get(story) ?? new Map<string, unknown>()
  places.set(story, kept)
  return kept
}
