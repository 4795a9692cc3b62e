/**
 * The events in view as an ordered list of real buttons, standing where their marks are: what is pressed, focused,
 * read aloud and found by voice.
 */
import { memo, type KeyboardEvent, type ReactElement, type RefObject } from 'react'
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import { isAtEdge } from '../../core/marks/drawShapes.ts'
import type { PlacedCluster, PlacedLabel } from '../../core/marks/placedMark.ts'
import type { StyledMark } from '../../core/marks/styleMarks.ts'
import type { StandingKind } from '../../core/story/story.ts'
import type { ReportWords } from '../../core/wording/eventWords.ts'
import { formatShortCount } from '../../core/wording/clusterWords.ts'
import { spellControls } from '../../core/wording/visibleControls.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { StandingSign } from '../shared/StandingSign.tsx'

/** What is written on and said of one mark. */
export interface MarkWords {
  readonly full: string
  readonly short: string
  readonly date: string
  readonly order: string
  /** Whole accessible name. */
  readonly name: string
  readonly standing: StandingKind
}

interface MarkButtonsProps {
  readonly listRef: RefObject<HTMLOListElement | null>
  readonly marks: readonly StyledMark[]
  readonly clusters: readonly PlacedCluster[]
  readonly wordsOf: (row: EventRow) => MarkWords
  readonly clusterWords: (cluster: PlacedCluster) => string
  /** Row whose button takes Tab. */
  readonly tabStop: EventRow | null
  /** [n] position among the events that pass the filter, from 1. */
  readonly positionOf: (row: EventRow) => number
  readonly shownCount: number
  readonly topPx: number
  readonly detailsId: string
  readonly language: string
  /** undefined: events stand by when they happened. */
  readonly reportWords?: ReportWords | undefined
  readonly onOpen: (row: EventRow) => void
  readonly onOpenCluster: (cluster: PlacedCluster) => void
  readonly onFocusRow: (row: EventRow) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

export function MarkButtons(props: MarkButtonsProps): ReactElement {
  const { tabStop, wordsOf, onOpen, onOpenCluster, onFocusRow } = props
  const items = [
    ...props.marks.filter((mark) => !mark.isGhost).map((mark) => ({ row: mark.row, mark, cluster: null })),
    ...props.clusters.map((cluster) => ({ row: cluster.firstRow, mark: null, cluster })),
  ].sort((a, b) => a.row - b.row)
  return (
    <ol
      ref={props.listRef}
      className="marks"
      aria-label={props.reportWords?.listName ?? 'Events, earliest first'}
      style={{ top: props.topPx }}
      onKeyDown={props.onKeyDown}
    >
      {items.map(({ row, mark, cluster }) => {
        const { x, y, width, height } = (mark ?? cluster).box
        const shared = { row, isTabStop: tabStop === row, onFocusRow }
        return (
          <li
            key={cluster?.key ?? row}
            // The item has the place, the button in it is always the same: moving it costs little.
            style={{ transform: `translate(${short(x)}px,${y}px)`, width: short(width), height }}
            aria-posinset={props.positionOf(row)}
            aria-setsize={props.shownCount}
          >
            {mark !== null ? (
              <MarkButton
                {...shared}
                onOpen={onOpen}
                words={wordsOf(row)}
                lane={mark.lane}
                isSelected={mark.isSelected}
                isPossible={mark.isPossible}
                isLabelled={mark.label !== null}
                side={mark.label?.side ?? 'right'}
                form={mark.label?.form ?? 'full'}
                leftPx={(mark.label?.x ?? 0) - x}
                topPx={(mark.label?.y ?? 0) - y}
                maxPx={maxPxOf(mark)}
                detailsId={props.detailsId}
                language={props.language}
              />
            ) : (
              <ClusterButton
                {...{ ...shared, cluster, onOpenCluster }}
                name={spellControls(props.clusterWords(cluster))}
              />
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** To a hundredth of a px: sums of places differ by less, and the same text is not written again. */
function short(px: number): number {
  return Math.round(px * 100) / 100
}

/** A label that fits needs no limit, which would change with every place. */
function maxPxOf({ label, isPossible, lane }: StyledMark): number | undefined {
  const fits = label !== null && label.widthPx < label.maxPx && !isPossible && lane !== 'undated'
  return fits ? undefined : label?.maxPx
}

interface MarkButtonProps {
  readonly row: EventRow
  readonly words: MarkWords
  readonly lane: StyledMark['lane']
  readonly isSelected: boolean
  readonly isPossible: boolean
  readonly isTabStop: boolean
  readonly isLabelled: boolean
  readonly side: PlacedLabel['side']
  readonly form: PlacedLabel['form']
  /** Of the label within the button. */
  readonly leftPx: number
  readonly topPx: number
  readonly maxPx: number | undefined
  readonly detailsId: string
  readonly language: string
  readonly onOpen: (row: EventRow) => void
  readonly onFocusRow: (row: EventRow) => void
}

/** Less is not seen, and sums of places differ by it, px. */
const SAME_PX = 0.01

const MarkButton = memo(
  function MarkButton({ row, words, lane, isSelected, isPossible, ...props }: MarkButtonProps): ReactElement {
    const { form } = props
    const states = [isSelected && 'is-selected', isPossible && 'is-possible']
    return (
      <button
        type="button"
        className={['mark-button', `lane-${lane}`, ...states].filter(Boolean).join(' ')}
        data-row={row}
        tabIndex={props.isTabStop ? 0 : -1}
        aria-label={spellControls(words.name)}
        aria-expanded={isSelected}
        aria-controls={isSelected ? props.detailsId : undefined}
        title={props.isLabelled && form === 'short' ? spellControls(words.full) : undefined}
        onClick={() => props.onOpen(row)}
        onFocus={() => props.onFocusRow(row)}
      >
        {props.isLabelled && (
          <span
            className={`mark-label side-${props.side}`}
            style={{ left: props.leftPx, top: props.topPx, maxWidth: props.maxPx }}
            lang={props.language}
          >
            {words.date !== '' && <span className="mark-date">{words.date}</span>}
            <StandingSign standing={words.standing} />
            <span className="mark-title">
              <Bidi text={form === 'full' ? words.full : words.short} />
              {isPossible && lane !== 'undated' && <span className="mark-may">may match</span>}
            </span>
            {words.order !== '' && (
              <span className="mark-order">
                {isPossible ? 'may match, ' : ''}
                {words.order}
              </span>
            )}
          </span>
        )}
      </button>
    )
  },
  (before, after) =>
    (Object.keys(after) as (keyof MarkButtonProps)[]).every((key) => {
      const [was, is] = [before[key], after[key]]
      return typeof was === 'number' && typeof is === 'number' ? Math.abs(was - is) < SAME_PX : was === is
    }),
)

interface ClusterButtonProps {
  readonly row: EventRow
  readonly cluster: PlacedCluster
  readonly name: string
  readonly isTabStop: boolean
  readonly onOpenCluster: (cluster: PlacedCluster) => void
  readonly onFocusRow: (row: EventRow) => void
}

function ClusterButton({ row, cluster, name, ...props }: ClusterButtonProps): ReactElement {
  return (
    <button
      type="button"
      className={`mark-button cluster-button${isAtEdge(cluster) ? ' is-at-edge' : ''}`}
      data-row={row}
      tabIndex={props.isTabStop ? 0 : -1}
      aria-label={name}
      title={name}
      onClick={() => props.onOpenCluster(cluster)}
      onFocus={() => props.onFocusRow(row)}
    >
      <span className="cluster-count">{formatShortCount(cluster.count)}</span>
    </button>
  )
}
