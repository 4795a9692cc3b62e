/** What was asked for on the command line? */
import { parseArgs } from 'node:util'

export const allSizes = [100, 1_000, 10_000, 100_000, 1_000_000] as const

export interface Options {
  /** Numbers of events, ascending. */
  readonly sizes: readonly number[]
  readonly runs: number
  readonly writesReadme: boolean
  readonly isOursOnly: boolean
}

/** Throws a sentence for the reader where something cannot be meant. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      events: { type: 'string', default: allSizes.join(',') },
      runs: { type: 'string', default: '3' },
      'no-readme': { type: 'boolean', default: false },
      'ours-only': { type: 'boolean', default: false },
    },
  })
  const sizes = values.events.split(',').map((text) => readCount(text, '--events'))
  return {
    sizes: [...new Set(sizes)].sort((a, b) => a - b),
    runs: readCount(values.runs, '--runs'),
    writesReadme: !values['no-readme'],
    isOursOnly: values['ours-only'],
  }
}

function readCount(text: string, option: string): number {
  if (/^[1-9]\d{0,7}$/.test(text)) return Number(text)
  throw new Error(`${option} takes whole numbers, as in --events 100,1000 --runs 3; “${text}” is none.`)
}
