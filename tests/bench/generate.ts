/** Writes a large invented story to a file: npm run generate -- --events 1000000 --out some/file.json [--seed 1] */
import { generateStory } from './generator/generateStory.ts'
import { readArguments, USAGE } from './generator/readArguments.ts'
import { writePieces } from './generator/writePieces.ts'

process.exitCode = generate(process.argv.slice(2))

/** @returns 0; 1 where the file could not be written; 2 where the arguments are wrong */
function generate(args: readonly string[]): number {
  const request = readArguments(args)
  if (!request.ok) {
    console.error(`${request.problem}.\n${USAGE}`)
    return 2
  }
  const { events, out } = request.value
  const startMs = performance.now()
  try {
    const byteCount = writePieces(out, generateStory(request.value))
    const seconds = ((performance.now() - startMs) / 1000).toFixed(1)
    console.log(
      `${out}: ${events.toLocaleString('en')} events, ${byteCount.toLocaleString('en')} bytes, ${seconds} s`,
    )
    return 0
  } catch (reason) {
    console.error(`${out} could not be written: ${reason instanceof Error ? reason.message : String(reason)}`)
    return 1
  }
}
