/** What is a file called that is taken along? By story, filter and kind; in letters that every system takes. */
import { facetKinds } from '../story/facetKinds.ts'
import type { ViewState } from '../view/viewState.ts'
import type { TakenFormat } from '../wording/takingWords.ts'

const endings: Readonly<Record<TakenFormat, string>> = {
  events: '-events.csv',
  statements: '-statements.csv',
  story: '.json',
  calendar: '.ics',
  svg: '.svg',
  png: '.png',
}

/** Longer names are cut by some systems, and their endings with them. */
const MOST_LETTERS = 80

/** "mythos-access-actor-gigazine-from-2026-04-events.csv" */
export function nameFile(
  storyId: string,
  { chosen, from, to, words }: Pick<ViewState, 'chosen' | 'from' | 'to' | 'words'>,
  format: TakenFormat,
): string {
  const parts = [
    storyId,
    ...facetKinds.flatMap((kind) => (chosen[kind].length === 0 ? [] : [kind, ...chosen[kind]])),
    ...(from === null ? [] : ['from', from]),
    ...(to === null ? [] : ['to', to]),
    ...(words === '' ? [] : [words]),
  ]
  const name = parts
    .join('-')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_LETTERS)
    .replace(/^-+|-+$/g, '')
  return `${name === '' ? 'story' : name}${endings[format]}`
}
