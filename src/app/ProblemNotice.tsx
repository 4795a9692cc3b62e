/** What is wrong with the story file, beside what of it is shown. */
import type { ReactElement } from 'react'
import type { StoryProblem } from '../core/story/problem.ts'
import { Notice } from '../ui/notices/Notice.tsx'

interface ProblemNoticeProps {
  readonly problems: readonly StoryProblem[]
  readonly shownCount: number
  readonly onDismiss: () => void
}

export function ProblemNotice({ problems, shownCount, onDismiss }: ProblemNoticeProps): ReactElement {
  return (
    <Notice
      lead={describeProblems(problems, shownCount)}
      sentences={problems.map(({ path, sentence }) => `${path}: ${sentence}`)}
      onDismiss={onDismiss}
    />
  )
}

/** "The story file has faults. One item was left out; 999 events are shown." */
function describeProblems(problems: readonly StoryProblem[], shownCount: number): string {
  const leftOut = new Set(problems.flatMap(({ path, isLeftOut }) => (isLeftOut ? [itemOf(path)] : [])))
  const items = leftOut.size === 1 ? 'One item was' : `${leftOut.size} items were`
  return leftOut.size === 0
    ? 'The story file has faults. Nothing was left out.'
    : `The story file has faults. ${items} left out; ${shownCount} events are shown.`
}

/** `events[12]` for `events[12].date.edtf`. */
function itemOf(path: string): string {
  return path.split('.')[0] ?? path
}
