/** Does a TypeScript program run as if Node could run it: with its arguments, its packages and its exit status? */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
mkdirSync(path.join(root, '.tmp'), { recursive: true })
// Inside the project, where a program finds its packages.
const folder = mkdtempSync(path.join(root, '.tmp/tool-'))
const names: string[] = []

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  for (const name of names) rmSync(path.join(root, '.tmp/tools', `${name}.mjs`), { force: true })
})

function runTool(...args: readonly string[]): { status: number | null; out: string; error: string } {
  const tool = path.join(root, 'src/prerender/runTool.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], { encoding: 'utf8' })
  return { status, out: stdout, error: stderr }
}

function writeProgram(code: string): string {
  const name = `${path.basename(folder)}-${names.length}`
  names.push(name)
  const file = path.join(folder, `${name}.ts`)
  writeFileSync(file, code)
  return file
}

test('a program gets its arguments, types and packages, and may wait at its top', () => {
  const program = writeProgram(`
    import { parse, string } from 'valibot'
    import { writeDay } from '${path.join(root, 'tests/bench/generator/dates.ts')}'
    const given: readonly string[] = process.argv.slice(2)
    await Promise.resolve()
    console.log(writeDay(0), given.map((text) => parse(string(), text)).join('+'))
  `)
  expect(runTool(program, 'a b', '--c')).toEqual({ status: 0, out: '1970-01-01 a b+--c\n', error: '' })
})

test('the exit status is the one of the program', () => {
  expect(runTool(writeProgram('process.exitCode = 3')).status).toBe(3)
})

test('a program that throws fails, and says where', () => {
  const { status, error } = runTool(writeProgram("throw new Error('out of paper')"))
  expect(status).toBe(1)
  expect(error).toContain('out of paper')
})

test('a program that is not there is named', () => {
  expect(runTool('nowhere.ts')).toEqual({ status: 2, out: '', error: 'There is no program nowhere.ts.\n' })
  expect(runTool().status).toBe(2)
})
