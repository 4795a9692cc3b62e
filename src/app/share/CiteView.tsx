/** How what the reader asked for is cited: its facts, its address here, and the format that was chosen last. */
import { useMemo, useState, type ReactElement } from 'react'
import type { CitationKind } from '../../core/citing/citationFormats.ts'
import type { Cited } from '../../core/citing/cited.ts'
import type { CitedItem } from '../../core/citing/citedItem.ts'
import { citeSource } from '../../core/citing/citeSource.ts'
import { citeEvent, citeStatement, citeView } from '../../core/citing/citeStory.ts'
import { noneChosen } from '../../core/story/facetKinds.ts'
import type { StoryFrame } from '../../core/story/story.ts'
import { initialView, type ViewState } from '../../core/view/viewState.ts'
import type { TitleOf } from '../../core/wording/eventWords.ts'
import { describeFilter } from '../../core/wording/filterWords.ts'
import { CiteBox } from '../../ui/share/CiteBox.tsx'
import { addressOf } from '../address.ts'
import { usePlace } from '../usePlace.ts'
import { saveBlob } from './saveBlob.ts'

export interface CiteViewProps {
  readonly cited: Cited
  readonly story: StoryFrame
  readonly titleOf: TitleOf
  readonly state: ViewState
}

export function CiteView({ cited, story, titleOf, state }: CiteViewProps): ReactElement {
  const [kind, setKind] = usePlace<CitationKind>(story, 'format of citations', 'chicago')
  // Who reads it here has it from here, unless they open it.
  const [isAsHere, setIsAsHere] = useState(cited.kind === 'source' && cited.source.consulted !== 'read')
  const item = useMemo(
    () => citeItem(cited, story, titleOf, state, isAsHere),
    [cited, story, titleOf, state, isAsHere],
  )
  return (
    <CiteBox
      {...{ item, kind }}
      onKind={setKind}
      asCitedHere={cited.kind === 'source' ? isAsHere : null}
      onAsCitedHere={setIsAsHere}
      onSave={(text, name, type) => saveBlob(new Blob([text], { type: `${type};charset=utf-8` }), name)}
    />
  )
}

/** Events, statements and sources by their own addresses, whatever is filtered; the view by the one it has. */
function citeItem(
  cited: Cited,
  story: StoryFrame,
  titleOf: TitleOf,
  state: ViewState,
  isAsHere: boolean,
): CitedItem {
  switch (cited.kind) {
    case 'event':
      return citeEvent(cited.event, story, titleOf, addressOf({ ...initialView, openEvent: cited.event.id }))
    case 'statement': {
      const { event, statement } = cited
      const address = addressOf({ ...initialView, openEvent: event.id, openStatement: statement.id })
      return citeStatement(statement, event, story, titleOf, address)
    }
    case 'source': {
      const chosen = { ...noneChosen, source: [cited.source.id] }
      return citeSource(
        cited.source,
        story,
        isAsHere ? addressOf({ ...initialView, view: 'sources', chosen }) : null,
      )
    }
    case 'view':
      return citeView(story, describeFilter(state, story), addressOf(state))
  }
}
