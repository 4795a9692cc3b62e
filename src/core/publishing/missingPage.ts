/** Which text stands at addresses that have no page, until the app has come and looked there itself? */
import { describeMissingPage, type MissingPageStory } from '../wording/missingPageWords.ts'
import { escapeMarkup } from './escapeMarkup.ts'

/**
 * HTML: what happened, and ways to the story and its lists.
 * @param base the path of the site on its host, beginning and ending with a slash: the page answers at any depth
 * @param story null: not known while the site is built; there are then no lists either
 */
export function writeMissingPage(base: string, story: MissingPageStory | null): string {
  const words = describeMissingPage(story)
  const { sources, statements, changes } = words.otherLinks
  const links: readonly (readonly [path: string, text: string])[] = [
    ['', words.storyLink],
    ['?view=list', words.listLink],
    ...(story === null
      ? []
      : ([
          ['sources/', sources],
          ['statements/', statements],
          ['changes/', changes],
        ] as const)),
  ]
  return [
    '<div class="shell-masthead"><span class="shell-wordmark">Dateline</span></div>',
    '<main class="missing">',
    `<h1>${escapeMarkup(words.heading)}</h1>`,
    `<p>${escapeMarkup(words.reason)}</p>`,
    `<nav aria-label="${escapeMarkup(words.waysName)}"><ul>`,
    ...links.map(
      ([path, text]) =>
        `<li><a href="${escapeMarkup(base + path)}"><bdi>${escapeMarkup(text)}</bdi></a></li>`,
    ),
    '</ul></nav>',
    '</main>',
  ].join('\n')
}
