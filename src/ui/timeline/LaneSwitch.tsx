/** By what are lanes: by how well dates are known, or by actor? Stands where the names of lanes begin. */
import { useId, useState, type ReactElement } from 'react'
import { laneKinds, type LaneKind } from '../../core/view/viewState.ts'
import { laneSwitchWords } from '../../core/wording/actorLaneWords.ts'
import './laneSwitch.css'

export interface LaneSwitchProps {
  readonly lanes: LaneKind
  /** What the story can be arranged by; what it cannot says why. */
  readonly offered: readonly LaneKind[]
  /** The pointer or the focus has come to it. */
  readonly onNear: () => void
  readonly onLanes: (lanes: LaneKind) => void
  readonly onSay: (sentence: string) => void
}

export function LaneSwitch({ lanes, offered, onNear, onLanes, onSay }: LaneSwitchProps): ReactElement {
  const { group, name, labels, titles, said, reason } = laneSwitchWords
  const reasonId = useId()
  const [isAsked, setIsAsked] = useState(false)
  const isWhole = laneKinds.every((kind) => offered.includes(kind))
  return (
    <div className="lane-switch">
      <span className="lane-switch-name" aria-hidden="true">
        {name}
      </span>
      <div className="lane-choices" role="group" aria-label={group} onPointerEnter={onNear} onFocus={onNear}>
        {laneKinds.map((kind) => {
          const isOffered = offered.includes(kind)
          const choose = (): void => {
            if (isOffered) onLanes(kind)
            else setIsAsked(true)
            onSay(isOffered ? said[kind] : reason)
          }
          return (
            <button
              key={kind}
              type="button"
              className="tab-button"
              title={titles[kind]}
              aria-pressed={lanes === kind}
              aria-disabled={isOffered ? undefined : true}
              aria-describedby={isOffered ? undefined : reasonId}
              onClick={choose}
            >
              {labels[kind]}
            </button>
          )
        })}
      </div>
      {!isWhole && (
        <p className={isAsked ? 'lane-reason' : 'visually-hidden'} id={reasonId}>
          {reason}
        </p>
      )}
    </div>
  )
}
