/** Tiles of a story, in a folder that goes with the test; and what the story's own index says, to hold them against. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { noneChosen } from '../../../src/core/story/facetKinds.ts'
import { buildIndex } from '../../../src/core/indexing/buildIndex.ts'
import { findMatches } from '../../../src/core/indexing/findMatches.ts'
import { ShownRows } from '../../../src/core/indexing/shownRows.ts'
import type { EventIndex } from '../../../src/core/indexing/eventIndex.ts'
import { parseStory } from '../../../src/core/story/parseStory.ts'

import { CELL_BITS } from '../../../src/core/tiles/cell.ts'
import type { RangeCount } from '../../../src/core/tiles/countRange.ts'
import { openTileFiles, type TileFiles } from '../../../src/core/tiles/tileFiles.ts'
import type { TileManifest } from '../../../src/core/tiles/manifest.ts'
import type { StoryProblem } from '../../../src/core/story/problem.ts'
import type { Story } from '../../../src/core/story/story.ts'
import type { Extent } from '../../../src/core/time/fuzzyDate.ts'
import { buildTiles } from '../../../src/tiling/buildTiles.ts'
import type { StoryPieces } from '../../../src/tiling/storyReading.ts'
import { generateStory } from '../../bench/generator/generateStory.ts'

export function tempFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-tiles-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function generatedText(events: number, seed = 1): string {
  return [...generateStory({ events, seed })].join('')
}

/** The text in pieces that end anywhere. */
export function piecesOf(text: string, pieceBytes = 10_007): StoryPieces {
  const bytes = Buffer.from(text)
  return async function* () {
    for (let at = 0; at < bytes.length; at += pieceBytes)
      yield await Promise.resolve(bytes.subarray(at, at + pieceBytes))
  }
}

export async function tilesOf(
  text: string,
  cellBits = CELL_BITS,
): Promise<TileFiles & { readonly folder: string }> {
  const folder = tempFolder()
  const built = await buildTiles(piecesOf(text), { out: folder, cellBits })
  if (!built.ok) throw new Error(built.problem)
  return openFolder(folder)
}

/** @param below folder of the order, within that of the story */
export async function openFolder(
  folder: string,
  below = '',
): Promise<TileFiles & { readonly folder: string }> {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'story.json'), 'utf8')) as TileManifest
  const kept = new Map<string, Buffer>()
  const read = (file: string): Promise<Buffer> => {
    const bytes = kept.get(file) ?? readFileSync(path.join(folder, below, file))
    kept.set(file, bytes)
    return Promise.resolve(bytes)
  }
  const files = await openTileFiles(manifest, read)
  return { ...files, folder }
}

/** Every file below the folder, by its path. */
export function allFiles(folder: string): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = path.join(folder, name)
    if (statSync(file).isFile()) files.set(name, readFileSync(file))
  }
  return files
}

/** The same story, read whole. */
export function readWhole(text: string): {
  readonly story: Story
  readonly problems: readonly StoryProblem[]
  readonly index: EventIndex
} {
  const parsed = parseStory(JSON.parse(text))
  if (!parsed.ok) throw new Error('the story of the test is no story')
  return { ...parsed.value, index: buildIndex(parsed.value.story) }
}

export function countWhole(
  index: EventIndex,
  range: Extent | null,
  actors: readonly string[] = [],
): RangeCount {
  const chosen = { ...noneChosen, actor: actors }
  const { length: shown, possible } = new ShownRows(findMatches(index, { chosen, range, wordHits: null }))
  return { shown, possible }
}
