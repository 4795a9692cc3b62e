/**
 * An event in its other lanes. To a reader with a screen reader it is one button, which stands in its first lane
 * (MarkButtons); these are drawn the same, and a press on one opens the same event.
 */
import { memo, type ReactElement } from 'react'
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import type { LaneName } from '../../core/marks/laneName.ts'
import type { StyledMark } from '../../core/marks/styleMarks.ts'
import {
  areAlike,
  classOf,
  faceOf,
  MarkLabel,
  titleOf,
  type MarkFace,
  type MarkWords,
} from './MarkButtons.tsx'
import { shortPx } from './shortPx.ts'

export interface MarkTwinsProps {
  readonly marks: readonly StyledMark[]
  readonly wordsOf: (row: EventRow) => MarkWords
  readonly topPx: number
  readonly language: string
  readonly onOpen: (row: EventRow) => void
}

export function MarkTwins({ marks, wordsOf, ...props }: MarkTwinsProps): ReactElement {
  return (
    <div className="marks twins" style={{ top: props.topPx }} aria-hidden="true">
      {marks
        .filter(({ isTwin, isGhost }) => isTwin && !isGhost)
        .map((mark) => {
          const { row, lane, box } = mark
          return (
            <div
              key={`${row} ${lane}`}
              className="twin"
              style={{
                left: shortPx(box.x),
                top: box.y,
                width: shortPx(box.width),
                height: box.height,
              }}
            >
              <MarkTwin
                {...faceOf(mark)}
                {...{ row, lane }}
                words={wordsOf(row)}
                language={props.language}
                onOpen={props.onOpen}
              />
            </div>
          )
        })}
    </div>
  )
}

interface MarkTwinProps extends MarkFace {
  readonly row: EventRow
  readonly lane: LaneName
  readonly words: MarkWords
  readonly language: string
  readonly onOpen: (row: EventRow) => void
}

const MarkTwin = memo(function MarkTwin(props: MarkTwinProps): ReactElement {
  return (
    <div
      className={classOf(props)}
      role="presentation"
      data-twin={props.row}
      data-lane={props.lane}
      title={titleOf(props)}
      onClick={() => props.onOpen(props.row)}
    >
      <MarkLabel {...props} />
    </div>
  )
}, areAlike)
