/**
 * What stands on each page of a story? The interface's own parts, as text that needs no script: the event, the list,
 * the sources, the statements, the changes, under the head of the story.
 */
import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { EventId, SourceId, StatementId } from '../core/base/brand.ts'
import { noneChosen } from '../core/story/facetKinds.ts'
import { findEventRoots } from '../core/story/eventRoots.ts'
import { findRelated } from '../core/story/findRelated.ts'
import { findSourceUse } from '../core/story/sourceRole.ts'
import type { Source, TimelineEvent } from '../core/story/story.ts'
import { encodeView } from '../core/view/viewLink.ts'
import { initialView, type ViewKind, type ViewState } from '../core/view/viewState.ts'
import { changesNote, describeRevisions } from '../core/wording/changeWords.ts'
import { formatDateWords } from '../core/wording/dateWords.ts'
import { rootCountWords } from '../core/wording/eventRootWords.ts'
import { formatWhen } from '../core/wording/eventWords.ts'
import { lowerFirst } from '../core/wording/phrase.ts'
import { describeShownSources, describeTally, sourcePageWords } from '../core/wording/sourceWords.ts'
import { describeStatements } from '../core/wording/statementWords.ts'
import { describeCoverage, formatNumberOf } from '../core/wording/storyWords.ts'
import { RevisionList } from '../ui/changes/RevisionList.tsx'
import { SinceField } from '../ui/changes/SinceField.tsx'
import { Details } from '../ui/details/Details.tsx'
import { StatementBlock } from '../ui/details/StatementBlock.tsx'
import { placeInThread } from '../ui/details/threadPlace.ts'
import { buildListItem, gatherSections } from '../ui/list/buildListItem.ts'
import { EventList } from '../ui/list/EventList.tsx'
import { ListPager } from '../ui/list/ListPager.tsx'
import { Masthead } from '../ui/masthead/Masthead.tsx'
import { StoryHead } from '../ui/masthead/StoryHead.tsx'
import { ViewHead } from '../ui/shared/MarginEntry.tsx'
import { PageLink, type LinkTarget } from '../ui/shared/PageLink.tsx'
import { ActorIndex } from '../ui/sources/ActorIndex.tsx'
import { SourceEntry } from '../ui/sources/SourceEntry.tsx'
import { SourceUses, type EventUse } from '../ui/sources/SourceUses.tsx'
import { StatementList } from '../ui/statements/StatementList.tsx'
import { ViewLinks } from '../ui/text/ViewLinks.tsx'
import { tallyActors, type ActorTally, type PageFacts } from './pageFacts.ts'
import { PART_SIZE, STATEMENTS_PART_SIZE, type ListingPage, type StoryPage } from './storyPages.ts'

/** The text of a page. */
export interface PageText {
  /** For the element that it stands in. */
  readonly className: string
  /** HTML, without scripts, styles and comments. */
  readonly html: string
}

interface PageProps<Page extends StoryPage = StoryPage> {
  readonly page: Page
  readonly facts: PageFacts
  /** Where the site lies on its host: begins and ends with `/`. */
  readonly base: string
}

export function renderPage(page: StoryPage, facts: PageFacts, base: string): PageText {
  const html = renderToStaticMarkup(
    page.kind === 'event' ? (
      <EventText {...{ page, facts, base }} />
    ) : (
      <ViewText {...{ page, facts, base }} />
    ),
  )
  const className = `page is-text of-${page.kind}${page.kind === 'event' ? ' has-details' : ''}`
  return { className, html: hideControls(html) }
}

/**
 * What only the script can answer stays in its place but is out of sight, of reach and of the order of reading. Exact,
 * since text and values of attributes have no `<` of their own.
 */
function hideControls(html: string): string {
  return html.replace(/<(?:button|form)(?= )/g, (tag) => `${tag} hidden=""`)
}

/** For what the script alone would do. */
const nobody = (): void => undefined

