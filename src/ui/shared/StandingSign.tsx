/** The sign of a standing: a letter, not a mark. The word stands beside it or in the name. */
import type { ReactElement } from 'react'
import { STANDING_PX, standingShapes } from '../../core/marks/standingShapes.ts'
import type { StandingKind } from '../../core/story/story.ts'

export function StandingSign({ standing }: { readonly standing: StandingKind }): ReactElement {
  return (
    <svg
      className={`standing standing-${standing}`}
      width={STANDING_PX}
      height={STANDING_PX}
      viewBox={`0 0 ${STANDING_PX} ${STANDING_PX}`}
      aria-hidden="true"
    >
      {standingShapes[standing].map(({ path, strokePx }) =>
        strokePx === null ? (
          <path key={path} className="sign-fill" d={path} />
        ) : (
          <path key={path} className="sign-line" strokeWidth={strokePx} d={path} />
        ),
      )}
    </svg>
  )
}
