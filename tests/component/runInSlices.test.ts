/** Does what takes long let the page answer in between, and can it be stopped? */
import { expect, it, vi } from 'vitest'
import { runInSlices } from '../../src/app/runInSlices.ts'

/** Each step takes 3 ms of a clock that nothing else moves. */
function stepsOf(count: number) {
  let nowMs = 0
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
  const made: number[] = []
  function* run(): Generator<void, string> {
    for (let step = 0; step < count; step++) {
      nowMs += 3
      made.push(step)
      yield
    }
    return 'done'
  }
  return { made, steps: run() }
}

it('begins in the next task, does some steps in each, and tells when it is done', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { made, steps } = stepsOf(7)
  const onDone = vi.fn<(result: string) => void>()
  runInSlices(steps, onDone)
  expect(made).toHaveLength(0)
  vi.advanceTimersToNextTimer()
  expect(made).toHaveLength(3)
  vi.advanceTimersToNextTimer()
  expect(made).toHaveLength(6)
  expect(onDone).not.toHaveBeenCalled()
  vi.advanceTimersToNextTimer()
  expect(onDone.mock.calls).toEqual([['done']])
  expect(vi.getTimerCount()).toBe(0)
})

it('does no further step once it is stopped', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { made, steps } = stepsOf(7)
  const onDone = vi.fn<(result: string) => void>()
  const stop = runInSlices(steps, onDone)
  vi.advanceTimersToNextTimer()
  stop()
  vi.runAllTimers()
  expect([made.length, onDone.mock.calls.length]).toEqual([3, 0])
})
