/**
 * Which gestures are measured? Real ones, sent to the browser as the system would send them: a held mouse that is
 * drawn to and fro by steps of 40 px, and a wheel that is turned in and out again by one notch a step.
 */
import type { CDPSession } from '@playwright/test'
import type { Box } from './inPage.ts'
import { pause, withLimit } from './withLimit.ts'

export const STEP_PX = 40
/** A notch of the wheel, CSS px. */
const NOTCH_PX = 120
const STEP_MS = 50
/** From pressing to drawing, about as long as a hand takes. */
const PRESS_MS = 100
const MAX_STEP_MS = 60_000
/** After so long a gesture is cut short: it is slow enough to be measured by fewer steps. */
const BUDGET_MS = 15_000

export type OnStep = () => Promise<unknown>

export interface Gesture {
  /** What comes before the steps and is not measured. */
  readonly begin: () => Promise<void>
  /** @param onStep called once the time of a step is over @returns how many steps were made */
  readonly run: (onStep: OnStep) => Promise<number>
  readonly end: () => Promise<void>
}

/** To and fro between `reach` steps either side of where it begins, and back there. */
export function dragToAndFro(client: CDPSession, box: Box, steps: number, reach: number): Gesture {
  const drag = drawMouse(client, box)
  return {
    begin: async () => {
      await drag.press()
      await pause(PRESS_MS)
    },
    run: (onStep) => repeat(steps, BUDGET_MS, (i) => drag.moveTo(swing(i + 1, reach) * STEP_PX), onStep),
    end: async () => {
      await drag.moveTo(0)
      await drag.release()
    },
  }
}

/** By `steps` steps to the right (left where negative), and let go there. */
export async function dragBy(client: CDPSession, box: Box, steps: number): Promise<void> {
  const drag = drawMouse(client, box)
  await drag.press()
  await repeat(Math.abs(steps), Infinity, (i) => drag.moveTo((i + 1) * STEP_PX * Math.sign(steps)))
  await drag.release()
}

/** As many notches out as in, `reach` at a time. */
export function wheelInAndOut(client: CDPSession, box: Box, steps: number, reach: number): Gesture {
  const legs = Math.ceil(steps / (2 * reach))
  return {
    begin: async () => {},
    run: async (onStep) => {
      let made = 0
      for (let leg = 0; leg < legs; leg++) {
        const turn = (to: 'in' | 'out') => () => turnWheel(client, box, to)
        const inward = await repeat(reach, BUDGET_MS / (2 * legs), turn('in'), onStep)
        made += inward + (await repeat(inward, Infinity, turn('out'), onStep))
      }
      return made
    },
    end: async () => {},
  }
}

/** @param notches in; out where negative */
export async function wheelBy(client: CDPSession, box: Box, notches: number): Promise<void> {
  await repeat(Math.abs(notches), Infinity, () => turnWheel(client, box, notches > 0 ? 'in' : 'out'))
}

/** Where a pendulum of whole steps is: 0 1 2 1 0 -1 -2 -1 0 for a reach of 2. */
function swing(i: number, reach: number): number {
  const phase = i % (4 * reach)
  if (phase <= reach) return phase
  return phase <= 3 * reach ? 2 * reach - phase : phase - 4 * reach
}

/** One step every 50 ms, or as soon as the page has taken the one before. @returns how many were made, at least two */
async function repeat(
  steps: number,
  budgetMs: number,
  step: (i: number) => Promise<unknown>,
  onStep: OnStep = () => Promise.resolve(),
): Promise<number> {
  const startMs = performance.now()
  for (let i = 0; i < steps; i++) {
    const nowMs = performance.now()
    if (i >= 2 && nowMs - startMs > budgetMs) return i
    await withLimit(step(i), MAX_STEP_MS, 'a step of a gesture was not taken')
    await pause(nowMs + STEP_MS - performance.now())
    await onStep()
  }
  return steps
}

function turnWheel(client: CDPSession, { middleX: x, middleY: y }: Box, to: 'in' | 'out'): Promise<unknown> {
  const deltaY = to === 'in' ? -NOTCH_PX : NOTCH_PX
  return client.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY })
}

function drawMouse(client: CDPSession, { middleX, middleY: y }: Box) {
  let x = middleX
  const send = async (
    type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
    buttons: number,
  ): Promise<void> => {
    const button = type === 'mouseMoved' && buttons === 0 ? 'none' : 'left'
    await client.send('Input.dispatchMouseEvent', { type, x, y, button, buttons, clickCount: 1 })
  }
  return {
    press: async () => {
      await send('mouseMoved', 0)
      await send('mousePressed', 1)
    },
    moveTo: async (fromBeginPx: number) => {
      x = middleX + fromBeginPx
      await send('mouseMoved', 1)
    },
    release: () => send('mouseReleased', 0),
  }
}
