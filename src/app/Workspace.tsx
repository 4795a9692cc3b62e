/** The story on screen: the one place where the parts of the interface meet. */
import { useCallback, useDeferredValue, useEffect, useRef, useState, type ReactElement } from 'react'
import { useSyncExternalStore } from 'react'
import type { EventId, StatementId } from '../core/base/brand.ts'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import { initialView, isFiltered, type ViewKind } from '../core/view/viewState.ts'
import type { Ignored } from '../core/view/viewLink.ts'
import { formatDateWords } from '../core/wording/dateWords.ts'
import { lowerFirst } from '../core/wording/phrase.ts'
import type { OpenedStory } from '../loading/openedStory.ts'
import { describeCoverage, describeMatches } from '../core/wording/storyWords.ts'
import { Masthead } from '../ui/masthead/Masthead.tsx'
import { StoryHead } from '../ui/masthead/StoryHead.tsx'
import { ViewSwitch } from '../ui/masthead/ViewSwitch.tsx'
import { useMediaQuery } from '../ui/shared/useMediaQuery.ts'
import { hrefOf } from './address.ts'
import { hasText, TakeOver } from './before.ts'
import type { ChangeMarks } from './changeMarks.ts'
import { BehindDetails, DetailsFrame } from './DetailsFrame.tsx'
import type { LinkReader } from './linkReader.ts'
import { startLinkSync } from './linkSync.ts'
import { later } from './later.tsx'
import {
  fetchWhatMayCome,
  loadBelow,
  loadClock,
  loadActorTimeline,
  loadLaneSwitch,
  loadCopyNote,
  loadFilters,
  loadFurtherViews,
  loadLinkNotice,
  loadList,
  loadProblemNotice,
  loadShare,
  loadSinceNote,
} from './laterParts.ts'
import { PartBoundary } from './PartBoundary.tsx'
import { useTheme } from './theme.ts'
import { MeasuredTimeline } from './MeasuredTimeline.tsx'
import { useAnnouncer } from './useAnnouncer.ts'
import { useCopyLink } from './useCopyLink.ts'
import { useDetailsFocus } from './useDetailsFocus.ts'
import { usePageTitle } from './usePageTitle.ts'
import type { ClockHook } from './useClock.ts'
import { useStoryIndex, type FindEvents } from './useTimelineMarks.ts'
import { createViewStore } from './viewStore.ts'

const filtersWaiting = <div className="filters-waiting" />
const FiltersView = later(loadFilters, filtersWaiting)
const Below = later(loadBelow)
const LinkNotice = later(loadLinkNotice)
const ProblemNotice = later(loadProblemNotice)
const ClockView = later(loadClock, <div className="clock-switch" />)
const LaneSwitch = later(loadLaneSwitch)
const CopyNote = later(loadCopyNote)
const ShareView = later(loadShare)
const viewWaiting = <p className="view-waiting">Loading the view…</p>
const ActorTimeline = later(loadActorTimeline, viewWaiting)
const ListView = later(loadList, viewWaiting)
const FurtherViews = later(loadFurtherViews, viewWaiting)
const SinceView = later(loadSinceNote)

const DETAILS_ID = 'details'

/** Long enough for the fonts to be asked for first, ms. */
const FETCH_AFTER_MS = 300

export interface WorkspaceProps<Story extends OpenedStory> {
  readonly opened: Story
  readonly readLink: LinkReader
  /** A hook; the same one always. */
  readonly useFound: FindEvents<Story>
  readonly useClock: ClockHook<Story>
}

