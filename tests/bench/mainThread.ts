/** How busy is the main thread of a page, and how evenly does it draw, while something is done to it? */
import type { CDPSession, Page } from '@playwright/test'
import { median } from './figures.ts'
import type { Gesture, OnStep } from './gestures.ts'
import { startFrames, stopFrames, twoFrames } from './inPage.ts'
import { NotMeasured, pause, withLimit } from './withLimit.ts'

export interface GestureCost {
  /** Main-thread time of one step, less what the page spends in such a time without it, ms. */
  readonly stepMs: number
  /** The middle one of single steps, with all that the page did from one to the next, less the same, ms. */
  readonly medianStepMs: number
  /** 95 of 100 frames come sooner after the one before, ms. */
  readonly frameGapMs: number
}

const MAX_IDLE_STEPS = 60
const MAX_IDLE_MS = 5_000
const MAX_DRAW_MS = 60_000

/** The gesture is made twice: to record frames has the page draw some that no gesture asks for, which would be counted. */
export async function measureGesture(page: Page, client: CDPSession, gesture: Gesture): Promise<GestureCost> {
  const make = async <T>(run: () => Promise<T>): Promise<T> => {
    await waitForRest(page, client)
    await gesture.begin()
    const result = await run()
    await gesture.end()
    return result
  }
  const moved = await make(() => measureSteps(page, client, (onStep) => gesture.run(onStep)))
  const frameTimes = await make(() => recordFrames(page, () => gesture.run(() => Promise.resolve())))
  await waitForRest(page, client)
  const stepLastedMs = moved.lastedMs / moved.steps
  const idle = await measureSteps(page, client, (onStep) => rest(stepLastedMs, onStep))
  return {
    stepMs: (moved.busyMs - (idle.busyMs / idle.lastedMs) * moved.lastedMs) / moved.steps,
    medianStepMs: moved.medianMs - idle.medianMs,
    frameGapMs: highGap(frameTimes),
  }
}

/** As many steps as a gesture has, each as long as one of its steps, in which nothing is asked of the page. */
async function rest(stepMs: number, onStep: OnStep): Promise<number> {
  const steps = Math.max(2, Math.min(MAX_IDLE_STEPS, Math.round(MAX_IDLE_MS / stepMs)))
  for (let step = 0; step < steps; step++) {
    await pause(stepMs)
    await onStep()
  }
  return steps
}

interface MeasuredSteps {
  readonly steps: number
  readonly medianMs: number
  readonly busyMs: number
  readonly lastedMs: number
}

/**
 * To ask after each step takes the main thread nearly half a ms, which is why a page at rest is asked as often:
 * what that takes is no part of a step.
 */
async function measureSteps(
  page: Page,
  client: CDPSession,
  run: (onStep: OnStep) => Promise<number>,
): Promise<MeasuredSteps> {
  const spans: number[] = []
  const span = await measureSpan(page, client, async () => {
    let before = await readMetric(client, 'TaskDuration')
    return run(async () => {
      const now = await readMetric(client, 'TaskDuration')
      spans.push((now - before) * 1000)
      before = now
    })
  })
  return { ...span, steps: span.result, medianMs: median(spans) ?? NaN }
}

const REST_MS = 250
const MAX_REST_SHARE = 0.15
const MAX_UNREST_MS = 120_000

/** Waits until the page has little to do for half a second: what it does after its first picture is not a gesture's. */
export async function waitForRest(page: Page, client: CDPSession): Promise<void> {
  const untilMs = performance.now() + MAX_UNREST_MS
  for (let quiet = 0; quiet < 2;) {
    const { busyMs, lastedMs } = await measureSpan(page, client, () => pause(REST_MS))
    quiet = busyMs / lastedMs < MAX_REST_SHARE ? quiet + 1 : 0
    if (performance.now() > untilMs) throw new NotMeasured(`not at rest within ${MAX_UNREST_MS / 1000} s`)
  }
}

interface Measured<T> {
  readonly result: T
  readonly busyMs: number
  readonly lastedMs: number
}

/** Until what was done is drawn. */
async function measureSpan<T>(page: Page, client: CDPSession, run: () => Promise<T>): Promise<Measured<T>> {
  const startMs = performance.now()
  const busyBeforeMs = await readMetric(client, 'TaskDuration')
  const result = await run()
  await withLimit(page.evaluate(twoFrames), MAX_DRAW_MS, 'a gesture was not drawn')
  const busyMs = ((await readMetric(client, 'TaskDuration')) - busyBeforeMs) * 1000
  return { result, busyMs, lastedMs: performance.now() - startMs }
}

/** @returns times of all frames while something is done, ms */
async function recordFrames(page: Page, run: () => Promise<unknown>): Promise<readonly number[]> {
  await page.evaluate(startFrames)
  await run()
  return withLimit(page.evaluate(stopFrames), MAX_DRAW_MS, 'a gesture was not drawn')
}

/** A figure of the browser's own about the page, in its units. */
export async function readMetric(
  client: CDPSession,
  wanted: 'TaskDuration' | 'JSHeapUsedSize',
): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === wanted)?.value ?? NaN
}

function highGap(times: readonly number[]): number {
  const gaps = times.slice(1).map((timeMs, i) => timeMs - (times[i] ?? timeMs))
  return gaps.sort((a, b) => a - b)[Math.ceil(gaps.length * 0.95) - 1] ?? NaN
}
