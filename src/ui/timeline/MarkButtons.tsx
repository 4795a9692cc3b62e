/**
 * The events in view as an ordered list of real buttons, standing where their marks are: what is pressed, focused,
 * read aloud and found by voice.
 */
import type { KeyboardEvent, ReactElement, RefObject } from 'react'
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import type { PlacedCluster } from '../../core/marks/placedMark.ts'
import type { StyledMark } from '../../core/marks/styleMarks.ts'
import type { StandingKind } from '../../core/story/story.ts'
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
  readonly onOpen: (row: EventRow) => void
  readonly onOpenCluster: (cluster: PlacedCluster) => void
  readonly onHover: (row: EventRow | null) => void
  readonly onFocusRow: (row: EventRow) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

export function MarkButtons(props: MarkButtonsProps): ReactElement {
  const items = [
    ...props.marks.filter((mark) => !mark.isGhost).map((mark) => ({ row: mark.row, mark, cluster: null })),
    ...props.clusters.map((cluster) => ({ row: cluster.firstRow, mark: null, cluster })),
  ].sort((a, b) => a.row - b.row)
  return (
    <ol
      ref={props.listRef}
      className="marks"
      aria-label="Events, earliest first"
      style={{ top: props.topPx }}
      onKeyDown={props.onKeyDown}
    >
      {items.map(({ row, mark, cluster }) =>
        mark !== null ? (
          <MarkItem key={row} mark={mark} {...props} />
        ) : cluster !== null ? (
          <ClusterItem key={cluster.key} cluster={cluster} row={row} {...props} />
        ) : null,
      )}
    </ol>
  )
}

function MarkItem({ mark, ...props }: MarkButtonsProps & { readonly mark: StyledMark }): ReactElement {
  const words = props.wordsOf(mark.row)
  const { box, label, row } = mark
  const state = [
    mark.isSelected && 'is-selected',
    mark.isHovered && 'is-hovered',
    mark.isPossible && 'is-possible',
  ]
  return (
    <li aria-posinset={props.positionOf(row)} aria-setsize={props.shownCount}>
      <button
        type="button"
        className={['mark-button', `lane-${mark.lane}`, ...state].filter(Boolean).join(' ')}
        data-row={row}
        style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
        tabIndex={props.tabStop === row ? 0 : -1}
        aria-label={spellControls(words.name)}
        aria-expanded={mark.isSelected}
        aria-controls={mark.isSelected ? props.detailsId : undefined}
        title={label !== null && label.form === 'short' ? spellControls(words.full) : undefined}
        onClick={() => props.onOpen(row)}
        onPointerEnter={() => props.onHover(row)}
        onPointerLeave={() => props.onHover(null)}
        onFocus={() => props.onFocusRow(row)}
      >
        {label !== null && (
          <span
            className={`mark-label side-${label.side}`}
            style={{ left: label.x - box.x, top: label.y - box.y, maxWidth: label.maxPx }}
            lang={props.language}
          >
            {words.date !== '' && <span className="mark-date">{words.date}</span>}
            <StandingSign standing={words.standing} />
            <span className="mark-title">
              <Bidi text={label.form === 'full' ? words.full : words.short} />
              {mark.isPossible && mark.lane !== 'undated' && <span className="mark-may">may match</span>}
            </span>
            {words.order !== '' && (
              <span className="mark-order">
                {mark.isPossible ? 'may match, ' : ''}
                {words.order}
              </span>
            )}
          </span>
        )}
      </button>
    </li>
  )
}

function ClusterItem({
  cluster,
  row,
  ...props
}: MarkButtonsProps & { readonly cluster: PlacedCluster; readonly row: EventRow }): ReactElement {
  const { box } = cluster
  const name = spellControls(props.clusterWords(cluster))
  return (
    <li aria-posinset={props.positionOf(row)} aria-setsize={props.shownCount}>
      <button
        type="button"
        className="mark-button cluster-button"
        data-row={row}
        style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
        tabIndex={props.tabStop === row ? 0 : -1}
        aria-label={name}
        title={name}
        onClick={() => props.onOpenCluster(cluster)}
        onFocus={() => props.onFocusRow(row)}
      >
        <span className="cluster-count">{formatShortCount(cluster.count)}</span>
      </button>
    </li>
  )
}
