/** How many events changed since the day in the address, and which: one line above every view. */
import { useEffect, useMemo, type ReactElement } from 'react'
import type { ViewAction } from '../core/view/viewAction.ts'
import type { ViewState } from '../core/view/viewState.ts'
import { describeChangesSince } from '../core/wording/changeWords.ts'
import { SinceNote } from '../ui/changes/SinceNote.tsx'
import { PageLink } from '../ui/shared/PageLink.tsx'
import { markChanges, type ChangeMarks } from './changeMarks.ts'
import { linksFrom } from './furtherView.ts'
import type { StoryIndex } from './useTimelineMarks.ts'

interface SinceViewProps {
  readonly storyIndex: StoryIndex
  readonly state: ViewState
  readonly since: string
  readonly dispatch: (action: ViewAction) => void
  /** Told what the other views mark; null when nothing is any more. */
  readonly onMarks: (marks: ChangeMarks | null) => void
}

export function SinceView(props: SinceViewProps): ReactElement | null {
  const { storyIndex, state, since, dispatch, onMarks } = props
  const { frame, rowOf, titleOf } = storyIndex
  const marks = useMemo(() => markChanges(frame, since), [frame, since])
  useEffect(() => {
    onMarks(marks)
    return () => onMarks(null)
  }, [marks, onMarks])
  if (marks === null) return null
  const titles = marks.events
    .map((id) => ({ id, row: rowOf(id) ?? Infinity }))
    .sort((a, b) => a.row - b.row)
    .map(({ id }) => titleOf(id) ?? id)
  return (
    <SinceNote
      sentence={describeChangesSince(marks.since, marks.changes, titles)}
      link={
        state.view === 'changes' ? null : (
          <PageLink to={linksFrom(state, dispatch)({ view: 'changes' })}>See what changed</PageLink>
        )
      }
      onDismiss={() => dispatch({ kind: 'sinceChanged', since: null })}
    />
  )
}
