/** What stands in the head of a page beside its title and description? */
import { escapeHtml } from './fillPage.ts'
import type { StoryPage } from './storyPages.ts'

/** @returns tags, one a line */
export function headOf({ previousPath, nextPath }: StoryPage, base: string): readonly string[] {
  const link = (rel: string, path: string | null): readonly string[] =>
    path === null ? [] : [`<link rel="${rel}" href="${escapeHtml(base + path)}" />`]
  return [...link('prev', previousPath), ...link('next', nextPath)]
}
