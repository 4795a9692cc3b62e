/** Where does a window stand when its motion is over? */
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useLiveWindow } from '../../src/app/useLiveWindow.ts'
import { buildTimeScale } from '../../src/core/time/timeScale.ts'
import type { TimeWindow } from '../../src/core/time/timeWindow.ts'

const WIDTH_PX = 1000
const rest: TimeWindow = { startMs: 0, endMs: 1e9 }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function open(onRest: (window: TimeWindow) => void = () => undefined) {
  const { result } = renderHook(() => useLiveWindow(rest, onRest))
  result.current.tell(buildTimeScale(rest, WIDTH_PX), WIDTH_PX)
  return result
}

it('a motion that somebody else shows, and that ends where it began, leaves the window exactly there', () => {
  const ends: TimeWindow[] = []
  // The view state rounds it, and finds nothing changed.
  const hook = open((window) => ends.push(window))
  hook.current.live.subscribe(() => ({ redrawAround: null }))
  act(() => hook.current.step({ startMs: 2e8, endMs: 7e8 }))
  act(() => hook.current.step({ startMs: 1, endMs: 1e9 + 1 }))
  expect(hook.current.held).toBeNull()
  act(() => void vi.advanceTimersByTime(500))
  expect(ends).toEqual([{ startMs: 1, endMs: 1e9 + 1 }])
  expect(hook.current.live.get()).toEqual(rest)
})

it('what the drawing cannot show is drawn where the window moves and nobody else shows it', () => {
  const hook = open()
  act(() => hook.current.step({ startMs: 5e8, endMs: 1.5e9 }))
  expect(hook.current.held).not.toBeNull()
  const still = open()
  act(() => still.current.step(rest))
  expect(still.current.held).toBeNull()
  const shown = open()
  shown.current.live.subscribe(() => ({ redrawAround: null }))
  act(() => shown.current.step({ startMs: 5e8, endMs: 1.5e9 }))
  expect(shown.current.held).toBeNull()
})