/** An event whole, then the story that it is of. */
function EventText({ page, facts, base }: PageProps<Extract<StoryPage, { kind: 'event' }>>): ReactElement {
  const { story } = facts
  const { event, row } = page
  const linkTo = linksFrom(base)
  return (
    <>
      <main className="details-aside">
        <Details
          story={story}
          event={event}
          related={findRelated(event, story)}
          titleOf={facts.titleOf}
          openStatement={null}
          position={row + 1}
          shownCount={story.events.length}
          previous={story.events[row - 1] ?? null}
          next={story.events[row + 1] ?? null}
          id="details"
          hrefOf={(id, statement) => linkTo({ openEvent: id, openStatement: statement }).href}
          onOpen={nobody}
          onCopyLink={nobody}
          onCite={nobody}
          onClose={nobody}
          storyHref={base}
          changes={[]}
          thread={placeInThread(event.id, facts.threads.get(event.id) ?? [], facts.titleOf)}
          toSource={(source) => linkTo({ view: 'sources', chosen: { ...noneChosen, source: [source] } })}
          toActor={(actor) => linkTo({ view: 'statements', chosen: { ...noneChosen, actor: [actor] } })}
        />
      </main>
      <div className="page-main">
        <StoryText {...{ facts, base }} view={null} />
      </div>
    </>
  )
}

/** The story, or one of the ways into it. */
function ViewText(props: PageProps<Exclude<StoryPage, { kind: 'event' }>>): ReactElement {
  const { page, facts, base } = props
  const view = page.kind === 'story' ? 'list' : page.kind === 'source' ? 'sources' : page.kind
  return (
    <div className="page-main">
      <StoryText {...{ facts, base, view }} isFiltered={page.kind === 'source'}>
        <div className="view">
          {page.kind === 'story' && page.part === 1 && facts.story.defaultView === 'timeline' && (
            <div className="text-timeline" />
          )}
          <ViewBody {...props} />
        </div>
      </StoryText>
    </div>
  )
}

function ViewBody({ page, ...rest }: PageProps<Exclude<StoryPage, { kind: 'event' }>>): ReactElement {
  switch (page.kind) {
    case 'story':
      return <ListText page={page} {...rest} />
    case 'sources':
      return <SourcesText page={page} {...rest} />
    case 'source':
      return <SourceText page={page} {...rest} />
    case 'statements':
      return <StatementsText page={page} {...rest} />
    case 'changes':
      return <ChangesText page={page} {...rest} />
  }
}

/** Masthead, head of the story, ways into it, and what follows them. */
function StoryText({
  facts,
  base,
  view,
  isFiltered = false,
  children,
}: Omit<PageProps, 'page'> & {
  readonly view: ViewKind | null
  /** One source is chosen. */
  readonly isFiltered?: boolean
  readonly children?: ReactNode
}): ReactElement {
  const { story, coverage } = facts
  const Frame = view === null ? 'div' : 'main'
  const isRead = view !== null && view !== 'list'
  return (
    <>
      <Masthead homeHref={base} otherTheme="dark" onTheme={nobody} onHome={nobody} onShare={nobody} />
      <Frame>
        <StoryHead
          {...story}
          coverage={describeCoverage(coverage)}
          revisedWords={`Revised ${lowerFirst(formatDateWords(story.revised))}.`}
        />
        <div className={`controls${isFiltered ? ' is-filtered' : ''}${isRead ? ' is-read' : ''}`}>
          <div className="filters-waiting" />
          <div className="switches">
            <ViewLinks view={view} hrefOf={(kind) => linksFrom(base)({ view: kind }).href} />
            <div className="clock-switch" />
          </div>
        </div>
        {children}
      </Frame>
    </>
  )
}

type Listing<Kind extends ListingPage['kind']> = PageProps<Extract<ListingPage, { kind: Kind }>>

function ListText({ page, facts, base }: Listing<'story'>): ReactElement {
  const items = page.items.map((event, i) => ({
    ...buildListItem(event, page.first + i, facts.titleOf, false),
    changedWords: '',
  }))
  return (
    <Paged page={page} base={base} size={PART_SIZE}>
      <EventList
        sections={gatherSections(items)}
        selected={null}
        detailsId=""
        language={facts.story.language}
        onOpen={{ hrefOf: (event) => linksFrom(base)({ openEvent: event }).href }}
      />
    </Paged>
  )
}

/** Events of one source that stand among all sources; its own page has all of them. */
const USES_AMONG_OTHERS = 20

