/** In the place of events that are being read, or that could not be. */
import type { ReactElement } from 'react'
import type { ReadEvents } from './useEvents.ts'

export function EventsWaiting({ failure, retry }: Pick<ReadEvents, 'failure' | 'retry'>): ReactElement {
  if (failure === null) return <p className="events-waiting">Reading the events…</p>
  return (
    <div role="alert">
      <p>These events could not be read: {failure}.</p>
      <button type="button" className="frame-button" onClick={retry}>
        Try again
      </button>
    </div>
  )
}
