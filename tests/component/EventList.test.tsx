/** Does the list say in words what the timeline draws? */
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useMemo, type ReactElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { ListView } from '../../src/app/ListView.tsx'
import { useStoryIndex, useWholeStory } from '../../src/app/useTimelineMarks.ts'
import type { EventId } from '../../src/core/base/brand.ts'
import type { Story } from '../../src/core/story/story.ts'
import { initialView, type ViewState } from '../../src/core/view/viewState.ts'
import { openInMemory } from '../../src/loading/openInMemory.ts'
import { makeEvent, makeStory } from '../fixtures/makeStory.ts'

interface PageProps {
  readonly story: Story
  readonly state?: Partial<ViewState>
  readonly onOpen?: (event: EventId) => void
}

function Page({ story, state = {}, onOpen = () => undefined }: PageProps): ReactElement {
  const opened = useMemo(() => openInMemory({ story, problems: [] }), [story])
  const asked = { ...initialView, ...state }
  const storyIndex = useStoryIndex(opened)
  const found = useWholeStory(storyIndex, asked)
  const selected = asked.openEvent
  const openRow = selected === null ? null : opened.rowOf(selected)
  return <ListView {...{ storyIndex, found, openRow, selected, onOpen }} detailsId="details" empty={null} />
}

const story = makeStory({
  events: [
    makeEvent(0),
    makeEvent(1, { date: { edtf: '2020-01-07' }, standing: { is: 'denied' }, statements: [] }),
    makeEvent(2, { date: { edtf: '[2020-01-20..2020-02-12]' } }),
    makeEvent(3, { date: { edtf: '2020-02-01/..' } }),
    makeEvent(4, { date: { edtf: '[..2020-02-12]' } }),
    makeEvent(5, { date: null, relations: [{ is: 'after', to: 'event-1' }] }),
  ],
})
/** The button that holds a title. */
function entry(title: string): HTMLElement {
  const button = screen.getByText(title).closest('button')
  if (button === null) throw new Error(`no button: ${title}`)
  return button
}

describe('the list', () => {
  it('stands in reading order under its headings, each with its count', () => {
    render(<Page story={story} />)
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
    expect(headings).toEqual([
      'January 2020 2 events',
      'January or February 2020 1 event',
      'February 2020 1 event',
      'Not later than 12 February 2020 1 event',
      'No date 1 event',
    ])
    const rows = screen.getAllByRole('button').map(({ dataset }) => Number(dataset['row']))
    const ids = rows.map((row) => story.events[row]?.id)
    expect(ids).toEqual(['event-0', 'event-1', 'event-2', 'event-3', 'event-4', 'event-5'])
    ids.forEach((_, i) => expect(entry(`Event ${i}`)).toHaveAttribute('data-row', String(rows[i])))
  })

  it('gives of each event its title, standing, date in words and counts', () => {
    render(<Page story={story} />)
    expect(entry('Event 0')).toHaveTextContent(/Reported.*1 January.*2 sources, 1 statement/)
    expect(entry('Event 1')).toHaveTextContent(/Denied.*7 January.*1 source/)
    expect(entry('Event 3')).toHaveTextContent('from 1 February')
    expect(entry('Event 5')).toHaveTextContent('after “Event 1”')
  })

  it('opens an event, and says which one is open', async () => {
    const onOpen = vi.fn()
    render(<Page story={story} state={{ openEvent: 'event-1' as EventId }} onOpen={onOpen} />)
    expect(entry('Event 1')).toHaveAttribute('aria-expanded', 'true')
    expect(entry('Event 1')).toHaveAttribute('aria-controls', 'details')
    expect(entry('Event 0')).toHaveAttribute('aria-expanded', 'false')
    await userEvent.click(entry('Event 0'))
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('event-0')
  })

  it('leaves out what the filter hides, and says what only may match', () => {
    render(<Page story={story} state={{ from: '2020-02', to: '2020-02' }} />)
    expect(screen.queryByText('Event 0')).toBeNull()
    expect(entry('Event 2')).toHaveTextContent('may match')
    expect(entry('Event 3')).not.toHaveTextContent('may match')
    expect(entry('Event 5')).toHaveTextContent('may match')
  })

  it('is one labelled part of the page', () => {
    render(<Page story={story} />)
    const region = screen.getByRole('region', { name: 'List of events' })
    expect(within(region).getAllByRole('listitem')).toHaveLength(6)
  })
})

