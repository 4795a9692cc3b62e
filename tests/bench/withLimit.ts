/** Nothing may hang: what takes longer than its limit ends with a sentence that can stand in the table. */

/** What could not be measured, in words for the table. */
export class NotMeasured extends Error {}

/** What went wrong with one page, for its row: the others are measured. */
export function wordsFor(reason: unknown): string {
  if (reason instanceof NotMeasured) return reason.message
  const [line = ''] = (reason instanceof Error ? reason.message : String(reason)).split('\n')
  return `failed: ${line}`
}

/** Gives up waiting after `limitMs`; whoever asked must end what goes on. @param words what did not happen */
export async function withLimit<T>(work: Promise<T>, limitMs: number, words: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotMeasured(`${words} within ${limitMs / 1000} s`)), limitMs)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))
}
