/**
 * What stands on the page before the app does: the text of the page, or the shape of what comes. The app takes its
 * place in one step, and where the reader was in it is kept.
 */
import { useLayoutEffect } from 'react'

const before = (): HTMLElement | null => document.getElementById('before')

/** Whether the text of the page stands there, which is not to be taken away for less. */
export function hasText(): boolean {
  return before()?.className.includes('is-text') === true
}

let notePlace: ((text: HTMLElement) => () => void) | null = null

/** Only a text has a place to keep. */
export async function loadPlaceKeeper(): Promise<void> {
  if (hasText()) ({ notePlace } = await import('./keepPlace.ts'))
}

let hadFocus = false

/** Whether something in the text had the focus when the app took its place, which is given back; told once. */
export function takeFocusKept(): boolean {
  const had = hadFocus
  hadFocus = false
  return had
}

/** First among what the app draws: it goes before anything is measured. */
export function TakeOver(): null {
  useLayoutEffect(() => {
    const text = before()
    if (text === null) return
    hadFocus = text.contains(document.activeElement)
    // Once all of it stands, and before it is painted.
    if (notePlace) queueMicrotask(notePlace(text))
    text.remove()
  }, [])
  return null
}
