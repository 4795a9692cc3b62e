/** Does an event of several actors stand in each of their lanes, and is it one event to every reader? */
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useMemo, type ReactElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { ActorTimeline } from '../../src/app/ActorTimeline.tsx'
import { useStoryIndex, useWholeStory } from '../../src/app/useTimelineMarks.ts'
import type { EventRow } from '../../src/core/indexing/eventIndex.ts'
import type { Story } from '../../src/core/story/story.ts'
import { initialView, laneKinds, type LaneKind } from '../../src/core/view/viewState.ts'
import { openInMemory } from '../../src/loading/openInMemory.ts'
import { LaneSwitch } from '../../src/ui/timeline/LaneSwitch.tsx'
import { storyOf } from '../fixtures/actorStory.ts'

interface PageProps {
  readonly story: Story
  readonly chosen?: readonly string[]
  readonly openRow?: EventRow | null
  readonly onOpenRow?: (row: EventRow) => void
  readonly onSay?: (sentence: string) => void
}

const nothing = (): void => undefined

function Page({
  story,
  chosen = [],
  openRow = null,
  onOpenRow = nothing,
  onSay = nothing,
}: PageProps): ReactElement {
  const opened = useMemo(() => openInMemory({ story, problems: [] }), [story])
  const storyIndex = useStoryIndex(opened)
  const state = useMemo(
    () => ({ ...initialView, chosen: { ...initialView.chosen, actor: chosen } }),
    [chosen],
  )
  const found = useWholeStory(storyIndex, state)
  return (
    <ActorTimeline
      {...{ storyIndex, found, chosen, openRow, onOpenRow, onSay }}
      chosenWindow={null}
      detailsId="details"
      empty={null}
      onWindow={nothing}
      onDates={nothing}
      onList={nothing}
    />
  )
}

const story = storyOf([
  { date: '2020-01-01', title: 'Alone', actors: ['ben'] },
  { date: '2020-01-02', title: 'Together', actors: ['ann', 'ben', 'cleo'] },
  { date: '[2020-01-03..2020-01-20]', title: 'Doubtful', actors: ['cleo'] },
  { date: null, title: 'Undated', actors: ['cleo', 'dan'] },
  { date: '2020-01-21', title: 'Nobody', actors: [] },
])

async function show(changes: Partial<PageProps> = {}) {
  const { rerender } = render(<Page story={story} {...changes} />)
  await screen.findByRole('region', { name: 'Whole story' })
  return (next: Partial<PageProps>) => rerender(<Page story={story} {...changes} {...next} />)
}

const list = (): HTMLElement => screen.getByRole('list', { name: 'Events, earliest first' })
const buttons = (): readonly HTMLElement[] => within(list()).getAllByRole('button')
const headings = (): readonly (string | null)[] =>
  [...document.querySelectorAll('.lane-heading')].map(({ textContent }) => textContent)
const twinsOf = (title: string): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('.twins [data-twin]')].filter(({ textContent }) =>
    textContent.includes(title),
  )