function SourcesText({ page, facts, base }: Listing<'sources'>): ReactElement {
  return (
    <div className="ledger">
      <section aria-label="Sources">
        <ViewHead title="Sources" count={formatNumberOf(page.total, 'source')}>
          <OrderChoice />
          <RootCount />
        </ViewHead>
        <Paged page={page} base={base} noun="Sources" size={PART_SIZE}>
          <ol>
            {page.items.map((source) => (
              <SourceOf key={source.id} {...{ source, facts, base }} limit={USES_AMONG_OTHERS} />
            ))}
          </ol>
        </Paged>
      </section>
      {page.part === page.partCount && <ActorsText {...{ facts, base }} actors={facts.actors()} />}
    </div>
  )
}

function SourceText({ page, facts, base }: PageProps<Extract<StoryPage, { kind: 'source' }>>): ReactElement {
  const { source } = page
  return (
    <div className="ledger">
      <section aria-label="Sources">
        <ViewHead title="Sources" count={describeShownSources(1, facts.story.sources.size, true)}>
          <OrderChoice />
          <PageLink className="source-events" to={linksFrom(base)({ view: 'sources' })}>
            Show all sources
          </PageLink>
          <RootCount />
        </ViewHead>
        <ol>
          <SourceOf {...{ source, facts, base }} limit={Infinity} />
        </ol>
      </section>
      <ActorsText {...{ facts, base }} actors={tallyActors(facts.eventsOf(source.id))} />
    </div>
  )
}

/** As wide as the buttons that will stand here. */
function OrderChoice(): ReactElement {
  return (
    <>
      <div className="order-choice">
        <button type="button" className="text-button" aria-pressed="true">
          By date of issue
        </button>
        <button type="button" className="text-button">
          By number of events
        </button>
      </div>
      <button type="button" className="text-button">
        To the actors
      </button>
    </>
  )
}

function RootCount(): ReactElement {
  return (
    <details className="view-head-note">
      <summary>{rootCountWords.question}</summary>
      <p>{rootCountWords.answer}</p>
    </details>
  )
}

/** @param limit most events that are listed; where there are more, all of them on its own page */
function SourceOf({
  source,
  facts,
  base,
  limit,
}: {
  readonly source: Source
  readonly facts: PageFacts
  readonly base: string
  readonly limit: number
}): ReactElement {
  const { story } = facts
  const events = facts.eventsOf(source.id)
  const tally = facts.tallies().get(source.id)
  const linkTo = linksFrom(base)
  const isAlone = limit === Infinity
  return (
    <SourceEntry
      source={source}
      story={story}
      restingWords={tally === undefined ? '' : describeTally(tally)}
      count={events.length}
      isChosen={isAlone}
      isUnfolded={isAlone}
      onUnfold={null}
      onCite={nobody}
      toEvents={null}
      uses={
        <>
          <SourceUses
            uses={events.slice(0, limit).flatMap((event) => usesOf(event, source.id, facts))}
            total={null}
            story={story}
            openEvent={null}
            linkTo={eventLinks(linkTo)}
            onMore={null}
          />
          {!isAlone && (
            <p className="source-acts">
              <PageLink
                className="source-events"
                to={linkTo({ view: 'sources', chosen: { ...noneChosen, source: [source.id] } })}
              >
                {sourcePageWords(Math.min(limit, events.length), events.length)}
              </PageLink>
            </p>
          )}
        </>
      }
    />
  )
}

function usesOf(event: TimelineEvent, source: SourceId, { story, titleOf }: PageFacts): readonly EventUse[] {
  const use = findSourceUse(event, source, findEventRoots(event, story))
  return use === null ? [] : [{ event, row: 0, use, dateWords: formatWhen(event, titleOf) }]
}

