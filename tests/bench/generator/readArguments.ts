/** What did the command line ask for? */
import { parseArgs } from 'node:util'
import { fail, succeed } from '../../../src/core/base/result.ts'
import type { Result } from '../../../src/core/base/result.ts'
import type { StoryOptions } from './generateStory.ts'
import { FEWEST_EVENTS, MOST_EVENTS } from './storySize.ts'

export interface Request extends StoryOptions {
  /** Path of the file to write. */
  readonly out: string
}

export const USAGE = 'npm run generate -- --events 1000000 --out some/file.json [--seed 1]'

const LARGEST_SEED = 2 ** 32 - 1

/** The request, or a sentence that says what is wrong with it. */
export function readArguments(args: readonly string[]): Result<Request, string> {
  const given = splitArguments(args)
  if (!given.ok) return given
  const { events: eventText, out, seed: seedText = '1' } = given.value
  if (eventText === undefined) return fail('--events is missing: say how many events to write')
  if (out === undefined || out === '') return fail('--out is missing: say which file to write')
  const events = readWholeNumber(eventText)
  if (events === null || events < FEWEST_EVENTS || events > MOST_EVENTS) {
    return fail(`--events is a whole number from ${FEWEST_EVENTS} to ${MOST_EVENTS}, not "${eventText}"`)
  }
  const seed = readWholeNumber(seedText)
  if (seed === null || seed > LARGEST_SEED) {
    return fail(`--seed is a whole number from 0 to ${LARGEST_SEED}, not "${seedText}"`)
  }
  return succeed({ events, out, seed })
}

type Given = Partial<Record<'events' | 'out' | 'seed', string>>

function splitArguments(args: readonly string[]): Result<Given, string> {
  const option = { type: 'string' } as const
  try {
    const { values } = parseArgs({ args: [...args], options: { events: option, out: option, seed: option } })
    return succeed(values)
  } catch (reason) {
    // Node's own sentence names the argument that it does not know or that lacks its value.
    return fail(reason instanceof Error ? reason.message : String(reason))
  }
}

function readWholeNumber(text: string): number | null {
  return /^\d{1,10}$/.test(text) ? Number(text) : null
}
