/** One source: what it is, whether it was read, what rests on it; the rest unfolds. */
import { useId, type ReactElement, type ReactNode } from 'react'
import type { Source, StoryFrame } from '../../core/story/story.ts'
import { describeSourceFacts, formatIssued, formatShowEvents } from '../../core/wording/sourceWords.ts'
import { Aside } from '../shared/Aside.tsx'
import { Bidi } from '../shared/Bidi.tsx'
import { Icon } from '../shared/Icon.tsx'
import { MarginEntry } from '../shared/MarginEntry.tsx'
import { OutLink } from '../shared/OutLink.tsx'
import { PageLink, type LinkTarget } from '../shared/PageLink.tsx'

interface SourceEntryProps {
  readonly source: Source
  readonly story: Pick<StoryFrame, 'sources'>
  /** "Root of 8 events and 6 statements." */
  readonly restingWords: string
  /** Events that rest on it and pass the filter; null: not known. */
  readonly count: number | null
  /** The filter names it. */
  readonly isChosen: boolean
  readonly isUnfolded: boolean
  /** null: all of it is on the page, and the browser unfolds it. */
  readonly onUnfold: ((isUnfolded: boolean) => void) | null
  readonly onCite: () => void
  /** Leads to its events; null: the story cannot be filtered by source. */
  readonly toEvents: LinkTarget | null
  /** Its events and statements, rendered when unfolded. */
  readonly uses: ReactNode
}

export function SourceEntry(props: SourceEntryProps): ReactElement {
  const { source, isUnfolded } = props
  const issued = formatIssued(source)
  const unfoldedId = useId()
  return (
    <MarginEntry
      isMarked={props.isChosen}
      margin={
        <>
          <p>{issued.short}</p>
          <p className="source-outlet">
            <Bidi text={source.outlet} />
          </p>
        </>
      }
    >
      <h3 className="source-headline" lang={source.language ?? undefined}>
        {source.link === null ? (
          <Bidi text={source.title} />
        ) : (
          <OutLink link={source.link}>
            <Bidi text={source.title} />
          </OutLink>
        )}
      </h3>
      <p className="source-known">
        <Bidi text={describeSourceFacts(source)} />
        {source.isOutside && ' Not named by the base text.'}
      </p>
      <p className="source-resting">{props.restingWords}</p>
      {props.onUnfold === null ? (
        <details className="source-folded" open={isUnfolded}>
          <summary className="text-button">
            <span className="fold-sign">
              <Icon name="down" />
            </span>{' '}
            What rests on it
            <Aside text={source.title} />
          </summary>
          <SourceNotes source={source} story={props.story} issuedNote={issued.note} />
          {props.uses}
        </details>
      ) : (
        <UnfoldActs {...props} onUnfold={props.onUnfold} unfoldedId={unfoldedId} />
      )}
      {isUnfolded && props.onUnfold !== null && (
        <div id={unfoldedId}>
          <SourceNotes source={source} story={props.story} issuedNote={issued.note} />
          {props.uses}
        </div>
      )}
    </MarginEntry>
  )
}

function UnfoldActs({
  source,
  isUnfolded,
  unfoldedId,
  onUnfold,
  onCite,
  toEvents,
  count,
}: Pick<SourceEntryProps, 'source' | 'isUnfolded' | 'onCite' | 'toEvents' | 'count'> & {
  readonly unfoldedId: string
  readonly onUnfold: (isUnfolded: boolean) => void
}): ReactElement {
  return (
    <p className="source-acts">
      <button
        type="button"
        className="text-button"
        aria-expanded={isUnfolded}
        aria-controls={isUnfolded ? unfoldedId : undefined}
        onClick={() => onUnfold(!isUnfolded)}
      >
        <span className={isUnfolded ? 'is-turned' : undefined}>
          <Icon name="down" />
        </span>{' '}
        {isUnfolded ? 'Less' : 'What rests on it'}
        <Aside text={source.title} />
      </button>
      <button type="button" className="text-button" onClick={onCite}>
        Cite
        <Aside text={source.title} />
      </button>
      {toEvents !== null && count !== 0 && (
        <PageLink className="source-events" to={toEvents}>
          {formatShowEvents(count)}
          <span className="visually-hidden"> on the timeline</span>
          <Aside text={source.title} />
        </PageLink>
      )}
    </p>
  )
}

function SourceNotes({
  source,
  story,
  issuedNote,
}: Pick<SourceEntryProps, 'source' | 'story'> & { readonly issuedNote: string }): ReactElement {
  const { archive, consultedNote } = source
  return (
    <div className="source-notes">
      {consultedNote !== null && (
        <p>
          <Bidi text={consultedNote} />
        </p>
      )}
      {issuedNote !== '' && (
        <p>
          <Bidi text={issuedNote} />
        </p>
      )}
      {archive?.kind === 'safe' && (
        <p>
          <OutLink link={archive}>Archived copy on {archive.host}</OutLink>
        </p>
      )}
      {source.renderings.map(({ text, by, note }) => (
        <p key={text}>
          <Bidi text={story.sources.get(by)?.outlet ?? by} /> gives this headline as “<Bidi text={text} />
          ”. {note !== null && <Bidi text={note} />}
        </p>
      ))}
    </div>
  )
}
