/** Which time window does a link name? As windowLink.ts writes it. */
import { outerExtent } from '../time/fuzzyDate.ts'
import { parseEdtf } from '../time/parseEdtf.ts'
import { isDrawable, snapWindow, type TimeWindow } from '../time/timeWindow.ts'

/** null where the text is no interval with two plain ends, or one that cannot be drawn. */
export function decodeWindow(text: string): TimeWindow | null {
  const parts = text.split('/')
  if (parts.length !== 2) return null
  const [startMs, endMs] = parts.map(firstMomentOf)
  if (startMs === undefined || endMs === undefined || !(startMs < endMs)) return null
  const window = snapWindow({ startMs, endMs })
  return isDrawable(window) ? window : null
}

function firstMomentOf(text: string): number {
  const parsed = parseEdtf(text)
  return parsed.ok && parsed.value.kind === 'moment' ? outerExtent(parsed.value).startMs : NaN
}
