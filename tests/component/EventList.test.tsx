/** Does the list say in words what the timeline draws? */
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useMemo, type ReactElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { ListView } from '../../src/app/ListView.tsx'
import { useMatches, useStoryIndex } from '../../src/app/useTimelineMarks.ts'
import { useWordHits } from '../../src/app/useWordHits.ts'
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
  const found = useMatches(storyIndex, asked, useWordHits(opened, asked.words).hits)
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
    const titles = screen.getAllByRole('button').map(({ dataset }) => dataset['event'])
    expect(titles).toEqual(['event-0', 'event-1', 'event-2', 'event-3', 'event-4', 'event-5'])
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
