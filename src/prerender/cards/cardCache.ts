/**
 * Which cards have been drawn before? Pictures are kept by a key of all that they depend on; those that were used
 * longest ago are thrown away when there are too many.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Card } from './card.ts'
import { cardPackages } from './cardFonts.ts'
import { DESIGN_VERSION } from './drawCard.ts'

/** Of all pictures together: some 4,000 of them. */
const MAX_BYTES = 256 * 1024 * 1024
const TOOLS = ['@resvg/resvg-js', 'harfbuzzjs', 'bidi-js', 'linebreak']

export interface CardCache {
  readonly keyOf: (card: Card) => string
  /** null: not kept. Counts as a use. */
  readonly read: (key: string) => Promise<Uint8Array | null>
  readonly write: (key: string, png: Uint8Array) => Promise<void>
  /** Throws away what is too much. */
  readonly trim: () => Promise<void>
}

/** @param folder made when first needed; @param root of the project, where packages are looked for */
export async function openCardCache(folder: string, root: string, maxBytes = MAX_BYTES): Promise<CardCache> {
  const versions = await readVersions(root)
  const fileOf = (key: string): string => path.join(folder, `${key}.png`)
  return {
    keyOf: (card) =>
      createHash('sha256')
        .update(JSON.stringify([DESIGN_VERSION, versions, card]))
        .digest('hex')
        .slice(0, 32),
    read: async (key) => {
      const png = await readFile(fileOf(key)).catch(() => null)
      const now = new Date()
      if (png !== null) await utimes(fileOf(key), now, now)
      return png
    },
    write: async (key, png) => {
      await mkdir(folder, { recursive: true })
      // In one stroke: a build that is interrupted, or runs beside another, leaves no half picture.
      const draft = path.join(folder, `${key}.${process.pid}.draft`)
      await writeFile(draft, png)
      await rename(draft, fileOf(key))
    },
    trim: () => trimFolder(folder, maxBytes),
  }
}

async function trimFolder(folder: string, maxBytes: number): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const files = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(path.join(folder, name))
      return { name, size, mtimeMs }
    }),
  )
  let kept = 0
  for (const { name, size } of files.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
    kept += size
    if (kept > maxBytes) await rm(path.join(folder, name), { force: true })
  }
}

async function readVersions(root: string): Promise<readonly string[]> {
  const { resolve } = createRequire(path.join(root, 'package.json'))
  const names = [...TOOLS, ...cardPackages]
  return Promise.all(
    names.map(async (name) => {
      // Read beside the package's files, since packages need not export their package.json.
      const manifest = path.join(root, 'node_modules', name, 'package.json')
      const text = await readFile(manifest, 'utf8').catch(() =>
        readFile(resolve(`${name}/package.json`), 'utf8'),
      )
      return `${name} ${(JSON.parse(text) as { version: string }).version}`
    }),
  )
}
