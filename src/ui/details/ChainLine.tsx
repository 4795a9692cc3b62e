/** How this is known, as one plain line. */
import type { ReactElement } from 'react'
import type { ActorId } from '../../core/base/brand.ts'
import type { ChainStep, StoryFrame } from '../../core/story/story.ts'
import { describeChain } from '../../core/wording/chainWords.ts'
import { Bidi } from '../shared/Bidi.tsx'

interface ChainLineProps {
  readonly speaker: ActorId | null
  readonly chain: readonly ChainStep[]
  readonly story: StoryFrame
}

export function ChainLine({ speaker, chain, story }: ChainLineProps): ReactElement {
  const links = describeChain(speaker, chain, story)
  return (
    <p className="chain">
      <span className="visually-hidden">How this is known: </span>
      {links.map(({ name, status, kind, isConsulted }, i) => (
        <span key={i}>
          {i > 0 && ' → '}
          <b>
            <Bidi text={name} />
          </b>
          {status !== '' && (
            <>
              {kind === 'speaker' && <span className="visually-hidden">,</span>}{' '}
              {kind === 'outlet' && <span className="visually-hidden">(</span>}
              <span className={isConsulted ? 'chain-status is-consulted' : 'chain-status'}>{status}</span>
              {kind === 'outlet' && <span className="visually-hidden">)</span>}
            </>
          )}
        </span>
      ))}
    </p>
  )
}
