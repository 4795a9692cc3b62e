/** Does a gesture move the page at once, and tell the view state only when it has come to rest? */
import { act, renderHook } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useLiveWindow } from '../../src/app/useLiveWindow.ts'
import { buildTimeScale } from '../../src/core/time/timeScale.ts'
import { panWindow, type TimeWindow } from '../../src/core/time/timeWindow.ts'
import { january } from '../fixtures/eventsFromText.ts'

const first = { startMs: january(1), endMs: january(21) }
const later = panWindow(first, 0.1)

/** @param rounds how the view state writes down where the window came to rest */
function open(rounds: (window: TimeWindow) => TimeWindow = (window) => window) {
  const onRest = vi.fn<(window: TimeWindow) => void>()
  const seen: TimeWindow[] = []
  const { result } = renderHook(() => {
    const [rest, setRest] = useState(first)
    const steps = useLiveWindow(rest, (window) => {
      onRest(window)
      setRest(rounds(window))
    })
    steps.tell(buildTimeScale(rest, 1000), 1000)
    return { ...steps, goElsewhere: setRest }
  })
  const { live } = result.current
  live.subscribe(() => void seen.push(live.get()))
  return { steps: result, live, seen, onRest }
}

beforeEach(() => {
  vi.useFakeTimers()
})

describe('a gesture', () => {
  it('moves the live window at each step, and the view state once, at rest', () => {
    const { steps, live, seen, onRest } = open()
    act(() => steps.current.step(panWindow(first, 0.05)))
    act(() => void vi.advanceTimersByTime(60))
    act(() => steps.current.step(later))
    expect(live.get()).toEqual(later)
    expect(steps.current.held).not.toBeNull()
    act(() => void vi.advanceTimersByTime(100))
    expect(onRest).not.toHaveBeenCalled()
    act(() => void vi.advanceTimersByTime(30))
    expect(onRest.mock.calls).toEqual([[later]])
    expect(steps.current.held).toBeNull()
    expect(seen).toHaveLength(2)
  })

  it.each(['pointerdown', 'keydown', 'pagehide'])('is over before what %s does', (kind) => {
    const { steps, onRest } = open()
    act(() => steps.current.step(later))
    act(() => void window.dispatchEvent(new Event(kind)))
    expect(onRest.mock.calls).toEqual([[later]])
    act(() => void vi.advanceTimersByTime(500))
    expect(onRest).toHaveBeenCalledOnce()
  })

  it('is not over while it is held', () => {
    const { steps, onRest } = open()
    act(() => void window.dispatchEvent(new PointerEvent('pointerdown', { pointerId: 1 })))
    act(() => steps.current.step(later))
    expect(vi.getTimerCount()).toBe(0) // nothing has to be looked at meanwhile
    act(() => void vi.advanceTimersByTime(500))
    expect(onRest).not.toHaveBeenCalled()
    act(() => void window.dispatchEvent(new PointerEvent('pointerup', { pointerId: 1 })))
    act(() => void vi.advanceTimersByTime(130))
    expect(onRest.mock.calls).toEqual([[later]])
  })

  it('is dropped by Back', () => {
    const { steps, live, onRest } = open()
    act(() => steps.current.step(later))
    act(() => void window.dispatchEvent(new Event('popstate')))
    act(() => void vi.advanceTimersByTime(500))
    expect(onRest).not.toHaveBeenCalled()
    expect(live.get()).toEqual(first)
  })

  it('gives way to whoever goes elsewhere', () => {
    const { steps, live, onRest } = open()
    const elsewhere = panWindow(first, 3)
    act(() => steps.current.step(later))
    act(() => steps.current.goElsewhere(elsewhere))
    act(() => void vi.advanceTimersByTime(500))
    expect(onRest).not.toHaveBeenCalled()
    expect(live.get()).toEqual(elsewhere)
  })
})

describe('a gesture that somebody else shows', () => {
  it('draws nothing', () => {
    const { steps, live, onRest } = open()
    live.subscribe(() => ({ redrawAround: null }))
    act(() => steps.current.step(panWindow(first, 3)))
    expect(steps.current.held).toBeNull()
    act(() => void vi.advanceTimersByTime(500))
    expect(onRest.mock.calls).toEqual([[panWindow(first, 3)]])
  })

  it('leaves the window exactly where it began, where it ends there but for less than is written down', () => {
    const { steps, live } = open(() => first)
    live.subscribe(() => ({ redrawAround: null }))
    act(() => steps.current.step(later))
    act(() => steps.current.step({ startMs: first.startMs + 1, endMs: first.endMs + 1 }))
    act(() => void vi.advanceTimersByTime(500))
    expect(live.get()).toEqual(first)
  })
})

it('a step to where the window stands draws nothing, whoever shows it', () => {
  const { steps, seen } = open()
  act(() => steps.current.step({ ...first }))
  expect(steps.current.held).toBeNull()
  expect(seen).toEqual([])
})
