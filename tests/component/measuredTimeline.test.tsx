/** Is the timeline laid out for the width that it has, and for no other before? */
import { render, screen } from '@testing-library/react'
import { StrictMode, type ReactElement } from 'react'
import { expect, it } from 'vitest'
import { MeasuredTimeline } from '../../src/app/MeasuredTimeline.tsx'
import { useStoryIndex, useWholeStory, type FoundEvents } from '../../src/app/useTimelineMarks.ts'
import type { LayoutInput } from '../../src/core/marks/laneLayout.ts'
import { initialView } from '../../src/core/view/viewState.ts'
import { openInMemory } from '../../src/loading/openInMemory.ts'
import { setWidth } from '../fixtures/fakePage.ts'
import { makeEvent, makeStory } from '../fixtures/makeStory.ts'

const opened = openInMemory({ story: makeStory({ events: [makeEvent(0), makeEvent(1)] }), problems: [] })

/** Notes the width of each layout, px. */
function noteWidths(found: FoundEvents, widths: number[]): FoundEvents {
  const lay = (input: LayoutInput) => {
    widths.push(input.widthPx)
    return found.drawn.lay(input)
  }
  return { ...found, drawn: { ...found.drawn, lay } }
}

function Page({ widths }: { readonly widths: number[] }): ReactElement {
  const storyIndex = useStoryIndex(opened)
  const found = noteWidths(useWholeStory(storyIndex, initialView), widths)
  return (
    <MeasuredTimeline
      {...{ storyIndex, found }}
      chosenWindow={null}
      openRow={null}
      detailsId="details"
      empty={null}
      onWindow={() => undefined}
      onOpenRow={() => undefined}
      onList={() => undefined}
      onDates={() => undefined}
      onSay={() => undefined}
    />
  )
}

/** With what is fetched after the timeline, so that nothing comes when the test is over. */
async function findTimeline(): Promise<HTMLElement> {
  await screen.findByRole('region', { name: 'Whole story' })
  return screen.getByRole('region', { name: 'Timeline' })
}

it.each([320, 1000])('a timeline of %i px is never laid out for another width', async (widthPx) => {
  setWidth(widthPx)
  const widths: number[] = []
  render(<Page widths={widths} />)
  expect(await findTimeline()).toBeVisible()
  expect(new Set(widths)).toEqual(new Set([widthPx]))
})

it('a timeline that has no width is there all the same', async () => {
  setWidth(0)
  render(
    <StrictMode>
      <Page widths={[]} />
    </StrictMode>,
  )
  expect(await findTimeline()).toBeVisible()
})
