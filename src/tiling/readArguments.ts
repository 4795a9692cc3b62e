/** What is asked of `npm run tiles`? */
import { parseArgs } from 'node:util'
import type { Result } from '../core/base/result.ts'
import { fail, succeed } from '../core/base/result.ts'
import { CELL_BITS, CELL_BITS_RANGE, cellOfAnchor } from '../core/tiles/cell.ts'
import { outerExtent } from '../core/time/fuzzyDate.ts'
import { parseEdtf } from '../core/time/parseEdtf.ts'
import type { Share } from './share.ts'

export const USAGE = `npm run tiles -- story.json|events.csv|events.parquet --out DIR [--part 2/4 | --from 1990-01-01 --to 2000-01-01]
             [--story head.json] [--cell-bits ${CELL_BITS}] [--no-reported]
npm run tiles -- --merge PART… --out DIR`

export type Request =
  | {
      readonly kind: 'build'
      readonly input: string
      readonly out: string
      readonly share: Share
      readonly cellBits: number
      /** With the order of reports. */
      readonly hasReported: boolean
      /** Head of a story whose events are a table. */
      readonly head: string | null
    }
  | { readonly kind: 'merge'; readonly folders: readonly string[]; readonly out: string }

/** @param args behind the name of the program; or a sentence without its full stop */
export function readArguments(args: readonly string[]): Result<Request, string> {
  const options = {
    out: { type: 'string' },
    merge: { type: 'boolean' },
    part: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    story: { type: 'string' },
    'cell-bits': { type: 'string' },
    'no-reported': { type: 'boolean' },
  } as const
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  const [input] = positionals
  if (values.out === undefined) return fail('--out is missing')
  if (input === undefined) return fail(values.merge === true ? 'No part is named' : 'No story is named')
  if (values.merge === true) return succeed({ kind: 'merge', folders: positionals, out: values.out })
  if (positionals.length > 1) return fail('More than one story is named')
  const cellBits = Number(values['cell-bits'] ?? CELL_BITS)
  const { least, most } = CELL_BITS_RANGE
  if (!Number.isInteger(cellBits) || cellBits < least || cellBits > most)
    return fail(`--cell-bits is a whole number from ${least} to ${most}`)
  const share = readShare(values, cellBits)
  if (!share.ok) return share
  const head = values.story ?? null
  const hasReported = values['no-reported'] !== true
  return succeed({ kind: 'build', input, out: values.out, share: share.value, cellBits, head, hasReported })
}

interface ShareValues {
  readonly part?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

function readShare({ part, from, to }: ShareValues, cellBits: number): Result<Share, string> {
  if (part === undefined && from === undefined && to === undefined) return succeed({ kind: 'all' })
  if (part !== undefined) {
    if (from !== undefined || to !== undefined) return fail('--part and --from or --to exclude each other')
    const [, number, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(part) ?? []
    if (number === undefined || of === undefined || Number(number) < 1 || Number(number) > Number(of))
      return fail('--part is a fraction such as 2/4')
    return succeed({ kind: 'stripe', rest: Number(number) - 1, of: Number(of) })
  }
  const first = readCell(from, cellBits)
  if (!first.ok) return first
  const end = readCell(to, cellBits)
  if (!end.ok) return end
  if (first.value !== null && end.value !== null && end.value <= first.value)
    return fail(`--from and --to lie in one cell of 2^${cellBits} ms; a part has whole cells`)
  return succeed({ kind: 'stretch', from: first.value, to: end.value })
}

/** The cell that holds the date: parts begin and end with whole cells. */
function readCell(text: string | undefined, cellBits: number): Result<number | null, string> {
  if (text === undefined) return succeed(null)
  const date = parseEdtf(text)
  if (!date.ok) return fail(date.problem)
  const { startMs } = outerExtent(date.value)
  if (!Number.isFinite(startMs)) return fail(`"${text}" has no beginning`)
  return succeed(cellOfAnchor(startMs, cellBits))
}
