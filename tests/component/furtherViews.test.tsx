/** Can a story be read from its sources, its statements and its changes, and does each lead back to its events? */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useMemo, useReducer, useState, type ReactElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { ChangeMarks } from '../../src/app/changeMarks.ts'
import { FurtherViews } from '../../src/app/FurtherViews.tsx'
import { ListView } from '../../src/app/ListView.tsx'
import { SinceView } from '../../src/app/SinceView.tsx'
import { useMarkWords, useStoryIndex, useWholeStory } from '../../src/app/useTimelineMarks.ts'
import type { EventId } from '../../src/core/base/brand.ts'
import { noneChosen } from '../../src/core/story/facetKinds.ts'
import type { Story } from '../../src/core/story/story.ts'
import { reduceView } from '../../src/core/view/reduceView.ts'
import { initialView, type ViewKind, type ViewState } from '../../src/core/view/viewState.ts'
import type { WholeStory } from '../../src/loading/openedStory.ts'
import { openInMemory } from '../../src/loading/openInMemory.ts'
import { readDetail } from '../../src/loading/readDetail.ts'
import { fetchedDetails } from '../fixtures/fetchedDetails.ts'
import { makeEvent, makeSource, makeStatement, makeStory } from '../fixtures/makeStory.ts'

const chain = (...ids: readonly string[]): { source: string }[] => ids.map((source) => ({ source }))
const claim = (...ids: readonly string[]) => ({
  claim: 'A claim.',
  standing: 'reported' as const,
  chain: chain(...ids),
})

const story = makeStory({
  story: { revised: '2020-03-05' },
  sources: [
    { ...makeSource('evening-star', 'Harbour fire: what is known'), issued: '2020-02-10' },
    {
      ...makeSource('morning-post', 'Fire at the harbour'),
      custom: {
        consulted: 'cited',
        consultedNote: 'Only its headline was seen.',
        renderings: [{ text: 'Fire in harbor', by: 'evening-star', note: 'As the relay spells it.' }],
      },
    },
    { ...makeSource('night-mail', 'Nobody rests on this'), issued: undefined },
  ],
  events: [
    makeEvent(0, {
      title: 'The fire is seen',
      accounts: [claim('morning-post', 'evening-star')],
      statements: [
        makeStatement('smoke', { chain: chain('morning-post', 'evening-star') }),
        makeStatement('hurt', {
          speaker: 'an-official',
          record: 'not-named',
          form: 'paraphrase',
          text: 'Nobody was hurt.',
          chain: chain('evening-star'),
        }),
      ],
    }),
    makeEvent(1, { title: 'The quay is closed', accounts: [claim('morning-post')], statements: [] }),
    makeEvent(2, {
      title: 'The quay opens again',
      accounts: [claim('evening-star')],
      statements: [makeStatement('open', { text: 'The quay is open.', chain: chain('evening-star') })],
    }),
  ],
  revisions: [
    { date: '2020-02-01', summary: 'First publication.' },
    {
      date: '2020-03-05',
      summary: 'The hour was corrected.',
      reason: 'A reader wrote.',
      events: ['event-0'],
    },
    { date: '2020-03', summary: 'The quay was named.', events: ['event-1', 'event-2'] },
  ],
})

interface PageProps {
  readonly opened: WholeStory
  readonly state?: Partial<ViewState>
  readonly view: ViewKind
  readonly onCopyAddress?: (address: string, what: string) => void
  readonly onState?: (state: ViewState) => void
}

/** As the workspace has it, without its timeline. */
function Page({
  opened,
  view,
  state: given,
  onCopyAddress = () => undefined,
  onState,
}: PageProps): ReactElement {
  const [state, dispatch] = useReducer(reduceView, { ...initialView, view, ...given })
  const [changes, setChanges] = useState<ChangeMarks | null>(null)
  const storyIndex = useStoryIndex(opened, 'both', changes)
  const found = useWholeStory(storyIndex, state)
  const wordsOf = useMarkWords(storyIndex, found)
  onState?.(state)
  return (
    <>
      {state.since !== null && (
        <SinceView {...{ storyIndex, state, since: state.since, dispatch }} onMarks={setChanges} />
      )}
      {state.view === 'list' ? (
        <ListView
          {...{ storyIndex, found }}
          openRow={null}
          selected={null}
          detailsId="details"
          empty={null}
          onOpen={() => undefined}
        />
      ) : state.view === 'timeline' ? (
        <ol aria-label="Marks">
          {found.shownRows.slice(0, 100).map((row) => (
            <li key={row}>
              {wordsOf(row).full}: {wordsOf(row).name}
            </li>
          ))}
        </ol>
      ) : (
        <FurtherViews
          {...{ storyIndex, found, state, dispatch, onCopyAddress }}
          empty={null}
          view={state.view ?? 'sources'}
        />
      )}
    </>
  )
}

