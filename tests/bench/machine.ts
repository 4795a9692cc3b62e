/** On what machine, with what browser, and when? */
import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'

export function describeMachine(browserPath: string): string {
  const cores = cpus()
  const model = cores[0]?.model.trim() ?? ''
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB of memory`
  const named = model === '' || model === 'unknown' ? '' : ` (${model})`
  const day = new Date().toISOString().slice(0, 10)
  return `${cores.length} cores${named}, ${memory}, ${readVersion(browserPath)}, headless at 1280 × 800, ${day}`
}

function readVersion(browserPath: string): string {
  // On Windows the question would open a window.
  if (process.platform === 'win32') return 'Chromium'
  return execFileSync(browserPath, ['--version'], { encoding: 'utf8' }).trim()
}
