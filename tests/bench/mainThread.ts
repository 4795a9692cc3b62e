/** How busy is the main thread of a page, and how evenly does it draw, while something is done to it? */
import type { CDPSession, Page } from '@playwright/test'
import { median } from './figures.ts'
import type { Gesture } from './gestures.ts'
import { startFrames, stopFrames, twoFrames } from './inPage.ts'
import { NotMeasured, pause, withLimit } from './withLimit.ts'

export interface GestureCost {
  /** Main-thread time of one step, less what the page spends without it, ms. */
  readonly stepMs: number
  /** The middle one of single steps, with all that the page did from one to the next, ms. */
  readonly medianStepMs: number
  /** 95 of 100 frames come sooner after the one before, ms. */
  readonly frameGapMs: number
}

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
  const moved = await make(() => measureSpan(page, client, () => runStepwise(client, gesture)))
  const frameTimes = await make(() => recordFrames(page, () => gesture.run(() => Promise.resolve())))
  await waitForRest(page, client)
  const idle = await measureSpan(page, client, () => pause(Math.min(moved.lastedMs, MAX_IDLE_MS)))
  const idleShare = idle.busyMs / idle.lastedMs
  return {
    stepMs: (moved.busyMs - idleShare * moved.lastedMs) / moved.result.steps,
    medianStepMs: moved.result.medianMs,
    frameGapMs: highGap(frameTimes),
  }
}

interface SteppedGesture {
  readonly steps: number
  readonly medianMs: number
}

/** To ask after each step is part of what is measured, on both sides alike: some tenth of a ms. */
async function runStepwise(client: CDPSession, gesture: Gesture): Promise<SteppedGesture> {
  const spans: number[] = []
  let before = await readMetric(client, 'TaskDuration')
  const steps = await gesture.run(async () => {
    const now = await readMetric(client, 'TaskDuration')
    spans.push((now - before) * 1000)
    before = now
  })
  return { steps, medianMs: median(spans) ?? NaN }
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
