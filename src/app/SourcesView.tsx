/** The story from its sources: what each was the root of, what it passes on, what rests on it; and from its actors. */
import { useMemo, useRef, type ReactElement } from 'react'
import type { SourceId } from '../core/base/brand.ts'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import { rowsOf } from '../core/indexing/facet.ts'
import { MATCH } from '../core/indexing/matchDate.ts'
import { noneChosen, type FacetKind } from '../core/story/facetKinds.ts'
import { findEventRoots } from '../core/story/eventRoots.ts'
import { orderByIssue } from '../core/story/orderSources.ts'
import { findSourceUse, tallySources } from '../core/story/sourceRole.ts'
import type { Actor, Source } from '../core/story/story.ts'
import { isFiltered } from '../core/view/viewState.ts'
import { rootCountWords } from '../core/wording/eventRootWords.ts'
import { formatWhen } from '../core/wording/eventWords.ts'
import { describeResting, describeShownSources, describeTally } from '../core/wording/sourceWords.ts'
import { formatNumberOf } from '../core/wording/storyWords.ts'
import { ListPager } from '../ui/list/ListPager.tsx'
import { ViewHead } from '../ui/shared/MarginEntry.tsx'
import { PageLink } from '../ui/shared/PageLink.tsx'
import { ActorIndex, type ActorItem } from '../ui/sources/ActorIndex.tsx'
import { SourceEntry } from '../ui/sources/SourceEntry.tsx'
import '../ui/sources/sources.css'
import { SourceUses, type EventUse } from '../ui/sources/SourceUses.tsx'
import { EventsWaiting } from './EventsWaiting.tsx'
import { eventLinks, withoutFilter, type FurtherViewProps } from './furtherView.ts'
import { useEvents } from './useEvents.ts'
import { usePlace } from './usePlace.ts'
import { countsOf } from './facetCounts.ts'
import type { FoundEvents, StoryIndex } from './useTimelineMarks.ts'

/** Sources, and actors, on one page. */
const PAGE_SIZE = 100
/** Events of one source that are read at first, and each time that more are asked for. */
const READ_AT_ONCE = 20

const orders = [
  { kind: 'issue', label: 'By date of issue' },
  { kind: 'events', label: 'By number of events' },
] as const
type SourceOrder = (typeof orders)[number]['kind']

export function SourcesView(props: FurtherViewProps): ReactElement {
  const { storyIndex, found, state, linkTo } = props
  const { frame } = storyIndex
  const [order, setOrder] = usePlace<SourceOrder>(frame, 'order of sources', 'issue')
  const [unfolded, setUnfolded] = usePlace<ReadonlyMap<SourceId, boolean>>(
    frame,
    'unfolded sources',
    new Map(),
  )
  const actorsRef = useRef<HTMLHeadingElement>(null)
  const counts = useCounts(found, 'source')
  const isCounted = storyIndex.names.facets.includes('source')
  const countOf = (id: SourceId): number | null => (isCounted ? countIn(counts, id) : null)
  const chosen = state.chosen.source
  const shown = useShownSources(props, order, counts, isCounted)
  const tallies = useTallies(storyIndex, found)
  const paged = usePages(frame, 'sources', shown)
  const words = describeShownSources(shown.length, frame.sources.size, chosen.length > 0)
  return (
    <div className="ledger">
      <section aria-label="Sources">
        <ViewHead title="Sources" count={words}>
          <div className="order-choice" role="group" aria-label="Order of the sources">
            {orders.map(({ kind, label }) => (
              <button
                key={kind}
                type="button"
                className="text-button"
                aria-pressed={order === kind}
                disabled={kind === 'events' && !isCounted}
                onClick={() => setOrder(kind)}
              >
                {label}
              </button>
            ))}
          </div>
          <button
            type="button"
            className="text-button"
            onClick={() => {
              actorsRef.current?.scrollIntoView({ block: 'start' })
              actorsRef.current?.focus({ preventScroll: true })
            }}
          >
            To the actors
          </button>
          {chosen.length > 0 && (
            <PageLink className="source-events" to={linkTo({ chosen: { ...state.chosen, source: [] } })}>
              Show all sources
            </PageLink>
          )}
          {tallies === null && <p className="view-head-note">{restingNote(storyIndex)}</p>}
          <details className="view-head-note">
            <summary>{rootCountWords.question}</summary>
            <p>{rootCountWords.answer}</p>
          </details>
        </ViewHead>
        {paged.pager('above', 'Sources')}
        <ol>
          {paged.items.map((source) => {
            const tally = tallies?.get(source.id)
            const isChosen = chosen.includes(source.id)
            const isUnfolded = unfolded.get(source.id) ?? isChosen
            return (
              <SourceEntry
                key={source.id}
                source={source}
                story={frame}
                count={countOf(source.id)}
                restingWords={
                  tally === undefined ? describeResting(countOf(source.id)) : describeTally(tally)
                }
                isChosen={isChosen}
                isUnfolded={isUnfolded}
                onCite={() => props.onCite({ kind: 'source', source })}
                onUnfold={(is) => setUnfolded(new Map([...unfolded, [source.id, is]]))}
                toEvents={
                  isCounted
                    ? linkTo({ view: 'timeline', chosen: { ...state.chosen, source: [source.id] } })
                    : null
                }
                uses={isUnfolded ? <UsesOf {...props} source={source.id} count={countOf(source.id)} /> : null}
              />
            )
          })}
        </ol>
        {paged.pager('below', 'Sources')}
      </section>
      <Actors {...props} headingRef={actorsRef} />
    </div>
  )
}

