/** Do all canvases of a page share one painter, and is it woken once a step and let go with the last of them? */
import { beforeEach, expect, it, vi } from 'vitest'
import { afterFrame } from '../../src/ui/painting/afterFrame.ts'
import type { PageMessage, PaintedMessage } from '../../src/ui/painting/painterMessages.ts'
import { handOver } from '../../src/ui/painting/painters.ts'

class FakeWorker {
  onmessage: ((event: { readonly data: PaintedMessage }) => void) | null = null
  onerror: ((event: { preventDefault: () => void }) => void) | null = null
  readonly messages: PageMessage[] = []
  isEnded = false
  constructor() {
    workers.push(this)
  }
  postMessage(message: PageMessage): void {
    this.messages.push(message)
  }
  terminate(): void {
    this.isEnded = true
  }
  /** What it was told of this canvas alone. */
  ordersFor(at: number): readonly unknown[] {
    const opened = this.messages.filter((message) => message.kind === 'canvas')[at]
    return this.messages.flatMap((message) =>
      message.kind === 'orders'
        ? message.orders.filter(({ id }) => id === opened?.id).map(({ order }) => order)
        : [],
    )
  }
}

let workers: FakeWorker[] = []

beforeEach(() => {
  workers = []
  vi.stubGlobal('Worker', FakeWorker)
})

const sent = (): Promise<void> => new Promise((resolve) => afterFrame(resolve))
const deaf = { onPainted: () => undefined, onLost: () => undefined }
const canvas = {} as OffscreenCanvas
const windowAt = (x1: number) => ({ kind: 'window', ends: { x1, x2: x1 + 1 }, ticket: null }) as const
const viewAt = (leftPx: number) =>
  ({ kind: 'view', view: { leftPx, widthPx: 800, stretch: 1 }, ticket: null }) as const

it('what two canvases are told in one step reaches one worker in one message, in turn', async () => {
  const strip = handOver('strip', canvas, deaf)
  const stage = handOver('stage', canvas, deaf)
  strip.send(windowAt(1))
  stage.send(viewAt(10))
  strip.send(windowAt(2))
  await sent()
  strip.send(windowAt(3))
  await sent()
  const [worker] = workers
  expect(workers).toHaveLength(1)
  expect(worker?.messages.map(({ kind }) => kind)).toEqual(['canvas', 'canvas', 'orders', 'orders'])
  expect(worker?.ordersFor(0)).toEqual([windowAt(1), windowAt(2), windowAt(3)])
  expect(worker?.ordersFor(1)).toEqual([viewAt(10)])
  strip.close()
  stage.close()
})

it('a picture is reported to the canvas it stands on', () => {
  const painted = { strip: vi.fn(), stage: vi.fn() }
  const strip = handOver('strip', canvas, { ...deaf, onPainted: painted.strip })
  const stage = handOver('stage', canvas, { ...deaf, onPainted: painted.stage })
  const ids = workers[0]?.messages.flatMap((message) => (message.kind === 'canvas' ? [message.id] : [])) ?? []
  workers[0]?.onmessage?.({ data: { id: ids[1] ?? -1, ticket: 7 } })
  expect(painted.strip).not.toHaveBeenCalled()
  expect(painted.stage).toHaveBeenCalledExactlyOnceWith(7)
  strip.close()
  stage.close()
})

it('the worker stays as long as there is a canvas, and another page of the story hires a new one', async () => {
  const strip = handOver('strip', canvas, deaf)
  const stage = handOver('stage', canvas, deaf)
  strip.close()
  strip.close()
  expect(workers[0]?.isEnded).toBe(false)
  stage.send(viewAt(10))
  stage.close()
  expect(workers[0]?.isEnded).toBe(true)
  const next = handOver('stage', canvas, deaf)
  await sent()
  next.send(viewAt(20))
  await sent()
  expect(workers).toHaveLength(2)
  expect(workers[1]?.ordersFor(0)).toEqual([viewAt(20)])
  next.close()
})

it('a worker that fails is lost to every canvas, once, and is not missed', () => {
  const lost = { strip: vi.fn(), stage: vi.fn() }
  const strip = handOver('strip', canvas, { ...deaf, onLost: lost.strip })
  const stage = handOver('stage', canvas, { ...deaf, onLost: lost.stage })
  const preventDefault = vi.fn()
  workers[0]?.onerror?.({ preventDefault })
  strip.close()
  stage.close()
  expect(preventDefault).toHaveBeenCalledOnce()
  expect(lost.strip).toHaveBeenCalledOnce()
  expect(lost.stage).toHaveBeenCalledOnce()
  expect(workers[0]?.isEnded).toBe(true)
})
