/** How does a file come over the network, with its progress told and its limits kept? */
import { LoadError } from './loadError.ts'

export interface Progress {
  readonly receivedBytes: number
  /** null: the server did not say, or compressed it on the way. */
  readonly totalBytes: number | null
}

/** Largest story file that is read in one piece, bytes. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024
/** Nothing for this long is a stalled connection, seconds. */
export const STALL_SECONDS = 20

/**
 * The text of a file. @throws LoadError for every failure but an abort by `signal`
 * @param onProgress called for each piece that arrives
 */
export async function fetchText(
  address: string,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<{ readonly text: string; readonly contentType: string }> {
  const watch = new StallWatch(signal)
  try {
    const response = await fetch(address, { signal: watch.signal })
    if (!response.ok) throw new LoadError({ kind: 'status', status: response.status }, address)
    const contentType = response.headers.get('content-type') ?? ''
    const text = await readBody(response, address, watch, onProgress)
    return { text, contentType }
  } catch (error) {
    if (error instanceof LoadError || signal.aborted) throw error
    if (watch.isStalled)
      throw new LoadError(
        { kind: 'stalled', seconds: STALL_SECONDS, receivedBytes: watch.receivedBytes },
        address,
      )
    throw new LoadError({ kind: 'network' }, address)
  } finally {
    watch.stop()
  }
}

async function readBody(
  response: Response,
  address: string,
  watch: StallWatch,
  onProgress: (progress: Progress) => void,
): Promise<string> {
  const isEncoded = response.headers.has('content-encoding')
  const length = Number(response.headers.get('content-length'))
  const totalBytes = isEncoded || !(length > 0) ? null : length
  const reader = response.body?.getReader()
  if (reader === undefined) return response.text()
  const refuseAbove = async (bytes: number): Promise<void> => {
    if (!(bytes > MAX_FILE_BYTES)) return
    await reader.cancel()
    throw new LoadError({ kind: 'too-large', bytes, limitBytes: MAX_FILE_BYTES }, address)
  }
  // Also of a compressed file: unpacked it is larger still.
  await refuseAbove(length)
  const decoder = new TextDecoder()
  const pieces: string[] = []
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    watch.arrived(value.byteLength)
    await refuseAbove(watch.receivedBytes)
    pieces.push(decoder.decode(value, { stream: true }))
    onProgress({ receivedBytes: watch.receivedBytes, totalBytes })
  }
  pieces.push(decoder.decode())
  return pieces.join('')
}

/** Ends a fetch when nothing has arrived for too long. */
class StallWatch {
  readonly #controller = new AbortController()
  #timer: ReturnType<typeof setTimeout> | undefined
  isStalled = false
  receivedBytes = 0

  constructor(outer: AbortSignal) {
    outer.addEventListener('abort', () => this.#controller.abort())
    if (outer.aborted) this.#controller.abort()
    this.arrived(0)
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  arrived(bytes: number): void {
    this.receivedBytes += bytes
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.isStalled = true
      this.#controller.abort()
    }, STALL_SECONDS * 1000)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
