/** What can a reader ask to have cited? */
import type { Source, Statement, TimelineEvent } from '../story/story.ts'

export type Cited =
  | { readonly kind: 'event'; readonly event: TimelineEvent }
  | { readonly kind: 'statement'; readonly event: TimelineEvent; readonly statement: Statement }
  | { readonly kind: 'source'; readonly source: Source }
  /** The story as it is shown. */
  | { readonly kind: 'view' }
