/**
 * How is it said on how many roots an event rests?
 * "One root: The New York Times, which cites sources that it does not name. Retold by 2: GIGAZINE and Sherwood."
 */
import type { ActorId, SourceId } from '../base/brand.ts'
import type { EventRoots, Root } from '../story/eventRoots.ts'
import type { Actor, StoryFrame } from '../story/story.ts'
import { formatSmallNumber } from './smallNumbers.ts'
import { formatCount } from './storyWords.ts'
import { listNames, type TextPart } from './textParts.ts'

export interface EventRootWords {
  /** One sentence: what the reader must know. */
  readonly lead: readonly TextPart[]
  /** The sentences after it; empty where there are none. */
  readonly rest: readonly TextPart[]
}

/** How the roots are counted, to unfold. */
export const rootCountWords = {
  question: 'How roots are counted',
  answer:
    'Several retellings of one report count as one root: a page is a root only if nothing here says from where it has its account. Pages of one outlet count once, and so do pages that have all they say from the same speakers. Independent means that no chain known here joins two roots; it does not prove that they never had the same source.',
} as const

type Frame = Pick<StoryFrame, 'actors' | 'sources'>

/** More names than these are counted instead. */
const MOST_NAMED = 4

/** @param found of one event; @param frame that names its actors and sources */
export function describeEventRoots(found: EventRoots, frame: Frame): EventRootWords {
  const sole = describeSoleSpeaker(found, frame)
  const counted = countRoots(found.roots, frame, sole === null)
  const rest = [
    ...(found.roots.some(({ isCircle }) => isCircle)
      ? ['Some pages cite one another; which came first cannot be told.']
      : []),
    ...describeBasis(found),
  ].map((sentence): readonly TextPart[] => [sentence])
  const sentences = [
    ...(sole === null ? [] : [counted]),
    ...rest,
    ...describeImplied(found.roots, frame),
    ...describeRetelling(found.roots, frame),
  ]
  return {
    lead: sole ?? counted,
    rest: sentences.flatMap((sentence, i) => (i === 0 ? sentence : [' ', ...sentence])),
  }
}

/** null: not all of it comes from one unnamed speaker. */
function describeSoleSpeaker({ soleSpeaker }: EventRoots, { actors }: Frame): readonly TextPart[] | null {
  if (soleSpeaker === null) return null
  if (!soleSpeaker.isIdentified) return ['This rests on nobody who is identified.']
  return [
    actors.get(soleSpeaker.actor)?.people === 'one'
      ? 'This rests on one unnamed source.'
      : 'This rests on unnamed sources alone.',
  ]
}

/** @param withSpeakers says of a single root who speaks there */
function countRoots(roots: readonly Root[], frame: Frame, withSpeakers: boolean): readonly TextPart[] {
  const [only] = roots
  if (only === undefined) return ['No root is recorded.']
  if (roots.length > 1) {
    return [
      `${formatSmallNumber(roots.length)} independent roots: `,
      ...listNames(
        roots.flatMap(({ pages }) => outletsOf(pages, frame).map(({ name }) => name)).filter(isFirst),
      ),
      '.',
    ]
  }
  const outlets = outletsOf(only.pages, frame)
  const clause = withSpeakers ? describeSpeakers(only, frame, outlets.length > 1) : []
  return ['One root: ', ...listNames(outlets.map(({ name }) => name)), ...clause, '.']
}

/** ", which cites Matt Sheehan and sources that it does not name"; empty where the outlet speaks for itself. */
function describeSpeakers(root: Root, { actors }: Frame, arePlural: boolean): readonly TextPart[] {
  const cites = arePlural ? ', which cite ' : ', which cites '
  if (root.isOfNobody) return [arePlural ? ', which name nobody for it' : ', which names nobody for it']
  const known = root.speakers.map((speaker: ActorId) => actors.get(speaker))
  const named = known.flatMap((actor) => (actor === undefined || isUnnamed(actor) ? [] : [actor.name]))
  const unnamed = known.filter((actor) => actor === undefined || isUnnamed(actor))
  const hides = arePlural ? 'they do not name' : 'it does not name'
  const isOne = unnamed.length === 1 && unnamed[0]?.people === 'one'
  const hidden = isOne ? `one source that ${hides}` : `sources that ${hides}`
  if (named.length === 0 && unnamed.length === 0) return []
  if (unnamed.length === 0) return [cites, ...listNames(named)]
  return named.length === 0 ? [cites, hidden] : [cites, ...listNames(named, ', '), ' and ', hidden]
}

function isUnnamed({ kind }: Actor): boolean {
  return kind === 'unnamed'
}

function describeBasis({ basis, roots }: EventRoots): readonly string[] {
  switch (basis) {
    case 'chains':
      return []
    case 'publication':
      return ['The event is this publication itself.']
    case 'first report':
      return ['It is named as the first report; no chain is recorded.']
    case 'standing':
      return ['It gives the event its standing; no chain is recorded.']
    case 'nothing':
      return roots.length === 0
        ? ['Sources are listed without the way that the account took through them.']
        : []
  }
}

function describeImplied(roots: readonly Root[], frame: Frame): readonly (readonly TextPart[])[] {
  const implied = roots.filter(({ isImplied }) => isImplied)
  if (implied.length === 0) return []
  if (roots.length === 1) return [['That it begins there is implied, not said.']]
  const names = implied
    .flatMap(({ pages }) => outletsOf(pages, frame).map(({ name }) => name))
    .filter(isFirst)
  return [['For ', ...listNames(names), ' this is implied, not said.']]
}

function describeRetelling(roots: readonly Root[], frame: Frame): readonly (readonly TextPart[])[] {
  const rootPages = roots.flatMap(({ pages }) => pages)
  const own = new Set(outletsOf(rootPages, frame).map(({ name }) => name))
  const pages = new Set(roots.flatMap(({ retoldBy }) => retoldBy))
  const outlets = outletsOf([...pages], frame).filter(({ name }) => !own.has(name))
  const [first] = outlets
  if (first === undefined) return []
  if (outlets.length > MOST_NAMED) return [[`Retold by ${formatCount(outlets.length)}.`]]
  const names = outlets.flatMap(({ name, isSeveral }) => (isSeveral ? [] : [name]))
  if (names.length < outlets.length) {
    // What stands for several is two at least.
    const least = formatCount(2 * outlets.length - names.length)
    const and = names.length === 0 ? [] : [': ', ...listNames(names, ', '), ' and others']
    return [[`Retold by ${least} or more`, ...and, '.']]
  }
  return outlets.length === 1
    ? [['Retold by ', ...listNames(names), '.']]
    : [[`Retold by ${formatCount(outlets.length)}: `, ...listNames(names), '.']]
}

interface Outlet {
  readonly name: string
  readonly isSeveral: boolean
}

/** Without repeats, in the order of the pages. */
function outletsOf(pages: readonly SourceId[], { sources }: Frame): readonly Outlet[] {
  const found = new Map<string, Outlet>()
  for (const page of pages) {
    const source = sources.get(page)
    const name = source?.outlet ?? page
    if (!found.has(name)) found.set(name, { name, isSeveral: source?.isSeveral ?? false })
  }
  return [...found.values()]
}

function isFirst(name: string, at: number, names: readonly string[]): boolean {
  return names.indexOf(name) === at
}
