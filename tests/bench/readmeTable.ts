/** Where do the results stand for those who do not run it? Between two marker comments of README.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './places.ts'
import { runScript } from './runProgram.ts'

const BEGIN = '<!-- bench: begin -->'
const END = '<!-- bench: end -->'
const README = 'README.md'

/** @param text Markdown, without blank lines at its ends */
export async function writeIntoReadme(text: string): Promise<void> {
  const file = path.join(root, README)
  const before = readFileSync(file, 'utf8')
  const begin = before.indexOf(BEGIN)
  const end = before.indexOf(END)
  if (begin < 0 || end < begin) throw new Error(`${README} has lost its markers ${BEGIN} and ${END}.`)
  writeFileSync(file, `${before.slice(0, begin + BEGIN.length)}\n\n${text}\n\n${before.slice(end)}`)
  await runScript('node_modules/prettier/bin/prettier.cjs', '--write', '--log-level', 'warn', README)
}
