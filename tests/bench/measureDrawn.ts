/**
 * How long does a reader wait for the first mark? Measured by the page itself, in a browser that nobody looks into: to be
 * told of every piece of a file that comes takes a tool's browser as much of the processor as some pages do.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { BROWSER_REST_MS, browserOptions, MAX_DRAWN_MS, viewport } from './browserOptions.ts'
import { watchForFirstMark } from './inPage.ts'
import { serveBench, type Mount } from './serveBench.ts'
import type { Side } from './sides.ts'
import { NotMeasured, withLimit } from './withLimit.ts'

export interface DrawingToMeasure {
  readonly side: Side
  /** Of the page, below the root. */
  readonly address: string
  readonly mounts: readonly Mount[]
  readonly browserPath: string
}

/** What Playwright leaves out of a browser as well. */
const quietOptions = [
  '--headless',
  '--hide-scrollbars',
  '--mute-audio',
  '--no-default-browser-check',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--disable-search-engine-choice-screen',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
  '--force-color-profile=srgb',
  '--password-store=basic',
  '--use-mock-keychain',
  '--lang=en-GB',
]

/** Where a page tells what it measured, and where the browser rests before. */
const TOLD = '/told'
const REST = '/rest'

/** @returns ms from the navigation to the painting of the first mark. Rejects with NotMeasured. */
export async function measureDrawn(wanted: DrawingToMeasure): Promise<number> {
  const { drawnMs, height } = await openPage(wanted, await chromeHeight(wanted))
  if (height !== viewport.height) throw new NotMeasured(`the page was ${height} px high`)
  return drawnMs
}

interface Told {
  readonly drawnMs: number
  /** Of the page, CSS px. */
  readonly height: number
}

let chromePx: number | null = null

/** Of a window what is not page, px: a headless one may have a frame too. Found once. */
async function chromeHeight(wanted: DrawingToMeasure): Promise<number> {
  if (chromePx !== null) return chromePx
  const { height } = await openPage({ ...wanted, address: REST }, 0)
  return (chromePx = viewport.height - height)
}

async function openPage(
  { side, address, mounts, browserPath }: DrawingToMeasure,
  framePx: number,
): Promise<Told> {
  let tell: (told: Told) => void = () => undefined
  const told = new Promise<Told>((resolve) => (tell = resolve))
  const server = await serveBench(mounts, {
    answer: ({ pathname, searchParams }) => {
      if (pathname === REST) return restPage(address)
      if (pathname !== TOLD) return null
      tell({ drawnMs: Number(searchParams.get('drawn')), height: Number(searchParams.get('height')) })
      return ''
    },
    // Before all else in the page, its content policy included.
    alter: (html) => html.replace('<head>', `<head><script>${watchScript(side.firstMark)}</script>`),
  })
  const profile = mkdtempSync(path.join(tmpdir(), 'dateline-bench-'))
  const browser = spawn(
    browserPath,
    [
      ...browserOptions,
      ...quietOptions,
      `--window-size=${viewport.width},${viewport.height + framePx}`,
      `--user-data-dir=${profile}`,
      new URL(REST, server.url).href,
    ],
    // In a group of its own, which ends as a whole.
    { stdio: 'ignore', detached: process.platform !== 'win32', env: { ...process.env, TZ: 'UTC' } },
  )
  const ended = new Promise<never>((_, reject) => {
    browser.on('error', () => reject(new NotMeasured('the browser did not start')))
    browser.on('exit', () => reject(new NotMeasured('the browser ended')))
  })
  try {
    return await withLimit(Promise.race([told, ended]), BROWSER_REST_MS + MAX_DRAWN_MS, 'not drawn')
  } finally {
    ended.catch(() => undefined)
    await end(browser)
    await server.close()
    // Left to the system where the last of its processes still writes there.
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(
      () => undefined,
    )
  }
}

async function end(browser: ChildProcess): Promise<void> {
  const { pid } = browser
  if (pid === undefined || browser.exitCode !== null || browser.signalCode !== null) return
  const gone = new Promise((resolve) => browser.once('exit', resolve))
  if (process.platform === 'win32') browser.kill()
  else process.kill(-pid, 'SIGKILL')
  await gone
}

/** @param next to which it goes on; itself: it only tells how large it is */
function restPage(next: string): string {
  const act =
    next === REST
      ? `fetch('${TOLD}?height=' + innerHeight)`
      : `setTimeout(() => location.replace(${JSON.stringify(next)}), ${BROWSER_REST_MS})`
  return `<!doctype html><title>Rest</title><script>${act}</script>`
}

function watchScript(firstMark: string): string {
  const tell = `(ms) => fetch('${TOLD}?drawn=' + ms + '&height=' + innerHeight)`
  return `(${watchForFirstMark.toString()})(${JSON.stringify(firstMark)}); whenDrawn.then(${tell})`
}
