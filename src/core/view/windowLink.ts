/** How is a time window written in a link? As an EDTF interval: days where it falls on days, else clock times. */
import { formatEdtf } from '../time/formatEdtf.ts'
import type { TimeWindow } from '../time/timeWindow.ts'

/** @param window snapped; its end is written as the first moment that is no longer in it */
export function encodeWindow(window: TimeWindow): string {
  return `${formatEdtf(window.startMs)}/${formatEdtf(window.endMs)}`
}
