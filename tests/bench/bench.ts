/**
 * How fast is the timeline, and how does it compare? `npm run bench -- [--events 100,1000] [--runs 3] [--no-readme]
 * [--ours-only]` measures the built site and vis-timeline with clustering, in the same headless browser, by the same
 * gestures, with the same generated events, and writes a table here and into README.md.
 *
 * What makes it fair: both run alone, in turn, in a browser of their own without anything kept; both are drawn when
 * the first mark has been painted, counted from the navigation, which each page tells itself (measureDrawn.ts); a drag moves
 * both by the same pixels. vis-timeline
 * gets only what it draws, with its dates read beforehand, in its own format, without the undated events; its
 * documented clustering and all its defaults, its own style sheet, its standalone build, and as much room as our
 * drawing has.
 *
 * A step's time is what Chrome counts as tasks of the main thread (TaskDuration), less what a page at rest takes that is
 * asked for it as often, on average; in brackets is the median of single steps, less the same. All files come from
 * loopback, uncompressed.
 */
import { findBrowser } from '../flow/findBrowser.mjs'
import { listCases } from './cases.ts'
import { describeMachine } from './machine.ts'
import { measureCase } from './measureCase.ts'
import { readOptions, type Options } from './options.ts'
import { prepareRival } from './prepareRival.ts'
import { prepareSite } from './prepareSite.ts'
import { writeIntoReadme } from './readmeTable.ts'
import { writeTable, type CaseResult } from './resultsTable.ts'

/** So many events both can take on any machine: where that fails, the benchmark or the site is broken. */
const MUST_BE_MEASURED = 1_000

try {
  await bench(readOptions(process.argv.slice(2)))
} catch (reason) {
  console.error(reason instanceof Error ? reason.message : String(reason))
  process.exitCode = 1
}

async function bench(options: Options): Promise<void> {
  const browserPath = findBrowser()
  const rivalVersion = options.isOursOnly ? null : await prepareRival()
  await prepareSite()
  const results: CaseResult[] = []
  for (const wanted of listCases(options))
    results.push(await measureCase(wanted, { browserPath, runs: options.runs }))

  const rival = rivalVersion === null ? '' : `, vis-timeline ${rivalVersion}`
  const runs = options.runs === 1 ? 'One run' : `Median of ${options.runs} runs`
  const report = `${runs}, ${describeMachine(browserPath)}${rival}.\n\n${writeTable(results)}`
  console.log(`\n${report}`)
  if (options.writesReadme) await writeIntoReadme(report)
  if (results.some(isBroken)) process.exitCode = 1
}

function isBroken({ events, sides }: CaseResult): boolean {
  return events <= MUST_BE_MEASURED && sides.some(({ outcome }) => outcome.fault !== null)
}
