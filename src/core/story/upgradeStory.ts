/**
 * How do files of older formats stay readable for ever? By numbered steps, each from one version to the next,
 * each over plain JSON: a step knows its two formats and nothing of today's types.
 */
import type { Result } from '../base/result.ts'
import { fail, succeed } from '../base/result.ts'
import type { JsonObject } from './jsonObject.ts'
import { FORMAT_VERSION } from './storyFile.ts'

export interface UpgradeStep {
  readonly from: number
  /** Always `from + 1`. */
  readonly to: number
  /** Must take any JSON at all in its fields without throwing; parseStory judges them afterwards. */
  readonly upgrade: (file: JsonObject) => JsonObject
}

/** From oldest to newest, without gaps up to FORMAT_VERSION. Format 1 is the first: nothing to do yet. */
export const upgradeSteps: readonly UpgradeStep[] = []

/** The file in the current format, or a sentence about its `format`. @param ladder for tests */
export function upgradeStory(
  file: JsonObject,
  ladder: { readonly steps: readonly UpgradeStep[]; readonly current: number } = {
    steps: upgradeSteps,
    current: FORMAT_VERSION,
  },
): Result<JsonObject, string> {
  const written = file['format']
  if (written === undefined) return fail(`is missing; a story file begins with "format": ${ladder.current}`)
  if (typeof written !== 'number') return fail(`must be a number, such as ${ladder.current}`)
  let upgraded = file
  for (let version = written; version !== ladder.current;) {
    const step = ladder.steps.find(({ from }) => from === version)
    if (!step) return fail(`this file says format ${written}; this Dateline reads ${readable(ladder)}`)
    upgraded = { ...step.upgrade(upgraded), format: step.to }
    version = step.to
  }
  return succeed(upgraded)
}

function readable({ steps, current }: { steps: readonly UpgradeStep[]; current: number }): string {
  const oldest = steps[0]?.from ?? current
  return oldest === current ? `format ${current}` : `formats ${oldest} to ${current}`
}
