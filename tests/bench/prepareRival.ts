/** Is vis-timeline there to be compared with? It is installed in the benchmark's own folder, never with the site. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { benchFolder } from './places.ts'
import { runProgram } from './runProgram.ts'

export const rivalFolder = path.join(benchFolder, 'node_modules/vis-timeline')

/** @returns its version; throws a sentence for the reader if it cannot be had */
export async function prepareRival(): Promise<string> {
  const manifest = path.join(rivalFolder, 'package.json')
  if (!existsSync(manifest)) {
    console.log('installing vis-timeline into tests/bench …')
    await install()
  }
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}

async function install(): Promise<void> {
  const isWindows = process.platform === 'win32'
  const args = ['ci', '--prefix', 'tests/bench', '--fetch-retries', '1']
  try {
    await runProgram(isWindows ? 'npm.cmd' : 'npm', args, { needsShell: isWindows })
  } catch (reason) {
    throw new Error(
      'vis-timeline could not be installed from the npm registry, so there is nothing to compare with: ' +
        'try again when it can be reached, or measure without it by --ours-only.',
      { cause: reason },
    )
  }
}
