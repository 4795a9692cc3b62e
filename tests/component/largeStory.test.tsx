/** What does a reader see while the hits of a search, or the rest of an event, are still on their way? */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useMemo, useState, type ReactElement } from 'react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { DetailsFrame } from '../../src/app/DetailsFrame.tsx'
import { useStoryIndex, useWholeStory } from '../../src/app/useTimelineMarks.ts'
import { useWordHits } from '../../src/app/useWordHits.ts'
import { initialView } from '../../src/core/view/viewState.ts'
import type { EventDetail, FetchedDetails, FoundWords, WholeStory } from '../../src/loading/openedStory.ts'
import { openInMemory } from '../../src/loading/openInMemory.ts'
import { readDetail } from '../../src/loading/readDetail.ts'
import { fetchedDetails, linksOf } from '../fixtures/fetchedDetails.ts'
import { makeEvent, makeStory } from '../fixtures/makeStory.ts'

const story = makeStory({
  events: [makeEvent(0, { relations: [{ is: 'before', to: 'event-1' }] }), makeEvent(1), makeEvent(2)],
})
const inMemory = openInMemory({ story, problems: [] })

describe('a search elsewhere', () => {
  /** Searches that were asked for, in order; a test answers them when it likes. */
  interface Search {
    readonly words: string
    readonly onHits: (found: FoundWords) => void
    isAbandoned: boolean
  }

  function searchElsewhere(): { readonly opened: WholeStory; readonly searches: readonly Search[] } {
    const searches: Search[] = []
    const search = (words: string, onHits: (found: FoundWords) => void): (() => void) => {
      const asked: Search = { words, onHits, isAbandoned: false }
      searches.push(asked)
      return () => {
        asked.isAbandoned = true
      }
    }
    return { opened: { ...inMemory, words: { kind: 'elsewhere', search } }, searches }
  }

  function Hits({ opened, words }: { readonly opened: WholeStory; readonly words: string }): ReactElement {
    const { hits, isDone } = useWordHits(opened, words)
    return <output>{`${hits === null ? 'all' : [...hits].join('')}${isDone ? '' : ' so far'}`}</output>
  }

  const said = (): string | null => screen.getByRole('status').textContent
  const tell = (search: Search | undefined, hits: readonly number[] | null, isDone: boolean): void =>
    act(() => search?.onHits({ hits: hits === null ? null : Uint8Array.from(hits), isDone }))

  it('shows all events before its first hits, then the hits so far, then all of them', () => {
    const { opened, searches } = searchElsewhere()
    render(<Hits opened={opened} words="smoke" />)
    expect(searches.map(({ words }) => words)).toEqual(['smoke'])
    expect(said()).toMatch(/^all/)
    tell(searches[0], [1, 0, 0], false)
    expect(said()).toBe('100 so far')
    tell(searches[0], [1, 0, 1], true)
    expect(said()).toBe('101')
  })

  it('is abandoned for the next one, and its hits stay until those have come', () => {
    const { opened, searches } = searchElsewhere()
    const view = render(<Hits opened={opened} words="smoke" />)
    tell(searches[0], [1, 0, 1], true)
    view.rerender(<Hits opened={opened} words="smoke fire" />)
    expect(searches.map(({ words, isAbandoned }) => [words, isAbandoned])).toEqual([
      ['smoke', true],
      ['smoke fire', false],
    ])
    expect(said()).toMatch(/^101/)
    tell(searches[1], [0, 0, 1], true)
    expect(said()).toBe('001')
    view.rerender(<Hits opened={opened} words="" />)
    tell(searches[2], null, true)
    expect(said()).toBe('all')
  })

  it('is abandoned with the page, and is not asked twice for the same words', () => {
    const { opened, searches } = searchElsewhere()
    const view = render(<Hits opened={opened} words="smoke" />)
    view.rerender(<Hits opened={opened} words="smoke" />)
    expect(searches).toHaveLength(1)
    view.unmount()
    expect(searches[0]?.isAbandoned).toBe(true)
  })

  it('is not needed where the words are at hand', () => {
    render(<Hits opened={inMemory} words="event 1" />)
    expect(said()).toBe('010')
  })
})

