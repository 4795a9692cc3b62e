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
import { shortPx } from './shortPx.ts'

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
    ...props.marks
      .filter((mark) => !mark.isGhost && !mark.isTwin)
      .map((mark) => ({ row: mark.row, mark, cluster: null })),
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
            // The item has the place, the button in it is always the same. No transform: each would be
            // weighed as a layer of its own whenever the stage moves.
            style={{ left: shortPx(x), top: y, width: shortPx(width), height }}
            aria-posinset={props.positionOf(row)}
            aria-setsize={props.shownCount}
          >
            {mark !== null ? (
              <MarkButton
                {...shared}
                {...faceOf(mark)}
                onOpen={onOpen}
                words={wordsOf(row)}
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

/** What is drawn of a mark: numbers and words, so that the same is not drawn again. */
export interface MarkFace {
  readonly kind: StyledMark['kind']
  readonly isSelected: boolean
  readonly isPossible: boolean
  readonly isLabelled: boolean
  readonly side: PlacedLabel['side']
  readonly form: PlacedLabel['form']
  /** Of the label within the mark's box. */
  readonly leftPx: number
  readonly topPx: number
  readonly maxPx: number | undefined
}

export function faceOf({ kind, isSelected, isPossible, label, box }: StyledMark): MarkFace {
  // A label that fits needs no limit, which would change with every place.
  const fits = label !== null && label.widthPx < label.maxPx && !isPossible && kind !== 'undated'
  return {
    kind,
    isSelected,
    isPossible,
    isLabelled: label !== null,
    side: label?.side ?? 'right',
    form: label?.form ?? 'full',
    leftPx: (label?.x ?? 0) - box.x,
    topPx: (label?.y ?? 0) - box.y,
    maxPx: fits ? undefined : label?.maxPx,
  }
}

export function classOf({ kind, isSelected, isPossible }: MarkFace): string {
  const states = [isSelected && 'is-selected', isPossible && 'is-possible']
  return ['mark-button', `lane-${kind}`, ...states].filter(Boolean).join(' ')
}

interface MarkButtonProps extends MarkFace {
  readonly row: EventRow
  readonly words: MarkWords
  readonly isTabStop: boolean
  readonly detailsId: string
  readonly language: string
  readonly onOpen: (row: EventRow) => void
  readonly onFocusRow: (row: EventRow) => void
}

/** Less is not seen, and sums of places differ by it, px. */
const SAME_PX = 0.01

/** Whether two sets of props are drawn the same. */
export function areAlike<Props extends object>(before: Props, after: Props): boolean {
  return (Object.keys(after) as (keyof Props)[]).every((key) => {
    const [was, is] = [before[key], after[key]]
    return typeof was === 'number' && typeof is === 'number' ? Math.abs(was - is) < SAME_PX : was === is
  })
}

const MarkButton = memo(function MarkButton(props: MarkButtonProps): ReactElement {
  const { row, words, isSelected } = props
  return (
    <button
      type="button"
      className={classOf(props)}
      data-row={row}
      tabIndex={props.isTabStop ? 0 : -1}
      aria-label={spellControls(words.name)}
      aria-expanded={isSelected}
      aria-controls={isSelected ? props.detailsId : undefined}
      title={titleOf(props)}
      onClick={() => props.onOpen(row)}
      onFocus={() => props.onFocusRow(row)}
    >
      <MarkLabel {...props} />
    </button>
  )
}, areAlike)

interface MarkLabelProps extends MarkFace {
  readonly words: MarkWords
  readonly language: string
}

/** The whole title, where a short one is written. */
export function titleOf({ isLabelled, form, words }: MarkLabelProps): string | undefined {
  return isLabelled && form === 'short' ? spellControls(words.full) : undefined
}

export function MarkLabel({ words, kind, isPossible, ...props }: MarkLabelProps): ReactElement | null {
  if (!props.isLabelled) return null
  return (
    <span
      className={`mark-label side-${props.side}${props.maxPx === undefined ? '' : ' is-cut'}`}
      style={{ left: props.leftPx, top: props.topPx, maxWidth: props.maxPx }}
      lang={props.language}
    >
      {words.date !== '' && <span className="mark-date">{words.date}</span>}
      <StandingSign standing={words.standing} />
      <span className="mark-title">
        <Bidi text={props.form === 'full' ? words.full : words.short} />
        {isPossible && kind !== 'undated' && <span className="mark-may">may match</span>}
      </span>
      {words.order !== '' && (
        <span className="mark-order">
          {isPossible ? 'may match, ' : ''}
          {words.order}
        </span>
      )}
    </span>
  )
}

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
