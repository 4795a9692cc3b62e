/** How does a file come over the network, with its progress told and its limits kept? */
import { LoadError } from './loadError.ts'

export interface Progress {
  readonly receivedBytes: number
  /** null: the server did not say, or compressed it on the way. */
  readonly totalBytes: number | null
  /** Of a large story; all bytes may have come long before the last event is read. */
  readonly eventsRead?: number
}

/** Largest story file, bytes; larger stories come in tiles. */
export const MAX_FILE_BYTES = 1024 * 1024 * 1024
/** Nothing for this long is a stalled connection, seconds. */
export const STALL_SECONDS = 20

/** What is known of a file before its first byte. */
export interface FileHead {
  readonly contentType: string
  /** Length to come, packed if it is packed on the way; null: the server did not say. */
  readonly lengthBytes: number | null
  /** It is packed on the way: the bytes that arrive are more. */
  readonly isEncoded: boolean
}

/**
 * The bytes of a file, piece by piece. @throws LoadError for every failure but an abort by `signal`
 * @param onPiece awaited before the next piece is asked for; what it throws ends the fetch and is thrown on
 */
export async function fetchPieces(
  address: string,
  signal: AbortSignal,
  onPiece: (bytes: Uint8Array<ArrayBuffer>, progress: Progress, head: FileHead) => void | Promise<void>,
): Promise<FileHead> {
  const watch = new StallWatch(signal)
  try {
    const response = await fetch(address, { signal: watch.signal })
    if (!response.ok) throw new LoadError({ kind: 'status', status: response.status }, address)
    const length = Number(response.headers.get('content-length'))
    const head = {
      contentType: response.headers.get('content-type') ?? '',
      lengthBytes: length > 0 ? length : null,
      isEncoded: response.headers.has('content-encoding'),
    }
    await readBody(response, address, watch, head, onPiece)
    return head
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
  head: FileHead,
  onPiece: Parameters<typeof fetchPieces>[2],
): Promise<void> {
  const totalBytes = head.isEncoded ? null : head.lengthBytes
  const reader = response.body?.getReader()
  if (reader === undefined) return
  const refuseAbove = (bytes: number): void => {
    if (bytes > MAX_FILE_BYTES)
      throw new LoadError({ kind: 'too-large', bytes, limitBytes: MAX_FILE_BYTES }, address)
  }
  // Also of a compressed file: unpacked it is larger still.
  refuseAbove(head.lengthBytes ?? 0)
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    watch.arrived(value.byteLength)
    refuseAbove(watch.receivedBytes)
    await onPiece(value, { receivedBytes: watch.receivedBytes, totalBytes }, head)
  }
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

  /** Of a file that is refused before its end the rest is not to come. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#controller.abort()
  }
}
