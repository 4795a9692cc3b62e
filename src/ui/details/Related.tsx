/** Which other events it has to do with, and how; named from both sides. */
import type { ReactElement } from 'react'
import { inverseRelationWords, relationWords } from '../../core/wording/claimWords.ts'
import { Bidi } from '../shared/Bidi.tsx'
import type { DetailsProps } from './Details.tsx'

export function Related({ related, hrefOf, onOpen }: DetailsProps): ReactElement | null {
  if (related.length === 0) return null
  return (
    <section className="details-section">
      <h3>Related</h3>
      <dl className="related">
        {related.map(({ other, is, isInverse }) => (
          <div key={`${is}-${other.id}`}>
            <dt>{isInverse ? inverseRelationWords[is] : relationWords[is]}</dt>
            <dd>
              <a
                href={hrefOf(other.id, null)}
                onClick={(click) => {
                  if (click.metaKey || click.ctrlKey || click.shiftKey || click.button !== 0) return
                  click.preventDefault()
                  onOpen(other.id)
                }}
              >
                <Bidi text={other.title} />
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
