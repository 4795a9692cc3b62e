/** Can the timeline be read and moved by keys alone? */
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useMemo, useState, type ReactElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { TimelineView } from '../../src/app/TimelineView.tsx'
import { useStoryIndex, useWholeStory } from '../../src/app/useTimelineMarks.ts'
import type { EventRow } from '../../src/core/indexing/eventIndex.ts'
import type { Story } from '../../src/core/story/story.ts'
import type { TimeWindow } from '../../src/core/time/timeWindow.ts'
import { initialView } from '../../src/core/view/viewState.ts'
import { openInMemory } from '../../src/loading/openInMemory.ts'
import { setMedia } from '../fixtures/fakePage.ts'
import { eventsFromText, january } from '../fixtures/eventsFromText.ts'
import { makeEvent, makeStory } from '../fixtures/makeStory.ts'

interface PageProps {
  readonly story: Story
  readonly from?: TimeWindow | null
  readonly words?: string
  readonly onOpenRow?: (row: EventRow) => void
  readonly onSay: (sentence: string) => void
}

function Page({
  story,
  from = null,
  words = '',
  onOpenRow = () => undefined,
  onSay,
}: PageProps): ReactElement {
  const [chosenWindow, setChosenWindow] = useState(from)
  const opened = useMemo(() => openInMemory({ story, problems: [] }), [story])
  const storyIndex = useStoryIndex(opened)
  const found = useWholeStory(storyIndex, { ...initialView, words })
  return (
    <TimelineView
      {...{ storyIndex, found, chosenWindow, onOpenRow, onSay }}
      openRow={null}
      detailsId="details"
      empty={null}
      onWindow={setChosenWindow}
      onDates={() => undefined}
      onList={() => undefined}
    />
  )
}

const picture = eventsFromText(`
  2020-01-01                    2020-01-31
  A        B             C
      D------D    E-->
     F....F         G....G
  ?H
`)

/** Waits for the strip, which comes after the timeline. */
async function show(story: Story, changes: Partial<PageProps> = {}) {
  const onSay = vi.fn<(sentence: string) => void>()
  const onOpenRow = vi.fn<(row: EventRow) => void>()
  render(<Page story={story} onSay={onSay} onOpenRow={onOpenRow} {...changes} />)
  await screen.findByRole('region', { name: 'Whole story' })
  return { onSay, onOpenRow }
}

const list = (): HTMLElement => screen.getByRole('list', { name: 'Events, earliest first' })
const marks = (): readonly HTMLElement[] => within(list()).getAllByRole('button')
const tabStops = (): readonly HTMLElement[] => marks().filter(({ tabIndex }) => tabIndex === 0)
/** The letter that an event is drawn with. */
const letterOf = (button: Element | null): string =>
  /\. ([A-Z])\. /.exec(button?.getAttribute('aria-label') ?? '')?.[1] ?? ''
const focused = (): string => letterOf(document.activeElement)
const press = async (keys: string): Promise<void> => {
  await userEvent.keyboard(keys)
}