function ActorsText({
  facts,
  base,
  actors,
}: Omit<PageProps, 'page'> & { readonly actors: ReadonlyMap<string, ActorTally> }): ReactElement | null {
  const linkTo = linksFrom(base)
  const all = facts.actors()
  const items = [...facts.story.actors.values()]
    .filter(({ id }) => actors.has(id))
    .map((actor) => ({ actor, counts: all.get(actor.id) ?? { statements: 0, spokenIn: 0, events: 0 } }))
    .sort((a, b) => b.counts.events - a.counts.events || (a.actor.name < b.actor.name ? -1 : 1))
  if (items.length === 0) return null
  return (
    <section aria-label="Actors">
      <ViewHead title="Actors" count={formatNumberOf(items.length, 'actor')} />
      <ActorIndex
        items={items.slice(0, PART_SIZE).map(({ actor, counts }) => ({
          actor,
          counts,
          toSaidBy: linkTo({ view: 'statements', chosen: { ...noneChosen, speaker: [actor.id] } }),
          toSaidAbout: linkTo({ view: 'statements', chosen: { ...noneChosen, actor: [actor.id] } }),
          toEvents: linkTo({ view: 'timeline', chosen: { ...noneChosen, actor: [actor.id] } }),
        }))}
      />
    </section>
  )
}

function StatementsText({ page, facts, base }: Listing<'statements'>): ReactElement {
  const { story, statements } = facts
  const linkTo = eventLinks(linksFrom(base))
  return (
    <div className="ledger">
      <section aria-label="Statements">
        <ViewHead title="Statements" count={describeStatements(statements, story)} />
        <Paged page={page} base={base} noun="Statements of events" size={STATEMENTS_PART_SIZE}>
          <StatementList
            items={page.items.map((event, i) => ({
              event,
              row: page.first + i,
              dateWords: formatWhen(event, facts.titleOf),
              statements: event.statements,
            }))}
            language={story.language}
            openEvent={null}
            linkTo={linkTo}
            figureOf={(statement, _event, toOpen) => (
              <StatementBlock
                statement={statement}
                story={story}
                isOpen={false}
                onCopyLink={nobody}
                onCite={nobody}
              >
                {toOpen}
              </StatementBlock>
            )}
          />
        </Paged>
      </section>
    </div>
  )
}

function ChangesText({ page, facts, base }: Listing<'changes'>): ReactElement {
  const { story, titles } = facts
  const linkTo = eventLinks(linksFrom(base))
  return (
    <div className="ledger">
      <section aria-label="Changes of the story">
        <ViewHead title="Changes" count={describeRevisions(story.revisions)}>
          <p className="view-head-note">{changesNote}</p>
        </ViewHead>
        <div className="changes-acts">
          <SinceField since={null} onSince={nobody} />
        </div>
        <Paged page={page} base={base} noun="Changes" size={PART_SIZE}>
          <RevisionList
            items={page.items.map((revision) => ({
              revision,
              sinceWords: '',
              events: revision.events.map((id) => ({ id, row: null, title: titles.get(id) ?? null })),
              hiddenWords: '',
            }))}
            language={story.language}
            openEvent={null}
            linkTo={(event) => linkTo(event, null)}
          />
        </Paged>
      </section>
    </div>
  )
}

/** A page of a long list, between the ways to the others. */
function Paged({
  page,
  base,
  size,
  noun,
  children,
}: {
  readonly page: ListingPage
  readonly base: string
  readonly size: number
  readonly noun?: string
  readonly children: ReactNode
}): ReactElement {
  const { part, partCount, first, items, total } = page
  const root = page.path.replace(/page\/\d+\/$/, '')
  const pager = (place: 'above' | 'below'): ReactElement | null =>
    partCount < 2 ? null : (
      <ListPager
        {...(noun === undefined ? {} : { noun })}
        {...{ place, total, size }}
        first={first + 1}
        last={first + items.length}
        onPage={{
          hrefOf: (step) => {
            const to = Math.max(1, Math.min(partCount, part + step))
            return `${base}${root}${to === 1 ? '' : `page/${to}/`}`
          },
        }}
      />
    )
  return (
    <>
      {pager('above')}
      {children}
      {pager('below')}
    </>
  )
}

type LinkTo = (change: Partial<ViewState>) => LinkTarget

function linksFrom(base: string): LinkTo {
  return (change) => {
    const { path, query, hash } = encodeView({ ...initialView, ...change })
    return { href: `${base}${path}${query}${hash}`, onFollow: nobody }
  }
}

function eventLinks(linkTo: LinkTo): (event: EventId, statement: StatementId | null) => LinkTarget {
  return (openEvent, openStatement) => linkTo({ openEvent, openStatement })
}
