/** Is the built site there, and no older than what it is built from? */
import path from 'node:path'
import { changedAt, newestChange } from './newestChange.ts'
import { siteFolder } from './places.ts'
import { runScript } from './runProgram.ts'

const builtFrom = ['src', 'public', 'data', 'index.html', 'vite.config.ts', 'package-lock.json']

export async function prepareSite(): Promise<void> {
  if (changedAt(path.join(siteFolder, 'index.html')) > newestChange(builtFrom)) return
  console.log('building the site …')
  await runScript('node_modules/vite/bin/vite.js', 'build')
}
