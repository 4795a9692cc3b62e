/**
 * Shows the window on the strip while it moves, painted by a worker on a canvas over it.
 * To move three elements has the page styled, layered and committed anew, which takes more than a millisecond of the
 * main thread at each step of a motion, in which nothing else on the page changes. Until the worker has painted a first
 * picture, and wherever there is no such canvas, the page itself shows each step; at rest it always does.
 */
import { canBePainted, PaintedCanvas } from '../painting/paintedCanvas.ts'
import { BEYOND_PX, type WindowEnds, type WindowLooks } from '../painting/paintWindow.ts'

export interface PaintedStrip {
  /** A motion is to be expected from here: its first picture is made ready. */
  readonly prepare: (ends: WindowEnds) => void
  /** A step. @returns whether it is painted: the page need not show it */
  readonly show: (ends: WindowEnds) => boolean
  /** The motion is over: the page is seen again, and has to show where the window is. */
  readonly rest: () => void
  readonly close: () => void
}

/** @param frame in which strip, wash and ends lie; @returns null where a canvas cannot be handed to a worker */
export function openPaintedStrip(frame: HTMLElement): PaintedStrip | null {
  return canBePainted() ? new Strip(frame) : null
}

class Strip implements PaintedStrip {
  readonly #frame: HTMLElement
  readonly #canvas: PaintedCanvas<'strip'>

  constructor(frame: HTMLElement) {
    this.#frame = frame
    this.#canvas = new PaintedCanvas({
      part: frame,
      className: 'overview-canvas',
      painter: 'strip',
      place: (canvas) => frame.append(canvas),
    })
  }

  prepare(ends: WindowEnds): void {
    const canvas = this.#canvas
    if (canvas.isLost || this.#hasFocus()) return
    const ticket = canvas.isMoving ? null : this.#begin()
    canvas.send({ kind: 'window', ends, ticket })
  }

  show(ends: WindowEnds): boolean {
    if (this.#hasFocus()) this.rest()
    else this.prepare(ends)
    this.#canvas.show()
    return this.#canvas.isReliable
  }

  rest(): void {
    this.#canvas.rest()
  }

  close(): void {
    this.#canvas.close()
  }

  /** The ring around an end that has the focus is the page's, and goes with it. */
  #hasFocus(): boolean {
    return this.#frame.contains(document.activeElement)
  }

  #begin(): number {
    const ticket = this.#canvas.begin()
    const looks = readLooks(this.#frame)
    this.#canvas.resize(looks.widthPx + 2 * BEYOND_PX.x, looks.heightPx + 2 * BEYOND_PX.y)
    this.#canvas.send({ kind: 'looks', looks })
    return ticket
  }
}

/** Colours and size are asked of the page; the shape of an end stands in paintWindow.ts as in overview.css. */
function readLooks(frame: HTMLElement): WindowLooks {
  const wash = frame.querySelector<HTMLElement>('.overview-window') ?? frame
  const end = frame.querySelector('.overview-handle') ?? frame
  return {
    wash: getComputedStyle(wash).backgroundColor,
    line: getComputedStyle(end, '::after').backgroundColor,
    grip: getComputedStyle(end, '::before').backgroundColor,
    widthPx: wash.offsetWidth,
    heightPx: wash.offsetHeight,
    density: window.devicePixelRatio,
  }
}
