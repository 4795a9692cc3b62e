/** Do the parts that come after the picture come at all? */
import { beforeEach, expect, it, vi } from 'vitest'
import { whenPainted } from '../../src/ui/shared/whenPainted.ts'

const onPainted = vi.fn<() => Promise<void>>()
let frames: FrameRequestCallback[] = []

beforeEach(() => {
  vi.useFakeTimers()
  onPainted.mockClear()
  frames = []
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback))
  void whenPainted(onPainted)
})

it('they come after the next frame, not in it', async () => {
  for (const frame of frames) frame(0)
  await Promise.resolve()
  expect(onPainted).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(onPainted).toHaveBeenCalledOnce()
})

it('they come to a page that is not painted, too', async () => {
  await vi.advanceTimersByTimeAsync(499)
  expect(onPainted).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(onPainted).toHaveBeenCalledOnce()
})
