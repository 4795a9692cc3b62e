/**
 * What does one side cost at one size, once it is drawn? A browser of its own, one page, every figure in the same order. How
 * long the drawing takes is measured apart (measureDrawn.ts).
 */
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { BROWSER_REST_MS, browserOptions, MAX_DRAWN_MS, viewport } from './browserOptions.ts'
import { median, type Figures, type Outcome } from './figures.ts'
import { dragBy, dragToAndFro, STEP_PX, wheelBy, wheelInAndOut } from './gestures.ts'
import {
  countElements,
  measureWholeMemory,
  readBox,
  readWhenDrawn,
  toggleValues,
  watchForFirstMark,
  type Box,
} from './inPage.ts'
import { measureGesture, readMetric, waitForRest, type GestureCost } from './mainThread.ts'
import type { Side } from './sides.ts'
import type { Stretch } from './stretches.ts'
import { NotMeasured, pause, withLimit, wordsFor } from './withLimit.ts'

export interface PageToMeasure {
  readonly side: Side
  readonly address: string
  /** Shown for the second measurement. */
  readonly close: Stretch
  readonly browserPath: string
}

export interface MeasuredPage extends Outcome {
  /** Whole size of the drawing, CSS px; null where none came. */
  readonly size: Pick<Box, 'width' | 'height'> | null
}

const toolOptions = [
  ...browserOptions,
  // Memory is measured when it is asked for, not at some moment in the next half minute.
  '--enable-blink-features=ForceEagerMeasureMemory',
]

const MAX_ANSWER_MS = 60_000
/** A page that answers no more is given up with its browser. */
const MAX_PAGE_MS = 900_000

const STEPS = 60
/** Steps of 40 px either side of the middle. */
const DRAG_REACH = 7
/** Notches in one direction: some twelve times closer. */
const WHEEL_REACH = 15

export async function measurePage(wanted: PageToMeasure): Promise<MeasuredPage> {
  const browser = await chromium.launch({ executablePath: wanted.browserPath, args: toolOptions })
  const page: { figures: Figures; size: MeasuredPage['size'] } = { figures: {}, size: null }
  try {
    const opened = await browser.newPage({ viewport, locale: 'en-GB', timezoneId: 'UTC' })
    await withLimit(measureAll(opened, wanted, page), MAX_PAGE_MS, 'not measured')
    return { ...page, fault: null }
  } catch (reason) {
    return { ...page, fault: wordsFor(reason) }
  } finally {
    await browser.close()
  }
}

/** Fills in one figure after the other, so that those before a fault are kept. */
async function measureAll(
  page: Page,
  wanted: PageToMeasure,
  measured: { readonly figures: Figures; size: MeasuredPage['size'] },
): Promise<void> {
  page.setDefaultTimeout(MAX_ANSWER_MS)
  const client = await page.context().newCDPSession(page)
  await client.send('Performance.enable')
  await waitForDrawing(page, wanted)
  await wanted.side.waitForGestures(page)
  await waitForRest(page, client)
  const box = await findBox(page, wanted.side)
  measured.size = box
  await measureRoom(page, client, measured.figures)
  await measureFilter(page, client, wanted.side, measured.figures)
  await measureGestures(page, client, wanted, box, measured.figures)
}

async function waitForDrawing(page: Page, { side, address }: PageToMeasure): Promise<void> {
  await page.addInitScript(watchForFirstMark, side.firstMark)
  await pause(BROWSER_REST_MS)
  await page.goto(address, { waitUntil: 'commit' })
  await withLimit(page.evaluate(readWhenDrawn), MAX_DRAWN_MS, 'not drawn')
}

async function findBox(page: Page, side: Side): Promise<Box> {
  const box = await page.evaluate(readBox, side.surface)
  if (box === null) throw new NotMeasured(`no ${side.surface} to drag`)
  return box
}