/** What can be said of a source whose events are not all in memory. */
function restingNote({ kind }: StoryIndex & { readonly kind?: string }): string {
  return kind === 'tiled'
    ? 'This story comes in tiles: only the sources of its events that were looked at so far may stand here.'
    : 'What each source was the root of is read from its events when it is unfolded.'
}

type Counts = ReadonlyMap<string, { readonly count: number | null; readonly total: number }>

/** null: the filter does not tell it; 0: no event has the value at all. */
function countIn(counts: Counts, value: string): number | null {
  const known = counts.get(value)
  return known === undefined ? 0 : known.count
}

function useCounts({ counting }: FoundEvents, kind: FacetKind): Counts {
  return useMemo(
    () => new Map(countsOf({ counting })(kind).map((count) => [count.value, count])),
    [counting, kind],
  )
}

/** Those that the filter names; else those with an event that passes it, and all where nothing is filtered. */
function useShownSources(
  { storyIndex, state }: FurtherViewProps,
  order: SourceOrder,
  counts: Counts,
  isCounted: boolean,
): readonly Source[] {
  const { sources } = storyIndex.frame
  // Of a story in tiles more sources come in while it is read.
  const known = sources.size
  const byIssue = useMemo(() => (known === 0 ? [] : orderByIssue(sources.values())), [sources, known])
  return useMemo(() => {
    // One whose events are not counted stands with the others.
    const countOf = ({ id }: Source): number => countIn(counts, id) ?? 1
    const chosen = state.chosen.source
    const shown = byIssue.filter((source) =>
      chosen.length > 0
        ? chosen.includes(source.id)
        : !isCounted || !isFiltered(state) || countOf(source) > 0,
    )
    return order === 'issue' ? shown : shown.sort((a, b) => countOf(b) - countOf(a))
  }, [byIssue, counts, isCounted, order, state])
}

/** null: not all events are at hand. */
function useTallies(
  { details, frame }: StoryIndex,
  { shownRows }: FoundEvents,
): ReturnType<typeof tallySources> | null {
  return useMemo(() => {
    if (details.kind !== 'at-hand') return null
    const { events } = details.story
    return tallySources(
      shownRows.slice(0, shownRows.length).flatMap((row) => events[row] ?? []),
      frame,
    )
  }, [details, frame, shownRows])
}

interface UsesOfProps extends FurtherViewProps {
  readonly source: SourceId
  readonly count: number | null
}

function UsesOf({ storyIndex, found, state, linkTo, source, count }: UsesOfProps): ReactElement {
  const [limit, setLimit] = usePlace(storyIndex.frame, `read of ${source}`, READ_AT_ONCE)
  const rows = useRowsOf(found, source, limit)
  const { events, failure, retry } = useEvents(storyIndex, rows ?? [])
  if (rows === null)
    return (
      <p className="source-known">Which events rest on it cannot be listed here: the story comes in tiles.</p>
    )
  if (events === null) return <EventsWaiting failure={failure} retry={retry} />
  const uses = events.flatMap((event, i): EventUse[] => {
    const use = findSourceUse(event, source, findEventRoots(event, storyIndex.frame))
    const row = rows[i]
    return use === null || row === undefined
      ? []
      : [{ event, row, use, dateWords: formatWhen(event, storyIndex.titleOf) }]
  })
  return (
    <SourceUses
      uses={uses}
      total={count}
      story={storyIndex.frame}
      openEvent={state.openEvent}
      linkTo={eventLinks(linkTo)}
      onMore={() => setLimit(limit + READ_AT_ONCE)}
    />
  )
}

