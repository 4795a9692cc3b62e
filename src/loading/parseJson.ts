/** JSON of a part of a file, or why it is none. */
import type { Result } from '../core/base/result.ts'
import { fail, succeed } from '../core/base/result.ts'
import type { LoadFault } from './loadError.ts'

export function parseJson(text: string): Result<unknown, LoadFault> {
  try {
    return succeed(JSON.parse(text) as unknown)
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    return fail({ kind: 'json', isCut: false, sentence })
  }
}
