/**
 * Is the built site there, and no older than what it is built from? Its page has no text, as of a story that has no pages:
 * what is measured is how a story is drawn, and the text of another would be drawn before it.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { changedAt, newestChange } from './newestChange.ts'
import { keptFolder, siteFolder } from './places.ts'
import { runProgram } from './runProgram.ts'

const builtFrom = ['src', 'public', 'data', 'index.html', 'vite.config.ts', 'package-lock.json']

export async function prepareSite(): Promise<void> {
  if (changedAt(path.join(siteFolder, 'index.html')) > newestChange(builtFrom)) return
  console.log('building the site …')
  const story = path.join(keptFolder, 'unpaged.json')
  mkdirSync(keptFolder, { recursive: true })
  // Of a story in tiles no pages are written, and its tiles are not looked at.
  writeFileSync(story, JSON.stringify({ tiles: {} }))
  const build = ['node_modules/vite/bin/vite.js', 'build', '--outDir', siteFolder, '--emptyOutDir']
  await runProgram(process.execPath, build, { variables: { STORY_FILE: story } })
}
