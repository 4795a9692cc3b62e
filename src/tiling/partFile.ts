/** What does a part say of itself? part.json. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Result } from '../core/base/result.ts'
import { fail, succeed } from '../core/base/result.ts'
import type { FactsTally } from './factsTally.ts'
import { PART_PATH } from './partPaths.ts'
import type { PlacedProblem } from './problemTally.ts'
import type { Share } from './share.ts'

/** Grows whenever a part would come out otherwise. */
export const BUILDER_VERSION = 4

export interface PartFile {
  /** The builder's version. */
  readonly part: number
  readonly cellBits: number
  readonly share: Share
  /** Events that were left out. */
  readonly leftOutCount: number
  /** Names of its events and their statements. */
  readonly nameCount: number
  /** Its events whose report has a date; null: the part was made without the order of reports. */
  readonly reportedCount: number | null
  readonly facts: FactsTally
  readonly problems: { readonly count: number; readonly listed: readonly PlacedProblem[] }
}

/** Or a sentence that says why the folder is no part that can be merged. */
export function readPartFile(folder: string): Result<PartFile, string> {
  const file = path.join(folder, PART_PATH)
  if (!existsSync(file)) return fail(`${folder} is no part: it has no ${PART_PATH}`)
  const part = JSON.parse(readFileSync(file, 'utf8')) as PartFile
  if (part.part !== BUILDER_VERSION)
    return fail(`${folder} was made by version ${part.part} of the builder, not by ${BUILDER_VERSION}`)
  return succeed(part)
}