describe('an event whose rest has to be fetched', () => {
  const detailOf = (row: number): EventDetail => {
    if (inMemory.details.kind !== 'at-hand') throw new Error('not at hand')
    return readDetail(inMemory.details.story, row)
  }

  function Panel({
    opened,
    onClose,
  }: {
    readonly opened: WholeStory
    readonly onClose: () => void
  }): ReactElement {
    const storyIndex = useStoryIndex(opened)
    const found = useWholeStory(storyIndex, initialView)
    const [openRow, setOpenRow] = useState(0)
    const headingRef = useMemo(() => ({ current: null }), [])
    return (
      <>
        <button type="button" onClick={() => setOpenRow(1 - openRow)}>
          The other event
        </button>
        <DetailsFrame
          {...{ storyIndex, found, openRow, headingRef, onClose }}
          openStatement={null}
          state={initialView}
          dispatch={() => undefined}
          detailsId="details"
          hrefOf={(event) => `/events/${event}/`}
          onOpen={() => undefined}
          onCopyLink={() => undefined}
        />
      </>
    )
  }

  /** @param read answers for a row when the test likes; @param ways how else it is told of */
  function show(read: (row: number) => Promise<EventDetail>, ways: Partial<FetchedDetails> = {}) {
    const onClose = vi.fn()
    const opened: WholeStory = { ...inMemory, details: fetchedDetails(story, { read, ...ways }) }
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Panel opened={opened} onClose={onClose} />
      </QueryClientProvider>,
    )
    return { onClose }
  }

  it('is said to be loading, then stands there with what it has to do with others', async () => {
    let answer: (detail: EventDetail) => void = () => undefined
    const read = vi.fn(() => new Promise<EventDetail>((resolve) => (answer = resolve)))
    show(read)
    expect(screen.getByText('Loading the event…')).toBeVisible()
    await waitFor(() => expect(read).toHaveBeenCalledExactlyOnceWith(0))
    answer(detailOf(0))
    const article = await screen.findByRole('article')
    expect(article).toHaveTextContent('What happened on day 0.')
    expect(screen.getByRole('heading', { name: 'Related' }).parentElement).toHaveTextContent('Event 1')
    expect(screen.getByText('Event 1 of 3')).toBeVisible()
    expect(screen.queryByText('Loading the event…')).toBeNull()
  })

  it('leaves what was open until it is there, and nothing flashes; only where it takes long is it said', async () => {
    const answers: ((detail: EventDetail) => void)[] = []
    show((row) =>
      row === 0 ? Promise.resolve(detailOf(0)) : new Promise((resolve) => answers.push(resolve)),
    )
    await screen.findByText('What happened on day 0.')
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const pass = (ms: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(ms))
    fireEvent.click(screen.getByRole('button', { name: 'The other event' }))
    await pass(140)
    expect(screen.getByRole('article')).toHaveTextContent('What happened on day 0.')
    expect(screen.getByText('Event 1 of 3')).toBeVisible()
    expect(screen.queryByText('Loading the event…')).toBeNull()
    await pass(20)
    expect(screen.queryByRole('article')).toBeNull()
    expect(screen.getByText('Loading the event…')).toBeVisible()
    answers[0]?.(detailOf(1))
    await pass(10)
    expect(screen.getByRole('article')).toHaveTextContent('What happened on day 1.')
  })

  it('that could not be fetched says why, and can be tried again or closed', async () => {
    let tries = 0
    const { onClose } = show((row) =>
      tries++ === 0 ? Promise.reject(new Error('the worker has stopped')) : Promise.resolve(detailOf(row)),
    )
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('The rest of this event could not be loaded: the worker has stopped.')
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(onClose).toHaveBeenCalledOnce()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('article')).toHaveTextContent('What happened on day 0.')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(tries).toBe(2)
  })

  it('is not fetched again when the reader comes back to it', async () => {
    const read = vi.fn((row: number) => Promise.resolve(detailOf(row)))
    show(read)
    await screen.findByText('What happened on day 0.')
    const other = screen.getByRole('button', { name: 'The other event' })
    await userEvent.click(other)
    expect(await screen.findByText('What happened on day 1.')).toBeVisible()
    expect(screen.queryByText('What happened on day 0.')).toBeNull()
    await userEvent.click(other)
    expect(await screen.findByText('What happened on day 0.')).toBeVisible()
    expect(read.mock.calls).toEqual([[0], [1]])
  })

  const thread = (): HTMLElement => screen.getByRole('navigation', { name: 'This thread' })
  const readRow = (row: number): Promise<EventDetail> => Promise.resolve(detailOf(row))

  it('does not wait for its thread, and keeps its room until it comes', async () => {
    let answer: () => void = () => undefined
    const readLinks = vi.fn((rows: readonly number[]) =>
      new Promise<void>((resolve) => (answer = resolve)).then(() => rows.map((row) => linksOf(story, row))),
    )
    show(readRow, { readLinks })
    expect(readLinks).not.toHaveBeenCalled()
    expect(await screen.findByText('What happened on day 0.')).toBeVisible()
    expect(thread()).toHaveTextContent(/^In a thread$/)
    await waitFor(() => expect(readLinks.mock.calls).toEqual([[[0]]]))
    answer()
    await waitFor(() => expect(readLinks.mock.calls).toEqual([[[0]], [[1]]]))
    answer()
    await waitFor(() => expect(thread()).toHaveTextContent('Thread, 1 of 2'))
    expect(within(thread()).getByRole('link', { name: 'In this thread, next: Event 1' })).toHaveAttribute(
      'href',
      '/events/event-1/',
    )
  })

  it('asks for no thread where nothing joins it to one', async () => {
    const readLinks = vi.fn<FetchedDetails['readLinks']>()
    show(() => Promise.resolve(detailOf(2)), { readLinks })
    expect(await screen.findByText('What happened on day 2.')).toBeVisible()
    expect(screen.queryByRole('navigation', { name: 'This thread' })).toBeNull()
    expect(readLinks).not.toHaveBeenCalled()
  })

  it('says that its thread is too long to be followed, and where to look', async () => {
    const readLinks: FetchedDetails['readLinks'] = (rows) =>
      Promise.resolve(rows.map((row) => [{ is: 'before', isInverse: false, other: row + 1 }]))
    show(readRow, { readLinks })
    expect(await screen.findByText('In a thread of more than 200 events; see Related')).toBeVisible()
    expect(within(thread()).queryByRole('link')).toBeNull()
  })

  it('says that its thread could not be loaded, and tries again', async () => {
    let tries = 0
    const readLinks: FetchedDetails['readLinks'] = (rows) =>
      tries++ === 0
        ? Promise.reject(new Error('no answer'))
        : Promise.resolve(rows.map((row) => linksOf(story, row)))
    show(readRow, { readLinks })
    expect(await screen.findByText('In a thread that could not be loaded')).toBeVisible()
    expect(screen.getByText('What happened on day 0.')).toBeVisible()
    await userEvent.click(within(thread()).getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(thread()).toHaveTextContent('Thread, 1 of 2'))
  })
})
