/**
 * Does an address ask for a frame that stands in another page? It is said beside the view, not in it: a view is the same
 * on the whole page and in a frame.
 */
import type { LinkParts } from './viewLink.ts'

export type Theme = 'light' | 'dark'

/** `?embed` at any address, or the folder `embed/`, which is the story in a frame. */
export function asksForEmbed({ path, query }: Pick<LinkParts, 'path' | 'query'>): boolean {
  return /(?:^|[?&])embed\b/.test(path + query)
}

/** `theme=light` or `theme=dark` in the address of a frame; null: as its reader has set the browser. */
export function readEmbedTheme(query: string): Theme | null {
  return (/[?&]theme=(light|dark)\b/.exec(query)?.[1] as Theme | undefined) ?? null
}
