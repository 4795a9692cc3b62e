/** All of one event of a story in memory. Nobody needs it before an event is opened. */
import { assertExists } from '../core/base/assert.ts'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import { findRelated } from '../core/story/findRelated.ts'
import type { Story } from '../core/story/story.ts'
import type { EventDetail } from './openedStory.ts'

export function readDetail(story: Story, row: EventRow): EventDetail {
  const event = assertExists(story.events[row], `the event in row ${row}`)
  return { event, related: findRelated(event, story) }
}