function InMemory({
  of: asked = story,
  ...props
}: Omit<PageProps, 'opened'> & { readonly of?: Story }): ReactElement {
  // A story of its own: what is unfolded is kept with it.
  const opened = useMemo(() => openInMemory({ story: { ...asked }, problems: [] }), [asked])
  return <WithQueries {...props} opened={opened} />
}

/** The rest of an event is fetched, as of a large story. */
function Fetched({
  read,
  ...props
}: Omit<PageProps, 'opened'> & { readonly read: (row: number) => Promise<void> }): ReactElement {
  const opened = useMemo((): WholeStory => {
    const inMemory = openInMemory({ story: { ...story }, problems: [] })
    const readRow = async (row: number) => {
      await read(row)
      return readDetail(story, row)
    }
    return { ...inMemory, details: fetchedDetails(story, { read: readRow }) }
  }, [read])
  return <WithQueries {...props} opened={opened} />
}

function WithQueries(props: PageProps): ReactElement {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <Page {...props} />
    </QueryClientProvider>
  )
}

/** The entry that has a heading. */
function entry(heading: string): HTMLElement {
  const item = screen.getByRole('heading', { level: 3, name: heading }).closest('li')
  if (item === null) throw new Error(`no entry: ${heading}`)
  return item
}

function latestState(): { readonly onState: (state: ViewState) => void; readonly now: () => ViewState } {
  let latest = initialView
  return {
    onState: (state) => {
      latest = state
    },
    now: () => latest,
  }
}

