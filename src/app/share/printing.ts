/** Is the page being printed? Known in time for whoever draws something else on paper. */

let isPrinting = false
const listeners = new Set<() => void>()

function set(now: boolean): void {
  isPrinting = now
  for (const listener of listeners) listener()
}

const begin = (): void => set(true)
const end = (): void => set(false)

export function isPrintingNow(): boolean {
  return isPrinting
}

export function subscribeToPrinting(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
  }
}

/** Prints once the document stands there: what a script prints is on paper before anything else is drawn. */
export async function printPage(): Promise<void> {
  begin()
  await new Promise((resolve) => setTimeout(resolve))
  window.print()
}
