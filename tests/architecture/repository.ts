/** What is in the repository? The files git tracks or would track, so that build output and caches do not count. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { SourceFile } from './checkArrows.ts'

export const root = path.resolve(import.meta.dirname, '../..')

/** Paths below the root, with `/` between their parts. */
export function listFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  // A file that was deleted but not yet committed is still listed.
  return listed.split('\0').filter((file) => file !== '' && existsSync(path.join(root, file)))
}

export function readSources(): readonly SourceFile[] {
  return listFiles()
    .filter((file) => /^src\/.*\.(?:ts|tsx|js|jsx|mjs|mts)$/.test(file))
    .map((file) => ({ path: file.slice('src/'.length), text: readFileSync(path.join(root, file), 'utf8') }))
}
