/** Every source the event rests on: headline, outlet, date, language, host, archived copy, and whether we read it. */
import type { ReactElement } from 'react'
import type { SourceId } from '../../core/base/brand.ts'
import type { Link, Source, StoryFrame, TimelineEvent } from '../../core/story/story.ts'
import { consultationWords } from '../../core/wording/claimWords.ts'
import { formatDateWords } from '../../core/wording/dateWords.ts'
import { formatLanguage } from '../../core/wording/languageWords.ts'
import { capitalise, lowerFirst } from '../../core/wording/phrase.ts'
import { Aside } from '../shared/Aside.tsx'
import { Bidi } from '../shared/Bidi.tsx'
import { OutLink } from '../shared/OutLink.tsx'
import { PageLink, type LinkTarget } from '../shared/PageLink.tsx'

export function Sources({
  event,
  story,
  toSource,
  onCite,
}: {
  readonly event: TimelineEvent
  readonly story: StoryFrame
  readonly toSource: ToSource
  readonly onCite: (source: Source) => void
}): ReactElement {
  const sources = event.sources.flatMap((id) => story.sources.get(id) ?? [])
  return (
    <section className="details-section">
      <h3>Sources</h3>
      {sources.length === 0 && <p className="source-facts">No source is named for this event.</p>}
      <ul className="sources">
        {sources.map((source) => (
          <SourceItem key={source.id} {...{ source, story, toSource }} onCite={() => onCite(source)} />
        ))}
      </ul>
    </section>
  )
}

type ToSource = (source: SourceId) => LinkTarget | null

interface SourceItemProps {
  readonly source: Source
  readonly story: StoryFrame
}

function SourceItem({
  source,
  story,
  toSource,
  onCite,
}: SourceItemProps & { readonly toSource: ToSource; readonly onCite: () => void }): ReactElement {
  const { link, archive } = source
  const to = toSource(source.id)
  return (
    <li>
      <p className="source-title">
        {link === null ? (
          <Bidi text={source.title} />
        ) : (
          <OutLink link={link}>
            <Bidi text={source.title} />
          </OutLink>
        )}
      </p>
      <p className="source-facts">
        <b>
          <Bidi text={source.outlet} />
        </b>
        {source.authors.length > 0 && <>, {source.authors.join(', ')}</>}
        {source.issued !== null && <>, {lowerFirst(formatDateWords(source.issued))}</>}
        {source.language !== null && <>, {formatLanguage(source.language)}</>}
        <LinkFacts link={link} />. {capitalise(consultationWords[source.consulted])}
        {'. '}
        {source.isOutside && <span className="outside">Not named by the base text. </span>}
        {archive?.kind === 'safe' && <OutLink link={archive}>Archived copy on {archive.host}</OutLink>}
      </p>
      <SourceNotes source={source} story={story} />
      <p className="source-rest">
        {to !== null && (
          <PageLink to={to}>
            All that rests on it
            <Aside text={source.title} />
          </PageLink>
        )}
        <button type="button" className="text-button" onClick={onCite}>
          Cite
          <Aside text={source.title} />
        </button>
      </p>
    </li>
  )
}

/** What is noted of it, to unfold. */
function SourceNotes({ source, story }: SourceItemProps): ReactElement | null {
  const { consultedNote, issuedNote, renderings } = source
  if (consultedNote === null && issuedNote === null && renderings.length === 0) return null
  return (
    <details className="source-facts">
      <summary>What we saw of it</summary>
      {consultedNote !== null && (
        <p>
          <Bidi text={consultedNote} />
        </p>
      )}
      {issuedNote !== null && (
        <p>
          Its date: <Bidi text={lowerFirst(issuedNote)} />
        </p>
      )}
      {renderings.map((rendering) => (
        <p key={rendering.text}>
          <Bidi text={story.sources.get(rendering.by)?.outlet ?? rendering.by} /> gives this headline as “
          <Bidi text={rendering.text} />
          ”. {rendering.note !== null && <Bidi text={rendering.note} />}
        </p>
      ))}
    </details>
  )
}

function LinkFacts({ link }: { readonly link: Link | null }): ReactElement {
  if (link === null) return <>, no address known</>
  if (link.kind === 'safe') return <>, {link.host}</>
  return (
    <>
      , address not followed: <Bidi text={link.text} /> ({link.reason})
    </>
  )
}