async function measureRoom(page: Page, client: CDPSession, figures: Figures): Promise<void> {
  figures.elements = await page.evaluate(countElements)
  await client.send('HeapProfiler.collectGarbage')
  figures.heapBytes = await readMetric(client, 'JSHeapUsedSize')
  const memoryBytes = await withLimit(page.evaluate(measureWholeMemory), MAX_ANSWER_MS, 'memory not measured')
  if (memoryBytes !== null) figures.memoryBytes = memoryBytes
}

/** From the click to both the number of events and the marks being right, of each actor whose button is on the page and of a standing. */
async function measureFilter(page: Page, client: CDPSession, side: Side, figures: Figures): Promise<void> {
  if (side.filter === null) return
  const spans = await withLimit(
    page.evaluate(toggleValues, { ...side.filter, mark: side.firstMark }),
    MAX_ANSWER_MS,
    'the filter did not answer',
  )
  const toggleMs = median(spans)
  if (toggleMs !== undefined) Object.assign(figures, { toggleMs, slowestToggleMs: Math.max(...spans) })
  await waitForRest(page, client)
}

async function measureGestures(
  page: Page,
  client: CDPSession,
  { side, close }: PageToMeasure,
  box: Box,
  figures: Figures,
): Promise<void> {
  const pan = (): Promise<GestureCost> =>
    measureGesture(page, client, dragToAndFro(client, box, STEPS, DRAG_REACH))
  const zoom = (): Promise<GestureCost> =>
    measureGesture(page, client, wheelInAndOut(client, box, STEPS, WHEEL_REACH))

  await checkGestures(page, client, side, box)
  const openPan = await pan()
  Object.assign(figures, {
    panMs: openPan.stepMs,
    medianPanMs: openPan.medianStepMs,
    panGapMs: openPan.frameGapMs,
  })
  const openZoom = await zoom()
  Object.assign(figures, { zoomMs: openZoom.stepMs, medianZoomMs: openZoom.medianStepMs })

  await side.show(page, close)
  const closePan = await pan()
  Object.assign(figures, {
    closePanMs: closePan.stepMs,
    medianClosePanMs: closePan.medianStepMs,
    closePanGapMs: closePan.frameGapMs,
  })
  const closeZoom = await zoom()
  Object.assign(figures, { closeZoomMs: closeZoom.stepMs, medianCloseZoomMs: closeZoom.medianStepMs })
}

const CHECK_STEPS = 2
const CHECK_NOTCHES = 2
/** A notch of the wheel is a fifth closer or farther, near enough, in both. */
const NOTCH_FACTOR = 1.19

/** That a gesture moves the drawing by what it should: what does not move costs nothing. Also warms up both. */
async function checkGestures(page: Page, client: CDPSession, side: Side, box: Box): Promise<void> {
  const read = async (): Promise<Stretch> => {
    await waitForRest(page, client)
    const window = await side.readWindow(page)
    if (window === null) throw new NotMeasured('a gesture moved nothing')
    return window
  }
  await dragBy(client, box, CHECK_STEPS)
  const first = await read()
  await dragBy(client, box, CHECK_STEPS)
  const second = await read()
  await dragBy(client, box, -2 * CHECK_STEPS)
  const movedPx = ((first.startMs - second.startMs) / (first.endMs - first.startMs)) * box.width
  requireNear('a drag', movedPx, CHECK_STEPS * STEP_PX, 'px')

  await wheelBy(client, box, CHECK_NOTCHES)
  const closer = await read()
  await wheelBy(client, box, -CHECK_NOTCHES)
  const factor = (second.endMs - second.startMs) / (closer.endMs - closer.startMs)
  requireNear('two notches of the wheel', factor, NOTCH_FACTOR ** CHECK_NOTCHES, 'times')
}

function requireNear(gesture: string, value: number, expected: number, unit: string): void {
  if (Math.abs(value / expected - 1) < 0.1) return
  throw new NotMeasured(`${gesture} moved by ${value.toFixed(2)} ${unit}, not ${expected.toFixed(2)}`)
}
