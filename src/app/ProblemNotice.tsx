/** What is wrong with the story file, beside what of it is shown. */
import type { ReactElement } from 'react'
import type { StoryProblem } from '../core/story/problem.ts'
import { Notice } from '../ui/notices/Notice.tsx'

interface ProblemNoticeProps {
  readonly problems: readonly StoryProblem[]
  /** Events that were left out, where `problems` may not list them all. */
  readonly leftOutCount: number | null
  readonly shownCount: number
  readonly onDismiss: () => void
}

export function ProblemNotice(props: ProblemNoticeProps): ReactElement {
  const { problems, onDismiss } = props
  return (
    <Notice
      lead={describeProblems(props)}
      sentences={problems.map(({ path, sentence }) => `${path}: ${sentence}`)}
      onDismiss={onDismiss}
    />
  )
}

/** "The story file has faults. One item was left out; 999 events are shown." */
function describeProblems({ problems, leftOutCount, shownCount }: ProblemNoticeProps): string {
  const listed = new Set(problems.flatMap(({ path, isLeftOut }) => (isLeftOut ? [itemOf(path)] : [])))
  const count = Math.max(listed.size, leftOutCount ?? 0)
  const items = count === 1 ? 'One item was' : `${count.toLocaleString('en')} items were`
  return count === 0
    ? 'The story file has faults. Nothing was left out.'
    : `The story file has faults. ${items} left out; ${shownCount.toLocaleString('en')} events are shown.`
}

/** `events[12]` for `events[12].date.edtf`. */
function itemOf(path: string): string {
  return path.split('.')[0] ?? path
}