describe('lanes of actors', () => {
  it('stand in the order in which their actors appear, each with its name and what stands in it', async () => {
    await show()
    expect(headings()).toEqual([
      'BEN 2 events',
      'ANN 1 event',
      'CLEO 2 events, 1 more under “No date”',
      'No actor named 1 event',
      'No date 1 event',
    ])
    expect(
      screen.getByText('A lane for each of the 3 actors of events with a date, by first appearance.'),
    ).toBeVisible()
  })

  it('have an event in each of its lanes, which is one button among as many as there are events', async () => {
    await show()
    expect(buttons()).toHaveLength(5)
    expect(within(list()).getAllByRole('button', { name: /Together/ })).toHaveLength(1)
    const items = within(list()).getAllByRole('listitem')
    expect(items.map((item) => item.getAttribute('aria-posinset'))).toEqual(['1', '2', '3', '4', '5'])
    for (const item of items) expect(item).toHaveAttribute('aria-setsize', '5')
    expect(twinsOf('Together').map(({ dataset }) => dataset['lane'])).toEqual(['actor-0', 'actor-2'])
    expect(twinsOf('Alone')).toEqual([])
    for (const twin of twinsOf('Together')) expect(twin.closest('[aria-hidden="true"]')).not.toBeNull()
  })

  it('open the same event from any of its lanes, and all its marks look open', async () => {
    const onOpenRow = vi.fn<(row: EventRow) => void>()
    const change = await show({ onOpenRow })
    for (const twin of twinsOf('Together')) await userEvent.click(twin)
    expect(onOpenRow.mock.calls).toEqual([[1], [1]])
    change({ openRow: 1 })
    expect(screen.getByRole('button', { name: /Together/ })).toHaveAttribute('aria-expanded', 'true')
    for (const twin of twinsOf('Together')) expect(twin).toHaveClass('is-selected')
  })

  it('are gone through by keys, and each is named when they come to it', async () => {
    const onSay = vi.fn<(sentence: string) => void>()
    await show({ onSay })
    buttons()[0]?.focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement).toHaveAccessibleName(/Together/)
    expect(onSay).toHaveBeenLastCalledWith('Lane: ANN.')
    await userEvent.keyboard('{ArrowDown}')
    expect(onSay).toHaveBeenLastCalledWith('Lane: CLEO, the same event.')
    await userEvent.keyboard('{ArrowDown}')
    expect(onSay).toHaveBeenLastCalledWith('Lane: No actor named.')
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    expect(onSay).toHaveBeenLastCalledWith(expect.stringContaining('Lane: ANN'))
    await userEvent.keyboard('{ArrowRight}')
    expect(document.activeElement).toHaveAccessibleName(/Doubtful/)
  })

  it('vanish when the filter leaves nothing in them, and it is said how many', async () => {
    await show({ chosen: ['ann'] })
    expect(headings().map((text) => text?.split(' ')[0])).toEqual(['BEN', 'ANN', 'CLEO', 'No'])
    await screen.findByText(/by first appearance\.$/)
    expect(headings()).toContain('BEN 1 event, 1 hidden')
  })

  it('say how many are hidden', async () => {
    await show({ chosen: ['dan'] })
    expect(headings()).toEqual(['No date 1 event'])
    expect(screen.getByText(/3 lanes hidden/)).toBeVisible()
  })
})

describe('the switch between lanes', () => {
  const showSwitch = (offered: readonly LaneKind[]) => {
    const onLanes = vi.fn<(lanes: LaneKind) => void>()
    const onSay = vi.fn<(sentence: string) => void>()
    render(<LaneSwitch lanes="known" onNear={nothing} {...{ offered, onLanes, onSay }} />)
    return { onLanes, onSay }
  }
  const choice = (name: string): HTMLElement =>
    within(screen.getByRole('group', { name: 'Lanes by' })).getByRole('button', { name })

  it('says which is chosen, and chooses the other by key', async () => {
    const { onLanes, onSay } = showSwitch(laneKinds)
    expect(choice('date')).toHaveAttribute('aria-pressed', 'true')
    await userEvent.tab()
    await userEvent.tab()
    expect(choice('actor')).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(onLanes).toHaveBeenCalledWith('actor')
    expect(onSay).toHaveBeenCalledWith('Lanes by actor, in the order of their first appearance.')
  })

  it('says why, where a story has no lanes of actors', async () => {
    const { onLanes, onSay } = showSwitch(['known'])
    expect(choice('actor')).toHaveAttribute('aria-disabled', 'true')
    expect(choice('actor')).toHaveAccessibleDescription(/cut into tiles/)
    await userEvent.click(choice('actor'))
    expect(onLanes).not.toHaveBeenCalled()
    expect(onSay).toHaveBeenCalledWith(expect.stringContaining('cut into tiles'))
    expect(screen.getByText(/cut into tiles/)).not.toHaveClass('visually-hidden')
  })
})
