/**
 * What does the picture say by which a page is shared? Title, date in words, standing and outlets of an event; what a
 * story covers; what rests on a source.
 */
import { findEventRoots } from '../story/eventRoots.ts'
import type { SourceTally } from '../story/sourceRole.ts'
import type { Source, StandingKind, StoryFrame, TimelineEvent } from '../story/story.ts'
import { consultationWords, kindWords } from '../wording/claimWords.ts'
import { formatDateWords } from '../wording/dateWords.ts'
import { formatWhen, type TitleOf } from '../wording/eventWords.ts'
import { capitalise } from '../wording/phrase.ts'
import { SITE_MOTTO, SITE_NAME } from '../wording/siteWords.ts'
import { describeTally } from '../wording/sourceWords.ts'
import { standingWords } from '../wording/standingWords.ts'
import { describeCoverage, type Coverage } from '../wording/storyWords.ts'
import { listNames, type TextPart } from '../wording/textParts.ts'
import { spellControls } from '../wording/visibleControls.ts'

/** Plain text all of it. Names from a story that stand in a sentence of ours are between isolates (U+2068, U+2069). */
export interface CardWords {
  /** Beside the site's name. */
  readonly head: string
  /** What kind of thing it is about; may be empty. */
  readonly kind: string
  readonly title: string
  /** May be empty. */
  readonly summary: string
  readonly date: string
  readonly standing: StandingKind | null
  readonly foot: {
    /** May be empty. */
    readonly lead: string
    /** The fullest first; the first one that has room is shown. */
    readonly choices: readonly string[]
  }
  /** For whoever does not see the picture: all that it says. Without isolates. */
  readonly alt: string
}

export function describeEventCard(event: TimelineEvent, frame: StoryFrame, titleOf: TitleOf): CardWords {
  const title = spellControls(event.title)
  const date = formatWhen(event, (id) => isolateOr(titleOf(id)))
  const lead = standingWords[event.standing.is]
  const choices = nameOutlets(event, frame).map(formatIsolated)
  return {
    head: spellControls(frame.title),
    kind: kindWords[event.kind],
    title,
    summary: '',
    date,
    standing: event.standing.is,
    foot: { lead, choices },
    alt: formatAlt([title, date, lead, choices[0] ?? '', formatOrigin(frame)]),
  }
}

export function describeStoryCard(frame: StoryFrame, coverage: Coverage): CardWords {
  const title = spellControls(frame.title)
  const summary = spellControls(frame.summary)
  const { lead, rest } = describeCoverage(coverage)
  const counts = capitalise(rest.replace(/^[:.]\s*/, '').replace(/\.$/, ''))
  return {
    head: SITE_MOTTO,
    kind: '',
    title,
    summary,
    date: lead,
    standing: null,
    foot: { lead: '', choices: [counts] },
    alt: formatAlt([title, summary, lead, counts, `A timeline on ${SITE_NAME}`]),
  }
}

export function describeSourceCard(source: Source, frame: StoryFrame, tally: SourceTally | null): CardWords {
  const title = spellControls(source.title)
  const date = source.issued === null ? 'Date of issue not known' : formatDateWords(source.issued)
  const lead = isolate(source.outlet)
  const uses = tally === null ? '' : describeTally(tally)
  const consulted = `${capitalise(consultationWords[source.consulted])}.`
  const sentences = uses === '' ? [consulted] : [...uses.split(/(?<=\.) /), consulted]
  const choices = sentences.map((_, i) => sentences.slice(0, sentences.length - i).join(' '))
  return {
    head: spellControls(frame.title),
    kind: 'Source',
    title,
    summary: '',
    date,
    standing: null,
    foot: { lead, choices },
    alt: formatAlt([title, lead, date, ...choices.slice(0, 1), formatOrigin(frame)]),
  }
}

/**
 * Who tells of the event: where accounts of it begin, then who passes them on. Without chains, whatever it rests on.
 * Shorter choices say that there are others, never how many: some sources stand for several pages.
 */
function nameOutlets(event: TimelineEvent, frame: StoryFrame): readonly (readonly TextPart[])[] {
  const outletsOf = (ids: Iterable<Source['id']>): readonly string[] => [
    ...new Set([...ids].map((id) => frame.sources.get(id)?.outlet ?? id)),
  ]
  const { roots } = findEventRoots(event, frame)
  const first = outletsOf(roots.length === 0 ? event.sources : roots.flatMap(({ pages }) => pages))
  const retold = outletsOf(roots.flatMap(({ retoldBy }) => retoldBy)).filter((name) => !first.includes(name))
  if (first.length === 0) return [['No source is named']]
  const fewer = first.slice(1).map((_, i) => first.slice(0, first.length - 1 - i))
  return [
    ...(retold.length === 0
      ? [listNames(first)]
      : [
          [...listNames(first), ', retold by ', ...listNames(retold)],
          [...listNames(first), ', retold by others'],
        ]),
    ...fewer.map((names) => [...listNames(names, ', '), ' and others']),
  ]
}

function isolate(name: string): string {
  return `\u2068${spellControls(name)}\u2069`
}

function isolateOr(name: string | null): string | null {
  return name === null ? null : isolate(name)
}

function formatIsolated(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : isolate(part.name))).join('')
}

function formatOrigin(frame: StoryFrame): string {
  return `From the timeline “${spellControls(frame.title)}” on ${SITE_NAME}`
}

/** Sentences: what ends in a stop of its own gets no second one. */
function formatAlt(parts: readonly string[]): string {
  return parts
    .map((part) => part.replace(/[\u2068\u2069]/g, '').trim())
    .filter((part) => part !== '')
    .map((part) => (/[.!?…。！？]["”’»』」]?$/.test(part) ? part : `${part}.`))
    .join(' ')
}
