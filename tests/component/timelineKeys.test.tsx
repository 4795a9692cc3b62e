/** Do the keys start from the button that has the focus, whatever row it stands for by now? */
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useRef, type ReactElement } from 'react'
import { expect, it, vi } from 'vitest'
import type { EventRow } from '../../src/core/indexing/eventIndex.ts'
import { ShownRows } from '../../src/core/indexing/shownRows.ts'
import type { LaneName } from '../../src/core/marks/laneName.ts'
import type { PlacedCluster } from '../../src/core/marks/placedMark.ts'
import { useTimelineKeys } from '../../src/ui/timeline/useTimelineKeys.ts'

const lanes: readonly LaneName[] = ['actor-0', 'actor-1', 'actor-2']
const nothing = (): void => undefined
const reveal = vi.fn<(row: EventRow) => void>()
const say = vi.fn<(sentence: string) => void>()

function boxIn(lane: LaneName, row: EventRow): PlacedCluster {
  const span = { startMs: 0, endMs: 1 }
  return {
    ...span,
    key: lane,
    lane,
    count: 7,
    firstRow: row,
    lastRow: row,
    has: (other) => other === row,
    bucket: span,
    isEarlier: true,
    y: 0,
    box: { x: 0, y: 0, width: 40, height: 20 },
  }
}

/** A box of counted events in each lane. @param rows that the boxes stand for */
function Boxes({ rows }: { readonly rows: readonly EventRow[] }): ReactElement {
  const listRef = useRef<HTMLOListElement>(null)
  const clusters = lanes.map((lane, i) => boxIn(lane, rows[i] ?? NaN))
  const { tabStop, onFocusRow, onKeyDown } = useTimelineKeys(listRef, {
    clusters,
    marks: [],
    layout: { lanes: lanes.map((kind) => ({ kind })) },
    isMoving: false,
    laneTitle: (lane) => lane,
    shownRows: new ShownRows(new Uint8Array(0)),
    selectedRow: null,
    onReveal: reveal,
    onZoom: nothing,
    onShowAll: nothing,
    onPage: nothing,
    onSay: say,
  })
  return (
    <ol ref={listRef} onKeyDown={onKeyDown}>
      {clusters.map(({ key, firstRow }) => (
        <li key={key}>
          <button
            type="button"
            data-row={firstRow}
            tabIndex={tabStop === firstRow ? 0 : -1}
            onFocus={() => onFocusRow(firstRow)}
          >
            {key}
          </button>
        </li>
      ))}
    </ol>
  )
}

const box = (name: string): HTMLElement => screen.getByRole('button', { name })

it('a box that had the focus when more of the story came is where the keys go on from', async () => {
  const { rerender } = render(<Boxes rows={[25.25, 25.5, 25.75]} />)
  act(() => box('actor-1').focus())
  expect(box('actor-1')).toHaveAttribute('tabindex', '0')
  rerender(<Boxes rows={[26.25, 26.5, 26.75]} />)
  expect(box('actor-1')).toHaveFocus()
  expect(box('actor-1')).toHaveAttribute('tabindex', '0')
  await userEvent.keyboard('{ArrowDown}')
  // What the keys do is a part that comes after the first view.
  await vi.waitFor(() => expect(say).toHaveBeenLastCalledWith('Lane: actor-2.'))
  expect(box('actor-2')).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}{ArrowUp}')
  expect(say).toHaveBeenLastCalledWith('Lane: actor-0.')
  expect(box('actor-0')).toHaveFocus()
  expect(reveal).not.toHaveBeenCalled()
})
