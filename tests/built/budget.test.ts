/** Does the first view stay light? Counts the JavaScript that index.html needs before anything is drawn. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const dist = path.resolve(import.meta.dirname, '../../dist')
/** kB of 1000 bytes; what a phone on 1.6 Mbit/s loads in about two thirds of a second */
const BUDGET_KB = 120.6

interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
}

test(`the JavaScript of the first view is at most ${BUDGET_KB} kB after gzip`, () => {
  const files = listFirstScripts()
  const sizesKb = files.map((file) => gzipSync(readFileSync(path.join(dist, file))).length / 1000)
  const totalKb = sizesKb.reduce((sum, size) => sum + size, 0)
  expect(files).not.toEqual([])
  expect(totalKb, files.join(', ')).toBeLessThanOrEqual(BUDGET_KB)
})

/** The entry and all it imports statically; what is loaded later by import() does not count. */
function listFirstScripts(): string[] {
  const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >
  const open = Object.keys(manifest).filter((key) => manifest[key]?.isEntry)
  const seen = new Set(open)
  for (const key of seen) for (const imported of manifest[key]?.imports ?? []) seen.add(imported)
  return [...seen].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js'))
}