/** The first rows that pass the filter and rest on the source; null: the columns are not here. */
function useRowsOf(
  { drawn, matches }: FoundEvents,
  source: SourceId,
  limit: number,
): readonly EventRow[] | null {
  return useMemo(() => {
    if (drawn.kind !== 'rows') return null
    const facet = drawn.rows.index.facets.source
    const number = facet.values.indexOf(source)
    const rows: EventRow[] = []
    if (number === -1) return rows
    for (const row of rowsOf(facet, number)) {
      if (rows.length === limit) break
      if ((matches[row] ?? MATCH.none) !== MATCH.none) rows.push(row)
    }
    return rows
  }, [drawn, matches, source, limit])
}

function Actors({
  storyIndex,
  found,
  linkTo,
  headingRef,
}: FurtherViewProps & {
  readonly headingRef: React.RefObject<HTMLHeadingElement | null>
}): ReactElement | null {
  const { frame, names, details } = storyIndex
  const involved = useCounts(found, 'actor')
  const spoken = useCounts(found, 'speaker')
  // Of the whole story, as what the links lead to.
  const statements = useMemo(() => {
    if (details.kind !== 'at-hand') return null
    const said = new Map<string, number>()
    for (const { speaker } of details.story.events.flatMap((event) => event.statements))
      if (speaker !== null) said.set(speaker, (said.get(speaker) ?? 0) + 1)
    return said
  }, [details])
  const canSpeak = names.facets.includes('speaker')
  const actors = useMemo(() => {
    const totalOf = ({ id }: Actor): number => involved.get(id)?.total ?? 0
    return [...frame.actors.values()]
      .filter(({ id }) => countIn(involved, id) !== 0)
      .sort((a, b) => totalOf(b) - totalOf(a) || (a.name < b.name ? -1 : 1))
  }, [frame, involved])
  const paged = usePages(frame, 'actors', actors)
  if (actors.length === 0) return null
  const items = paged.items.map((actor): ActorItem => {
    const { id } = actor
    return {
      actor,
      counts: {
        statements: statements === null ? null : (statements.get(id) ?? 0),
        spokenIn: canSpeak ? (spoken.get(id)?.total ?? 0) : null,
        events: involved.get(id)?.total ?? 0,
      },
      toSaidBy: canSpeak
        ? linkTo({ ...withoutFilter, view: 'statements', chosen: { ...noneChosen, speaker: [id] } })
        : null,
      toSaidAbout: linkTo({ ...withoutFilter, view: 'statements', chosen: { ...noneChosen, actor: [id] } }),
      toEvents: linkTo({ ...withoutFilter, view: 'timeline', chosen: { ...noneChosen, actor: [id] } }),
    }
  })
  return (
    <section aria-label="Actors">
      <ViewHead title="Actors" count={formatNumberOf(actors.length, 'actor')} headingRef={headingRef} />
      {paged.pager('above', 'Actors')}
      <ActorIndex items={items} />
      {paged.pager('below', 'Actors')}
    </section>
  )
}

/** One page of many, and the ways to the others. */
function usePages<Item>(story: object, name: string, all: readonly Item[]) {
  const [turned, setTurned] = usePlace(story, `page of ${name}`, 0)
  const pageCount = Math.max(1, Math.ceil(all.length / PAGE_SIZE))
  const page = Math.min(turned, pageCount - 1)
  const pager = (place: 'above' | 'below', noun: string): ReactElement | null =>
    pageCount < 2 ? null : (
      <ListPager
        {...{ place, noun }}
        first={page * PAGE_SIZE + 1}
        last={Math.min((page + 1) * PAGE_SIZE, all.length)}
        total={all.length}
        size={PAGE_SIZE}
        onPage={(step) => setTurned(Math.max(0, Math.min(pageCount - 1, page + step)))}
      />
    )
  return { items: all.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE), pager }
}
