/** The story in a frame of another page: one view as its address asks for, with its own state, and the way to the whole page. */
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactElement,
} from 'react'
import type { EventId, StatementId } from '../../core/base/brand.ts'
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import type { Ignored } from '../../core/view/viewLink.ts'
import { isFiltered, type ViewKind } from '../../core/view/viewState.ts'
import { describeConditions } from '../../core/wording/filterConditions.ts'
import { describeMatches } from '../../core/wording/storyWords.ts'
import type { OpenedStory } from '../../loading/openedStory.ts'
import { EmbedFrame } from '../../ui/embed/EmbedFrame.tsx'
import { useMediaQuery } from '../../ui/shared/useMediaQuery.ts'
import { addressOf, hrefOf } from '../address.ts'
import type { ChangeMarks } from '../changeMarks.ts'
import { TakeOver } from '../before.ts'
import { later } from '../later.tsx'
import {
  loadActorTimeline,
  loadCopyNote,
  loadDetails,
  loadFilters,
  loadFurtherViews,
  loadLinkNotice,
  loadList,
  loadProblemNotice,
  loadSinceNote,
} from '../laterParts.ts'
import { MeasuredTimeline } from '../MeasuredTimeline.tsx'
import { PartBoundary } from '../PartBoundary.tsx'
import { useAnnouncer } from '../useAnnouncer.ts'
import { useCopyLink } from '../useCopyLink.ts'
import { useDetailsFocus } from '../useDetailsFocus.ts'
import { usePageTitle } from '../usePageTitle.ts'
import { useStoryIndex } from '../useTimelineMarks.ts'
import { createViewStore } from '../viewStore.ts'
import type { WorkspaceProps } from '../Workspace.tsx'
import { startEmbedSync } from './embedSync.ts'
import { usePassedWheel } from './usePassedWheel.ts'
import { useToldHeight } from './useToldHeight.ts'

const waiting = <p className="view-waiting">Loading the view…</p>
const ActorTimeline = later(loadActorTimeline, waiting)
const ListView = later(loadList, waiting)
const FurtherViews = later(loadFurtherViews, waiting)
const EventDetails = later(loadDetails, <p className="details-waiting">Loading the event…</p>)
const FiltersView = later(loadFilters)
const SinceView = later(loadSinceNote)
const LinkNotice = later(loadLinkNotice)
const ProblemNotice = later(loadProblemNotice)
const CopyNote = later(loadCopyNote)

const DETAILS_ID = 'details'

/** As of the whole page: a narrower frame has no room for both. */
const BESIDE = '(min-width: 900px)'

