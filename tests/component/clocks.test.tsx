/** Can a reader choose by which date events stand, and does the list follow? */
import { act, render, renderHook, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useMemo, useState, type ReactElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { ClockView } from '../../src/app/ClockView.tsx'
import { ListView } from '../../src/app/ListView.tsx'
import { useClock } from '../../src/app/useClock.ts'
import { useStoryIndex, useWholeStory } from '../../src/app/useTimelineMarks.ts'
import { reduceView } from '../../src/core/view/reduceView.ts'
import type { ViewAction } from '../../src/core/view/viewAction.ts'
import { clocks, initialView, type Clock, type ViewState } from '../../src/core/view/viewState.ts'
import { openInMemory } from '../../src/loading/openInMemory.ts'
import type { WholeStory } from '../../src/loading/openedStory.ts'
import { ClockSwitch } from '../../src/ui/masthead/ClockSwitch.tsx'
import { january } from '../fixtures/eventsFromText.ts'
import { makeEvent, makeStory } from '../fixtures/makeStory.ts'

const reportedOn = (edtf: string) => ({ reported: { edtf, source: 'morning-post' } })
const story = makeStory({
  events: [
    makeEvent(0, { title: 'Smoke', ...reportedOn('2020-02-20') }),
    makeEvent(1, { title: 'Fire', ...reportedOn('2020-01-05') }),
    makeEvent(2, { title: 'Silence' }),
  ],
})

interface PageProps {
  readonly first?: Partial<ViewState>
  readonly onSay?: (sentence: string) => void
  readonly onAction?: (action: ViewAction) => void
}

function Page({ first = {}, onSay = () => undefined, onAction = () => undefined }: PageProps): ReactElement {
  const opened = useMemo(() => openInMemory({ story, problems: [] }), [])
  const [state, setState] = useState<ViewState>({ ...initialView, ...first })
  const [dispatch] = useState(() => (action: ViewAction) => {
    onAction(action)
    setState((before) => reduceView(before, action))
  })
  const clocked = useClock(opened, state, dispatch)
  const storyIndex = useStoryIndex(clocked.story, clocked.clock)
  const found = useWholeStory(storyIndex, state)
  return (
    <>
      <ClockView {...{ storyIndex, found, state, dispatch, onSay }} view={state.view ?? 'list'} />
      {clocked.isShown && (
        <ListView
          {...{ storyIndex, found }}
          openRow={null}
          selected={null}
          detailsId="details"
          empty={null}
          onOpen={() => undefined}
        />
      )}
    </>
  )
}

const group = (): HTMLElement => screen.getByRole('group', { name: 'Dates by which events stand' })
const choice = (name: string): HTMLElement => within(group()).getByRole('button', { name })
const headings = (): readonly (string | null)[] =>
  screen.queryAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)

const byHappened = ['January 2020 3 events']
const saidByReport = 'By when it was reported: 2 events with a date, 1 event with no date of a report.'
const byReport = ['January 2020 1 event', 'February 2020 1 event', 'No date of a report 1 event']

describe('the switch between the clocks', () => {
  it('shows which one is on, and hands on the other', async () => {
    const onClock = vi.fn()
    render(<ClockSwitch clock="both" offered={clocks} isWaiting={false} onClock={onClock} />)
    expect(choice('Both')).toHaveAttribute('aria-pressed', 'true')
    expect(choice('Reported')).toHaveAttribute('aria-pressed', 'false')
    await userEvent.click(choice('Reported'))
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}')
    expect(onClock.mock.calls).toEqual([['reported'], ['happened']])
  })

  it('says why a story in tiles lacks a clock, which cannot be pressed there', async () => {
    const onClock = vi.fn()
    render(<ClockSwitch clock="both" offered={['both', 'happened']} isWaiting={false} onClock={onClock} />)
    expect(choice('Reported')).toHaveAttribute('aria-disabled', 'true')
    expect(choice('Reported')).toHaveAccessibleDescription(/have no order of reports/)
    await userEvent.click(choice('Reported'))
    expect(onClock).not.toHaveBeenCalled()
    expect(choice('Both')).not.toHaveAttribute('aria-disabled')
    expect(choice('Happened')).not.toHaveAttribute('aria-disabled')
  })

  it('says when the order takes a while', () => {
    render(<ClockSwitch clock="reported" offered={clocks} isWaiting onClock={() => undefined} />)
    expect(screen.getByText('Putting the events in order…')).toBeInTheDocument()
  })
})

