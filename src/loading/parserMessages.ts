/** What do the worker that reads a large story and its parsers say to each other? */
import type { Result } from '../core/base/result.ts'
import type { BatchColumns, BatchRows, EventBatch } from './eventBatch.ts'
import type { KnownNames } from './knownNames.ts'
import type { LoadFault } from './loadError.ts'

/** To a parser; see EventParser. */
export type ParserRequest =
  | { readonly kind: 'open'; readonly names: KnownNames }
  | { readonly kind: 'read'; readonly batch: EventBatch }
  /** Events `from` to `to` of a batch. */
  | {
      readonly kind: 'bytes'
      readonly ticket: number
      readonly batchNumber: number
      readonly from: number
      readonly to: number
    }
  /** The JSON of some events of a batch. */
  | {
      readonly kind: 'texts'
      readonly ticket: number
      readonly batchNumber: number
      readonly events: Uint32Array
    }
  /** All bytes of a batch. */
  | { readonly kind: 'whole'; readonly ticket: number; readonly batchNumber: number }
  | { readonly kind: 'place'; readonly rows: readonly BatchRows[] }
  | { readonly kind: 'search'; readonly ticket: number; readonly terms: readonly string[] }

/** From a parser. */
export type ParserAnswer =
  /** To the `read` that waits longest. */
  | { readonly kind: 'read'; readonly outcome: Result<BatchColumns, LoadFault> }
  | { readonly kind: 'bytes'; readonly ticket: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'texts'; readonly ticket: number; readonly texts: readonly string[] }
  | {
      readonly kind: 'found'
      readonly ticket: number
      readonly rows: Uint32Array
      readonly isDone: boolean
    }