describe('a list of more events than fit on a page', () => {
  const long = makeStory({ eventCount: 250 })
  // By selectors: to look for roles among hundreds of buttons takes seconds.
  const shown = (): readonly number[] =>
    [...document.querySelectorAll<HTMLElement>('button[data-row]')].map(({ dataset }) =>
      Number(dataset['row']),
    )
  const findPager = (place: 'above' | 'below'): HTMLElement | null =>
    document.querySelector(`nav[aria-label="Pages of the list, ${place}"]`)
  const pager = (place: 'above' | 'below'): HTMLElement => {
    const nav = findPager(place)
    if (nav === null) throw new Error(`no pager ${place}`)
    return nav
  }
  const press = (name: string, place: 'above' | 'below' = 'above'): Promise<void> =>
    userEvent.click(within(pager(place)).getByRole('button', { name }))
  const upTo = (from: number, to: number): readonly number[] =>
    Array.from({ length: to - from }, (_, i) => from + i)

  it('shows the first hundred, and says above and below which they are', () => {
    render(<Page story={long} />)
    expect(shown()).toEqual(upTo(0, 100))
    for (const place of ['above', 'below'] as const)
      expect(pager(place)).toHaveTextContent('Events 1 to 100 of 250')
    expect(within(pager('above')).getByRole('button', { name: 'Previous 100' })).toBeDisabled()
    expect(within(pager('above')).getByRole('button', { name: 'First' })).toBeDisabled()
  })

  it('turns its pages there and back, and to both ends', async () => {
    render(<Page story={long} />)
    await press('Next 100')
    expect(shown()).toEqual(upTo(100, 200))
    await press('Next 100')
    expect(shown()).toEqual(upTo(200, 250))
    expect(pager('above')).toHaveTextContent('Events 201 to 250 of 250')
    expect(within(pager('below')).getByRole('button', { name: 'Next 100' })).toBeDisabled()
    expect(within(pager('below')).getByRole('button', { name: 'Last' })).toBeDisabled()
    await press('Previous 100')
    expect(shown()).toEqual(upTo(100, 200))
    await press('First')
    expect(shown()[0]).toBe(0)
    await press('Last')
    expect(shown()[0]).toBe(200)
  })

  it('goes to its head when a page is turned at its foot, and stays when at its head', async () => {
    const scroll = vi.spyOn(HTMLElement.prototype, 'scrollIntoView')
    render(<Page story={long} />)
    await press('Next 100')
    expect(scroll).not.toHaveBeenCalled()
    await press('Next 100', 'below')
    expect(scroll).toHaveBeenCalledOnce()
    expect(shown()[0]).toBe(200)
  })

  it('opens at the page of the event that is open, and follows to another', async () => {
    const view = render(<Page story={long} state={{ openEvent: 'event-149' as EventId }} />)
    expect(shown()).toEqual(upTo(100, 200))
    view.rerender(<Page story={long} state={{ openEvent: 'event-200' as EventId }} />)
    expect(shown()).toEqual(upTo(200, 250))
    // A reader who turns the page meanwhile is not brought back.
    await press('First')
    expect(shown()).toEqual(upTo(0, 100))
    view.rerender(<Page story={long} state={{ openEvent: null }} />)
    expect(shown()).toEqual(upTo(0, 100))
  })

  it('begins anew under another filter, counts what passes it, and has no pager where one page is enough', async () => {
    const view = render(<Page story={long} />)
    await press('Last')
    view.rerender(<Page story={long} state={{ from: '2020-02-01' }} />)
    expect(pager('above')).toHaveTextContent('Events 1 to 100 of 219')
    expect(shown()).toEqual(upTo(31, 131))
    view.rerender(<Page story={long} state={{ to: '2020-01' }} />)
    expect([findPager('above'), findPager('below')]).toEqual([null, null])
    expect(shown()).toEqual(upTo(0, 31))
  })

  it('of exactly a hundred has one page', () => {
    render(<Page story={makeStory({ eventCount: 100 })} />)
    expect(shown()).toHaveLength(100)
    expect([findPager('above'), findPager('below')]).toEqual([null, null])
  })
})