it('is not there where nothing stands by a date', () => {
  render(<Page first={{ view: 'sources' }} />)
  expect(screen.queryByRole('group', { name: 'Dates by which events stand' })).not.toBeInTheDocument()
})

describe('the list', () => {
  it('follows the clock there and back, and the change is said', async () => {
    const onSay = vi.fn()
    render(<Page onSay={onSay} />)
    expect(headings()).toEqual(byHappened)
    await userEvent.click(choice('Reported'))
    await waitFor(() => expect(onSay).toHaveBeenLastCalledWith(saidByReport))
    expect(headings()).toEqual(byReport)
    const entries = screen.getAllByRole('button', { name: /Smoke|Fire|Silence/ })
    expect(entries.map(({ textContent }) => /Smoke|Fire|Silence/.exec(textContent)?.[0])).toEqual([
      'Fire',
      'Smoke',
      'Silence',
    ])
    expect(within(entries[0] as HTMLElement).getByText('the event: 2 January 2020')).toBeInTheDocument()
    await userEvent.click(choice('Both'))
    expect(headings()).toEqual(byHappened)
  })

  it('has nothing on it before a link to another clock has its order', async () => {
    render(<Page first={{ clock: 'reported' }} />)
    expect(headings()).toEqual([])
    await waitFor(() => expect(headings()).toEqual(byReport))
  })
})

describe('the window', () => {
  const chosenWindow = (startDay: number, endDay: number) => ({
    window: { startMs: january(startDay), endMs: january(endDay) },
  })

  it('stays where it is when events stand in it by the other clock too', async () => {
    const [onAction, onSay] = [vi.fn(), vi.fn()]
    render(<Page first={chosenWindow(1, 10)} onAction={onAction} onSay={onSay} />)
    await userEvent.click(choice('Reported'))
    await waitFor(() => expect(onSay).toHaveBeenLastCalledWith(saidByReport))
    expect(onAction.mock.calls).toEqual([[{ kind: 'clockChosen', clock: 'reported' }]])
  })

  it('goes to the first view when no event stands in it by the other clock', async () => {
    const onAction = vi.fn()
    render(<Page first={chosenWindow(40, 60)} onAction={onAction} />)
    await userEvent.click(choice('Happened'))
    await waitFor(() => expect(onAction).toHaveBeenLastCalledWith({ kind: 'windowChanged', window: null }))
  })

  it('is that of the address where nobody chose a clock', async () => {
    const onAction = vi.fn()
    const onSay = vi.fn()
    render(<Page first={{ clock: 'happened', ...chosenWindow(40, 60) }} onAction={onAction} onSay={onSay} />)
    await waitFor(() => expect(onSay).toHaveBeenCalled())
    expect(onAction).not.toHaveBeenCalled()
  })
})

describe('a story by the chosen clock', () => {
  function open(opened: WholeStory, first: Clock, dispatch = vi.fn()) {
    return renderHook(
      ({ clock }: { readonly clock: Clock }) => {
        const clocked = useClock(opened, { ...initialView, clock }, dispatch)
        return clocked
      },
      { initialProps: { clock: first } },
    )
  }
  const opened = openInMemory({ story, problems: [] })

  it('is what was on screen until the other order is there, and is kept', async () => {
    const { result, rerender } = open(opened, 'both')
    rerender({ clock: 'reported' })
    expect(result.current).toMatchObject({ clock: 'both', isShown: true })
    await waitFor(() => expect(result.current.clock).toBe('reported'))
    const { story: byReport } = result.current
    rerender({ clock: 'both' })
    expect(result.current.story).toBe(opened)
    rerender({ clock: 'reported' })
    expect(result.current.story).toBe(byReport)
  })

  it('that cannot be had gives way to both', async () => {
    const dispatch = vi.fn()
    const broken: WholeStory = {
      ...opened,
      events: {
        length: 3,
        at: () => {
          throw new Error('gone')
        },
      },
    }
    open(broken, 'reported', dispatch)
    await act(() =>
      vi.waitFor(() => expect(dispatch.mock.calls).toEqual([[{ kind: 'clockChosen', clock: 'both' }]])),
    )
  })
})
