/**
 * How are more records sorted than memory holds? In runs: as many as fit are sorted and written, and all runs are merged
 * when they are read. Memory is bounded by `maxBytes`, however many records come.
 */
import { closeSync, openSync, rmSync } from 'node:fs'
import { FileWriter } from './fileWriter.ts'
import { mergeRuns, type Run } from './mergeRuns.ts'
import { HEADER_BYTES, type RunRecord } from './runReader.ts'

/** A record takes so many bytes of memory beside its payload. */
const RECORD_BYTES = 36

export class ExternalSorter {
  readonly #file: string
  readonly #writer: FileWriter
  readonly #runs: { readonly start: number; readonly end: number }[] = []
  readonly #payloads: Buffer
  #payloadBytes = 0
  readonly #keys: Float64Array
  /** [n + 1] where each payload begins. */
  readonly #starts: Uint32Array
  #count = 0
  #handle: number | null = null

  /**
   * @param file written meanwhile; removed by `remove`
   * @param maxBytes of memory; @param payloadBytes expected of a record, shares the memory out
   */
  constructor(file: string, maxBytes: number, payloadBytes: number) {
    this.#file = file
    this.#writer = new FileWriter(file)
    const records = Math.max(16, Math.floor(maxBytes / (RECORD_BYTES + payloadBytes)))
    this.#payloads = Buffer.allocUnsafe(Math.max(1024, records * payloadBytes))
    this.#keys = new Float64Array(3 * records)
    this.#starts = new Uint32Array(records + 1)
  }

  /** Keys must not be NaN; the payload is copied. */
  add(key0: number, key1: number, key2: number, payload: Uint8Array): void {
    const isFull =
      this.#count + 1 >= this.#starts.length || this.#payloadBytes + payload.length > this.#payloads.length
    if (isFull) this.#flush()
    if (payload.length > this.#payloads.length) {
      this.#writeAlone(key0, key1, key2, payload)
      return
    }
    this.#keys[3 * this.#count] = key0
    this.#keys[3 * this.#count + 1] = key1
    this.#keys[3 * this.#count + 2] = key2
    this.#payloads.set(payload, this.#payloadBytes)
    this.#payloadBytes += payload.length
    this.#starts[++this.#count] = this.#payloadBytes
  }

  /** All records in order, as often as wanted; nothing may be added any more. Each holds until the next. */
  *sorted(): Generator<RunRecord, void, undefined> {
    this.#flush()
    this.#writer.flush()
    this.#handle ??= openSync(this.#file, 'r')
    const handle = this.#handle
    yield* mergeRuns(this.#runs.map(({ start, end }): Run => ({ handle, start, end })))
  }

  /** Writes all records, sorted, as one run. */
  writeRun(file: string): void {
    const writer = new FileWriter(file)
    const header = Buffer.alloc(HEADER_BYTES)
    for (const record of this.sorted()) writeRecord(record, header, writer)
    writer.close()
  }

  remove(): void {
    this.#writer.close()
    if (this.#handle !== null) closeSync(this.#handle)
    rmSync(this.#file, { force: true })
  }

  #flush(): void {
    if (this.#count === 0) return
    const keys = this.#keys
    const order = new Uint32Array(this.#count)
    for (let i = 0; i < order.length; i++) order[i] = i
    order.sort((a, b) => {
      for (let k = 0; k < 3; k++) {
        const left = keys[3 * a + k] ?? 0
        const right = keys[3 * b + k] ?? 0
        if (left !== right) return left < right ? -1 : 1
      }
      return Buffer.compare(this.#payloadOf(a), this.#payloadOf(b))
    })
    const start = this.#writer.length
    const header = Buffer.alloc(HEADER_BYTES)
    for (const i of order) {
      const record = {
        key0: keys[3 * i] ?? 0,
        key1: keys[3 * i + 1] ?? 0,
        key2: keys[3 * i + 2] ?? 0,
        payload: this.#payloadOf(i),
      }
      writeRecord(record, header, this.#writer)
    }
    this.#runs.push({ start, end: this.#writer.length })
    this.#count = 0
    this.#payloadBytes = 0
  }

  /** A record larger than all memory for payloads is a run by itself. */
  #writeAlone(key0: number, key1: number, key2: number, payload: Uint8Array): void {
    const start = this.#writer.length
    writeRecord({ key0, key1, key2, payload }, Buffer.alloc(HEADER_BYTES), this.#writer)
    this.#runs.push({ start, end: this.#writer.length })
  }

  #payloadOf(i: number): Buffer {
    return this.#payloads.subarray(this.#starts[i] ?? 0, this.#starts[i + 1] ?? 0)
  }
}

function writeRecord(record: RunRecord, header: Buffer, writer: FileWriter): void {
  header.writeDoubleLE(record.key0, 0)
  header.writeDoubleLE(record.key1, 8)
  header.writeDoubleLE(record.key2, 16)
  header.writeUInt32LE(record.payload.length, 24)
  writer.write(header)
  writer.write(record.payload)
}
