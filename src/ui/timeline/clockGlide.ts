/**
 * From one clock to another: what stands in both pictures goes from its old place to its new one, so that the eye can
 * follow; the rest fades. React has drawn the new picture by then. Whatever interrupts the motion finds it as it is.
 */
import { drawShapes, shapeKinds, type Hold } from '../../core/marks/drawShapes.ts'
import { glideMark, partsWithout, type GlidingMark } from '../../core/marks/glideMarks.ts'
import type { StyledMark } from '../../core/marks/styleMarks.ts'
import { isSameWindow } from '../../core/time/timeWindow.ts'
import type { LiveWindow } from '../shared/liveWindow.ts'
import { drawLines } from './stagePen.ts'
import type { StageSource } from './timelineDrawing.ts'
import { AXIS_PX } from './timelineSizes.ts'

const GLIDE_MS = 320
/** As everything on the page eases. */
const EASING = 'cubic-bezier(.2,0,0,1)'

export interface ClockGlide {
  /** A drawing of React's has come onto the page. */
  readonly show: (source: StageSource, live: LiveWindow) => void
  readonly stop: () => void
}

/** @param surface in which the stage lies */
export function openGlide(surface: HTMLElement, stage: HTMLElement): ClockGlide {
  let before: StageSource | null = null
  let running: Motion | null = null
  const stop = (): void => {
    running?.stop()
    running = null
  }
  return {
    stop,
    show: (source, live) => {
      const former = before
      before = source
      if (former === null || former.drawing === source.drawing) return running?.draw()
      const isOther = former.events !== source.events
      const marks = running?.marks() ?? former.drawing.marks
      const isFollowed = isOther || running !== null
      stop()
      const isStill = source.drawing.isMoving || former.drawing.isMoving
      if (!isFollowed || isStill || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
      running = startMotion(
        { surface, stage, source, live, marks, events: former.events },
        () => (running = null),
      )
    },
  }
}

interface Motion {
  /** Marks as they stand at this moment. */
  readonly marks: () => readonly StyledMark[]
  readonly draw: () => void
  readonly stop: () => void
}

interface MotionStart {
  readonly surface: HTMLElement
  readonly stage: HTMLElement
  readonly source: StageSource
  readonly live: LiveWindow
  /** Where marks stood before, and which events they were. */
  readonly marks: readonly StyledMark[]
  readonly events: StageSource['events']
}

function startMotion(start: MotionStart, onEnd: () => void): Motion {
  const { surface, stage, source, live } = start
  const { drawing } = source
  const old = new Map(start.marks.map((mark) => [start.events.at(mark.row)?.id, mark]))
  const gliding = drawing.marks.flatMap((mark): GlidingMark[] => {
    const from = old.get(source.events.at(mark.row)?.id)
    return from === undefined || from.isGhost !== mark.isGhost ? [] : [{ mark, from }]
  })
  const animations = [...moveButtons(stage, drawing.marks, gliding), ...fadeSigns(stage, start, gliding)]
  const startedMs = performance.now()
  let share = 0
  const marks = (): readonly StyledMark[] => gliding.map((mark) => glideMark(mark, share))
  const draw = (): void => drawLines(surface, { ...drawing, marks: marks(), roots: [] }, drawing.scale.window)
  const end = (): void => {
    cancelAnimationFrame(frame)
    leave()
    for (const animation of animations) animation.cancel()
    drawLines(surface, drawing, drawing.scale.window)
  }
  const step = (nowMs: number): void => {
    const passed = (nowMs - startedMs) / GLIDE_MS
    if (passed >= 1) {
      end()
      return onEnd()
    }
    share = easeOut(Math.max(0, passed))
    draw()
    frame = requestAnimationFrame(step)
  }
  let frame = requestAnimationFrame(step)
  // The window of the new picture may only now have been told; any other is a gesture.
  const leave = live.subscribe(() => {
    if (isSameWindow(live.get(), drawing.scale.window)) return draw()
    end()
    onEnd()
  })
  draw()
  return { marks, draw, stop: end }
}

/** Labels, with what is pressed: from the old place of the label; new ones come up. */
function moveButtons(
  stage: HTMLElement,
  marks: readonly StyledMark[],
  gliding: readonly GlidingMark[],
): readonly Animation[] {
  const fromOf = new Map(gliding.map(({ mark, from }) => [String(mark.row), from]))
  const markOf = new Map(marks.map((mark) => [String(mark.row), mark]))
  const timing = { duration: GLIDE_MS, easing: EASING }
  return [...stage.querySelectorAll<HTMLElement>('.marks button')].flatMap((button) => {
    const item = button.parentElement
    const row = button.dataset['row'] ?? ''
    const mark = button.classList.contains('cluster-button') ? undefined : markOf.get(row)
    if (item === null || mark === undefined)
      return item === null ? [] : [item.animate({ opacity: [0, 1] }, timing)]
    const from = fromOf.get(row)
    if (from === undefined) return [item.animate({ opacity: [0, 1] }, timing)]
    const [now, then] =
      mark.label === null || from.label === null ? [mark.box, from.box] : [mark.label, from.label]
    return [item.animate({ translate: [`${then.x - now.x}px ${then.y - now.y}px`, '0px 0px'] }, timing)]
  })
}

/** What is in one of the two pictures alone, on copies of the page's paths, which go away with their motion. */
function fadeSigns(
  stage: HTMLElement,
  { marks, source }: MotionStart,
  gliding: readonly GlidingMark[],
): readonly Animation[] {
  const gone = new Set<StyledMark['sign']>(gliding.map(({ from }) => from.sign))
  const kept = new Set(gliding.map(({ mark }) => mark))
  const going = [
    ...marks.filter(({ sign }) => !gone.has(sign)),
    ...gliding.map(({ mark, from }) => ({ ...mark, ...from, sign: partsWithout(from.sign, mark.sign) })),
  ]
  const coming = [
    ...source.drawing.marks.filter((mark) => !kept.has(mark)),
    ...gliding.map(({ mark, from }) => ({ ...mark, sign: partsWithout(mark.sign, from.sign) })),
  ]
  const { scale } = source.drawing
  return [
    fade(stage, going.filter(isPlain), scale, [1, 0]),
    fade(stage, coming.filter(isPlain), scale, [0, 1]),
  ]
}

function isPlain({ isGhost, sign }: StyledMark): boolean {
  return !isGhost && sign.length > 0
}

const holds: readonly Hold[] = ['time', 'left', 'right']

function fade(
  stage: HTMLElement,
  marks: readonly StyledMark[],
  ends: StageSource['drawing']['scale'],
  opacity: readonly [number, number],
): Animation {
  const model = stage.querySelector('.timeline-shapes')
  const copy = (model?.cloneNode(false) ?? document.createElementNS(SVG, 'svg')) as SVGElement
  const shapes = holds.map((hold) => drawShapes(marks, hold, (x) => x, ends))
  const group = document.createElementNS(SVG, 'g')
  group.setAttribute('transform', `translate(0,${AXIS_PX})`)
  group.setAttribute('class', 'mark is-plain')
  for (const kind of shapeKinds) {
    const path = document.createElementNS(SVG, 'path')
    // The look is that of the path beside it.
    path.setAttribute('class', model?.querySelector(`.shape-${kind}`)?.getAttribute('class') ?? '')
    path.setAttribute('d', shapes.map((shape) => shape[kind] ?? '').join(''))
    group.append(path)
  }
  copy.append(group)
  model?.after(copy)
  const animation = copy.animate(
    { opacity: [...opacity] },
    { duration: GLIDE_MS, easing: EASING, fill: 'both' },
  )
  const remove = (): void => copy.remove()
  animation.onfinish = remove
  animation.oncancel = remove
  return animation
}

const SVG = 'http://www.w3.org/2000/svg'

/** EASING as a function: the share of the way at a share of the time. */
function easeOut(time: number): number {
  let [low, high] = [0, 1]
  // The curve's own parameter, by halves: fine enough for half a px of a screen.
  for (let i = 0; i < 14; i++) {
    const middle = (low + high) / 2
    if (0.6 * middle * (1 - middle) ** 2 + middle ** 3 < time) low = middle
    else high = middle
  }
  return 3 * low ** 2 * (1 - low) + low ** 3
}