export function EmbedWorkspace<Story extends OpenedStory>({
  opened,
  readLink,
  useFound,
  useClock,
}: WorkspaceProps<Story>): ReactElement {
  const { frame: story, problems } = opened
  const [link] = useState(() => readLink(opened.names))
  const [store] = useState(() => createViewStore(link.state))
  const [ignored, setIgnored] = useState<readonly Ignored[]>(link.ignored)
  const [isToldOfProblems, setIsToldOfProblems] = useState(problems.length === 0)
  useEffect(() => startEmbedSync(store), [store])
  const state = useSyncExternalStore(store.subscribe, store.getState)
  const { dispatch } = store

  const clocked = useClock(opened, state, dispatch)
  const { events, rowOf } = clocked.story
  const [changes, setChanges] = useState<ChangeMarks | null>(null)
  const storyIndex = useStoryIndex(clocked.story, clocked.clock, changes)
  const found = useFound(storyIndex, state)
  // The head is painted first; the drawing follows in a render of its own.
  const isDrawn = useDeferredValue(true, false) && clocked.isShown
  const { said, say } = useAnnouncer()
  const copy = useCopyLink(store)
  const isBeside = useMediaQuery(BESIDE)
  const isNarrow = useMediaQuery('(max-width: 639px)')
  const view: ViewKind = state.view ?? (isNarrow ? 'list' : story.defaultView)

  // Of a story in tiles it may be known later.
  const openRow = state.openEvent === null ? null : rowOf(state.openEvent)
  const frameRef = useRef<HTMLDivElement>(null)
  const viewRef = useRef<HTMLDivElement>(null)
  const headingRef = useDetailsFocus(viewRef, clocked.story, state.openEvent, found.shownRows)
  useToldHeight(frameRef)
  usePassedWheel(viewRef)
  const isRead = view !== 'timeline' && view !== 'list'
  usePageTitle(story, openRow === null ? (isRead ? undefined : null) : events.at(openRow)?.title)

  const onOpen = useCallback(
    (event: EventId, statement: StatementId | null = null) =>
      dispatch({ kind: 'eventOpened', event, statement }),
    [dispatch],
  )
  const onOpenRow = useCallback(
    (row: EventRow) => {
      const event = events.at(row)
      if (event !== undefined) onOpen(event.id)
    },
    [events, onOpen],
  )
  const onClose = useCallback(() => dispatch({ kind: 'detailsClosed' }), [dispatch])
  const onClear = useCallback(() => dispatch({ kind: 'filtersCleared' }), [dispatch])
  const onEscape = (key: { readonly key: string }): void => {
    if (key.key === 'Escape' && state.openEvent !== null) onClose()
  }

  const ofAll = describeMatches(found.shown, events.length, found.possible) + found.note
  const matchWords = found.isDone ? ofAll : `${ofAll}; still searching`
  const hasFilter = isFiltered(state)
  useEffect(() => {
    if (hasFilter) say(matchWords)
  }, [hasFilter, matchWords, say])

  const shared = { storyIndex, found, openRow, detailsId: DETAILS_ID, isFiltered: hasFilter, onClear }
  const empty =
    found.shown === 0 ? (
      <div className="empty-view">
        <p>No event matches.</p>
        <button type="button" className="frame-button" onClick={onClear}>
          Clear the filter
        </button>
      </div>
    ) : null
  const TimelineByLanes = state.lanes === 'actor' ? ActorTimeline : MeasuredTimeline

  const details =
    state.openEvent === null || openRow === null ? null : (
      <aside className={`embed-event${isBeside ? ' is-beside' : ''}`} aria-label="Event" onKeyDown={onEscape}>
        <PartBoundary part="The details of this event" resetKey={state.openEvent} onClose={onClose}>
          <EventDetails
            {...shared}
            openRow={openRow}
            openStatement={state.openStatement}
            {...{ state, dispatch, headingRef, onOpen, onClose }}
            // Of whole pages, as all links that leave the frame.
            hrefOf={(event, statement) => hrefOf({ ...state, openEvent: event, openStatement: statement })}
            onCopyLink={(statement) => void copy.onCopy(statement)}
          />
        </PartBoundary>
      </aside>
    )

  return (
    <EmbedFrame
      frameRef={frameRef}
      title={story.title}
      language={story.language}
      filter={describeConditions(state, story)}
      matchWords={matchWords}
      fields={() => (
        <PartBoundary part="The filters" resetKey="">
          <FiltersView {...{ opened, found, state, dispatch, matchWords, onClear }} isFiltered={hasFilter} />
        </PartBoundary>
      )}
      address={addressOf(state)}
      note={
        <>
          {copy.result !== null && <CopyNote result={copy.result} onDismiss={copy.onDismiss} />}
          <p className="visually-hidden" role="status" aria-live="polite">
            {copy.result?.isCopied === true ? 'Copied to the clipboard.' : said}
          </p>
        </>
      }
      details={details}
      isCovered={details !== null && !isBeside}
    >
      <TakeOver />
      {ignored.length > 0 && <LinkNotice ignored={ignored} onDismiss={() => setIgnored([])} />}
      {!isToldOfProblems && (
        <ProblemNotice
          problems={problems}
          leftOutCount={opened.leftOutCount}
          shownCount={events.length}
          onDismiss={() => setIsToldOfProblems(true)}
        />
      )}
      {found.trouble}
      {state.since !== null && isDrawn && (
        <PartBoundary part="What changed" resetKey={state.since}>
          <SinceView {...{ storyIndex, state, since: state.since, dispatch }} onMarks={setChanges} />
        </PartBoundary>
      )}
      <div ref={viewRef} className="view" onKeyDown={onEscape}>
        <PartBoundary part={`The ${view}`} resetKey={view}>
          {!isDrawn ? null : view === 'list' ? (
            <ListView {...shared} empty={empty} selected={state.openEvent} onOpen={onOpen} />
          ) : view !== 'timeline' ? (
            <FurtherViews
              {...{ storyIndex, found, state, dispatch, empty, view }}
              onCopyAddress={(address, what) => void copy.onCopyAddress(address, what)}
            />
          ) : (
            <TimelineByLanes
              {...shared}
              chosen={state.chosen.actor}
              empty={empty}
              chosenWindow={state.window}
              onWindow={(window) => dispatch({ kind: 'windowChanged', window })}
              onOpenRow={onOpenRow}
              onList={() => dispatch({ kind: 'viewChosen', view: 'list' })}
              onDates={(from, to) => {
                dispatch({ kind: 'datesChanged', from, to })
                dispatch({ kind: 'viewChosen', view: 'list' })
              }}
              onSay={say}
            />
          )}
        </PartBoundary>
      </div>
    </EmbedFrame>
  )
}
