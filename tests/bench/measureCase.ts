/** What do both sides cost at one size, over several runs in turn? */
import { prepareCase, type Case, type PreparedCase } from './cases.ts'
import { summarise, type Outcome } from './figures.ts'
import type { Box } from './inPage.ts'
import { measureDrawn, type DrawingToMeasure } from './measureDrawn.ts'
import { measurePage } from './measurePage.ts'
import { writeProgress, type CaseResult } from './resultsTable.ts'
import { serveBench } from './serveBench.ts'
import { ours, vis, type Side } from './sides.ts'
import { wordsFor } from './withLimit.ts'

interface Runs {
  readonly browserPath: string
  readonly runs: number
}

export async function measureCase(wanted: Case, runs: Runs): Promise<CaseResult> {
  const { label, events } = wanted
  const prepared = await prepareCase(wanted)
  if (prepared === null) {
    const outcome = { figures: {}, fault: 'not run: no builder of tiles here' }
    return { label, events, sides: [{ name: ours.name, outcome }] }
  }
  const server = await serveBench(prepared.mounts)
  try {
    return { label, events, sides: await measureSides(wanted, prepared, server.url, runs) }
  } finally {
    await server.close()
  }
}

/** A drawing as large as ours usually is, for when ours did not come, CSS px. */
const usualSize = { width: 1200, height: 480 }

async function measureSides(
  { label, isCompared }: Case,
  { close, mounts }: PreparedCase,
  url: string,
  { browserPath, runs }: Runs,
): Promise<CaseResult['sides']> {
  let size: Pick<Box, 'width' | 'height'> = usualSize
  /** Below the root. */
  const addressOf = (side: Side): string =>
    side === ours ? '' : `vis/vis.html?width=${Math.round(size.width)}&height=${Math.round(size.height)}`
  const measured = (isCompared ? [ours, vis] : [ours]).map((side) => ({ side, outcomes: [] as Outcome[] }))
  for (let run = 1; run <= runs; run++) {
    for (const { side, outcomes } of measured) {
      // What failed once would take its whole limit again.
      if (outcomes.some(({ fault }) => fault !== null)) continue
      const address = addressOf(side)
      const page = await measurePage({ side, address: `${url}${address}`, close, browserPath })
      if (side === ours && page.size !== null) size = page.size
      const drawn = await measureDrawing({ side, address: `/${address}`, mounts, browserPath })
      const outcome = {
        figures: { ...drawn.figures, ...page.figures },
        fault: page.fault ?? drawn.fault,
      }
      outcomes.push(outcome)
      console.log(`${label}, ${side.name}, run ${run}: ${writeProgress(outcome)}`)
    }
  }
  return measured.map(({ side, outcomes }) => ({ name: side.name, outcome: summarise(outcomes) }))
}

/** Also of a page that failed at what comes after its drawing. */
async function measureDrawing(wanted: DrawingToMeasure): Promise<Outcome> {
  try {
    return { figures: { drawnMs: await measureDrawn(wanted) }, fault: null }
  } catch (reason) {
    return { figures: {}, fault: wordsFor(reason) }
  }
}