describe('the sources', () => {
  it('stand by the day of issue, each with what it was the root of and what it passes on', () => {
    render(<InMemory view="sources" />)
    const region = screen.getByRole('region', { name: 'Sources' })
    expect(
      within(region)
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual(['Fire at the harbour', 'Harbour fire: what is known', 'Nobody rests on this'])
    expect(within(region).getByRole('heading', { level: 2 })).toHaveTextContent('Sources 3 sources')
    expect(entry('Fire at the harbour')).toHaveTextContent('20 January 2020')
    expect(entry('Fire at the harbour')).toHaveTextContent('Not consulted.')
    expect(entry('Fire at the harbour')).toHaveTextContent('Root of 2 events and 1 statement.')
    expect(entry('Harbour fire: what is known')).toHaveTextContent(
      'Root of 1 event and 1 statement. Passes on 1 event and 2 statements.',
    )
    expect(entry('Nobody rests on this')).toHaveTextContent('No event rests on it.')
    expect(within(entry('Nobody rests on this')).queryByRole('link', { name: /Show its/ })).toBeNull()
  })

  it('can stand by how many events rest on each', async () => {
    render(<InMemory view="sources" state={{ from: '2020-01-01', to: '2020-01-01' }} />)
    const order = screen.getByRole('group', { name: 'Order of the sources' })
    await userEvent.click(within(order).getByRole('button', { name: 'By number of events' }))
    expect(within(order).getByRole('button', { name: 'By number of events' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
  })

  it('unfold to their notes, events and statements, which open', async () => {
    const { onState, now } = latestState()
    render(<InMemory view="sources" onState={onState} />)
    const post = entry('Fire at the harbour')
    const unfold = within(post).getByRole('button', { name: /^What rests on it/ })
    expect(unfold).toHaveAttribute('aria-expanded', 'false')
    await userEvent.click(unfold)
    expect(within(post).getByRole('button', { name: /^Less/ })).toHaveAttribute('aria-expanded', 'true')
    expect(post).toHaveTextContent('Only its headline was seen.')
    expect(post).toHaveTextContent('gives this headline as “Fire in harbor”. As the relay spells it.')
    expect(within(post).getByRole('heading', { level: 4 })).toHaveTextContent('Root of 2 events')
    await userEvent.click(within(post).getByRole('link', { name: 'The quay is closed' }))
    expect(now().openEvent).toBe('event-1')
    expect(within(post).getByRole('link', { name: 'The quay is closed' })).toHaveAttribute(
      'aria-current',
      'true',
    )
    await userEvent.click(within(post).getByRole('link', { name: 'We saw the smoke at five.' }))
    expect(now()).toMatchObject({ openEvent: 'event-0', openStatement: 'smoke', view: 'sources' })
  })

  it('lead to their events on the timeline, and keep the rest of the filter', async () => {
    const { onState, now } = latestState()
    render(<InMemory view="sources" state={{ from: '2020-01' }} onState={onState} />)
    const link = within(entry('Fire at the harbour')).getByRole('link', { name: /^Show its 2 events/ })
    expect(link).toHaveAttribute('href', '/?source=morning-post&from=2020-01&view=timeline')
    await userEvent.click(link)
    expect(now()).toMatchObject({ view: 'timeline', from: '2020-01', chosen: { source: ['morning-post'] } })
  })

  it('that a filter names stand alone, unfolded and marked, with a way back to all', async () => {
    render(<InMemory view="sources" state={{ chosen: { ...noneChosen, source: ['evening-star'] } }} />)
    const region = screen.getByRole('region', { name: 'Sources' })
    expect(within(region).getByRole('heading', { level: 2 })).toHaveTextContent(
      '1 of 3 sources: those that the filter names',
    )
    expect(entry('Harbour fire: what is known')).toHaveClass('is-marked')
    expect(within(region).getByRole('button', { name: /^Less/ })).toHaveAttribute('aria-expanded', 'true')
    await userEvent.click(within(region).getByRole('link', { name: 'Show all sources' }))
    expect(within(region).getAllByRole('heading', { level: 3 })).toHaveLength(3)
  })

  it('without an event under the filter are left out, and that is said', () => {
    render(<InMemory view="sources" state={{ to: '2020-01-02', from: '2020-01-02' }} />)
    const region = screen.getByRole('region', { name: 'Sources' })
    expect(within(region).getByRole('heading', { level: 2 })).toHaveTextContent(
      '1 of 3 sources: no event of the others passes the filter',
    )
    expect(entry('Fire at the harbour')).toHaveTextContent('Root of 1 event.')
  })

  it('find back to what was unfolded', async () => {
    const opened = openInMemory({ story: { ...story }, problems: [] })
    const first = render(<WithQueries opened={opened} view="sources" />)
    await userEvent.click(
      within(entry('Harbour fire: what is known')).getByRole('button', { name: /^What rests/ }),
    )
    first.unmount()
    render(<WithQueries opened={{ ...opened }} view="sources" />)
    const button = within(entry('Harbour fire: what is known')).getByRole('button', { name: /^Less/ })
    expect(button).toHaveAttribute('aria-expanded', 'true')
  })

  it('of a large story are read when they are unfolded, and say what failed', async () => {
    const read = vi.fn<(row: number) => Promise<void>>(() => Promise.reject(new Error('the file is gone')))
    render(<Fetched view="sources" read={read} />)
    expect(entry('Fire at the harbour')).toHaveTextContent('2 events rest on it.')
    expect(read).not.toHaveBeenCalled()
    const post = entry('Fire at the harbour')
    await userEvent.click(within(post).getByRole('button', { name: /^What rests on it/ }))
    expect(await within(post).findByRole('alert')).toHaveTextContent('could not be read: the file is gone')
    read.mockImplementation(() => Promise.resolve())
    await userEvent.click(within(post).getByRole('button', { name: 'Try again' }))
    expect(await within(post).findByRole('heading', { level: 4 })).toHaveTextContent('Root of 2 events')
    expect(read.mock.calls.map(([row]) => row).sort((a, b) => a - b)).toEqual([0, 0, 1, 1])
  })

  it('are followed by the actors: what each said, and in what it takes part', async () => {
    const { onState, now } = latestState()
    render(<InMemory view="sources" onState={onState} />)
    const region = screen.getByRole('region', { name: 'Actors' })
    expect(within(region).getByRole('heading', { level: 2 })).toHaveTextContent('Actors 3 actors')
    expect(entry('Ana Silva')).toHaveTextContent('Said by Ana Silva: 2 statements; takes part in 2 events.')
    await userEvent.click(screen.getByRole('button', { name: 'To the actors' }))
    expect(within(region).getByRole('heading', { level: 2 })).toHaveFocus()
    await userEvent.click(within(entry('Ana Silva')).getByRole('link', { name: /^What this speaker said/ }))
    expect(now()).toMatchObject({ view: 'statements', chosen: { ...noneChosen, speaker: ['ana-silva'] } })
    expect(screen.getAllByRole('figure')).toHaveLength(2)
  })
})

describe('the statements', () => {
  const figures = (): readonly (string | null)[] =>
    screen.getAllByRole('figure').map((figure) => figure.querySelector('bdi')?.textContent ?? null)

  it('stand in the order of reading as figures, counted, with speaker, record, chain and event', () => {
    render(<InMemory view="statements" />)
    expect(figures()).toEqual(['We saw the smoke at five.', 'Nobody was hurt.', 'The quay is open.'])
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
      '3 statements by 1 speaker who is named; 1 by nobody who is',
    )
    const [first] = screen.getAllByRole('figure')
    expect(first).toHaveTextContent('Ana Silva.')
    expect(first).toHaveTextContent('On the record.')
    expect(first).toHaveTextContent('Morning Post (not consulted) → Evening Star (consulted)')
    expect(screen.getByRole('link', { name: 'Event: The fire is seen' })).toHaveAttribute(
      'href',
      '/events/event-0/?view=statements',
    )
  })

  it('are only those of the speaker and the record that the filter names', () => {
    render(<InMemory view="statements" state={{ chosen: { ...noneChosen, record: ['not-named'] } }} />)
    expect(figures()).toEqual(['Nobody was hurt.'])
    expect(screen.getByText(/Filtered by record: only such statements are here/)).toBeInTheDocument()
  })

  it('of one speaker say how much was said, and lead to all that is said where that actor takes part', async () => {
    const { onState, now } = latestState()
    const chosen = { ...noneChosen, speaker: ['an-official'] }
    render(<InMemory view="statements" state={{ chosen }} onState={onState} />)
    expect(screen.getByText('Said by an official: 1 statement; takes part in 1 event.')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('link', { name: 'All that is said in these events' }))
    expect(now().chosen).toEqual({ ...noneChosen, actor: ['an-official'] })
    expect(figures()).toEqual(['We saw the smoke at five.', 'Nobody was hurt.'])
    await userEvent.click(screen.getByRole('link', { name: 'Only what this speaker said' }))
    expect(figures()).toEqual(['Nobody was hurt.'])
  })

  it('open in their event, and are marked then', async () => {
    const { onState, now } = latestState()
    render(<InMemory view="statements" onState={onState} />)
    await userEvent.click(screen.getByRole('link', { name: 'Open in its event: The quay is open.' }))
    expect(now()).toMatchObject({ openEvent: 'event-2', openStatement: 'open' })
    expect(screen.getAllByRole('figure')[2]).toHaveClass('is-open')
  })

  it('have each a link of its own, without filter or view', async () => {
    const onCopyAddress = vi.fn<(address: string, what: string) => void>()
    render(<InMemory view="statements" state={{ words: 'smoke' }} onCopyAddress={onCopyAddress} />)
    await userEvent.click(screen.getByRole('button', { name: 'Copy link to this statement' }))
    const [address, what] = onCopyAddress.mock.calls[0] ?? []
    expect(new URL(address ?? '')).toMatchObject({ pathname: '/events/event-0/', search: '', hash: '#smoke' })
    expect(what).toBe('this statement')
  })

  it('that are none under the filter are told', () => {
    render(<InMemory view="statements" state={{ from: '2020-01-02', to: '2020-01-02' }} />)
    expect(screen.queryByRole('figure')).toBeNull()
    expect(screen.getByRole('region', { name: 'Statements' })).toHaveTextContent('No statement')
  })

  it('of a large story are read a page at a time, from events that have some', async () => {
    const read = vi.fn<(row: number) => Promise<void>>(() => Promise.resolve())
    render(<Fetched view="statements" read={read} />)
    expect(screen.getByText('Reading the events…')).toBeInTheDocument()
    await waitFor(() => expect(figures()).toHaveLength(3))
    expect(read.mock.calls.map(([row]) => row)).toEqual([0, 2])
  })
})

describe('statements of more events than fit on a page', () => {
  const long = makeStory({ eventCount: 120 })

  it('stand on pages of fifty events, and begin anew under another filter', async () => {
    render(<InMemory view="statements" of={long} />)
    const pager = (place: string): HTMLElement =>
      screen.getByRole('navigation', { name: `Pages of statements of events, ${place}` })
    expect(document.querySelectorAll('figure')).toHaveLength(50)
    expect(pager('above')).toHaveTextContent('Statements of events 1 to 50 of 120')
    await userEvent.click(within(pager('below')).getByRole('button', { name: 'Last' }))
    expect(document.querySelectorAll('figure')).toHaveLength(20)
    await userEvent.click(within(pager('above')).getByRole('button', { name: 'First' }))
    expect(document.querySelectorAll('figure')).toHaveLength(50)
  })
})

describe('the changes', () => {
  it('stand newest first, with what, why and the events concerned', async () => {
    const { onState, now } = latestState()
    render(<InMemory view="changes" onState={onState} />)
    const region = screen.getByRole('region', { name: 'Changes of the story' })
    expect(within(region).getByRole('heading', { level: 2 })).toHaveTextContent(
      '3 revisions, the last 5 March 2020',
    )
    const summaries = [...region.querySelectorAll('.revision-summary')].map(({ textContent }) => textContent)
    expect(summaries).toEqual(['The hour was corrected.', 'The quay was named.', 'First publication.'])
    expect(region).toHaveTextContent('Why: A reader wrote.')
    await userEvent.click(within(region).getByRole('link', { name: 'The fire is seen' }))
    expect(now().openEvent).toBe('event-0')
  })

  it('hide the events that the filter hides, and say so', () => {
    render(<InMemory view="changes" state={{ from: '2020-01-02', to: '2020-01-02' }} />)
    expect(screen.queryByRole('link', { name: 'The fire is seen' })).toBeNull()
    expect(screen.getByRole('link', { name: 'The quay is closed' })).toBeInTheDocument()
    expect(screen.getAllByText('1 event is hidden by the filter.')).toHaveLength(2)
  })

  it('are marked since a day that the reader gives, in words, for sure or perhaps', async () => {
    const { onState, now } = latestState()
    render(<InMemory view="changes" onState={onState} />)
    await userEvent.type(screen.getByLabelText('Mark what changed since'), '2020-03-01')
    await userEvent.click(screen.getByRole('button', { name: 'Mark' }))
    expect(now().since).toBe('2020-03-01')
    expect(screen.getByText('since 1 March 2020')).toBeInTheDocument()
    expect(screen.getByText('perhaps since 1 March 2020')).toBeInTheDocument()
    expect(screen.getByRole('region', { name: 'Changes' })).toHaveTextContent(
      '3 events changed since 1 March 2020: “The fire is seen”, “The quay is closed” and “The quay opens again”.',
    )
    await userEvent.click(screen.getAllByRole('button', { name: 'Mark nothing' })[0] ?? document.body)
    expect(now().since).toBeNull()
    expect(screen.queryByRole('region', { name: 'Changes' })).toBeNull()
  })

  it('from now on are marked by a link that names the day of the last revision, and no reader', async () => {
    const onCopyAddress = vi.fn<(address: string, what: string) => void>()
    render(<InMemory view="changes" state={{ words: 'fire' }} onCopyAddress={onCopyAddress} />)
    await userEvent.click(
      screen.getByRole('button', { name: 'Copy a link that marks what changes from now' }),
    )
    const { pathname, search } = new URL(onCopyAddress.mock.calls[0]?.[0] ?? '')
    expect([pathname, search]).toEqual(['/', '?since=2020-03-05'])
  })

  it('are said of each event in the list, and in the names of marks', async () => {
    render(<InMemory view="list" state={{ since: '2020-03-05' }} />)
    const row = screen.getByText('The quay is closed').closest('li')
    await waitFor(() => expect(row).toHaveTextContent('* perhaps changed some day in March 2020'))
    expect(screen.getByText('The fire is seen').closest('li')).not.toHaveTextContent('changed')
  })

  it('are said of each event on the timeline', async () => {
    render(<InMemory view="timeline" state={{ since: '2020-03-04' }} />)
    const marks = (): readonly (string | null)[] =>
      screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    await waitFor(() =>
      expect(marks()[0]).toMatch(/^The fire is seen \* changed 5 March 2020: .*Changed 5 March 2020\.$/),
    )
    await userEvent.click(screen.getByRole('button', { name: 'Mark nothing' }))
    expect(marks()[0]).not.toMatch(/changed/i)
  })

  it('name no event that the first publication does not name', () => {
    render(<InMemory view="changes" state={{ since: '2019' }} />)
    expect(screen.getByText('It names no single event.')).toBeInTheDocument()
    const id = 'event-0' as EventId
    expect(story.revisions.find(({ summary }) => summary === 'First publication.')?.events).not.toContain(id)
  })
})