describe('the timeline', () => {
  it('is a list of all events in view, in reading order, each with its place and a full name', async () => {
    await show(picture)
    expect(marks().map(letterOf).join('')).toBe('AFDBEGCH')
    expect(marks()[0]).toHaveAccessibleName(
      '1 January 2020. A. reported. 1 source, 0 statements. Harbour Office.',
    )
    const [item] = within(list()).getAllByRole('listitem')
    expect(item).toHaveAttribute('aria-posinset', '1')
    expect(item).toHaveAttribute('aria-setsize', '8')
  })

  it('hides its drawing from those who do not see it', async () => {
    await show(picture)
    for (const svg of document.querySelectorAll('svg')) expect(svg).toHaveAttribute('aria-hidden', 'true')
  })

  it('is one stop of the Tab key, and comes back to the event last focused', async () => {
    await show(picture)
    expect(tabStops().map(letterOf)).toEqual(['A'])
    tabStops()[0]?.focus()
    await press('{ArrowRight}{ArrowRight}')
    expect(focused()).toBe('D')
    expect(tabStops().map(letterOf)).toEqual(['D'])
  })

  it('goes to the next and the previous event in time, and says when there is none', async () => {
    const { onSay } = await show(picture)
    tabStops()[0]?.focus()
    await press('{ArrowLeft}')
    expect(onSay).toHaveBeenLastCalledWith('This is the first event.')
    await press('{ArrowRight}')
    expect(focused()).toBe('F')
    await press('{End}')
    expect(focused()).toBe('H')
    await press('{ArrowRight}')
    expect(onSay).toHaveBeenLastCalledWith('This is the last event.')
    await press('{Home}')
    expect(focused()).toBe('A')
  })

  it('goes to the nearest event of the lane below and above', async () => {
    const { onSay } = await show(picture)
    tabStops()[0]?.focus()
    await press('{ArrowUp}')
    expect(onSay).toHaveBeenLastCalledWith('No events in a lane above.')
    await press('{ArrowDown}')
    expect(focused()).toBe('D')
    await press('{ArrowDown}')
    expect(focused()).toBe('F')
    await press('{ArrowDown}')
    expect(focused()).toBe('H')
    await press('{ArrowDown}')
    expect(onSay).toHaveBeenLastCalledWith('No events in a lane below.')
  })

  it('opens what is focused', async () => {
    const { onOpenRow } = await show(picture)
    tabStops()[0]?.focus()
    await press('{ArrowRight}{Enter}')
    expect(onOpenRow).toHaveBeenLastCalledWith(1)
    await press(' ')
    expect(onOpenRow).toHaveBeenCalledTimes(2)
  })

  it('pans to the next event when it is out of view', async () => {
    await show(picture, { from: { startMs: january(1), endMs: january(4) } })
    expect(marks().map(letterOf)).not.toContain('C')
    tabStops()[0]?.focus()
    await press('{Control>}{End}{/Control}')
    await press('{ArrowLeft}')
    expect(focused()).toBe('C')
  })

  it('zooms in and out, shows all, and goes a window on, and says what it shows', async () => {
    const { onSay } = await show(picture)
    tabStops()[0]?.focus()
    await press('0')
    expect(onSay).toHaveBeenLastCalledWith('Showing the whole story.')
    await press('+')
    expect(onSay.mock.lastCall?.[0]).toMatch(/^Showing .* to .* January 2020\.$/)
    await press('{PageDown}')
    expect(document.activeElement?.closest('ol')).toBe(list())
    await press('{PageUp}-')
    await press('0')
    expect(marks().map(letterOf).join('')).toBe('AFDBEGCH')
  })

  it('has the focus on the first event of the next window when the motion to it has ended', async () => {
    setMedia(() => false)
    vi.stubGlobal('requestAnimationFrame', (step: (nowMs: number) => void) =>
      setTimeout(() => step(performance.now()), 16),
    )
    vi.stubGlobal('cancelAnimationFrame', clearTimeout)
    await show(makeStory({ eventCount: 40 }), { from: { startMs: january(1), endMs: january(5) } })
    tabStops()[0]?.focus()
    await press('{PageDown}')
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/^5 January 2020\./))
    expect(document.activeElement).toBe(marks()[0])
  })

  it('leaves keys alone that are not its own', async () => {
    const { onSay, onOpenRow } = await show(picture)
    tabStops()[0]?.focus()
    await press('x{Control>}{ArrowRight}{/Control}{Alt>}{ArrowRight}{/Alt}')
    expect(focused()).toBe('A')
    expect(onSay).not.toHaveBeenCalled()
    expect(onOpenRow).not.toHaveBeenCalled()
  })

  it('passes over events that the filter hides', async () => {
    await show(
      makeStory({
        events: ['A', 'B', 'C'].map((title, i) =>
          makeEvent(i, { title, summary: title === 'B' ? 'hidden' : 'shown' }),
        ),
      }),
      { words: 'shown' },
    )
    tabStops()[0]?.focus()
    await press('{ArrowRight}')
    expect(focused()).toBe('C')
    expect(marks()).toHaveLength(2)
  })
})

describe('where events stand too dense for rows of their own', () => {
  const crowd = makeStory({
    events: Array.from({ length: 40 }, (_, i) =>
      makeEvent(i, { title: 'A title of some length', date: { edtf: '2020-01-05' }, statements: [] }),
    ),
  })

  it('a button counts them, and the arrow keys go over it and on', async () => {
    const { onSay } = await show(crowd)
    const clusters = marks().filter((button) => button.getAttribute('aria-label')?.startsWith('32 events'))
    expect(clusters).toHaveLength(1)
    tabStops()[0]?.focus()
    for (let i = 0; i < 8; i++) await press('{ArrowRight}')
    expect(document.activeElement).toBe(clusters[0])
    expect(tabStops()).toEqual(clusters)
    await press('{ArrowRight}')
    expect(onSay).toHaveBeenLastCalledWith('This is the last event.')
    await press('{ArrowLeft}')
    expect(document.activeElement).toBe(marks()[7])
  })
})

describe('the buttons for moving', () => {
  it('do all that wheel and drag do', async () => {
    const { onSay } = await show(picture)
    const group = screen.getByRole('group', { name: 'Move and zoom' })
    for (const name of ['Zoom in', 'Later', 'Earlier', 'Zoom out', 'Show all']) {
      onSay.mockClear()
      await userEvent.click(within(group).getByRole('button', { name }))
      expect(onSay).toHaveBeenCalledOnce()
    }
  })

  it('move both ends of the window by keys too', async () => {
    await show(picture)
    const start = screen.getByRole('slider', { name: 'Shown from' })
    const before = Number(start.getAttribute('aria-valuenow'))
    expect(start).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/\d (?:December 2019|January 2020)$/) as string,
    )
    start.focus()
    await press('{PageUp}')
    expect(Number(start.getAttribute('aria-valuenow'))).toBeGreaterThan(before)
    await press('{Home}')
    expect(Number(start.getAttribute('aria-valuenow'))).toBeLessThan(before)
  })
})
