/** Makes tiles of a story that is too large to load; see README.md, or run it without arguments. */
import { createReadStream, existsSync } from 'node:fs'
import { buildPart, buildTiles, mergeTiles } from './buildTiles.ts'
import { readArguments, USAGE, type Request } from './readArguments.ts'
import type { StoryPieces } from './storyReading.ts'
import { openTable } from './tableInput.ts'

const PIECE_BYTES = 1 << 20

const request = readArguments(process.argv.slice(2))
if (request.ok) process.exitCode = await run(request.value)
else {
  say(`${request.problem}.\n${USAGE}`)
  process.exitCode = 2
}

/** @returns 0; 1 where no tiles could be made */
async function run(wanted: Request): Promise<number> {
  const done = await make(wanted)
  if (done === null) return 0
  say(`${done}.`)
  return 1
}

/** null, or a sentence that says why not. */
async function make(wanted: Request): Promise<string | null> {
  if (wanted.kind === 'merge') {
    const merged = mergeTiles(wanted.folders, wanted.out)
    if (merged.ok) tell(merged.value, wanted.out)
    return merged.ok ? null : merged.problem
  }
  const { input, out, share, cellBits, hasReported } = wanted
  if (!existsSync(input)) return `There is no file ${input}`
  const pieces = /\.(?:csv|parquet)$/i.test(input) ? await openTable(input, wanted.head) : openJson(input)
  if (typeof pieces === 'string') return pieces
  if (share.kind !== 'all') {
    const part = await buildPart(pieces, { out, cellBits, share, hasReported })
    return part.ok ? null : part.problem
  }
  const built = await buildTiles(pieces, { out, cellBits, hasReported })
  if (built.ok) tell(built.value, out)
  return built.ok ? null : built.problem
}

function openJson(input: string): StoryPieces {
  return () => createReadStream(input, { highWaterMark: PIECE_BYTES })
}

function tell(
  {
    eventCount,
    leftOutCount,
    problems,
  }: { eventCount: number; leftOutCount: number; problems: { count: number } },
  out: string,
): void {
  const number = (count: number): string => count.toLocaleString('en')
  process.stdout.write(
    `${out}: ${number(eventCount)} events, ${number(leftOutCount)} left out, ${number(problems.count)} problems\n`,
  )
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