export function Workspace<Story extends OpenedStory>({
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
  useEffect(() => startLinkSync(store, opened.names, setIgnored), [store, opened])
  useEffect(() => {
    // After the first picture.
    const timer = setTimeout(fetchWhatMayCome, FETCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  const state = useSyncExternalStore(store.subscribe, store.getState)
  const { dispatch } = store

  const clocked = useClock(opened, state, dispatch)
  const { events, rowOf } = clocked.story
  const [changes, setChanges] = useState<ChangeMarks | null>(null)
  const storyIndex = useStoryIndex(clocked.story, clocked.clock, changes)
  const found = useFound(storyIndex, state)
  // The head is painted first, where there is no text yet; the drawing follows in a render of its own.
  const isDrawn = useDeferredValue(true, hasText()) && clocked.isShown
  const { said, say } = useAnnouncer()
  const { theme, onChoose } = useTheme()
  const copy = useCopyLink(store)
  const [isSharing, setIsSharing] = useState(false)
  const isNarrow = useMediaQuery('(max-width: 639px)')
  const view: ViewKind = state.view ?? (isNarrow ? 'list' : story.defaultView)

  // Of a story in tiles it may be known later.
  const openRow = state.openEvent === null ? null : rowOf(state.openEvent)
  const viewRef = useRef<HTMLDivElement>(null)
  const headingRef = useDetailsFocus(viewRef, clocked.story, state.openEvent, found.shownRows)
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

  return (
    <div className={`page${state.openEvent === null ? '' : ' has-details'}`}>
      <TakeOver />
      <BehindDetails isOpen={openRow !== null}>
        <Masthead
          homeHref={hrefOf(initialView)}
          otherTheme={theme === 'dark' ? 'light' : 'dark'}
          onTheme={() => onChoose(theme === 'dark' ? 'light' : 'dark')}
          onHome={() => dispatch({ kind: 'homeOpened' })}
          onShare={() => setIsSharing(true)}
        />
        <main>
          <StoryHead
            {...story}
            coverage={describeCoverage(opened.facts)}
            revisedWords={`Revised ${lowerFirst(formatDateWords(story.revised))}.`}
          />
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
          <div className={`controls${hasFilter ? ' is-filtered' : ''}${isRead ? ' is-read' : ''}`}>
            {isDrawn ? (
              <PartBoundary part="The filters" resetKey="">
                <FiltersView
                  {...{ opened, found, state, dispatch, matchWords, onClear }}
                  isFiltered={hasFilter}
                />
              </PartBoundary>
            ) : (
              filtersWaiting
            )}
            <div className="switches">
              <ViewSwitch view={view} onView={(chosen) => dispatch({ kind: 'viewChosen', view: chosen })} />
              <PartBoundary part="The clocks" resetKey="">
                <ClockView {...{ storyIndex, found, view, state, dispatch }} onSay={say} />
              </PartBoundary>
            </div>
          </div>
          {state.since !== null && isDrawn && (
            <PartBoundary part="What changed" resetKey={state.since}>
              <SinceView {...{ storyIndex, state, since: state.since, dispatch }} onMarks={setChanges} />
            </PartBoundary>
          )}
          <div
            ref={viewRef}
            className="view"
            onKeyDown={(event) => {
              if (event.key === 'Escape' && state.openEvent !== null) onClose()
            }}
          >
            <PartBoundary part={`The ${view}`} resetKey={view}>
              {!isDrawn ? null : view === 'list' ? (
                <ListView {...shared} empty={empty} selected={state.openEvent} onOpen={onOpen} />
              ) : isRead ? (
                <FurtherViews
                  {...{ storyIndex, found, state, dispatch, empty, view }}
                  onCopyAddress={(address, what) => void copy.onCopyAddress(address, what)}
                />
              ) : (
                <>
                  <div className="lane-tools">
                    <LaneSwitch {...{ found, state, dispatch }} offered={opened.names.lanes} onSay={say} />
                  </div>
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
                </>
              )}
            </PartBoundary>
          </div>
          {isDrawn && (
            <PartBoundary part="The key" resetKey="">
              <Below {...{ storyIndex, found, state, matchWords }} />
            </PartBoundary>
          )}
        </main>
      </BehindDetails>
      {state.openEvent !== null && openRow !== null && (
        <DetailsFrame
          {...shared}
          openRow={openRow}
          openStatement={state.openStatement}
          {...{ state, dispatch }}
          headingRef={headingRef}
          hrefOf={(event, statement) => hrefOf({ ...state, openEvent: event, openStatement: statement })}
          onOpen={onOpen}
          onCopyLink={(statement) => void copy.onCopy(statement)}
          onClose={onClose}
        />
      )}
      {isSharing && (
        <PartBoundary part="Sharing" resetKey="">
          <ShareView
            {...{ storyIndex, found, state, matchWords }}
            onCopyLink={() => void copy.onShare()}
            onClose={() => setIsSharing(false)}
          />
        </PartBoundary>
      )}
      {copy.result !== null && <CopyNote result={copy.result} onDismiss={copy.onDismiss} />}
      <p className="visually-hidden" role="status" aria-live="polite">
        {copy.result?.isCopied === true ? 'Copied to the clipboard.' : said}
      </p>
    </div>
  )
}
