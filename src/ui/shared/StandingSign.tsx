/** The sign of a standing, 12 by 12: a letter, not a mark. The word stands beside it or in the name. */
import type { ReactElement } from 'react'
import type { StandingKind } from '../../core/story/story.ts'

export function StandingSign({ standing }: { readonly standing: StandingKind }): ReactElement {
  return (
    <svg
      className={`standing standing-${standing}`}
      width={12}
      height={12}
      viewBox="0 0 12 12"
      aria-hidden="true"
    >
      <StandingShape standing={standing} />
    </svg>
  )
}

function StandingShape({ standing }: { readonly standing: StandingKind }): ReactElement {
  switch (standing) {
    case 'reported':
      return (
        <path
          className="sign-fill"
          d="M4.9,2.2 C2.6,3 1,4.9 1,7.3 C1,8.9 1.9,9.9 3.2,9.9 C4.4,9.9 5.2,9.1 5.2,8 C5.2,6.9 4.4,6.2 3.4,6.2 C3.2,6.2 3,6.2 2.9,6.3 C3.1,5.1 4,3.9 5.4,3.2 Z M10.5,2.2 C8.2,3 6.6,4.9 6.6,7.3 C6.6,8.9 7.5,9.9 8.8,9.9 C10,9.9 10.8,9.1 10.8,8 C10.8,6.9 10,6.2 9,6.2 C8.8,6.2 8.6,6.2 8.5,6.3 C8.7,5.1 9.6,3.9 11,3.2 Z"
        />
      )
    case 'confirmed':
      return <path className="sign-line" strokeWidth={2} d="M1.5,6.5 L4.7,9.7 L10.7,2.3" />
    case 'denied':
      return <path className="sign-line" strokeWidth={2} d="M2,2 L10,10 M10,2 L2,10" />
    case 'disputed':
      return <path className="sign-line" strokeWidth={1.6} d="M1.2,4.2 H10.8 M1.2,7.8 H10.8 M8,1 L4,11" />
    case 'declined':
      return (
        <g>
          <path
            className="sign-line"
            strokeWidth={1.3}
            d="M3.2,1.6 H1.4 V10.4 H3.2 M8.8,1.6 H10.6 V10.4 H8.8"
          />
          <path className="sign-line" strokeWidth={2} d="M3.8,6 H8.2" />
        </g>
      )
    case 'alleged':
      return (
        <g>
          <path
            className="sign-line"
            strokeWidth={1.9}
            d="M3.2,3.9 C3.3,2.4 4.4,1.5 6,1.5 C7.7,1.5 8.9,2.5 8.9,3.9 C8.9,5.9 6,5.8 6,7.9"
          />
          <circle className="sign-fill" cx={6} cy={10.6} r={1.15} />
        </g>
      )
    case 'inferred':
      return (
        <g className="sign-fill">
          <circle cx={6} cy={2.8} r={1.55} />
          <circle cx={2.4} cy={9} r={1.55} />
          <circle cx={9.6} cy={9} r={1.55} />
        </g>
      )
  }
}
