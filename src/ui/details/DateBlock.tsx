/** The date: in words, as a sign to scale, why it is as fuzzy as it is, and as the machine has it. */
import { useRef, type ReactElement } from 'react'
import { placeDetailSign } from '../../core/marks/placeDetailSign.ts'
import type { StoryFrame, TimelineEvent } from '../../core/story/story.ts'
import { howKnown } from '../../core/time/howKnown.ts'
import { describeOtherDates } from '../../core/wording/datesByAccount.ts'
import { formatDateWords } from '../../core/wording/dateWords.ts'
import { formatDayLabel } from '../../core/wording/dayWords.ts'
import { formatWhen, type TitleOf } from '../../core/wording/eventWords.ts'
import { lowerFirst } from '../../core/wording/phrase.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { DateSign } from '../shared/DateSign.tsx'
import { SignShape } from '../shared/SignShape.tsx'
import { useElementWidth } from '../shared/useElementSize.ts'
import { Parts } from './Parts.tsx'

interface DateBlockProps {
  readonly event: TimelineEvent
  readonly story: StoryFrame
  readonly titleOf: TitleOf
}

export function DateBlock({ event, story, titleOf }: DateBlockProps): ReactElement {
  const { when, reported } = event
  const others = describeOtherDates(event, story)
  const reportedIn = reported === null ? undefined : story.sources.get(reported.source)
  return (
    <div className="date-block">
      <p className="date-words">{formatWhen(event, titleOf)}</p>
      {when === null || (reported === null && others.length === 0 && howKnown(when.date) === 'day') ? (
        <DateSign when={when} order={event} widthPx={40} />
      ) : (
        <ScaledSign event={event} />
      )}
      {others.length > 0 && (
        <div className="other-dates">
          <p>By other accounts:</p>
          <ul>
            {others.map((line, i) => (
              <li key={i}>
                <Parts parts={line} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="date-note">
        {when !== null && when.note !== null && <Bidi text={when.note} />}{' '}
        {when !== null && when.derived.length > 0 && (
          <span>A round bracket is a limit that we worked out; no source states it. </span>
        )}
        {when !== null && when.baseText !== undefined && (
          <span>
            The base text alone gives{' '}
            {when.baseText === null ? 'no date' : `“${lowerFirst(formatDateWords(when.baseText))}”`}
            {'. '}
          </span>
        )}
        {reported !== null && reportedIn !== undefined && (
          <span>
            Reported {formatDateWords(reported.date)}, by <Bidi text={reportedIn.outlet} />.{' '}
          </span>
        )}
        {when !== null && <code>{when.date.edtf}</code>}
      </p>
    </div>
  )
}

function ScaledSign({ event }: { readonly event: TimelineEvent }): ReactElement {
  const frame = useRef<HTMLDivElement>(null)
  const widthPx = useElementWidth(frame)
  const drawing = widthPx > 0 ? placeDetailSign(event, widthPx) : null
  return (
    <div ref={frame} className="date-scale">
      {drawing !== null && (
        <svg width={widthPx} height={34} viewBox={`0 -9 ${widthPx} 34`} aria-hidden="true">
          <SignShape parts={drawing.sign} widthPx={widthPx} />
          {drawing.bounds.map(({ timeMs, x, anchor, isLimit }) => (
            <text
              key={`${timeMs}-${anchor}`}
              x={x}
              y={22}
              textAnchor={anchor}
              className={isLimit ? 'is-limit' : ''}
            >
              {formatDayLabel(timeMs, drawing.year ?? undefined)}
            </text>
          ))}
        </svg>
      )}
    </div>
  )
}
