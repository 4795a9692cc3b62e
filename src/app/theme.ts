/** Light or dark: the system's choice until the reader makes one. Works the same where storage is refused. */
import { useSyncExternalStore } from 'react'
import type { Theme } from '../core/view/embedMode.ts'
import { useMediaQuery } from '../ui/shared/useMediaQuery.ts'
import { embedTheme, isEmbed } from './embedMode.ts'

const KEY = 'dateline-theme'
// A frame is as its page asks, or as the reader's device: what was chosen on the whole page is not its own.
let chosen: Theme | null = isEmbed() ? embedTheme() : readStored()
const listeners = new Set<() => void>()

function readStored(): Theme | null {
  try {
    const stored = window.localStorage.getItem(KEY)
    return stored === 'light' || stored === 'dark' ? stored : null
  } catch {
    return null // storage refused: the choice then lasts as long as the page
  }
}

/** Puts the choice on the page; without one the system's setting rules. And whether it is a frame, whose first picture is another. */
export function applyTheme(): void {
  const { dataset } = document.documentElement
  if (chosen !== null) dataset['theme'] = chosen
  if (isEmbed()) dataset['embed'] = ''
}

function chooseTheme(theme: Theme): void {
  chosen = theme
  applyTheme()
  for (const listener of listeners) listener()
  try {
    window.localStorage.setItem(KEY, theme)
  } catch {
    return // storage refused: nothing else to do
  }
}

/** The theme shown now, and how to choose one. */
export function useTheme(): { readonly theme: Theme; readonly onChoose: (theme: Theme) => void } {
  const isSystemDark = useMediaQuery('(prefers-color-scheme: dark)')
  const own = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => chosen,
  )
  return { theme: own ?? (isSystemDark ? 'dark' : 'light'), onChoose: chooseTheme }
}
