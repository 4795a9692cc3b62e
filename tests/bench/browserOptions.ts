/** How is a browser started that is measured? Alike for all: its own errands would be measured too. */

export const browserOptions: readonly string[] = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
]

export const viewport = { width: 1280, height: 800 } as const

/**
 * A browser that was just started loads parts of its own interface, for about a second, on the processor that is
 * measured. A reader's has long been running, ms.
 */
export const BROWSER_REST_MS = 2_000

export const MAX_DRAWN_MS = 180_000
