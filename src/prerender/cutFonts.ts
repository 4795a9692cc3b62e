/**
 * Makes the font files and the style sheet that names them.
 * Cutting takes a few seconds, so results are kept in a cache whose folder is named by everything they depend on.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import subsetFont from 'subset-font'
import { fontCuts, KEPT_FEATURES, type FontCut, type VariationAxes } from './fontCuts.ts'
import { formatFallbackFaces, formatFontFace, type Fallback } from './fontFaces.ts'
import { readFontMetrics, WIDTH_SAMPLE, type FontMetrics } from './readFontMetrics.ts'

/** Raise when this file or fontFaces.ts makes something else of the same cuts. */
const RECIPE_VERSION = 3

/** @returns path of the style sheet; the font files lie beside it */
export async function cutFonts(root: string): Promise<string> {
  const sources = new Map<string, Buffer>()
  for (const { from } of fontCuts) sources.set(from, await readFile(resolveFont(root, from)))
  const cacheRoot = path.join(root, 'node_modules/.cache/dateline')
  const folder = path.join(cacheRoot, `fonts-${formatKey(sources)}`)
  const styleSheet = path.join(folder, 'fonts.css')
  if (!existsSync(styleSheet)) await fillFolder(folder, sources)
  return styleSheet
}

function resolveFont(root: string, modulePath: string): string {
  return createRequire(path.join(root, 'package.json')).resolve(modulePath)
}

function formatKey(sources: ReadonlyMap<string, Buffer>): string {
  const hash = createHash('sha256').update(
    JSON.stringify([RECIPE_VERSION, fontCuts, KEPT_FEATURES, WIDTH_SAMPLE]),
  )
  for (const file of sources.values()) hash.update(file)
  return hash.digest('hex').slice(0, 16)
}

/** Written aside and renamed, so that a build that was interrupted, or runs beside another, leaves no half folder. */
async function fillFolder(folder: string, sources: ReadonlyMap<string, Buffer>): Promise<void> {
  const draft = `${folder}-${process.pid}`
  await mkdir(draft, { recursive: true })
  const faces: string[] = []
  for (const cut of fontCuts) {
    const file = await cutFont(cut, readSource(sources, cut.from))
    await writeFile(path.join(draft, `${cut.name}.woff2`), file)
    faces.push(formatFontFace(cut, `./${cut.name}.woff2`))
  }
  for (const fallback of await measureFallbacks(sources)) faces.push(formatFallbackFaces(fallback))
  await writeFile(path.join(draft, 'fonts.css'), faces.join('\n'))
  await rename(draft, folder).catch(async (reason: unknown) => {
    await rm(draft, { recursive: true })
    if (!existsSync(folder)) throw reason
  })
}

function readSource(sources: ReadonlyMap<string, Buffer>, modulePath: string): Buffer {
  const file = sources.get(modulePath)
  if (file === undefined) throw new Error(`no font was read from ${modulePath}`)
  return file
}

async function cutFont({ cut }: FontCut, file: Buffer): Promise<Buffer> {
  if (cut === null) return file
  return subsetFont(file, cut.text, {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures: KEPT_FEATURES,
    variationAxes: cut.axes,
  })
}

/**
 * Each fallback is measured where its text is mostly set: 400 in running text at 17 px, 500 and more in titles, for
 * which 24 px lies between the smallest (16) and the largest (40).
 */
async function measureFallbacks(sources: ReadonlyMap<string, Buffer>): Promise<readonly Fallback[]> {
  const measure = async (name: string, axes: VariationAxes): Promise<FontMetrics> => {
    const cut = fontCuts.find((candidate) => candidate.name === name)
    if (cut === undefined) throw new Error(`no font is called ${name}`)
    const plain = await subsetFont(readSource(sources, cut.from), WIDTH_SAMPLE, {
      targetFormat: 'truetype',
      variationAxes: axes,
    })
    return readFontMetrics(plain)
  }
  const serif = { family: 'Newsreader Fallback', kind: 'serif' } as const
  const sans = { family: 'Franklin Fallback', kind: 'sans', style: 'normal' } as const
  const text = await measure('newsreader-latin', { wght: 400, opsz: 17 })
  const title = await measure('newsreader-latin', { wght: 500, opsz: 24 })
  const italic = await measure('newsreader-italic', { wght: 400 })
  const label = await measure('franklin-latin', { wght: 400 })
  const strongLabel = await measure('franklin-latin', { wght: 600 })
  return [
    { ...serif, style: 'normal', weight: '400', metrics: text },
    { ...serif, style: 'normal', weight: '500 700', metrics: title },
    { ...serif, style: 'italic', weight: '400', metrics: italic },
    { ...sans, weight: '400', metrics: label },
    { ...sans, weight: '500 700', metrics: strongLabel },
  ]
}
