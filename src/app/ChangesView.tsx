/** The story's own history: its revisions, and since which day changes are marked in every view. */
import { useMemo, type ReactElement } from 'react'
import { findChanges, orderRevisions } from '../core/story/findChanges.ts'
import type { Revision } from '../core/story/story.ts'
import { parseEdtf } from '../core/time/parseEdtf.ts'
import { initialView } from '../core/view/viewState.ts'
import { changesNote, describeHidden, describeRevisions, formatSince } from '../core/wording/changeWords.ts'
import { RevisionList, type RevisedEvent } from '../ui/changes/RevisionList.tsx'
import { SinceField } from '../ui/changes/SinceField.tsx'
import { Icon } from '../ui/shared/Icon.tsx'
import { ViewHead } from '../ui/shared/MarginEntry.tsx'
import { addressOf } from './address.ts'
import { eventLinks, type FurtherViewProps } from './furtherView.ts'

export function ChangesView(props: FurtherViewProps): ReactElement {
  const { storyIndex, state, dispatch, linkTo } = props
  const { frame } = storyIndex
  const revisions = useMemo(() => orderRevisions(frame.revisions), [frame])
  const marked = useMemo(() => {
    const since = state.since === null ? null : parseEdtf(state.since)
    if (since?.ok !== true) return new Map<Revision, string>()
    return new Map(
      findChanges(frame.revisions, since.value).map(({ revision, isSure }) => [
        revision,
        formatSince(since.value, isSure),
      ]),
    )
  }, [frame, state.since])
  return (
    <div className="ledger">
      <section aria-label="Changes of the story">
        <ViewHead title="Changes" count={describeRevisions(frame.revisions)}>
          <p className="view-head-note">{changesNote}</p>
        </ViewHead>
        <div className="changes-acts">
          <SinceField since={state.since} onSince={(since) => dispatch({ kind: 'sinceChanged', since })} />
          <button
            type="button"
            className="text-button"
            onClick={() =>
              props.onCopyAddress(
                addressOf({ ...initialView, since: frame.revised.edtf }),
                'the story and marks what changes from now',
              )
            }
          >
            <Icon name="link" /> Copy a link that marks what changes from now
          </button>
        </div>
        <RevisionList
          items={revisions.map((revision) => ({
            revision,
            sinceWords: marked.get(revision) ?? '',
            ...revisedEvents(revision, props),
          }))}
          language={frame.language}
          openEvent={state.openEvent}
          linkTo={eventLinks(linkTo)}
        />
      </section>
    </div>
  )
}

/** The events that a revision names, without those that the filter hides; these are counted. */
function revisedEvents(
  { events: ids }: Revision,
  { storyIndex, found }: FurtherViewProps,
): { readonly events: readonly RevisedEvent[]; readonly hiddenWords: string } {
  const all = ids.map((id): RevisedEvent => {
    const row = storyIndex.rowOf(id)
    return { id, row, title: row === null ? null : (storyIndex.events.at(row)?.title ?? null) }
  })
  const events = all.filter(({ row }) => row === null || found.shownRows.has(row))
  return { events, hiddenWords: describeHidden(all.length - events.length) }
}
