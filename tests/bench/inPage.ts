/** What is asked inside a measured page? Each of these runs there and so can use nothing from outside itself. */

interface MeasuredWindow extends Window {
  /** performance.now() when the first mark had been painted. */
  whenDrawn?: Promise<number>
  /** Times of frames; the recording goes on until it is taken away. */
  frameTimes?: number[]
}

/**
 * Before all else on the page. The frame in which the first mark stands is painted after its callback; two
 * callbacks later it has been.
 */
export function watchForFirstMark(selector: string): void {
  const page: MeasuredWindow = window
  page.whenDrawn = new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector(selector) === null) requestAnimationFrame(look)
      else requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())))
    }
    requestAnimationFrame(look)
  })
}

export function readWhenDrawn(): Promise<number> {
  return (window as MeasuredWindow).whenDrawn ?? Promise.resolve(NaN)
}

export function startFrames(): void {
  const page: MeasuredWindow = window
  page.frameTimes = []
  const note = (timeMs: number): void => {
    if (page.frameTimes === undefined) return
    page.frameTimes.push(timeMs)
    requestAnimationFrame(note)
  }
  requestAnimationFrame(note)
}

/** When what was asked for last is drawn. */
export function twoFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })
}

/** Two frames later, so that what the last step asked for is drawn. @returns times of all frames, ms */
export function stopFrames(): Promise<readonly number[]> {
  const page: MeasuredWindow = window
  return new Promise((resolve) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        resolve(page.frameTimes ?? [])
        delete page.frameTimes
      }),
    )
  })
}

/**
 * Clicks on the button of each actor, and again to let go of it; then on the first value of another facet. From each click to the document showing another
 * number of events and other marks, ms. The next comes when the page has come to rest.
 */
export async function toggleValues(on: {
  readonly choice: string
  /** The button that unfolds the other facet, and its values. */
  readonly unfold: string
  readonly value: string
  readonly count: string
  readonly mark: string
}): Promise<readonly number[]> {
  const textsOf = (selector: string): string =>
    [...document.querySelectorAll(selector)].map((element) => element.textContent).join()
  const toggle = (button: HTMLElement): Promise<number> =>
    new Promise((resolve) => {
      const before = { count: textsOf(on.count), marks: textsOf(on.mark) }
      const startMs = performance.now()
      const look = (): void => {
        const nowMs = performance.now()
        if (textsOf(on.count) === before.count || textsOf(on.mark) === before.marks) return
        watch.disconnect()
        resolve(nowMs - startMs)
      }
      const watch = new MutationObserver(look)
      watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
      // An actor of all events changes nothing, which is no measurement.
      setTimeout(() => resolve(NaN), 5_000)
      button.click()
    })
  const spans: number[] = []
  const rest = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 400))
  const toggleTwice = async (choice: string, i: number): Promise<void> => {
    for (let clicks = 0; clicks < 2; clicks++) {
      const button = document.querySelectorAll<HTMLElement>(choice)[i]
      if (button === undefined) continue
      spans.push(await toggle(button))
      await rest()
    }
  }
  const count = document.querySelectorAll(on.choice).length
  for (let i = 0; i < count; i++) await toggleTwice(on.choice, i)
  document.querySelector<HTMLElement>(on.unfold)?.click()
  await rest()
  await toggleTwice(on.value, 0)
  document.querySelector<HTMLElement>(on.unfold)?.click()
  return spans.filter((ms) => !Number.isNaN(ms))
}

export function countElements(): number {
  return document.getElementsByTagName('*').length
}

/** Heaps of the page and its workers with their buffers, bytes; null where the browser does not say. */
export async function measureWholeMemory(): Promise<number | null> {
  const clock = performance as Performance & {
    measureUserAgentSpecificMemory?: () => Promise<{ readonly bytes: number }>
  }
  return (await clock.measureUserAgentSpecificMemory?.())?.bytes ?? null
}

/** The part of an element that is on screen, CSS px, and the whole size of it. */
export function readBox(selector: string): Box | null {
  const box = document.querySelector(selector)?.getBoundingClientRect()
  if (box === undefined) return null
  const bottom = Math.min(box.bottom, innerHeight)
  return {
    middleX: box.left + box.width / 2,
    middleY: (Math.max(box.top, 0) + bottom) / 2,
    width: box.width,
    height: box.height,
  }
}

export interface Box {
  readonly middleX: number
  readonly middleY: number
  readonly width: number
  readonly height: number
}
