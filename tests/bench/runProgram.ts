/** Runs a program of this machine to its end, quietly: what it printed is told only when it fails. */
import { spawn } from 'node:child_process'
import { root } from './places.ts'

interface RunOptions {
  readonly needsShell?: boolean
  readonly variables?: Readonly<Record<string, string>>
}

/** Runs a script by Node itself, which needs no shell. @param script below the root */
export function runScript(script: string, ...args: readonly string[]): Promise<void> {
  return runProgram(process.execPath, [script, ...args])
}

/** @param variables of its environment, beside ours */
export function runProgram(
  command: string,
  args: readonly string[],
  { needsShell = false, variables = {} }: RunOptions = {},
): Promise<void> {
  const child = spawn(command, args, { cwd: root, shell: needsShell, env: { ...process.env, ...variables } })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${[command, ...args].join(' ')} failed:\n${output.trim()}`))
    })
  })
}
