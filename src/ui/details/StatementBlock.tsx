/** A statement: a quotation set as one, or a paraphrase that says so; speaker, record, whose wording, and its way to us. */
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react'
import type { Statement, StoryFrame } from '../../core/story/story.ts'
import { formatWording, recordWords } from '../../core/wording/claimWords.ts'
import { formatDateWords } from '../../core/wording/dateWords.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { Icon } from '../shared/Icon.tsx'
import { OutLink } from '../shared/OutLink.tsx'
import { ChainLine } from './ChainLine.tsx'

interface StatementBlockProps {
  readonly statement: Statement
  readonly story: StoryFrame
  /** The link named this statement. */
  readonly isOpen: boolean
  readonly onCopyLink: () => void
  readonly onCite: () => void
  /** What more can be done with it. */
  readonly children?: ReactNode
}

export function StatementBlock({
  statement,
  story,
  isOpen,
  onCopyLink,
  onCite,
  children,
}: StatementBlockProps): ReactElement {
  const figure = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isOpen) figure.current?.scrollIntoView({ block: 'center' })
  }, [isOpen])
  const speaker = statement.speaker === null ? undefined : story.actors.get(statement.speaker)
  const isNamed = speaker !== undefined && speaker.kind !== 'unnamed'
  const locator = statement.locator === null ? undefined : story.sources.get(statement.locator.source)
  return (
    <figure ref={figure} className={`statement form-${statement.form}${isOpen ? ' is-open' : ''}`}>
      {statement.form === 'quotation' ? (
        <blockquote lang={statement.language}>
          <span className="quote-open" aria-hidden="true">
            ‘
          </span>
          <Bidi text={statement.text} />
          <span aria-hidden="true">’</span>
        </blockquote>
      ) : (
        <p className="paraphrase" lang={statement.language}>
          <Bidi text={statement.text} />
        </p>
      )}
      <figcaption>
        <p>
          <strong>
            {speaker === undefined ? 'Nobody is named' : <Bidi text={speaker.name} />}
            {isNamed || speaker === undefined ? '' : ', not named'}.
          </strong>{' '}
          {statement.form === 'paraphrase' && 'Paraphrase. '}
          {(isNamed || statement.record !== 'not-named') && `${recordWords[statement.record]}. `}
          <Bidi text={formatWording(statement)} />{' '}
          {statement.date !== null && `${formatDateWords(statement.date)}. `}
          {statement.isOutside && <Outside />}
        </p>
        {statement.note !== null && (
          <p>
            <Bidi text={statement.note} />
          </p>
        )}
        <ChainLine speaker={statement.speaker} chain={statement.chain} story={story} />
        <p className="statement-acts">
          {locator?.link?.kind === 'safe' && (
            <OutLink link={locator.link} exact={statement.locator?.exact ?? null}>
              These words on {locator.link.host} <Icon name="out" />
            </OutLink>
          )}
          <button
            type="button"
            className="text-button"
            aria-label="Copy link to this statement"
            onClick={onCopyLink}
          >
            <Icon name="link" /> Copy link
          </button>
          <button type="button" className="text-button" aria-label="Cite this statement" onClick={onCite}>
            Cite
          </button>
          {children}
        </p>
      </figcaption>
    </figure>
  )
}

/** Marks what the base text does not say. */
export function Outside(): ReactElement {
  return <span className="outside">Not in the base text; added from another source.</span>
}
