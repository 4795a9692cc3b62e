/** Is a painter's picture seen when there is one and something has moved, and at no other time? */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PaintedCanvas } from '../../src/ui/painting/paintedCanvas.ts'
import type { PageMessage, PaintedMessage } from '../../src/ui/painting/painterMessages.ts'

class FakeWorker {
  onmessage: ((event: { readonly data: PaintedMessage }) => void) | null = null
  onerror: ((event: { preventDefault: () => void }) => void) | null = null
  readonly messages: PageMessage[] = []
  constructor() {
    workers.push(this)
  }
  postMessage(message: PageMessage): void {
    this.messages.push(message)
  }
  terminate(): void {}
}

let workers: FakeWorker[] = []
let part: HTMLElement
let canvas: PaintedCanvas<'strip'>

beforeEach(() => {
  workers = []
  vi.stubGlobal('Worker', FakeWorker)
  Object.assign(HTMLCanvasElement.prototype, { transferControlToOffscreen: () => ({}) })
  part = document.createElement('div')
  canvas = new PaintedCanvas({
    part,
    className: 'a-canvas',
    painter: 'strip',
    place: (element) => part.append(element),
  })
})

afterEach(() => {
  canvas.close()
  Reflect.deleteProperty(HTMLCanvasElement.prototype, 'transferControlToOffscreen')
  vi.unstubAllGlobals()
})

function paint(ticket: number): void {
  const [painter] = workers
  const opened = painter?.messages.find((message) => message.kind === 'canvas')
  painter?.onmessage?.({ data: { id: opened?.id ?? -1, ticket } })
}

it('a picture that is ready waits until something moves', () => {
  const ticket = canvas.begin()
  paint(ticket)
  expect([canvas.isSeen, part.dataset['painting']]).toEqual([false, 'soon'])
  canvas.show()
  expect([canvas.isSeen, part.dataset['painting']]).toEqual([true, 'now'])
})

it('what moves before there is a picture stays the page’s until then', () => {
  const ticket = canvas.begin()
  canvas.show()
  expect([canvas.isSeen, part.dataset['painting']]).toEqual([false, 'soon'])
  paint(ticket)
  expect([canvas.isSeen, part.dataset['painting']]).toEqual([true, 'now'])
})

it('a picture of a motion that is over is not seen in the next one', () => {
  const former = canvas.begin()
  canvas.show()
  canvas.rest()
  paint(former)
  expect([canvas.isSeen, part.dataset['painting']]).toEqual([false, undefined])
  const ticket = canvas.begin()
  canvas.show()
  paint(former)
  expect(canvas.isSeen).toBe(false)
  paint(ticket)
  expect(canvas.isSeen).toBe(true)
})

it('shown at rest it stays unseen', () => {
  canvas.show()
  expect([canvas.isSeen, canvas.isMoving]).toEqual([false, false])
})

it('a painter that has painted before is relied on to be in time, for some frames', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const first = canvas.begin()
  canvas.show()
  expect(canvas.isReliable).toBe(false)
  paint(first)
  expect(canvas.isReliable).toBe(true)
  canvas.rest()
  expect(canvas.isReliable).toBe(false)
  const second = canvas.begin()
  canvas.show()
  expect([canvas.isReliable, canvas.isSeen]).toEqual([true, false])
  vi.advanceTimersByTime(100)
  expect(canvas.isReliable).toBe(false)
  paint(second)
  expect(canvas.isReliable).toBe(true)
  vi.useRealTimers()
})

it('where the painter fails, the page is seen again and the canvas is gone', () => {
  const ticket = canvas.begin()
  canvas.show()
  paint(ticket)
  workers[0]?.onerror?.({ preventDefault: () => undefined })
  expect([canvas.isLost, canvas.isSeen, part.dataset['painting']]).toEqual([true, false, undefined])
  expect(part.childElementCount).toBe(0)
})
