/**
 * Shows the window on the strip while it grows or shrinks, painted by a worker on a canvas over it.
 * To move three elements has the page styled, layered and committed anew, which takes more than a millisecond of the
 * main thread at each step of a zoom, in which nothing else on the page changes. Until the worker has painted a first
 * picture, and wherever there is no such canvas, the page itself shows each step; at rest it always does.
 */
import { canBePainted, PaintedCanvas } from '../painting/paintedCanvas.ts'
import { BEYOND_PX, type WindowEnds, type WindowLooks } from '../painting/paintWindow.ts'
import { isBesideSlide, slide } from '../shared/slide.ts'

export interface PaintedStrip {
  /** A step; the first of a zoom begins it. @returns whether it is painted: the page need not show it */
  readonly show: (ends: WindowEnds, isZoom: boolean) => boolean
  /** Moves what is not painted. @param isMoving whether a motion runs */
  readonly move: (group: HTMLElement, px: number, isMoving: boolean) => void
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
  #moved: HTMLElement | null = null

  constructor(frame: HTMLElement) {
    this.#frame = frame
    this.#canvas = new PaintedCanvas({
      part: frame,
      className: 'overview-canvas',
      painter: 'strip',
      place: (canvas) => frame.append(canvas),
    })
  }

  show(ends: WindowEnds, isZoom: boolean): boolean {
    const canvas = this.#canvas
    if (canvas.isLost || (!isZoom && !canvas.isMoving)) return false
    // The ring around an end that has the focus is the page's, and goes with it.
    if (this.#frame.contains(document.activeElement)) {
      this.rest()
      return false
    }
    const ticket = canvas.isMoving ? null : this.#begin()
    canvas.send({ kind: 'window', ends, ticket })
    return canvas.isSeen
  }

  move(group: HTMLElement, px: number, isMoving: boolean): void {
    this.#moved = group
    slide(group, px, isMoving && isBesideSlide(group))
  }

  rest(): void {
    this.#canvas.rest()
  }

  close(): void {
    if (this.#moved !== null) slide(this.#moved, 0, false)
    this.#canvas.close()
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
