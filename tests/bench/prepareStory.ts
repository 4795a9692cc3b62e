/** Is the generated story of a case there, in each form in which it is measured? */
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { changedAt, newestChange } from './newestChange.ts'
import { keptFolder, root } from './places.ts'
import { runScript } from './runProgram.ts'

const RUN_TOOL = 'src/prerender/runTool.mjs'
const GENERATOR = 'tests/bench/generate.ts'
const TILES_BUILDER = 'src/tiling/tiles.ts'
const SEED = 1

/** @returns path of the story's file */
export async function prepareStory(events: number): Promise<string> {
  const file = path.join(keptFolder, `${events}.json`)
  if (changedAt(file) > newestChange([GENERATOR, 'tests/bench/generator'])) return file
  console.log(`generating ${events.toLocaleString('en')} events …`)
  await runScript(RUN_TOOL, GENERATOR, '--events', `${events}`, '--out', file, '--seed', `${SEED}`)
  return file
}

/** @returns the folder of the tiles, whose manifest is story.json; null where this version cannot make any */
export async function prepareTiles(storyFile: string): Promise<string | null> {
  if (!existsSync(path.join(root, TILES_BUILDER))) return null
  const folder = storyFile.replace(/\.json$/, '-tiles')
  const manifest = path.join(folder, 'story.json')
  if (changedAt(manifest) > Math.max(changedAt(storyFile), newestChange([path.dirname(TILES_BUILDER)])))
    return folder
  console.log('building tiles …')
  rmSync(folder, { recursive: true, force: true })
  await runScript(RUN_TOOL, TILES_BUILDER, storyFile, '--out', folder)
  return folder
}
