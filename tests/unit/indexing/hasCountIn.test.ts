/** Is a window without events told from one with some, by counts as by rows? */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMatches } from '../../../src/core/indexing/findMatches.ts'
import { hasCountIn } from '../../../src/core/indexing/hasCountIn.ts'
import { hasMatchIn } from '../../../src/core/indexing/hasMatchIn.ts'
import { rowLanes } from '../../../src/core/indexing/rowLanes.ts'
import { showLanes } from '../../../src/core/indexing/shownLanes.ts'
import { spanOf } from '../../../src/core/time/timeWindow.ts'
import { noneChosen } from '../../../src/core/story/facetKinds.ts'
import { openInMemory } from '../../../src/loading/openInMemory.ts'
import { dayText, randomStory, randomWindow } from '../../fixtures/randomStory.ts'

/** Known from both sides, or not dated. */
const closed = fc.oneof(
  dayText,
  fc.tuple(dayText, dayText).map((days) => days.toSorted().join('/')),
  dayText.map((day) => day.slice(0, 7)),
  fc.constant(null),
)

test('an empty window is told from one with events, but for bins at its ends', () => {
  fc.assert(
    fc.property(randomStory(6, closed), randomWindow, (story, window) => {
      const { index } = openInMemory({ story, problems: [] })
      const matches = findMatches(index, { chosen: noneChosen, range: null, wordHits: null })
      const lanes = rowLanes(index, matches, showLanes(index, matches, index.rowCount))
      const binMs = spanOf(window) / 64
      const wider = { startMs: window.startMs - binMs, endMs: window.endMs + binMs }
      const found = hasCountIn(lanes, window)
      expect(found).not.toBeNull()
      expect(hasMatchIn(index, matches, window) && found === false).toBe(false)
      expect(found === true && !hasMatchIn(index, matches, wider)).toBe(false)
    }),
  )
})

test('what is not counted yet is not said to be empty', () => {
  const lane = { isCounted: () => false, countBefore: () => 0, countGoingOn: () => 0 }
  const lanes = { day: lane, lasted: lane, doubt: lane } as unknown as Parameters<typeof hasCountIn>[0]
  expect(hasCountIn(lanes, { startMs: 0, endMs: 1e9 })).toBeNull()
})
