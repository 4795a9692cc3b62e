/** What is shown, as far as it is passed on. */
import type { ViewState } from '../../core/view/viewState.ts'
import type { FoundEvents, StoryIndex } from '../useTimelineMarks.ts'

export interface Shown {
  readonly storyIndex: StoryIndex
  readonly found: FoundEvents
  readonly state: ViewState
  /** How many events are shown, in words. */
  readonly matchWords: string
}
